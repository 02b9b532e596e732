// People, ours and theirs: the only place of names, e-mails and telephones of persons.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type PersonRow = {
  personId: string;
  side: 'ours' | 'theirs';
  key: string;
  name: string;
  email: string | null;
  phone: string | null;
};

/** Makes sure that each key has a person; an existing one keeps its id and name. */
export async function ensurePeople(
  tx: Tx,
  workspaceId: string,
  rows: readonly PersonRow[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.person (workspace_id, person_id, side, key, name, email, phone, created_at)
    select ${workspaceId}::uuid, x."personId", x.side, x.key, x.name, x.email, x.phone, to_timestamp(${now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) 
      as x("personId" uuid, side text, key text, name text, email text, phone text)
    on conflict (workspace_id, side, key) do nothing`.execute(tx);
}

/** Names of our people by key. */
export async function memberNames(tx: Tx, workspaceId: string): Promise<Record<string, string>> {
  const result = await sql<{ key: string; name: string }>`
    select key, name from app.person where workspace_id = ${workspaceId}::uuid and side = 'ours'`.execute(tx);
  return Object.fromEntries(result.rows.map((row) => [row.key, row.name]));
}

/** Says who is behind the contact keys of accounts; the people exist already. */
export async function bindContacts(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; key: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.contact (workspace_id, account_id, contact_key, person_id)
    select distinct ${workspaceId}::uuid, x."accountId", x.key, p.person_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, key text)
    join app.person p on p.workspace_id = ${workspaceId}::uuid and p.side = 'theirs' and p.key = x.key
    on conflict do nothing`.execute(tx);
}
