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

/** Says who is behind the contact keys of accounts; the people exist already. Another person takes the place over. */
export async function bindContacts(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; contactKey: string; key: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const bound = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "contactKey" text, key text)
    join app.person p on p.workspace_id = ${workspaceId}::uuid and p.side = 'theirs' and p.key = x.key`;
  await sql`
    delete from app.contact c using ${bound}
    where c.workspace_id = ${workspaceId}::uuid and c.account_id = x."accountId" and c.contact_key = x."contactKey"
      and c.person_id <> p.person_id`.execute(tx);
  await sql`
    insert into app.contact (workspace_id, account_id, contact_key, person_id)
    select distinct on (x."accountId", x."contactKey") ${workspaceId}::uuid, x."accountId", x."contactKey", p.person_id
    from ${bound} order by x."accountId", x."contactKey", p.key on conflict do nothing`.execute(tx);
}

/** Names behind the contact keys of accounts. */
export async function contactNames(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const result = await sql<{ key: string; name: string }>`
    select c.contact_key as key, p.name from app.contact c
    join app.person p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    where c.workspace_id = ${workspaceId}::uuid and c.account_id = any(${accountIds}::uuid[])
    order by c.account_id, c.contact_key`.execute(tx);
  return new Map(result.rows.map(({ key, name }) => [key, name]));
}
