// The people of a customer as an account's facts tell of them on a day, each with who they are. The only place where a
// contact's number, its key in a source, its name and the id that screens use for it meet.
import { isUuid } from '#base/id.ts';
import { endOfDay } from '#base/zone.ts';
import type { Day } from '#base/day.ts';
import { contactKey } from '#domain/account-file/codecs.ts';
import { contactTable } from '#domain/account-file/encode.ts';
import { stakeholders, type MissingPlace, type Stakeholder } from '#domain/contacts/stakeholders.ts';
import type { Frame } from '#domain/profile/shape.ts';
import type { OneThread } from '#domain/relationship/taking-part.ts';
import { viewOfFacts } from '#engine/fold.ts';
import { membersOf } from '#store/accounts.ts';
import { contactPeople } from '#store/contacts.ts';
import type { Tx } from '#store/in-workspace.ts';
import { contentHash } from './fact-content.ts';
import { factsByRoot } from './refold.ts';

export type KnownContact = Stakeholder & {
  /** Names the contact in addresses, where no name or e-mail may stand. */
  readonly id: string;
  /** Who the domain takes them for (`contactKey`). */
  readonly key: string;
  /** The source under which facts of them are told, and their key there; null: any source, it is an address. */
  readonly source: string | null;
  readonly contact: string;
  /** Null: nobody told the name. */
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};
export type KnownContacts = {
  readonly members: readonly string[];
  readonly people: readonly KnownContact[];
  readonly missing: readonly MissingPlace[];
  readonly thread: OneThread | null;
};

const idLength = 16;
/** The id of a contact on screens: says nothing of who it is. */
export const contactId = (key: string): string => contentHash(['contact', key]).slice(0, idLength);

/** The contact that sheets call so is a place at an account, not a name. */
const placeKeys: ReadonlySet<string> = new Set(['main']);
const nameless = (contact: string): boolean =>
  placeKeys.has(contact) || contact.startsWith('unnamed:') || isUuid(contact);

/** What a key of the domain says of its source and of the contact there. */
function partsOf(key: string): { readonly source: string | null; readonly contact: string } {
  const at = key.indexOf('\u0000');
  return { source: at === 0 ? null : key.slice(0, at), contact: key.slice(at + 1) };
}

/** The people of an account (`root`: as it is read) as known at the end of a day. */
export async function knownContacts(
  tx: Tx,
  of: { readonly workspaceId: string; readonly root: string; readonly frame: Frame },
  day: Day,
): Promise<KnownContacts> {
  const { workspaceId, root, frame } = of;
  const facts = (await factsByRoot(tx, workspaceId, [root])).get(root) ?? [];
  const members = (await membersOf(tx, workspaceId, [root])).map((row) => row.accountId);
  const told = await contactPeople(tx, workspaceId, [root, ...members.filter((id) => id !== root)]);
  // An address is the same person however it is written.
  const behind = new Map([...told.values()].map((row) => [partsOf(contactKey('', row.key)).contact, row]));
  const keys = contactTable(facts, frame.zone);
  const view = viewOfFacts(facts, [], endOfDay(day, frame.zone), frame);
  const { people, ...rest } = stakeholders(view);
  return {
    ...rest,
    members,
    people: people.map((one) => {
      const key = keys[one.rank] ?? '';
      const { source, contact } = partsOf(key);
      const person = behind.get(contact);
      return {
        ...one,
        id: contactId(key),
        key,
        source,
        contact,
        name: person?.name ?? (nameless(contact) ? null : contact),
        email: person?.email ?? (source === null ? contact : null),
        phone: person?.phone ?? null,
      };
    }),
  };
}
