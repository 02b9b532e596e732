// The people of a customer in sentences: what stands out, whom the relation hangs on, which places nobody holds.
import { formatDay, type Day } from '#base/day.ts';
import { levelOf, type Stakeholder, type Stakeholders } from '#domain/contacts/stakeholders.ts';
import { roleOfPlace, type Place } from '#domain/contacts/stakeholders.ts';
import { warmDays } from '#domain/contacts/warmth.ts';
import { takingPartDays } from '#domain/relationship/taking-part.ts';
import { dayText, daysText, numberText, percentText, type Locale } from './format.ts';
import { contactRoleLabel } from './labels.ts';

export type NamedPerson = Stakeholder & {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};
export type ContactsSource = Omit<Stakeholders, 'people'> & {
  readonly day: Day;
  readonly today: Day;
  readonly people: readonly NamedPerson[];
};

const text = (locale: Locale, pt: string, en: string): string => (locale === 'en' ? en : pt);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a person is there for: "Champion, usuário-chave"; null where nobody said. */
function roleText({ roles, keyUser }: NamedPerson, locale: Locale): string | null {
  const told = roles.filter((role) => !(keyUser && role === 'user'));
  const names = told.map((role) => contactRoleLabel(role, locale));
  if (keyUser) names.push(text(locale, 'usuário-chave', 'key user'));
  return names.length === 0 ? null : capital(names.join(', '));
}

/** The name, or what stands for it where nobody told one. */
function called(person: NamedPerson, locale: Locale): string {
  const role = person.roles[0];
  if (person.name !== null) return person.name;
  if (role === undefined) return text(locale, 'Alguém sem nome', 'Somebody without a name');
  return capital(contactRoleLabel(role, locale));
}

const lacking: Readonly<Record<Place, readonly [pt: string, en: string]>> = {
  sponsor: [
    'Falta o sponsor: quem responde pelo resultado e pelo orçamento.',
    'The sponsor is missing: who answers for the result and the budget.',
  ],
  champion: [
    'Falta o champion: quem defende o trabalho lá dentro.',
    'The champion is missing: who speaks up for the work in there.',
  ],
  operator: [
    'Falta quem opera: quem usa no dia a dia.',
    'Whoever operates is missing: who uses it day by day.',
  ],
};

function missingText(place: Place, had: NamedPerson | undefined, locale: Locale): string {
  if (!had?.leftOn) return text(locale, ...lacking[place]);
  const role = contactRoleLabel(roleOfPlace[place], locale);
  const day = dayText(had.leftOn, locale);
  if (had.name === null)
    return text(
      locale,
      `O ${role} saiu em ${day} e ninguém assumiu.`,
      `The ${role} left on ${day} and nobody took over.`,
    );
  return text(
    locale,
    `${had.name} (${role}) saiu em ${day} e ninguém assumiu.`,
    `${had.name} (${role}) left on ${day} and nobody took over.`,
  );
}

function threadText(source: ContactsSource, locale: Locale): { id: string; text: string } | null {
  const { thread } = source;
  const person = thread && source.people.find(({ rank }) => rank === thread.contact);
  if (!thread || !person) return null;
  const name = called(person, locale);
  const days = daysText(takingPartDays, locale);
  const share = percentText(thread.share, locale);
  if (thread.why === 'most')
    return {
      id: person.id,
      text: text(
        locale,
        `${name} responde por ${share} da participação em ${days}: conheça mais alguém.`,
        `${name} makes up ${share} of taking part in ${days}: get to know somebody else.`,
      ),
    };
  if (person.left)
    return {
      id: person.id,
      text: text(
        locale,
        `Só ${name} participou em ${days}, e saiu: não sobrou ninguém em conversa.`,
        `Only ${name} took part in ${days}, and left: nobody is in conversation.`,
      ),
    };
  return {
    id: person.id,
    text: text(
      locale,
      `Só ${name} participou em ${days}: se sair, a conversa recomeça do zero.`,
      `Only ${name} took part in ${days}: were they to leave, the talk would begin anew.`,
    ),
  };
}

/** Whoever decides and has been silent longest, where the talk with them is cold. */
function coldDecider(people: readonly NamedPerson[]): NamedPerson | undefined {
  return people
    .filter(({ left, warmth, roles }) => {
      const decides = roles.includes('executive_sponsor') || roles.includes('decision_maker');
      return !left && decides && warmth === 'cold';
    })
    .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))[0];
}

function headlineOf(source: ContactsSource, missing: readonly string[], locale: Locale): string {
  const { people } = source;
  if (people.length === 0)
    return text(locale, 'Ninguém deste cliente está cadastrado', 'Nobody of this customer is recorded');
  const cold = coldDecider(people);
  if (cold) {
    const days = daysText(cold.days ?? 0, locale);
    const name = called(cold, locale);
    return text(
      locale,
      `${name} decide e não fala conosco há ${days}`,
      `${name} decides and has not talked to us for ${days}`,
    );
  }
  const sponsorLeft = source.missing.findIndex(({ place, had }) => place === 'sponsor' && had !== null);
  const gone = missing[sponsorLeft];
  if (gone !== undefined) return gone.replace(/\.$/, '');
  const here = people.filter(({ left }) => !left);
  const warm = here.filter(({ warmth }) => warmth === 'warm').length;
  const [n, k] = [here.length, warm].map((count) => numberText(count, locale, 0));
  const days = daysText(warmDays, locale);
  const many = here.length === 1 ? ['pessoa', 'person'] : ['pessoas', 'people'];
  return text(
    locale,
    `${n} ${many[0]}, ${warm === 0 ? 'nenhuma' : k} em conversa nos últimos ${days}`,
    `${n} ${many[1]}, ${warm === 0 ? 'none' : k} in conversation in the last ${days}`,
  );
}

const iso = (day: Day | null): string | null => (day === null ? null : formatDay(day));

function personIn(person: NamedPerson, locale: Locale) {
  const { id, name, email, phone, department, influence, influenceTold, left, days, warmth, nps } = person;
  return {
    id,
    name,
    email,
    phone,
    role: person.roles[0] ?? null,
    roleText: roleText(person, locale),
    department,
    influence,
    level: influence === null ? null : levelOf(influence),
    influenceTold,
    left,
    leftOn: iso(person.leftOn),
    toldOn: iso(person.toldOn),
    talkedOn: iso(person.conversationOn),
    days,
    warmth,
    nps: nps && { score: nps.score, on: formatDay(nps.on) },
  };
}

/** Everything that the block of people on a customer's page shows. */
export function contactsIn(source: ContactsSource, locale: Locale) {
  const byRank = new Map(source.people.map((person) => [person.rank, person]));
  const missing = source.missing.map(({ place, had }) => ({
    place,
    role: roleOfPlace[place],
    text: missingText(place, had === null ? undefined : byRank.get(had), locale),
  }));
  return {
    asOf: formatDay(source.day),
    isToday: source.day === source.today,
    headline: headlineOf(
      source,
      missing.map((one) => one.text),
      locale,
    ),
    people: source.people.map((person) => personIn(person, locale)),
    missing,
    thread: threadText(source, locale),
  };
}
