// The people a sheet names: ours by name, the customer's by e-mail or by their place at the account.
import { uuidv7 } from '#base/id.ts';
import type { RowFacts } from '#connectors/sheet/draft.ts';
import type { Tx } from '#store/in-workspace.ts';
import { bindContacts, ensurePeople } from '#store/people.ts';
import type { Writer } from './write-facts.ts';

/** Keeps the people of rows; `ids` are the accounts of the rows, in their order. */
export async function keepPeople(
  tx: Tx,
  writer: Writer,
  rows: readonly RowFacts[],
  ids: readonly string[],
): Promise<void> {
  const people = rows.flatMap((row, i) =>
    row.people.map((person) => {
      const accountId = ids[i] ?? '';
      const member = person.kind === 'member';
      // "main" is a place at an account, not a person: without an address the account's id tells them apart.
      const key = member ? person.key : (person.email?.toLowerCase() ?? `${accountId}|${person.key}`);
      return {
        personId: uuidv7(writer.now, writer.random),
        side: member ? ('ours' as const) : ('theirs' as const),
        key,
        name: person.name ?? person.email ?? person.phone ?? person.key,
        email: person.email,
        phone: person.phone,
        accountId,
        contactKey: person.key,
      };
    }),
  );
  const first = new Map(people.map((person) => [`${person.side} ${person.key}`, person]));
  await ensurePeople(tx, writer.workspaceId, [...first.values()], writer.now);
  const contacts = people.filter((person) => person.side === 'theirs');
  await bindContacts(
    tx,
    writer.workspaceId,
    contacts.map(({ accountId, contactKey, key }) => ({ accountId, contactKey, key })),
  );
}
