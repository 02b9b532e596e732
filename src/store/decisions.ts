// Decisions kept whole, and the contexts they were taken in, so that any of them can be shown and recomputed.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';
import { newestWithdrawal } from './standing.ts';

export type DecisionRow = {
  decisionId: string;
  accountId: string;
  asOf: string;
  contentHash: string;
  engineVersion: string;
  methodVersion: number;
  contextHash: string;
  data: unknown;
};

/**
 * Keeps the decisions whose content differs from the newest kept one of their account, and the contexts they were
 * taken in; answers how many decisions.
 */
export async function keepDecisions(
  tx: Tx,
  workspaceId: string,
  rows: readonly DecisionRow[],
  contexts: readonly { hash: string; data: unknown }[],
  now: number,
): Promise<number> {
  if (rows.length === 0) return 0;
  const at = sql`to_timestamp(${now}::float8 / 1000)`;
  const result = await sql`${kept}
    with contexts as (insert into app.context_snapshot (workspace_id, context_hash, data, first_at)
      select ${workspaceId}::uuid, c.hash, c.data, ${at}
      from jsonb_to_recordset(${JSON.stringify(contexts)}::jsonb) as c(hash text, data jsonb) on conflict do nothing)
    insert into app.decision (workspace_id, account_id, decision_id, seq, as_of, decided_at, content_hash, engine_version,
      method_version, context_hash, data)
    select ${workspaceId}::uuid, x."accountId", x."decisionId", 1 + coalesce(newest.seq, 0), x."asOf", ${at},
      x."contentHash", x."engineVersion", x."methodVersion", x."contextHash", x.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "decisionId" uuid, "asOf" date,
      "contentHash" text, "engineVersion" text, "methodVersion" int, "contextHash" text, data jsonb)
    left join lateral (select d.seq, d.content_hash from app.decision d
      where d.workspace_id = ${workspaceId}::uuid and d.account_id = x."accountId"
      order by d.seq desc limit 1) newest on true
    where x."contentHash" is distinct from newest.content_hash
    returning decision_id`.execute(tx);
  return result.rows.length;
}

export type OfferAnswer = {
  offer: string;
  accepted: boolean;
  /** When it was known (ms). */
  knownAt: number;
  /** The account it is read as, and the print of its file; null where it keeps none. */
  accountId: string;
  print: string | null;
};

/** Offers answered by an instant, oldest first: one row each, with the state of the account's file. */
export async function offerAnswers(tx: Tx, workspaceId: string, asOf: number): Promise<OfferAnswer[]> {
  const result = await sql<OfferAnswer>`${kept}
    select f.body ->> 'offer' as offer, f.type = 'offer-accepted' as accepted,
      floor(extract(epoch from f.known_at) * 1000)::float8 as "knownAt", a.root_id as "accountId", file.print
    from app.fact f
    cross join lateral (select a.root_id from app.account a
      where a.workspace_id = f.workspace_id and a.account_id = f.account_id limit 1) a
    left join lateral (select af.print from app.account_file af
      where af.workspace_id = f.workspace_id and af.account_id = a.root_id limit 1) file on true
    ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.type in ('offer-accepted', 'offer-refused')
      and f.occurred_at <= to_timestamp(${asOf}::float8 / 1000) and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
      and coalesce(w.withdrawn, false) = false
    order by f.known_at, f.fact_id`.execute(tx);
  return result.rows;
}

/** Offers accepted in a month (`2026-04`, in the zone), as known by an instant: how many of each. */
export async function acceptedIn(
  tx: Tx,
  workspaceId: string,
  month: string,
  zone: string,
  asOf: number,
): Promise<{ offer: string; accounts: number }[]> {
  const result = await sql<{ offer: string; accounts: number }>`
    select f.body ->> 'offer' as offer, count(distinct (f.account_id, f.external_id))::int as accounts
    from app.fact f
    ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.type = 'offer-accepted'
      and to_char(f.occurred_at at time zone ${zone}, 'YYYY-MM') = ${month}
      and f.occurred_at <= to_timestamp(${asOf}::float8 / 1000) and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
      and coalesce(w.withdrawn, false) = false
    group by 1`.execute(tx);
  return result.rows;
}
