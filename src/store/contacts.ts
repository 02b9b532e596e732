// Who is behind the contacts of an account, with their addresses. People written on an account by hand are that account's alone.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type ContactPerson = {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Who is behind the contact keys of accounts; of a key that several have, the account named first says it. */
export async function contactPeople(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ContactPerson>> {
  const result = await sql<ContactPerson>`
    select c.contact_key as key, p.name, p.email, p.phone from app.contact c
    join app.person p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    where c.workspace_id = ${workspaceId}::uuid and c.account_id = any(${accountIds}::uuid[])
    order by array_position(${accountIds}::uuid[], c.account_id) desc, c.contact_key`.execute(tx);
  return new Map(result.rows.map((row) => [row.key, row]));
}

/** The key of a person who was written on one account by hand: theirs there, shared with no other account. */
export const ownPersonKey = (accountId: string, contactKey: string): string => `${accountId}|${contactKey}`;

/** Forgets who is behind a contact of these accounts, where it is a person of that account alone. */
export async function forgetOwnPerson(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  contactKey: string,
): Promise<void> {
  await sql`
    with gone as (delete from app.contact c using app.person p
      where c.workspace_id = ${workspaceId}::uuid and c.account_id = any(${accountIds}::uuid[])
        and c.contact_key = ${contactKey}
        and p.workspace_id = c.workspace_id and p.person_id = c.person_id
        and p.side = 'theirs' and p.key = c.account_id::text || '|' || c.contact_key
      returning c.person_id)
    delete from app.person p using gone g
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = g.person_id`.execute(tx);
}
