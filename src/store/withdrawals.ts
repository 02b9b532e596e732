// Withdrawing facts and reviving them: rows that say so, in order. The facts themselves stay untouched.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal } from './standing.ts';

/** Stands in `restatement` for what was told again outside any import. */
export const noImport = '00000000-0000-0000-0000-000000000000';

/**
 * Withdraws what only this import said: facts it recorded or restated that no other standing import says too,
 * and that did not come from elsewhere. Answers the accounts it touched.
 */
export async function withdrawImport(
  tx: Tx,
  workspaceId: string,
  importId: string,
  by: { actor: string; door: string; now: number },
): Promise<{ withdrawn: number; accounts: string[] }> {
  const result = await sql<{ accountId: string; n: number }>`
    with said as (
      select account_id, fact_id from app.fact
      where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
      union
      select account_id, fact_id from app.restatement
      where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid),
    gone as (insert into app.withdrawal
      (workspace_id, account_id, fact_id, seq, withdrawn, import_id, actor, door, recorded_at)
    select f.workspace_id, f.account_id, f.fact_id, coalesce(w.seq, 0) + 1, true, ${importId}::uuid, ${by.actor},
      ${by.door}, to_timestamp(${by.now}::float8 / 1000)
    from said
    join app.fact f on f.workspace_id = ${workspaceId}::uuid and f.account_id = said.account_id
      and f.fact_id = said.fact_id
    left join lateral (select w.seq, w.withdrawn from app.withdrawal w
      where w.workspace_id = f.workspace_id and w.account_id = f.account_id and w.fact_id = f.fact_id
      order by w.seq desc limit 1) w on true
    where coalesce(w.withdrawn, false) = false and f.import_id is not null
      and not exists (select from app.import i where i.workspace_id = f.workspace_id and i.import_id = f.import_id
        and i.import_id <> ${importId}::uuid and i.state = 'committed')
      and (select true from app.restatement r
        left join app.import i on i.workspace_id = r.workspace_id and i.import_id = r.import_id
        where r.workspace_id = f.workspace_id and r.account_id = f.account_id and r.fact_id = f.fact_id
          and r.import_id <> ${importId}::uuid and (r.import_id = ${noImport}::uuid or i.state = 'committed')
        limit 1) is null
    returning account_id)
    select account_id as "accountId", count(*)::int as n from gone group by 1 order by 1`.execute(tx);
  return {
    withdrawn: result.rows.reduce((sum, row) => sum + row.n, 0),
    accounts: result.rows.map((row) => row.accountId),
  };
}

/** Accounts of which an import said something, in id order. */
export async function accountsOfImport(tx: Tx, workspaceId: string, importId: string): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select account_id as id from app.fact
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
    union
    select account_id from app.restatement
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid order by 1`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Notes that an import, or a door outside any (null), told again what was known already. */
export async function insertRestatements(
  tx: Tx,
  workspaceId: string,
  importId: string | null,
  facts: readonly { accountId: string; factId: string }[],
): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    insert into app.restatement (workspace_id, account_id, fact_id, import_id)
    select f.workspace_id, f.account_id, f.fact_id, ${importId ?? noImport}::uuid
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as x("accountId" uuid, "factId" uuid)
    cross join lateral (select * from app.fact f where f.workspace_id = ${workspaceId}::uuid
      and f.account_id = x."accountId" and f.fact_id = x."factId" offset 0) f
    where f.import_id is not null
    on conflict do nothing`.execute(tx);
}

/** An import names customers again that an earlier one placed in a stage: the placement is then its own word too. */
export async function restatePlacements(
  tx: Tx,
  workspaceId: string,
  importId: string,
  accountIds: readonly string[],
): Promise<void> {
  await sql`
    insert into app.restatement (workspace_id, account_id, fact_id, import_id)
    select f.workspace_id, f.account_id, f.fact_id, ${importId}::uuid from app.fact f
    where f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
      and f.type = 'stage-placed' and f.source = 'perene:placement' and f.import_id is not null
      and f.import_id <> ${importId}::uuid
      and not coalesce((select w.withdrawn from app.withdrawal w
        where w.workspace_id = f.workspace_id and w.account_id = f.account_id and w.fact_id = f.fact_id
        order by w.seq desc limit 1), false)
    on conflict do nothing`.execute(tx);
}

/** Writes one more state for each named fact (withdrawn or standing again). */
export async function setWithdrawn(
  tx: Tx,
  workspaceId: string,
  facts: readonly { accountId: string; factId: string }[],
  state: { withdrawn: boolean; importId: string | null; actor: string; door: string; now: number },
): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    insert into app.withdrawal
      (workspace_id, account_id, fact_id, seq, withdrawn, import_id, actor, door, recorded_at)
    select ${workspaceId}::uuid, x."accountId", x."factId",
      1 + coalesce((select max(w.seq) from app.withdrawal w where w.workspace_id = ${workspaceId}::uuid
        and w.account_id = x."accountId" and w.fact_id = x."factId"), 0),
      ${state.withdrawn}, ${state.importId}::uuid, ${state.actor}, ${state.door},
      to_timestamp(${state.now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as x("accountId" uuid, "factId" uuid)`.execute(
    tx,
  );
}

export type StandingFact = {
  readonly accountId: string;
  readonly type: string;
  /** The contact it is of; null: of none. */
  readonly contact: string | null;
  readonly source: string;
  /** Instants in ms. */
  readonly occurredAt: number;
  readonly knownAt: number;
};

/**
 * A fact of an account (or of one read as it) that stands and came from a source, or under an outside id that begins with
 * a mark; null: there is none.
 */
export async function standingFact(
  tx: Tx,
  workspaceId: string,
  rootId: string,
  factId: string,
  by: { readonly source: string; readonly mark: string },
): Promise<StandingFact | null> {
  const result = await sql<StandingFact>`
    select f.account_id as "accountId", f.type, f.body ->> 'contact' as contact, f.source,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt"
    from app.account a
    join app.fact f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
    ${newestWithdrawal}
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = ${rootId}::uuid
      and f.fact_id = ${factId}::uuid and (f.source = ${by.source} or starts_with(f.external_id, ${by.mark}))
      and not coalesce(w.withdrawn, false)`.execute(tx);
  return result.rows[0] ?? null;
}
