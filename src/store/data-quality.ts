// What the Dados page counts: which measures speak in the base, what imports brought, what they could not read.
import { sql } from 'kysely';
import type { ImportRow } from './imports.ts';
import type { Tx } from './in-workspace.ts';

/** Listed accounts of a day, counted by segment and by which measures speak (see `ListRow.known`). */
export async function knownGroups(
  tx: Tx,
  workspaceId: string,
  asOf: string,
): Promise<{ segment: string | null; known: string; accounts: number }[]> {
  const result = await sql<{ segment: string | null; known: string; accounts: number }>`
    select segment, known, count(*)::int as accounts from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and listed
    group by segment, known`.execute(tx);
  return result.rows;
}

export type FeedRow = { source: string; covers: string; metric: string | null; days: number[] };

/** Each feed of the base with the days (since 1970-01-01) up to which it was told, ascending: at most its last 60. */
export async function feedDays(tx: Tx, workspaceId: string): Promise<FeedRow[]> {
  const result = await sql<FeedRow>`
    with told as (
      select distinct source, body ->> 'covers' as covers, body ->> 'metric' as metric, (body ->> 'to')::date as day
      from app.workspace_fact
      where workspace_id = ${workspaceId}::uuid and type = 'source-covered' and not withdrawn),
    last as (select *, row_number() over (partition by source, covers, metric order by day desc) as place from told)
    select source, covers, metric, array_agg(day - date '1970-01-01' order by day) as days
    from last where place <= 60 group by source, covers, metric order by source, covers, metric`.execute(tx);
  return result.rows;
}

/** One import as the page lists it. `report` leaves out the problems, which may be many. */
export type ImportLine = Pick<ImportRow, 'importId' | 'fileName' | 'state' | 'today'> & {
  actor: string;
  /** Instants (ms). */
  createdAt: number;
  endedAt: number | null;
  report: Record<string, unknown>;
  problems: number;
};

/**
 * Imports that were recorded, undone ones too, newest first; those that were staged and never recorded are none. `before` is the id where the page before ended.
 */
export async function importLines(
  tx: Tx,
  workspaceId: string,
  page: { before: string | null; limit: number },
): Promise<ImportLine[]> {
  const result = await sql<ImportLine>`
    select import_id as "importId", file_name as "fileName", state, to_char(today, 'YYYY-MM-DD') as today, actor,
      round(extract(epoch from created_at) * 1000)::float8 as "createdAt",
      round(extract(epoch from ended_at) * 1000)::float8 as "endedAt", report - 'problems' - 'mapping' as report,
      case jsonb_typeof(report -> 'problems') when 'array' then jsonb_array_length(report -> 'problems') else 0 end
        as problems
    from app.import
    where workspace_id = ${workspaceId}::uuid and state in ('committed', 'undone')
      and not report ? 'workspace'
      and (${page.before}::uuid is null or import_id < ${page.before}::uuid)
    order by import_id desc limit ${page.limit}`.execute(tx);
  return result.rows;
}

/** Rows of the newest standing imports by table: how many came, were taken, were refused. */
export type SourceRows = {
  table: string;
  imports: number;
  rows: number;
  accepted: number;
  refused: number;
  duplicates: number;
};

export async function sourceRows(tx: Tx, workspaceId: string, imports: number): Promise<SourceRows[]> {
  const result = await sql<SourceRows>`
    with newest as (select report from app.import
      where workspace_id = ${workspaceId}::uuid and state = 'committed' order by import_id desc limit ${imports})
    select coalesce(report ->> 'table', '') as "table", count(*)::int as imports,
      sum((report ->> 'rows')::int)::int as rows, sum((report ->> 'accepted')::int)::int as accepted,
      sum((report ->> 'refused')::int)::int as refused, sum((report ->> 'duplicates')::int)::int as duplicates
    from newest where report ? 'rows' group by 1 order by rows desc, 1`.execute(tx);
  return result.rows;
}

/** Why cells and rows of these imports could not be read, most frequent first, at most 12 reasons a table. */
export async function refusedCells(
  tx: Tx,
  workspaceId: string,
  imports: number,
): Promise<{ table: string; code: string; cells: number }[]> {
  const result = await sql<{ table: string; code: string; cells: number }>`
    with newest as (select report from app.import
      where workspace_id = ${workspaceId}::uuid and state = 'committed' order by import_id desc limit ${imports}),
    counted as (
      select coalesce(n.report ->> 'table', '') as "table", p.problem ->> 'code' as code, count(*)::int as cells
      from newest n cross join lateral jsonb_array_elements(
        case jsonb_typeof(n.report -> 'problems') when 'array' then n.report -> 'problems' else '[]' end) as p(problem)
      group by 1, 2),
    ranked as (select *, row_number() over (partition by "table" order by cells desc, code) as place from counted)
    select "table", code, cells from ranked where place <= 12 order by "table", place`.execute(tx);
  return result.rows;
}
