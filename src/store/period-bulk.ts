// Periods of usage of a whole file, from their stage into the facts: what is new in one statement, what was told before in
// the same words in another. What is left was told otherwise and is compared by whoever knows how.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal } from './standing.ts';

const type = 'usage-period-reported';

export type PeriodWriter = {
  readonly workspaceId: string;
  readonly importId: string;
  readonly source: string;
  readonly actor: string;
  readonly door: string;
  /** ms */
  readonly now: number;
  readonly schemaVersion: number;
};

const known = sql`s.*, k.account_id, w.day, w.occurred_ms, w.known_ms, w.hindsight`;
const instant = (ms: number) => sql`to_timestamp(${ms}::float8 / 1000)`;

/** Inserts the periods of records that nobody told of before (the caller holds the accounts' locks); answers how many. Others are set apart for `toldPeriods`. */
export async function insertPeriods(tx: Tx, by: PeriodWriter): Promise<number> {
  // A row may tell one record twice over: which of them holds is no matter for a statement.
  await sql`
    create temporary table usage_known on commit drop as
    select ${known} from usage_stage s join usage_key k using (key) join usage_when w using (at) join (
      select external_id from usage_stage where key is not null group by external_id having count(*) > 1) d
      using (external_id)`.execute(tx);
  const met = await sql<{ met: boolean }>`
    select exists (
      select from usage_key k join app.fact f on f.workspace_id = ${by.workspaceId}::uuid
        and f.account_id = k.account_id and f.source = ${by.source}) as met`.execute(tx);
  // Nobody else writes facts of these accounts, which are locked: where none is known, none need be looked for.
  const conflict = met.rows[0]?.met === false ? sql`` : sql`on conflict do nothing`;
  const fresh = await sql`
    insert into app.fact (workspace_id, account_id, fact_id, type, occurred_at, known_at, recorded_at, hindsight, source,
      external_id, revision, content_hash, actor, door, import_id, schema_version, body)
    select ${by.workspaceId}::uuid, k.account_id, s.fact_id, ${type}, w.occurred_at,
      w.known_at, ${instant(by.now)}, w.hindsight, ${by.source}, s.external_id, 1, s.content_hash,
      ${by.actor}, ${by.door}, ${by.importId}::uuid, ${by.schemaVersion}, jsonb_build_object('metric', s.name,
      'from', to_char(s.first, 'YYYY-MM-DD'), 'to', to_char(w.day, 'YYYY-MM-DD'), 'value', s.value, 'how', s.how)
    from usage_stage s join usage_key k using (key) join usage_when w using (at)
    where not exists (select from usage_known n where n.fact_id = s.fact_id)
    order by k.account_id, s.external_id
    ${conflict}`.execute(tx);
  const inserted = Number(fresh.numAffectedRows ?? 0);
  const total = await sql<{ n: number }>`
    select (select coalesce(sum(n), 0) from usage_tally)::int - (select count(*) from usage_known)::int as n`.execute(
    tx,
  );
  if (inserted < (total.rows[0]?.n ?? 0))
    await sql`
      insert into usage_known
      select ${known} from usage_stage s join usage_key k using (key) join usage_when w using (at)
      where not exists (select from usage_known n where n.fact_id = s.fact_id)
        and not exists (select from app.fact f where f.workspace_id = ${by.workspaceId}::uuid
          and f.account_id = k.account_id and f.fact_id = s.fact_id)`.execute(tx);
  await sql`analyze usage_known`.execute(tx);
  return inserted;
}

/**
 * Of the records set apart those with one stored fact that says the same: told again, or standing again where it was
 * withdrawn. `corrected`: from when (ms) a correction of the file is known. Told again ones leave the stage.
 */
