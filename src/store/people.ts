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

/** A person by what people call them; a contact once for each account it is of. */
export type CalledPerson = {
  side: 'ours' | 'theirs';
  name: string;
  email: string | null;
  phone: string | null;
  contact: string | null;
  rootId: string | null;
  accountName: string | null;
  /** Keys under which sources know the account, the sheets' own first. */
  keys: { source: string; key: string }[] | null;
};

/** People with one of these names or addresses (lower case), or a telephone with one of these ends (eight digits). */
export async function peopleCalled(
  tx: Tx,
  workspaceId: string,
  { names, phoneEnds }: { names: readonly string[]; phoneEnds: readonly string[] },
): Promise<CalledPerson[]> {
  const result = await sql<CalledPerson>`
    select p.side, p.name, p.email, p.phone, c.contact_key as contact, a.root_id as "rootId", r.name as "accountName",
      (select jsonb_agg(jsonb_build_object('source', k.source, 'key', k.key)
          order by k.source = 'sheet:accounts' desc, k.source, k.key)
        from app.shell_key k where k.workspace_id = ${workspaceId}::uuid and k.account_id = c.account_id) as keys
    from app.person p
    left join app.contact c on c.workspace_id = p.workspace_id and c.person_id = p.person_id
    left join app.account a on a.workspace_id = c.workspace_id and a.account_id = c.account_id
    left join app.account r on r.workspace_id = a.workspace_id and r.account_id = a.root_id
    where p.workspace_id = ${workspaceId}::uuid
      and (lower(p.name) = any(${names}::text[]) or lower(p.email) = any(${names}::text[])
        or right(regexp_replace(p.phone, '\\D', '', 'g'), 8) = any(${phoneEnds}::text[]))
    order by p.person_id, c.account_id, c.contact_key`.execute(tx);
  return result.rows;
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
