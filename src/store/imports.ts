// Imports: what was read, what waits, what was committed, what was undone.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { textsOfFact } from './standing.ts';

export type ImportRow = {
  importId: string;
  fileName: string;
  state: 'staged' | 'committed' | 'undone';
  today: string;
  report: unknown;
  contentHash: string;
};

const columns = sql`import_id as "importId", file_name as "fileName", state, to_char(today, 'YYYY-MM-DD') as today,
  report, content_hash as "contentHash"`;

export async function insertImport(
  tx: Tx,
  workspaceId: string,
  row: ImportRow & { actor: string; now: number },
): Promise<void> {
  await sql`
    insert into app.import (workspace_id, import_id, file_name, content_hash, state, today, report, actor, created_at)
    values (${workspaceId}::uuid, ${row.importId}::uuid, ${row.fileName}, ${row.contentHash}, ${row.state},
      ${row.today}::date, ${JSON.stringify(row.report)}::jsonb, ${row.actor},
      to_timestamp(${row.now}::float8 / 1000))`.execute(tx);
}

export async function importById(tx: Tx, workspaceId: string, importId: string): Promise<ImportRow | null> {
  const result = await sql<ImportRow>`
    select ${columns} from app.import
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid for update`.execute(tx);
  return result.rows[0] ?? null;
}

/** Imports of one state, newest first. */
export async function listImports(
  tx: Tx,
  workspaceId: string,
  ask: { state: ImportRow['state']; limit: number },
): Promise<ImportRow[]> {
  const result = await sql<ImportRow>`
    select ${columns} from app.import where workspace_id = ${workspaceId}::uuid and state = ${ask.state}
    order by import_id desc limit ${ask.limit}`.execute(tx);
  return result.rows;
}

export async function setImportState(
  tx: Tx,
  workspaceId: string,
  importId: string,
  change: { state: ImportRow['state']; report: unknown; now: number },
): Promise<void> {
  await sql`
    update app.import set state = ${change.state}, report = ${JSON.stringify(change.report)}::jsonb,
      ended_at = to_timestamp(${change.now}::float8 / 1000)
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(tx);
}

/** Stages understood rows; a batch that was staged already is left as it is. */
export async function stageRows(
  tx: Tx,
  workspaceId: string,
  importId: string,
  rows: readonly { row: number; drafts: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.import_row (workspace_id, import_id, row_number, drafts)
    select ${workspaceId}::uuid, ${importId}::uuid, x.row, x.drafts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("row" int, drafts jsonb)
    on conflict do nothing`.execute(tx);
}

/** Staged rows after a row number, in order. */
export async function stagedRows(
  tx: Tx,
  workspaceId: string,
  importId: string,
  after: number,
  limit: number,
): Promise<{ row: number; drafts: unknown }[]> {
  const result = await sql<{ row: number; drafts: unknown }>`
    select row_number as row, drafts from app.import_row
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid and row_number > ${after}
    order by row_number limit ${limit}`.execute(tx);
  return result.rows;
}

/** Accounts that the staged rows name by a key that is known already. */
export async function stagedAccounts(tx: Tx, workspaceId: string, importId: string): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select distinct s.account_id as id from app.import_row r
    cross join lateral jsonb_to_recordset(r.drafts -> 'keys') as k(source text, key text)
    cross join lateral (select s.account_id from app.shell_key s
      where s.workspace_id = r.workspace_id and s.source = k.source and s.key = k.key offset 0) s
    where r.workspace_id = ${workspaceId}::uuid and r.import_id = ${importId}::uuid`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** The first day (ISO) after `day` of a standing import that told of each of these accounts, where there is one. */
export async function toldAfter(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const result = await sql<{ id: string; day: string }>`
    with newer as materialized (select import_id, today from app.import
      where workspace_id = ${workspaceId}::uuid and state = 'committed' and today > ${day}::date),
    told as (
      select f.account_id, n.today from newer n
      join app.fact f on f.workspace_id = ${workspaceId}::uuid and f.import_id = n.import_id
      where f.account_id = any(${accountIds}::uuid[]) and f.type in ('account-described', 'contract-signed')
      union all
      select r.account_id, n.today from newer n
      join app.restatement r on r.workspace_id = ${workspaceId}::uuid and r.import_id = n.import_id
      join app.fact f on f.workspace_id = r.workspace_id and f.account_id = r.account_id and f.fact_id = r.fact_id
      where r.account_id = any(${accountIds}::uuid[]) and f.type in ('account-described', 'contract-signed'))
    select account_id as id, to_char(min(today), 'YYYY-MM-DD') as day from told group by 1`.execute(tx);
  return new Map(result.rows.map((row) => [row.id, row.day]));
}

export type ToldAgainRow = {
  accountId: string;
  type: string;
  source: string;
  externalId: string;
  body: Record<string, unknown>;
  texts: Record<string, string> | null;
  /** When it was true (ms). */
  occurredAt: number;
  /** Day of the first newer sheet that told it again (ISO). */
  day: string;
};

/**
 * What stood at an instant and a sheet of a later day told again in the same words: by record, with the first such day.
 * Left out where something else was known of the record between the two. `file` is the day of the instant, ISO.
 */
export async function toldAgainAfter(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  at: { file: string; instant: number; zone: string },
): Promise<ToldAgainRow[]> {
  const instant = sql`to_timestamp(${at.instant}::float8 / 1000)`;
  const result = await sql<ToldAgainRow>`
    with newer as materialized (select import_id, today from app.import
      where workspace_id = ${workspaceId}::uuid and state = 'committed' and today > ${at.file}::date)
    select distinct on (f.account_id, f.type, f.source, f.external_id)
      f.account_id as "accountId", f.type, f.source, f.external_id as "externalId", f.body,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt", to_char(n.today, 'YYYY-MM-DD') as day,
      ${textsOfFact} as texts
    from newer n
    join app.restatement r on r.workspace_id = ${workspaceId}::uuid and r.import_id = n.import_id
    join app.fact f on f.workspace_id = r.workspace_id and f.account_id = r.account_id and f.fact_id = r.fact_id
    where r.account_id = any(${accountIds}::uuid[]) and f.known_at < ${instant}
      and not exists (select from app.fact z
        where z.workspace_id = f.workspace_id and z.account_id = f.account_id and z.type = f.type
          and z.source = f.source and z.external_id = f.external_id
          and z.known_at > ${instant} and z.known_at <= n.today::timestamp at time zone ${at.zone}
          and not coalesce((select w.withdrawn from app.withdrawal w
            where w.workspace_id = z.workspace_id and w.account_id = z.account_id and w.fact_id = z.fact_id
            order by w.seq desc limit 1), false))
    order by f.account_id, f.type, f.source, f.external_id, n.today`.execute(tx);
  return result.rows;
}

export async function clearStagedRows(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await sql`delete from app.import_row
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(tx);
}
