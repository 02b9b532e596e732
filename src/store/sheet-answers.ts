// Customers of earlier sheets: who of them is gone from a new one, and what a person answered about it before.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type KnownCustomer = {
  accountId: string;
  name: string;
  taxId: string | null;
  mrrCents: number | null;
};
/** The last sheet that a customer stood in; `today` is the sheet's day (ISO). */
export type LastSheet = { accountId: string; file: string; today: string };

/** Customers that a standing sheet told of, and that the list of a day (ISO) holds as not ended. */
export async function sheetCustomers(
  tx: Tx,
  workspaceId: string,
  source: string,
  asOf: string,
): Promise<KnownCustomer[]> {
  const result = await sql<KnownCustomer>`
    select a.account_id as "accountId", a.name, a.tax_id as "taxId", l.mrr_cents as "mrrCents"
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

/** The last committed sheet of a source that each of these customers stood in; who stood in none is absent. */
export async function lastSheets(
  tx: Tx,
  workspaceId: string,
  source: string,
  accountIds: readonly string[],
): Promise<LastSheet[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<LastSheet>`
    select distinct on (m.root_id) m.root_id as "accountId", i.file_name as file,
      to_char(i.today, 'YYYY-MM-DD') as today
    from app.account m
    join app.fact f on f.workspace_id = m.workspace_id and f.account_id = m.account_id
      and f.type = 'account-described' and f.source = ${source}
    cross join lateral (select f.import_id union all
      select r.import_id from app.restatement r
      where r.workspace_id = f.workspace_id and r.account_id = f.account_id and r.fact_id = f.fact_id) told
    join app.import i on i.workspace_id = m.workspace_id and i.import_id = told.import_id and i.state = 'committed'
    where m.workspace_id = ${workspaceId}::uuid and m.root_id = any(${accountIds}::uuid[])
    order by m.root_id, i.today desc, i.import_id desc`.execute(tx);
  return result.rows;
}

/** Answers given before: the customer, and the name that is another's (empty: of the customer that was gone itself). */
export async function sheetAnswers(
  tx: Tx,
  workspaceId: string,
): Promise<{ accountId: string; other: string }[]> {
  const result = await sql<{ accountId: string; other: string }>`
    select account_id as "accountId", other from app.sheet_answer
    where workspace_id = ${workspaceId}::uuid`.execute(tx);
  return result.rows;
}

/** Remembers answers given for an import. */
export async function insertSheetAnswers(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; other: string }[],
  by: { importId: string | null; now: number },
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.sheet_answer (workspace_id, account_id, other, import_id, answered_at)
    select ${workspaceId}::uuid, x."accountId", x.other, ${by.importId}::uuid, to_timestamp(${by.now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, other text)
    on conflict (workspace_id, account_id, other) do update
      set import_id = excluded.import_id, answered_at = excluded.answered_at`.execute(tx);
}

/** Forgets that these customers were gone: they stand in a sheet again. */
export async function forgetGone(tx: Tx, workspaceId: string, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`delete from app.sheet_answer where workspace_id = ${workspaceId}::uuid
    and account_id = any(${accountIds}::uuid[]) and other = ''`.execute(tx);
}

/** Takes back what was answered for an import. */
export async function forgetAnswersOf(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await sql`delete from app.sheet_answer
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(tx);
}
