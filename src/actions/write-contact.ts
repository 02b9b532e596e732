// What a person tells of the people of a customer: somebody new, another role or weight, still there, gone, back. Each is
// one fact, told under the source that knows the contact, decided at once, and taken back like every entry by hand.
import { formatDay, type Day } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import { normalise } from '#base/text.ts';
import { dayAt, endOfDay } from '#base/zone.ts';
import { contactKey } from '#domain/account-file/codecs.ts';
import { influenceOfLevel, levelOf } from '#domain/contacts/stakeholders.ts';
import type { ContactRole, InfluenceLevel } from '#domain/contacts/stakeholders.ts';
import type { FactInput } from '#domain/facts/envelope.ts';
import { ownPersonKey } from '#store/contacts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { bindContacts, ensurePeople } from '#store/people.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { askedDay } from './days.ts';
import { contactId, knownContacts, type KnownContact } from './known-contacts.ts';
import { emailOf } from './people.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { Refusal } from './refusal.ts';
import { isSeen } from './seen.ts';
import { must, type Session } from './session.ts';
import { handMark, screenSource } from './write-entry.ts';
import { readSetting } from './workspace-setting.ts';

export type NewContact = {
  readonly name: string;
  readonly role?: ContactRole | undefined;
  readonly influence?: InfluenceLevel | undefined;
  readonly department?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
};
export type ContactChange = Pick<NewContact, 'role' | 'influence' | 'department'>;
/** `fact` can be taken back. */
export type ToldContact = { readonly contact: string; readonly fact: string };

type At = {
  readonly tx: Tx;
  readonly session: Session;
  readonly root: string;
  readonly zone: string;
  readonly today: Day;
  readonly people: readonly KnownContact[];
};

/** Does `work` once for a request, on the account as it is read, locked, with the people known of it today. */
async function onAccount(
  session: Session,
  accountId: string,
  once: Once,
  work: (at: At) => Promise<ToldContact>,
): Promise<ToldContact> {
  const { store, workspaceId, now } = session;
  if (!isUuid(accountId)) throw new Refusal('account-not-found', { account: accountId });
  return inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const root = (await lockAccounts(tx, workspaceId, [accountId])).get(accountId);
      if (root === undefined || !(await isSeen(tx, session, root)))
        throw new Refusal('account-not-found', { account: accountId });
      const { frame } = await readSetting(tx, workspaceId);
      const today = dayAt(now, frame.zone);
      const { people } = await knownContacts(tx, { workspaceId, root, frame }, today);
      return work({ tx, session, root, zone: frame.zone, today, people });
    });
    return answer;
  });
}

/** The same for one of its people; refuses with `contact-not-found` an id that is none of theirs. */
function onContact(
  session: Session,
  accountId: string,
  id: string,
  once: Once,
  work: (at: At, contact: KnownContact) => Promise<ToldContact>,
): Promise<ToldContact> {
  return onAccount(session, accountId, once, (at) => {
    const contact = at.people.find((one) => one.id === id);
    if (!contact) throw new Refusal('contact-not-found');
    return work(at, contact);
  });
}

type Named = Pick<KnownContact, 'key' | 'source' | 'contact'>;

/** Records one fact of a contact, at an instant (ms). */
async function tell(
  { tx, session, root }: At,
  { key, source, contact }: Named,
  type: FactInput['type'],
  body: Readonly<Record<string, unknown>>,
  at: number = session.now,
): Promise<ToldContact> {
  const told = Object.entries({ contact, ...body }).filter(([, value]) => value !== undefined);
  const fact = {
    type,
    body: Object.fromEntries(told),
    source: source ?? screenSource,
    externalId: `${handMark}${uuidv7(session.now, session.random)}`,
    occurredAt: new Date(at).toISOString(),
    account: { id: root },
  };
  const { results } = await recordIn(tx, session, checkFacts([fact]));
  return { contact: contactId(key), fact: results[0]?.factId ?? '' };
}

const nameOf = ({ name, email }: KnownContact): string => name ?? email ?? '?';
const dayOf = (day: Day | null): string => (day === null ? '?' : formatDay(day));

function mustBeHere(contact: KnownContact): void {
  if (contact.left) throw new Refusal('contact-gone', { name: nameOf(contact), day: dayOf(contact.leftOn) });
}

/** A telephone as it is kept; refuses with `phone-invalid` what cannot be dialled. */
function phoneOf(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 15 || !/^[\d\s().+\-/]*$/.test(typed))
    throw new Refusal('phone-invalid', { phone: typed.slice(0, 40) });
  return typed.trim();
}

