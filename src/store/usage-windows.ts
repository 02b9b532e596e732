// Usage windows: the days of an account that are over as one text, read in the place of their rows. A cache: whoever
// writes an older day drops it (see `usage.ts`), and losing it loses nothing.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type WindowRow = {
  accountId: string;
  /** First and last day (ISO) of which it holds every row. */
  from: string;
  until: string;
  data: string;
};

/** Keeps windows; one that reaches further stays. The caller holds the accounts' locks. */
export async function upsertWindows(tx: Tx, workspaceId: string, rows: readonly WindowRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.usage_window as w (workspace_id, account_id, from_day, until, data)
    select ${workspaceId}::uuid, x."accountId", x."from", x.until, x.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x("accountId" uuid, "from" date, until date, data text)
    on conflict (workspace_id, account_id) do update
      set from_day = excluded.from_day, until = excluded.until, data = excluded.data
      where w.until < excluded.until`.execute(tx);
}

/** Forgets the windows of accounts, whatever days they hold. */
export async function dropWindows(tx: Tx, workspaceId: string, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`delete from app.usage_window
    where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[])`.execute(tx);
}
