// Customers of earlier sheets: who of them is gone from a new one, and what a person answered about it before.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type KnownCustomer = { accountId: string; name: string; mrrCents: number | null };

/** Customers that a standing sheet told of, and that the list of a day (ISO) holds as not ended. */
export async function sheetCustomers(
  tx: Tx,
  workspaceId: string,
  source: string,
  asOf: string,
): Promise<KnownCustomer[]> {
  const result = await sql<KnownCustomer>`
    select a.account_id as "accountId", a.name, l.mrr_cents as "mrrCents"
    from app.account_list l
    join app.account a on a.workspace_id = l.workspace_id and a.account_id = l.account_id
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date and l.status <> 'ended' and exists (
      select from app.account m
      join app.fact f on f.workspace_id = m.workspace_id and f.account_id = m.account_id
        and f.type = 'account-described' and f.source = ${source}
      where m.workspace_id = l.workspace_id and m.root_id = l.account_id)
    order by a.account_id`.execute(tx);
  return result.rows;
}

/** Answers given before: the customer, and the name that is another's (empty: it was kept). */
export async function sheetAnswers(
  tx: Tx,
  workspaceId: string,
): Promise<{ accountId: string; other: string }[]> {
  const result = await sql<{ accountId: string; other: string }>`
    select account_id as "accountId", other from app.sheet_answer
    where workspace_id = ${workspaceId}::uuid`.execute(tx);
  return result.rows;
}

export async function insertSheetAnswers(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; other: string }[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.sheet_answer (workspace_id, account_id, other, answered_at)
    select ${workspaceId}::uuid, x."accountId", x.other, to_timestamp(${now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, other text)
    on conflict do nothing`.execute(tx);
}
