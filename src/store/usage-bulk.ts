// Events of a whole file, from their stage into the raw usage; and an import's usage taken back.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { tallyStage } from './usage-stage.ts';
import type { DaySpan } from './usage.ts';

export type Settled = {
  readonly recorded: number;
  readonly duplicate: number;
  /** Known already with other content; left as it was. */
  readonly conflicts: number;
};

/**
 * Stores what was not known yet and leaves only that on the stage; an event that another import told with the same content
 * is noted as told again. The caller holds the accounts' locks.
 */
export async function settleEvents(
  tx: Tx,
  workspaceId: string,
  source: string,
  importId: string,
): Promise<Settled> {
  const met = await sql<{ met: boolean }>`
    select exists (
      select from usage_key k join app.usage_event u on u.workspace_id = ${workspaceId}::uuid
        and u.account_id = k.account_id and u.source = ${source}
        and u.day between (select min(day) from usage_when) and (select max(day) from usage_when)) as met`.execute(
    tx,
  );
  // Nobody else writes usage of these accounts, which are locked: where none of it is known, no event need be looked for.
  const known = met.rows[0]?.met === false ? sql`` : sql`on conflict do nothing`;
  const inserted = await sql`
    insert into app.usage_event (workspace_id, account_id, source, external_id, day, known_day, occurred_at, known_at,
      user_hash, event, value, session, department, minutes, content_hash, import_id)
    select ${workspaceId}::uuid, k.account_id, ${source}, s.external_id, w.day, w.known_day,
      w.occurred_at, w.known_at, s.user_hash, s.name, s.value, s.session,
      s.department, s.minutes, s.content_hash, ${importId}::uuid
    from usage_stage s join usage_key k using (key) join usage_when w using (at)
    order by k.account_id, w.day, s.external_id
    ${known}`.execute(tx);
  const total = await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from usage_tally`.execute(tx);
  const recorded = Number(inserted.numAffectedRows ?? 0);
  const again = (total.rows[0]?.n ?? 0) - recorded;
  if (again === 0) return { recorded, duplicate: 0, conflicts: 0 };
  const conflicts = await toldAgain(tx, workspaceId, source, importId);
  return { recorded, duplicate: again - conflicts, conflicts };
}

async function toldAgain(tx: Tx, workspaceId: string, source: string, importId: string): Promise<number> {
  const result = await sql<{ n: number }>`
    with known as (
      delete from usage_stage s using usage_key k, usage_when w, app.usage_event u
      where k.key = s.key and w.at = s.at and u.workspace_id = ${workspaceId}::uuid and u.account_id = k.account_id
        and u.day = w.day and u.source = ${source} and u.external_id = s.external_id and u.import_id is distinct from ${importId}::uuid
      returning u.account_id, u.day, u.external_id, u.content_hash = s.content_hash as same),
    again as (
      insert into app.usage_restatement (workspace_id, account_id, day, source, external_id, import_id)
      select ${workspaceId}::uuid, account_id, day, ${source}, external_id, ${importId}::uuid from known where same
      on conflict do nothing)
    select count(*)::int as n from known where not same`.execute(tx);
  await tallyStage(tx);
  return result.rows[0]?.n ?? 0;
}

/** Notes that an import told events again that were known already with the same content. */
export async function restateUsage(
  tx: Tx,
  workspaceId: string,
  importId: string,
  rows: readonly { accountId: string; source: string; externalId: string; day: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.usage_restatement (workspace_id, account_id, day, source, external_id, import_id)
    select ${workspaceId}::uuid, x."accountId", x.day, x.source, x."externalId", ${importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x("accountId" uuid, source text, "externalId" text, day date)
    on conflict do nothing`.execute(tx);
}

/** The days of the stage in parts of about `events` events, whose days can be made again one part at a time. */
export async function stagedParts(tx: Tx, events: number): Promise<DaySpan[][]> {
  const result = await sql<{ spans: DaySpan[] }>`
    with days as (
      select k.account_id, w.day, sum(t.n) as n
      from usage_tally t join usage_when w using (at) join usage_key k using (key) group by 1, 2),
    parts as (
      select account_id, day, floor((sum(n) over (order by account_id, day) - 1) / ${events}) as part from days),
    spans as (select part, account_id, min(day) as first, max(day) as last from parts group by 1, 2)
    select jsonb_agg(jsonb_build_object('accountId', account_id, 'from', first, 'to', last) order by account_id) as spans
    from spans group by part order by part`.execute(tx);
  return result.rows.map((row) => row.spans);
}

/** Accounts that an import brought usage to, or told usage of again; in id order. */
export async function usageAccountsOf(tx: Tx, workspaceId: string, importId: string): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select account_id as id from app.usage_event
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
    union
    select account_id from app.usage_restatement
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid order by 1`.execute(tx);
  return result.rows.map((row) => row.id);
}

/**
 * Takes an import's usage back. What another committed import told again becomes that import's own. Answers the days that
 * lost events, as one span an account, and how many events are gone.
 */
export async function withdrawUsage(
  tx: Tx,
  workspaceId: string,
  importId: string,
): Promise<{ withdrawn: number; spans: DaySpan[] }> {
  const at = sql`workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`;
  await sql`delete from app.usage_restatement where ${at}`.execute(tx);
  await sql`
    with heir as (
      select r.account_id, r.day, r.source, r.external_id, (min(r.import_id::text))::uuid as import_id
      from app.usage_restatement r
      join app.import i on i.workspace_id = r.workspace_id and i.import_id = r.import_id and i.state = 'committed'
      join app.usage_event u on u.workspace_id = r.workspace_id and u.account_id = r.account_id and u.day = r.day
        and u.source = r.source and u.external_id = r.external_id and u.import_id = ${importId}::uuid
      where r.workspace_id = ${workspaceId}::uuid group by 1, 2, 3, 4),
    gone as (
      delete from app.usage_restatement r using heir h
      where r.workspace_id = ${workspaceId}::uuid and r.account_id = h.account_id and r.day = h.day
        and r.source = h.source and r.external_id = h.external_id and r.import_id = h.import_id)
    update app.usage_event u set import_id = h.import_id from heir h
    where u.workspace_id = ${workspaceId}::uuid and u.account_id = h.account_id and u.day = h.day
      and u.source = h.source and u.external_id = h.external_id`.execute(tx);
  const result = await sql<DaySpan & { n: number }>`
    with gone as (delete from app.usage_event where ${at} returning account_id, day)
    select account_id as "accountId", to_char(min(day), 'YYYY-MM-DD') as "from", to_char(max(day), 'YYYY-MM-DD') as "to",
      count(*)::int as n
    from gone group by account_id order by account_id`.execute(tx);
  return {
    withdrawn: result.rows.reduce((sum, row) => sum + row.n, 0),
    spans: result.rows.map(({ accountId, from, to }) => ({ accountId, from, to })),
  };
}
