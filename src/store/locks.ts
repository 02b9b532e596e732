// Locks that live as long as a transaction: writers of one account take turns, others do not wait.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { keptFor } from './kept.ts';
import { listsEntered } from './list-days.ts';

/** One opener of shells at a time in a workspace. */
export async function lockShells(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 11))`.execute(tx);
}

/** One import is committed or undone at a time in a workspace: each asks what others have said. */
export async function lockImports(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 13))`.execute(tx);
}

/** One change of the firm's words for suggested events at a time: each says over which list it was made. */
export async function lockKeywords(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 19))`.execute(tx);
}

/** One publishing of a method at a time: each says beside which version it was looked at. */
export async function lockMethod(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 23))`.execute(tx);
}

/** Joins and partings take turns in a workspace, so that no two of them close a ring. */
export async function lockJoins(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 17))`.execute(tx);
}

/**
 * Takes the accounts (with all that read as the same customer) in id order; answers id → root. Who holds them may take
 * them off lists: nobody finds a list complete meanwhile.
 */
export async function lockAccounts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const result = await sql<{ id: string; root: string }>`${keptFor(accountIds)}
    with lists as materialized (select ${listsEntered(workspaceId)} as entered)
    select a.account_id as id, a.root_id as root from app.account a, lists
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(array(
      select b.root_id from app.account b
      where b.workspace_id = ${workspaceId}::uuid and b.account_id = any(${accountIds}::uuid[])))
    order by a.account_id for update of a`.execute(tx);
  return new Map(result.rows.map((row) => [row.id, row.root]));
}
