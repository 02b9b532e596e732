// Published versions of the workspace's method. A version is never edited; the newest one runs.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

/** A record of the firm: what its newest telling is asked by. */
export type FirmRecord = { readonly type: string; readonly source: string; readonly externalId: string };

export type MethodVersionRow = { version: number; key: string; contentHash: string; source: string };

export type MethodHead = Omit<MethodVersionRow, 'source'> & {
  /** Content hash of what the firm told over it; null: nothing. */
  toldHash: string | null;
};

/** The newest method without its text, and the hash of the newest telling of a record over it. */
export async function latestMethodHead(
  tx: Tx,
  workspaceId: string,
  over: FirmRecord,
): Promise<MethodHead | null> {
  const result = await sql<MethodHead>`${kept}
    select version, key, content_hash as "contentHash",
      (select f.content_hash from app.workspace_fact f
        where f.workspace_id = ${workspaceId}::uuid and f.source = ${over.source}
          and f.external_id = ${over.externalId} and f.type = ${over.type} and not f.withdrawn
        order by f.revision desc limit 1) as "toldHash"
    from app.method_version
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

export type MethodVersion = {
  readonly version: number;
  readonly key: string;
  readonly actor: string;
  /** Instant (ms). */
  readonly publishedAt: number;
};

/** The versions there were, newest first. */
export async function methodVersions(tx: Tx, workspaceId: string, limit: number): Promise<MethodVersion[]> {
  const result = await sql<MethodVersion>`
    select version, key, actor, round(extract(epoch from published_at) * 1000)::float8 as "publishedAt"
    from app.method_version where workspace_id = ${workspaceId}::uuid order by version desc limit ${limit}`.execute(
    tx,
  );
  return result.rows;
}

/** The text of a version; null when there was none of that number. */
export async function methodText(tx: Tx, workspaceId: string, version: number): Promise<string | null> {
  const result = await sql<{ source: string }>`
    select source from app.method_version
    where workspace_id = ${workspaceId}::uuid and version = ${version}`.execute(tx);
  return result.rows[0]?.source ?? null;
}
