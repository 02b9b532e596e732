// The list of a day in the order of attention, one part after the other. Who filters or searches asks `list-pages.ts`.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/** One listed account as it was decided, and its place in the order of attention. */
export type ListedRow = {
  readonly accountId: string;
  readonly name: string;
  readonly decision: unknown;
  readonly place: { readonly attention: string; readonly id: string };
};

/** The listed accounts of a day in order of attention, after a place. */
export async function listedAfter(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  after: ListedRow['place'] | null,
  limit: number,
): Promise<ListedRow[]> {
  const from = after
    ? sql`and (-l.attention, l.account_id) > (${after.attention}::bigint, ${after.id}::uuid)`
    : sql``;
  const result = await sql<Omit<ListedRow, 'place'> & { attention: string }>`
    select l.account_id as "accountId", a.name, l.decision, (-l.attention)::text as attention
    from app.account_list l
    join app.account a on a.workspace_id = l.workspace_id and a.account_id = l.account_id
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date and l.listed ${from}
    order by -l.attention, l.account_id limit ${limit}`.execute(tx);
  return result.rows.map(({ attention, ...row }) => ({ ...row, place: { attention, id: row.accountId } }));
}

/** How many accounts a day's list has. */
export async function listedCount(tx: Tx, workspaceId: string, asOf: string): Promise<number> {
  const result = await sql<{ n: number }>`
    select count(*)::int as n from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and listed`.execute(tx);
  return result.rows[0]?.n ?? 0;
}