/** Refuses who is known already, by address or by name; one of whom nothing but the address is known may be named. */
function mustBeNew(people: readonly KnownContact[], key: string, name: string): void {
  const known =
    people.find((one) => one.key === key && one.name !== null && one.name.toLowerCase() !== one.contact) ??
    people.find((one) => one.name !== null && normalise(one.name) === normalise(name));
  if (!known) return;
  throw new Refusal(known.left ? 'contact-known-left' : 'contact-known', { name: nameOf(known) });
}

const weightOf = (level: InfluenceLevel | undefined): number | undefined =>
  level === undefined ? undefined : influenceOfLevel[level];

/**
 * Adds a person to a customer. Refuses with `contact-known` or `contact-known-left` who is listed already, with
 * `email-invalid` and `phone-invalid` what is no address. The name and addresses are kept for this account alone.
 */
export async function addContact(
  session: Session,
  accountId: string,
  told: NewContact,
  once: Once,
): Promise<ToldContact> {
  must(session, 'facts.write');
  const email = told.email === undefined ? null : emailOf(told.email);
  const phone = told.phone === undefined ? null : phoneOf(told.phone);
  return onAccount(session, accountId, once, async (at) => {
    const { workspaceId, now, random } = session;
    const contact = email ?? uuidv7(now, random);
    const key = contactKey(screenSource, contact);
    mustBeNew(at.people, key, told.name);
    const { role, department } = told;
    const body = { role, department, influence: weightOf(told.influence) };
    const done = await tell(at, { key, source: null, contact }, 'contact-joined', body);
    const own = ownPersonKey(at.root, contact);
    const person = { personId: uuidv7(now, random), side: 'theirs' as const, key: own };
    await ensurePeople(at.tx, workspaceId, [{ ...person, name: told.name, email, phone }], now);
    await bindContacts(at.tx, workspaceId, [{ accountId: at.root, contactKey: contact, key: own }]);
    return done;
  });
}

/** Whether a change says anything that is not so already. */
function changes(contact: KnownContact, { role, influence, department }: ContactChange): boolean {
  if (role !== undefined && (contact.roles.length !== 1 || contact.roles[0] !== role)) return true;
  if (department !== undefined && department !== contact.department) return true;
  if (influence === undefined) return false;
  return !contact.influenceTold || contact.influence === null || levelOf(contact.influence) !== influence;
}

/** Another role, weight or department; refuses with `contact-gone` who left, with `contact-same` what is so already. */
export async function changeContact(
  session: Session,
  accountId: string,
  id: string,
  change: ContactChange,
  once: Once,
): Promise<ToldContact> {
  must(session, 'facts.write');
  return onContact(session, accountId, id, once, (at, contact) => {
    mustBeHere(contact);
    if (!changes(contact, change)) throw new Refusal('contact-same', { name: nameOf(contact) });
    const { role, department, influence } = change;
    return tell(at, contact, 'contact-changed', { role, department, influence: weightOf(influence) });
  });
}

/** Still there, as known; refuses with `contact-gone` who left, with `contact-told` whoever was told of today. */
export async function confirmContact(
  session: Session,
  accountId: string,
  id: string,
  once: Once,
): Promise<ToldContact> {
  must(session, 'facts.write');
  return onContact(session, accountId, id, once, (at, contact) => {
    mustBeHere(contact);
    if (contact.toldOn === at.today) throw new Refusal('contact-told', { name: nameOf(contact) });
    // The role is left out: whoever holds two would lose the other.
    return tell(at, contact, 'contact-changed', {});
  });
}

/**
 * Gone since a day (ISO; today when left out). Refuses with `contact-gone` who left already, with `contact-left-early` a
 * day before they joined.
 */
export async function contactLeft(
  session: Session,
  accountId: string,
  id: string,
  on: string | undefined,
  once: Once,
): Promise<ToldContact> {
  must(session, 'facts.write');
  return onContact(session, accountId, id, once, (at, contact) => {
    mustBeHere(contact);
    const { day, today } = askedDay(on, session.now, at.zone);
    if (contact.joinedOn !== null && day < contact.joinedOn)
      throw new Refusal('contact-left-early', { name: nameOf(contact), day: dayOf(contact.joinedOn) });
    // Until the end of that day they were there, whatever else happened on it.
    const instant = day === today ? session.now : endOfDay(day, at.zone);
    return tell(at, contact, 'contact-left', {}, instant);
  });
}

/** Back, in the role they had; refuses with `contact-here` who never left. */
export async function contactReturned(
  session: Session,
  accountId: string,
  id: string,
  once: Once,
): Promise<ToldContact> {
  must(session, 'facts.write');
  return onContact(session, accountId, id, once, (at, contact) => {
    if (!contact.left) throw new Refusal('contact-here', { name: nameOf(contact) });
    return tell(at, contact, 'contact-joined', { role: contact.roles[0] });
  });
}
