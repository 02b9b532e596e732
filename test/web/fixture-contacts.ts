// The people of the fixture's customers: six as in the drawings (c000004), one (c000021), forty (c000020), nobody (c000022),
// some elsewhere. What is told of them is remembered while the fixture runs, and taken back with the entry.
import type { IncomingMessage } from 'node:http';
import { parseDay } from '#base/day.ts';
import type { ContactChange, NewContact } from '#contract/contacts.ts';
import { influenceOfLevel, neededPlaces, roleOfPlace, warmthOf } from '#domain/contacts/stakeholders.ts';
import type { ContactRole } from '#domain/contacts/stakeholders.ts';
import { contactsIn, type NamedPerson } from '#words/contacts.ts';
import { sampleToday } from './sample-accounts.ts';

const person = (
  rank: number,
  name: string | null,
  role: ContactRole | null,
  influence: number | null,
  days: number | null,
  more: Partial<NamedPerson> = {},
): NamedPerson => ({
  id: `p${rank}`,
  rank,
  name,
  email: null,
  phone: null,
  roles: role === null ? [] : [role],
  keyUser: false,
  department: null,
  influence,
  influenceTold: true,
  left: false,
  leftOn: null,
  joinedOn: sampleToday - 300,
  toldOn: sampleToday - 120,
  conversationOn: days === null ? null : sampleToday - days,
  days,
  warmth: warmthOf(days),
  nps: null,
  ...more,
});

const six: readonly NamedPerson[] = [
  person(1, 'Ivone Barreto', 'decision_maker', 0.8, 71, { department: 'Compras', phone: '(34) 3221-0000' }),
  person(2, 'Renato Alvim', 'champion', 0.65, 9, {
    email: 'renato.alvim@riopardo.com.br',
    nps: { score: 9, on: sampleToday - 40 },
  }),
  person(3, 'Paula Siqueira', 'finance', 0.45, 34, { influenceTold: false }),
  person(4, 'Diego Lacerda', 'user', 0.25, 3, { keyUser: true, nps: { score: 7, on: sampleToday - 12 } }),
  person(5, 'Sônia Prates', 'user', 0.1, 23, { department: 'Filial de Uberaba' }),
  person(6, 'Marta Figueiredo', 'executive_sponsor', 0.95, 18, { left: true, leftOn: sampleToday - 13 }),
];
const roles = ['executive_sponsor', 'champion', 'decision_maker', 'influencer', 'user', 'finance'] as const;
const usual = {
  executive_sponsor: 0.9,
  decision_maker: 0.9,
  champion: 0.6,
  influencer: 0.5,
  user: 0.2,
  finance: 0.5,
};
const forty = Array.from({ length: 40 }, (_, i) => {
  const role = i % 7 === 6 ? null : (roles[i % 6] ?? null);
  const days = i % 5 === 4 ? null : (i * 37) % 130;
  const names = ['Ana', 'Bruno', 'Carla', 'Davi', 'Elisa', 'Fábio', 'Gisele', 'Heitor'];
  const families = ['Albuquerque de Vasconcelos', 'Prado', 'Teixeira', 'Nunes', 'Sato'];
  const name = `${names[i % 8]} ${families[i % 5]} ${i + 1}`;
  return person(i + 1, name, role, role && usual[role], days, { influenceTold: false });
}).sort((a, b) => (b.influence ?? -1) - (a.influence ?? -1));

const remembered = new Map<string, NamedPerson[]>();
function peopleOf(account: string): NamedPerson[] {
  const first: Readonly<Record<string, readonly NamedPerson[]>> = {
    c000004: six,
    c000020: forty,
    c000021: [person(1, 'Rita Prado', null, null, null, { email: 'rita@tresrios.com.br' })],
    c000022: [],
  };
  const known = remembered.get(account) ?? [...(first[account] ?? six.slice(1, 5))];
  remembered.set(account, known);
  return known;
}

function answerOf(account: string, english: boolean, asOf: string | null) {
  const people = peopleOf(account);
  const day = parseDay(asOf ?? '') ?? sampleToday;
  const missing = neededPlaces.flatMap((place) => {
    const holds = ({ roles: held, keyUser }: NamedPerson) =>
      held.includes(roleOfPlace[place]) || (place === 'operator' && keyUser);
    if (people.some((one) => !one.left && holds(one))) return [];
    return [{ place, had: people.find((one) => one.left && holds(one))?.rank ?? null }];
  });
  const thread = account === 'c000021' ? { contact: 1, why: 'alone' as const, share: 1 } : null;
  return contactsIn({ day, today: sampleToday, people, missing, thread }, english ? 'en' : 'pt-BR');
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** What was before the last act on an account, which its undo brings back. */
const before = new Map<string, NamedPerson[]>();
/** Brings back what was before an act; the fixture's entries call it when one is taken back. */
export function takeBackContact(account: string): void {
  const known = before.get(account);
  if (known) remembered.set(account, known);
}

/** Adds somebody to the customer, once by name. */
function added(account: string, people: readonly NamedPerson[], told: NewContact): [number, unknown] {
  const detail = `${told.name} já está entre as pessoas deste cliente. Nada foi gravado.`;
  if (people.some(({ name }) => name === told.name))
    return [409, { type: 'about:blank', title: 'Já está', status: 409, code: 'contact-known', detail }];
  const weight = told.influence ? influenceOfLevel[told.influence] : null;
  const rank = people.length + 1;
  const { email = null, phone = null, department = null } = told;
  const one = person(rank, told.name, told.role ?? null, weight, null, { email, phone, department });
  remembered.set(account, [{ ...one, id: `n${rank}`, toldOn: sampleToday }, ...people]);
  return [200, { contact: `n${rank}`, fact: 'f-pessoa' }];
}

/** Answers a request about the people of a customer; null: it is about something else. */
export async function answerContacts(request: IncomingMessage, url: URL): Promise<[number, unknown] | null> {
  const [, , , , , thing, account = '', more, id, act] = url.pathname.split('/');
  if (thing !== 'accounts' || more !== 'contacts') return null;
  const english = url.searchParams.get('lang') === 'en';
  if (request.method === 'GET') return [200, answerOf(account, english, url.searchParams.get('asOf'))];
  const body = await bodyOf(request);
  const people = peopleOf(account);
  before.set(account, people);
  if (id === undefined) return added(account, people, body as unknown as NewContact);
  const change = body as unknown as ContactChange;
  const changed: Readonly<Record<string, Partial<NamedPerson>>> = {
    change: {
      ...(change.role ? { roles: [change.role] } : {}),
      ...(change.influence ? { influence: influenceOfLevel[change.influence], influenceTold: true } : {}),
    },
    confirm: {},
    left: { left: true, leftOn: parseDay(typeof body['on'] === 'string' ? body['on'] : '') ?? sampleToday },
    return: { left: false, leftOn: null },
  };
  const told = { toldOn: sampleToday, ...changed[act ?? ''] };
  remembered.set(
    account,
    people.map((one) => (one.id === id ? { ...one, ...told } : one)),
  );
  return [200, { contact: id, fact: 'f-pessoa' }];
}
