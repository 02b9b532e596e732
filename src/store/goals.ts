// The sums behind the goals that a team shares, over the list of a day: money of a year ago and now, and how long the first
// value took. Counts rows; weighs nothing.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/** Whose customers: of one owner; null: everybody's. */
const among = (workspaceId: string, asOf: string, owner: string | null) => sql`
  from app.account_list l
  where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date
    and (${owner}::text is null or exists (select from app.account_file f
      where f.workspace_id = l.workspace_id and f.account_id = l.account_id and f.owner = ${owner}))`;

/** Sums of those whose money of a year ago is known (cents a month). */
export type YearSums = {
  /** Customers with money now that is known. */
  readonly priced: number;
  /** Who paid then; of those: whose money now is not known, and how much they paid. */
  readonly opened: number;
  readonly gaps: number;
  readonly gapCents: number;
  /** The movements of the others. */
  readonly openingCents: number;
  readonly expansionCents: number;
  readonly contractionCents: number;
  readonly adjustmentCents: number;
  readonly churnCents: number;
  readonly lost: number;
};

/** Sums what `yearMoved` says of each customer of a year ago. */
export async function yearSums(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  owner: string | null,
): Promise<YearSums> {
  const result = await sql<YearSums>`
    with steps as (
      select l.mrr_year_ago_cents as then_cents, l.mrr_cents as now_cents, l.year_moved as moved
      ${among(workspaceId, asOf, owner)})
    select count(*) filter (where now_cents is not null)::float8 as priced,
      count(*) filter (where then_cents > 0)::float8 as opened,
      count(*) filter (where then_cents > 0 and now_cents is null)::float8 as gaps,
      coalesce(sum(then_cents) filter (where now_cents is null), 0)::float8 as "gapCents",
      coalesce(sum(then_cents) filter (where moved is not null), 0)::float8 as "openingCents",
      coalesce(sum(moved[1]), 0)::float8 as "expansionCents",
      coalesce(sum(moved[2]), 0)::float8 as "contractionCents",
      coalesce(sum(moved[3]), 0)::float8 as "adjustmentCents",
      coalesce(sum(moved[4]), 0)::float8 as "churnCents",
      count(*) filter (where moved[4] > 0)::float8 as lost
    from steps`.execute(tx);
  const row = result.rows[0];
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

export type WaitedRow = { readonly days: number; readonly arrived: boolean; readonly accounts: number };

/** How long customers waited for their first value, or wait; who left without one is not counted. */
export async function waitedRows(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  owner: string | null,
): Promise<WaitedRow[]> {
  const result = await sql<WaitedRow>`
    select l.ttfv_days as days, l.first_value as arrived, count(*)::int as accounts
    ${among(workspaceId, asOf, owner)} and l.ttfv_days is not null and (l.listed or l.first_value)
    group by 1, 2 order by 1, 2`.execute(tx);
  return result.rows;
}
