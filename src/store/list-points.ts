// A filtered list as it is drawn: the accounts with most at stake one by one, the rest counted in cells of a grid, and who
// has no place there. Drawn nowhere.
import { sql } from 'kysely';
import type { Band } from '#domain/decision.ts';
import type { Tx } from './in-workspace.ts';
import { filterWhere, ofDay, type ListFilter } from './list-filter.ts';

export type Point = {
  id: string;
  name: string;
  band: Band;
  score: number;
  mrrCents: number;
  atStakeCents: number | null;
};
/** Accounts in a cell: column `x` of `columns` over 0 to 100 points, row `y` of `rows` over the root of the revenue. */
export type Cell = { x: number; y: number; accounts: number };
export type PointGrid = {
  points: Point[];
  cells: Cell[];
  columns: number;
  rows: number;
  /** Accounts with health and revenue: those drawn. */
  drawn: number;
  topMrrCents: number;
  /** Accounts without a place, and the first of them by revenue, then name. */
  withoutHealth: number;
  withoutMrr: number;
  out: { id: string; name: string; withoutHealth: boolean }[];
};

const columns = 40;
const rows = 24;
const shownOut = 5;
/** Accounts drawn one by one where there are more than may be. */
const ofCrowd = 150;

/** Up to `most` accounts are drawn one by one; of more, those with most at stake. */
export async function pointsOf(
  tx: Tx,
  workspaceId: string,
  filter: ListFilter,
  most: number,
): Promise<PointGrid> {
  const held = sql`select l.account_id, l.name_key, l.band, l.score, l.mrr_cents, l.at_stake_cents,
      l.score is not null and l.mrr_cents is not null and l.mrr_cents >= 0 as drawn
    from app.account_list l where ${ofDay(workspaceId, filter.asOf)} and ${filterWhere(workspaceId, filter)}`;
  const result = await sql<Omit<PointGrid, 'columns' | 'rows'>>`
    with held as materialized (${held}),
    most as (select coalesce(max(mrr_cents), 0) as mrr, count(*) > ${most}::int as crowded from held where drawn),
    top as materialized (select * from held where drawn
      order by at_stake_cents desc nulls last, mrr_cents desc, name_key, account_id
      limit (select case when crowded then ${ofCrowd}::int else ${most}::int end from most)),
    rest as (select * from held where drawn and account_id <> all(array(select account_id from top))),
    grid as (select least(floor(score / 100.0 * ${columns}), ${columns - 1})::int as x,
        least(floor(sqrt(mrr_cents / greatest(most.mrr, 1)::float8) * ${rows}), ${rows - 1})::int as y, count(*)::int as accounts
      from rest, most group by 1, 2),
    gone as (select * from held where not drawn order by mrr_cents desc nulls last, name_key limit ${shownOut})
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.account_id, 'name', a.name, 'band', t.band, 'score', t.score,
          'mrrCents', t.mrr_cents, 'atStakeCents', t.at_stake_cents) order by t.mrr_cents desc, t.name_key, t.account_id), '[]')
        from top t join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = t.account_id) as points,
      (select coalesce(jsonb_agg(jsonb_build_object('x', g.x, 'y', g.y, 'accounts', g.accounts)), '[]') from grid g) as cells,
      (select count(*)::int from held where drawn) as drawn,
      (select mrr::bigint from most) as "topMrrCents",
      (select count(*)::int from held where score is null) as "withoutHealth",
      (select count(*)::int from held where score is not null and not drawn) as "withoutMrr",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.account_id, 'name', a.name, 'withoutHealth', o.score is null)
          order by o.mrr_cents desc nulls last, o.name_key), '[]')
        from gone o join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = o.account_id) as out
    `.execute(tx);
  const found = result.rows[0];
  return {
    points: found?.points ?? [],
    cells: found?.cells ?? [],
    columns,
    rows,
    drawn: found?.drawn ?? 0,
    topMrrCents: found?.topMrrCents ?? 0,
    withoutHealth: found?.withoutHealth ?? 0,
    withoutMrr: found?.withoutMrr ?? 0,
    out: found?.out ?? [],
  };
}
