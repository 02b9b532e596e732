// Shells that wait to be assigned: a table named a customer that no list of customers tells of.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type WaitingTotals = { shells: number; facts: number; mrrCents: number; withoutMrr: number };

/** How many shells wait, with the facts and the monthly value (cents) they hold on the list of a day. */
export async function waitingTotals(tx: Tx, workspaceId: string, asOf: string): Promise<WaitingTotals> {
  const result = await sql<WaitingTotals>`
    select count(*)::int as shells, coalesce(sum(f.facts), 0)::int as facts,
      coalesce(sum(l.mrr_cents), 0)::bigint as "mrrCents", (count(*) - count(l.mrr_cents))::int as "withoutMrr"
    from app.account a
    join app.account_file f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
    left join app.account_list l on l.workspace_id = a.workspace_id and l.account_id = a.account_id
      and l.as_of = ${asOf}::date
    where a.workspace_id = ${workspaceId}::uuid and not a.assigned and a.root_id = a.account_id`.execute(tx);
  return result.rows[0] ?? { shells: 0, facts: 0, mrrCents: 0, withoutMrr: 0 };
}

export type WaitingShell = {
  id: string;
  name: string;
  taxId: string | null;
  facts: number;
  mrrCents: number | null;
  /** Source of the first fact that named it. */
  source: string | null;
};

/** Waiting shells after an id, in id order: pages do not move while facts come in. */
export async function waitingShells(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  page: { after: string | null; limit: number },
): Promise<WaitingShell[]> {
  const result = await sql<WaitingShell>`
    select a.account_id as id, a.name, a.tax_id as "taxId", f.facts, l.mrr_cents as "mrrCents", k.source
    from app.account a
    join app.account_file f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
    left join app.account_list l on l.workspace_id = a.workspace_id and l.account_id = a.account_id
      and l.as_of = ${asOf}::date
    left join lateral (select s.source from app.fact s
      where s.workspace_id = a.workspace_id and s.account_id = a.account_id order by s.recorded_at, s.fact_id limit 1) k on true
    where a.workspace_id = ${workspaceId}::uuid and not a.assigned and a.root_id = a.account_id
      and (${page.after}::uuid is null or a.account_id > ${page.after}::uuid)
    order by a.account_id limit ${page.limit}`.execute(tx);
  return result.rows;
}

/** Makes shells customers of the base (true), or puts them back into the inbox; answers those that changed. */
export async function setAssigned(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  assigned: boolean,
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<{ id: string }>`
    update app.account set assigned = ${assigned}
    where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[]) and assigned <> ${assigned}
    returning account_id as id`.execute(tx);
  return result.rows.map((row) => row.id);
}
