// Checkpoints: a cache of `assess` at past Mondays, one row per account, method version and week.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

export async function upsertCheckpoints(
  tx: Tx,
  workspaceId: string,
  methodVersion: number,
  rows: readonly { accountId: string; week: string; data: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`${kept}
    insert into app.checkpoint (workspace_id, account_id, method_version, week, data)
    select ${workspaceId}::uuid, x."accountId", ${methodVersion}, x.week, x.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, week date, data text)
    on conflict (workspace_id, account_id, method_version, week) do update set data = excluded.data`.execute(
    tx,
  );
}

/** Drops cached checkpoints from a week on: back-filled or withdrawn history changed what was known then. */
export async function dropCheckpoints(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; from: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from app.checkpoint c
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "from" date)
    where c.workspace_id = ${workspaceId}::uuid and c.account_id = x."accountId" and c.week >= x."from"`.execute(
    tx,
  );
}

/** Drops every account's checkpoints from a week on: what the firm itself told changed (a rate, a cover, a holiday). */
export async function dropCheckpointsFrom(tx: Tx, workspaceId: string, from: string): Promise<void> {
  await sql`delete from app.checkpoint
    where workspace_id = ${workspaceId}::uuid and week >= ${from}::date`.execute(tx);
}

/** The score's history of one account, oldest first. */
export async function checkpointHistory(
  tx: Tx,
  workspaceId: string,
  accountId: string,
  methodVersion: number,
  span: { from: string; to: string },
): Promise<{ week: string; data: string }[]> {
  const result = await sql<{ week: string; data: string }>`
    select to_char(week, 'YYYY-MM-DD') as week, data from app.checkpoint
    where workspace_id = ${workspaceId}::uuid and account_id = ${accountId}::uuid
      and method_version = ${methodVersion} and week between ${span.from}::date and ${span.to}::date
    order by week`.execute(tx);
  return result.rows;
}
