// The last comparison of a base's names and domains, and whether the base has changed since. A cache: losing it loses
// nothing.
import { sql } from 'kysely';
import type { NamedAccount } from './identity.ts';
import type { Tx } from './in-workspace.ts';

/** A pair as it was found; who they are is read anew each time. */
export type ScannedPair = {
  left: string;
  right: string;
  reason: { code: 'name'; similarity: number } | { code: 'domain'; domain: string };
};
export type Scan = { marker: string; pairs: ScannedPair[] };

/** A text that changes with what comparing rests on (accounts, their domains, words of their names, imports), and how many accounts. */
export async function identityMarker(
  tx: Tx,
  workspaceId: string,
): Promise<{ marker: string; accounts: number }> {
  const result = await sql<{ marker: string; accounts: number }>`
    select concat_ws(' ', a.n, a.domains, t.n, t.words, i.id) as marker, a.n as accounts
    from (select count(*)::int as n, sum(hashtext(domains::text)::bigint) as domains
        from app.account where workspace_id = ${workspaceId}::uuid) a,
      (select count(*)::int as n, sum(hashtext(token)::bigint) as words
        from app.account_token where workspace_id = ${workspaceId}::uuid) t,
      (select max(import_id::text) as id from app.import where workspace_id = ${workspaceId}::uuid) i`.execute(
    tx,
  );
  return result.rows[0] ?? { marker: '', accounts: 0 };
}

export async function readScan(tx: Tx, workspaceId: string): Promise<Scan | null> {
  const result = await sql<Scan>`
    select marker, pairs from app.identity_scan where workspace_id = ${workspaceId}::uuid`.execute(tx);
  return result.rows[0] ?? null;
}

export async function keepScan(tx: Tx, workspaceId: string, scan: Scan, now: number): Promise<void> {
  await sql`
    insert into app.identity_scan (workspace_id, marker, compared_at, pairs)
    values (${workspaceId}::uuid, ${scan.marker}, to_timestamp(${now}::float8 / 1000),
      ${JSON.stringify(scan.pairs)}::jsonb)
    on conflict (workspace_id) do update set marker = excluded.marker, compared_at = excluded.compared_at,
      pairs = excluded.pairs`.execute(tx);
}

/** Those of these accounts that still stand on their own, as they are known now. */
export async function standingAccounts(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<NamedAccount[]> {
  if (ids.length === 0) return [];
  const result = await sql<NamedAccount>`
    select a.account_id as id, a.name, a.tax_id as "taxId", a.assigned from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.account_id = any(${ids}::uuid[]) and a.root_id = a.account_id
      and exists (select from app.account_file f
        where f.workspace_id = a.workspace_id and f.account_id = a.account_id)`.execute(tx);
  return result.rows;
}
