// Who of those that write messages is known: members of our team, and contacts of accounts, by name or by telephone.
import { type KnownContact, type KnownSenders, nobodyKnown, sendersOf } from '#connectors/sheet/senders.ts';
import type { SheetTable } from '#connectors/sheet/sheet-table.ts';
import { phoneKey, senderKey, senderName } from '#connectors/whatsapp/sender.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { peopleCalled, type CalledPerson } from '#store/people.ts';
import type { Session } from './session.ts';

/** Last digits by which a telephone number is looked up; the rest of it is compared here. */
const lastDigits = 8;

/** Who of the senders of a table is known; nobody where the table has no senders. */
export async function knownSenders(session: Session, table: SheetTable): Promise<KnownSenders> {
  const senders = sendersOf(table);
  if (senders.length === 0) return nobodyKnown;
  const phones = senders.flatMap((sender) => phoneKey(sender) ?? []);
  const people = await inWorkspace(session.store, session.workspaceId, (tx) =>
    peopleCalled(tx, session.workspaceId, {
      names: [...new Set(senders.flatMap((sender) => [sender.toLowerCase(), senderName(sender)]))],
      phoneEnds: [...new Set(phones.map((phone) => phone.slice(-lastDigits)))],
    }),
  );
  const asked = new Set(senders.map(senderKey));
  const ours = new Set<string>();
  const contacts = new Map<string, KnownContact | null>();
  const roots = new Map<string, string | null>();
  for (const person of people) {
    for (const key of keysOf(person)) {
      if (!asked.has(key)) continue;
      if (person.side === 'ours') ours.add(key);
      else if (contacts.has(key) && roots.get(key) !== person.rootId) contacts.set(key, null);
      else {
        roots.set(key, person.rootId);
        contacts.set(key, contacts.get(key) ?? contactOf(person));
      }
    }
  }
  return { ours, contacts };
}

function keysOf({ name, email, phone }: CalledPerson): Set<string> {
  return new Set([name, email, phone].flatMap((told) => (told === null ? [] : [senderKey(told)])));
}

function contactOf({ contact, keys, accountName }: CalledPerson): KnownContact | null {
  return contact === null || !keys || accountName === null ? null : { contact, keys, accountName };
}