export async function tellPeriodsAgain(
  tx: Tx,
  by: PeriodWriter,
  corrected: number,
): Promise<{ again: number; revived: number }> {
  const result = await sql<{ again: number; revived: number }>`
    with alone as (
      select n.fact_id as line, n.account_id, min(f.fact_id::text)::uuid as fact_id
      from usage_known n join app.fact f on f.workspace_id = ${by.workspaceId}::uuid and f.account_id = n.account_id
        and f.source = ${by.source} and f.external_id = n.external_id and f.type = ${type}
      where not exists (select from usage_known o where o.external_id = n.external_id and o.fact_id <> n.fact_id)
      group by n.fact_id, n.account_id having count(*) = 1),
    equal as (
      select a.line, f.account_id, f.fact_id, f.import_id, coalesce(w.withdrawn, false) as withdrawn
      from alone a join usage_known n on n.fact_id = a.line
      join app.fact f on f.workspace_id = ${by.workspaceId}::uuid and f.account_id = a.account_id
        and f.fact_id = a.fact_id
      ${newestWithdrawal}
      where f.content_hash = n.content_hash and f.known_at <= case when coalesce(w.withdrawn, false)
        then to_timestamp(n.known_ms / 1000) else ${instant(corrected)} end),
    stands as (
      insert into app.withdrawal (workspace_id, account_id, fact_id, seq, withdrawn, import_id, actor, door, recorded_at)
      select ${by.workspaceId}::uuid, e.account_id, e.fact_id,
        1 + (select max(w.seq) from app.withdrawal w where w.workspace_id = ${by.workspaceId}::uuid
          and w.account_id = e.account_id and w.fact_id = e.fact_id),
        false, ${by.importId}::uuid, ${by.actor}, ${by.door}, ${instant(by.now)}
      from equal e where e.withdrawn),
    told as (
      insert into app.restatement (workspace_id, account_id, fact_id, import_id)
      select ${by.workspaceId}::uuid, account_id, fact_id, ${by.importId}::uuid from equal where import_id is not null
      on conflict do nothing),
    off as (delete from usage_stage s using equal e where s.fact_id = e.line and not e.withdrawn),
    done as (delete from usage_known n using equal e where n.fact_id = e.line)
    select count(*) filter (where not withdrawn)::int as again, count(*) filter (where withdrawn)::int as revived
    from equal`.execute(tx);
  return result.rows[0] ?? { again: 0, revived: 0 };
}

export type OtherPeriod = {
  row: number;
  part: number;
  factId: string;
  accountId: string;
  externalId: string;
  name: string;
  how: string;
  first: string;
  day: string;
  value: number;
  occurredAt: number;
  knownAt: number;
  hindsight: boolean;
};

/** Periods that were told otherwise, after a row and part, in the order of the file. */
export async function otherPeriods(
  tx: Tx,
  after: { readonly row: number; readonly part: number },
  limit: number,
): Promise<OtherPeriod[]> {
  const result = await sql<OtherPeriod>`
    select row, part, fact_id as "factId", account_id as "accountId", external_id as "externalId", name, how,
      to_char(first, 'YYYY-MM-DD') as first, to_char(day, 'YYYY-MM-DD') as day, value, occurred_ms as "occurredAt",
      known_ms as "knownAt", hindsight
    from usage_known where (row, part) > (${after.row}::int, ${after.part}::int)
    order by row, part limit ${limit}`.execute(tx);
  return result.rows;
}

/** Takes lines off the stage. */
export async function offStage(tx: Tx, factIds: readonly string[]): Promise<void> {
  if (factIds.length === 0) return;
  await sql`delete from usage_stage where fact_id = any(${factIds}::uuid[])`.execute(tx);
}

/** Roots in id order, in parts that have about `facts` facts together. */
export async function rootParts(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
  facts: number,
): Promise<string[][]> {
  const result = await sql<{ ids: string[] }>`
    with counted as (
      select a.root_id as id, count(f.fact_id) as n from app.account a
      left join app.fact f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
      where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(${roots}::uuid[]) group by 1),
    parts as (select id, floor((sum(n) over (order by id) - 1) / ${facts}) as part from counted)
    select array_agg(id::text order by id) as ids from parts group by part order by part`.execute(tx);
  return result.rows.map(({ ids }) => ids);
}
