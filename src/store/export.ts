// What leaves the base: accounts in id order with their standing facts, the people behind their contacts, their codes.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal, textsOfFact } from './standing.ts';

export type ExportAccount = { id: string; name: string; code: string | null };

/**
 * Accounts that stand on their own and hold facts, after an id; with `owner`, those of that member alone. `code`: what the
 * sheet of customers calls them.
 */
export async function exportAccounts(
  tx: Tx,
  workspaceId: string,
  { after, owner }: { readonly after: string | null; readonly owner: string | null },
  limit: number,
): Promise<ExportAccount[]> {
  const result = await sql<ExportAccount>`
    select a.account_id as id, a.name, (select substr(min(k.key), 4) from app.shell_key k
        where k.workspace_id = a.workspace_id and k.account_id = a.account_id and k.source = 'sheet:accounts'
          and starts_with(k.key, 'id:')) as code
    from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = a.account_id
      and (${after}::uuid is null or a.account_id > ${after}::uuid)
      and exists (select from app.account_file f where f.workspace_id = a.workspace_id and f.account_id = a.account_id
        and (${owner}::text is null or f.owner = ${owner}))
    order by a.account_id limit ${limit}`.execute(tx);
  return result.rows;
}

export type ExportFact = {
  rootId: string;
  shell: string;
  type: string;
  body: Record<string, unknown>;
  texts: Record<string, string> | null;
  /** Instants (ms). */
  occurredAt: number;
  knownAt: number;
  source: string;
  externalId: string;
};

/** Facts of these roots that stand, of each record the revision known last, oldest first. */
export async function exportFacts(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
): Promise<ExportFact[]> {
  if (roots.length === 0) return [];
  const result = await sql<ExportFact>`
    select * from (
      select distinct on (f.account_id, f.type, f.source, f.external_id) a.root_id as "rootId",
        f.account_id as shell, f.type, f.body, f.source, f.external_id as "externalId",
        round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
        round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt",
        ${textsOfFact} as texts
      from app.account a
      join app.fact f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
      ${newestWithdrawal}
      where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(${roots}::uuid[])
        and coalesce(w.withdrawn, false) = false
      order by f.account_id, f.type, f.source, f.external_id, f.known_at desc, f.revision desc) held
    order by "occurredAt", "knownAt", source, "externalId", type`.execute(tx);
  return result.rows;
}

export type ExportPerson = {
  rootId: string;
  key: string;
  name: string;
  email: string | null;
  phone: string | null;
};

/** Who stands behind the contacts of these roots. */
export async function exportPeople(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
): Promise<ExportPerson[]> {
  if (roots.length === 0) return [];
  const result = await sql<ExportPerson>`
    select a.root_id as "rootId", c.contact_key as key, p.name, p.email, p.phone
    from app.account a
    join app.contact c on c.workspace_id = a.workspace_id and c.account_id = a.account_id
    join app.person p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(${roots}::uuid[])
    order by a.account_id, c.contact_key`.execute(tx);
  return result.rows;
}

/** The first instant (ms) of the newest day that a standing import's file is of; null without any. */
export async function newestImportDay(tx: Tx, workspaceId: string): Promise<number | null> {
  const result = await sql<{ at: number | null }>`
    select round(extract(epoch from max((today::timestamp at time zone w.zone))) * 1000)::float8 as at
    from app.import i join app.workspace w on w.workspace_id = i.workspace_id
    where i.workspace_id = ${workspaceId}::uuid and i.state = 'committed'`.execute(tx);
  return result.rows[0]?.at ?? null;
}
