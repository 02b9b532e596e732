// Who did what, through which door. Rows are only ever added, in the transaction of the act.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

export async function insertAudit(
  tx: Tx,
  workspaceId: string,
  row: { auditId: string; at: number; actor: string; door: string; verb: string; detail: unknown },
): Promise<void> {
  await sql`${kept}
    insert into app.audit (workspace_id, audit_id, at, actor, door, verb, detail)
    values (${workspaceId}::uuid, ${row.auditId}::uuid, to_timestamp(${row.at}::float8 / 1000), ${row.actor},
      ${row.door}, ${row.verb}, ${JSON.stringify(row.detail)}::jsonb)`.execute(tx);
}

/** Id of the last act in a workspace: while it is the same, nobody changed anything. Null before the first. */
export async function lastAct(tx: Tx, workspaceId: string): Promise<string | null> {
  const result = await sql<{ id: string }>`
    select audit_id as id from app.audit where workspace_id = ${workspaceId}::uuid
    order by audit_id desc limit 1`.execute(tx);
  return result.rows[0]?.id ?? null;
}
