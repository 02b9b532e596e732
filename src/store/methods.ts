// Published versions of the workspace's method. A version is never edited; the newest one runs.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

export type MethodVersionRow = { version: number; key: string; contentHash: string; source: string };

/** Version and content hash of the newest method, without its text. */
export async function latestMethodHead(
  tx: Tx,
  workspaceId: string,
): Promise<Omit<MethodVersionRow, 'source'> | null> {
  const result = await sql<Omit<MethodVersionRow, 'source'>>`${kept}
    select version, key, content_hash as "contentHash" from app.method_version
    where workspace_id = ${workspaceId}::uuid order by version desc limit 1`.execute(tx);
  return result.rows[0] ?? null;
}

export async function latestMethod(tx: Tx, workspaceId: string): Promise<MethodVersionRow | null> {
  const result = await sql<MethodVersionRow>`
    select version, key, content_hash as "contentHash", source from app.method_version
    where workspace_id = ${workspaceId}::uuid order by version desc limit 1`.execute(tx);
  return result.rows[0] ?? null;
}

export async function insertMethod(
  tx: Tx,
  workspaceId: string,
  row: MethodVersionRow & { actor: string; now: number },
): Promise<void> {
  await sql`
    insert into app.method_version (workspace_id, version, key, content_hash, source, actor, published_at)
    values (${workspaceId}::uuid, ${row.version}, ${row.key}, ${row.contentHash}, ${row.source}, ${row.actor},
      to_timestamp(${row.now}::float8 / 1000)) on conflict do nothing`.execute(tx);
}
