// The list of a day: rows written when accounts are decided, dropped when what they rest on changed.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/** One account on the list of a day. `decision` is opaque here. */
export type ListRow = {
  accountId: string;
  methodVersion: number;
  contextHash: string;
  nameKey: string;
  status: string;
  segment: string | null;
  band: string;
  score: number | null;
  trend: number | null;
  mrrCents: number | null;
  atStakeCents: number | null;
  renewsOn: string | null;
  stages: readonly string[];
  signals: readonly string[];
  listed: boolean;
  atRisk: boolean;
  ready: boolean;
  stalled: boolean;
  inWindow: boolean;
  lateWindow: boolean;
  shallow: boolean;
  offer: string | null;
  offerPriority: number | null;
  /** Order of attention, higher first (see `actions/list-row.ts`); a decimal integer below 2^63. */
  attention: string;
  decision: unknown;
};

const recordset = sql`x("accountId" uuid, "methodVersion" int, "contextHash" text, "nameKey" text, status text,
  segment text, band text, score float8, trend float8, "mrrCents" bigint, "atStakeCents" bigint, "renewsOn" date,
  stages jsonb, signals jsonb, listed boolean, "atRisk" boolean, ready boolean, stalled boolean, "inWindow" boolean,
  "lateWindow" boolean, shallow boolean, offer text, "offerPriority" float8, attention bigint, decision jsonb)`;

export async function upsertList(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  rows: readonly ListRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.account_list (workspace_id, as_of, account_id, method_version, context_hash, name_key, status,
      segment, band, score, trend, mrr_cents, at_stake_cents, renews_on, stages, signals, listed, at_risk, ready, stalled,
      in_window, late_window, shallow, offer, offer_priority, attention, decision)
    select ${workspaceId}::uuid, ${asOf}::date, x."accountId", x."methodVersion", x."contextHash", x."nameKey", x.status,
      x.segment, x.band, x.score, x.trend, x."mrrCents", x."atStakeCents", x."renewsOn",
      array(select jsonb_array_elements_text(x.stages)), array(select jsonb_array_elements_text(x.signals)), x.listed,
      x."atRisk", x.ready, x.stalled, x."inWindow", x."lateWindow", x.shallow, x.offer, x."offerPriority", x.attention,
      x.decision
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${recordset}
    on conflict (workspace_id, as_of, account_id) do update set
      method_version = excluded.method_version, context_hash = excluded.context_hash, name_key = excluded.name_key,
      status = excluded.status, segment = excluded.segment, band = excluded.band, score = excluded.score,
      trend = excluded.trend, mrr_cents = excluded.mrr_cents, at_stake_cents = excluded.at_stake_cents,
      renews_on = excluded.renews_on, stages = excluded.stages, signals = excluded.signals, listed = excluded.listed,
      at_risk = excluded.at_risk, ready = excluded.ready, stalled = excluded.stalled, in_window = excluded.in_window,
      late_window = excluded.late_window, shallow = excluded.shallow, offer = excluded.offer,
      offer_priority = excluded.offer_priority, attention = excluded.attention, decision = excluded.decision`.execute(
    tx,
  );
}

/** Accounts whose facts changed are on no list until they are decided again. */
export async function dropFromLists(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`delete from app.account_list
    where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[])`.execute(tx);
}

/** Takes accounts off the lists of the days between `from` and before `until`: what was known then changed. */
export async function dropFromPastLists(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; from: string }[],
  until: string,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from app.account_list l
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "from" date), app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.account_id = x."accountId"
      and l.workspace_id = ${workspaceId}::uuid and l.account_id = a.root_id
      and l.as_of >= x."from" and l.as_of < ${until}::date`.execute(tx);
}

/** Lists of these days and later are made again: what the firm itself told changed. */
export async function dropListsFrom(tx: Tx, workspaceId: string, from: string): Promise<void> {
  await sql`delete from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of >= ${from}::date`.execute(tx);
}

/** Lists of days other than these are only a cache and may go. */
export async function dropOtherDays(tx: Tx, workspaceId: string, keep: readonly string[]): Promise<void> {
  await sql`delete from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of <> all(${keep}::date[])`.execute(tx);
}

/** Ids of accounts with a file and no fitting row on the list of a day. A null context accepts any. */
export async function missingFromList(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  fit: { methodVersion: number; contextHash: string | null },
  page: { after: string | null; limit: number },
): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select f.account_id as id from app.account_file f
    where f.workspace_id = ${workspaceId}::uuid
      and (${page.after}::uuid is null or f.account_id > ${page.after}::uuid)
      and not exists (select from app.account_list l
        where l.workspace_id = f.workspace_id and l.as_of = ${asOf}::date and l.account_id = f.account_id
          and l.method_version = ${fit.methodVersion}
          and (${fit.contextHash}::text is null or l.context_hash = ${fit.contextHash}))
    order by f.account_id limit ${page.limit}`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Median monthly revenue of a day's list in cents; null when no account has one. */
export async function medianMrr(tx: Tx, workspaceId: string, asOf: string): Promise<number | null> {
  const result = await sql<{ median: string | null }>`
    select percentile_disc(0.5) within group (order by mrr_cents) as median from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and listed and mrr_cents is not null`.execute(
    tx,
  );
  const median = result.rows[0]?.median;
  return median === null || median === undefined ? null : Number(median);
}

/** Rows that do not depend on what changed in the context carry over to the new one. */
export async function carryContext(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  change: { from: string; to: string },
): Promise<void> {
  await sql`update app.account_list set context_hash = ${change.to}
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and context_hash = ${change.from}
      and mrr_cents is not null`.execute(tx);
}
