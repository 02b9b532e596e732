// A person's week in one sentence: what is asked, what fits, and which customers' actions stay outside.
import { memberName } from './names.ts';
import { numberText, type Locale } from './format.ts';

export type PersonWeekSource = {
  readonly member: string;
  readonly room: number;
  readonly asked: number;
  readonly outside: readonly string[];
};
export type PersonWeekWords = {
  readonly member: string;
  readonly name: string;
  readonly room: number;
  readonly asked: number;
  /** Accounts whose action is outside, in the order of the list. */
  readonly outside: readonly string[];
  readonly outsideCount: number;
  readonly text: string;
};

/** Customers named in the sentence; the others are counted, and every one is marked on its line. */
const named = 3;

function leftOut(names: readonly string[], locale: Locale): string {
  const en = locale === 'en';
  const first = names.slice(0, named);
  const more = names.length - first.length;
  const list =
    more > 0
      ? `${first.join(', ')} ${en ? `and ${more} more` : `e mais ${more}`}`
      : first.length < 2
        ? first.join('')
        : `${first.slice(0, -1).join(', ')} ${en ? 'and' : 'e'} ${first.at(-1) ?? ''}`;
  const n = numberText(names.length, locale, 0);
  if (en) return `; ${n} ${names.length === 1 ? 'does' : 'do'} not fit: ${list}`;
  return names.length === 1 ? `; fica fora 1: ${list}` : `; ficam fora ${n}: ${list}`;
}

/** The week of each person in one language. `nameOf` tells the name of an account. */
export function peopleWords(
  people: readonly PersonWeekSource[],
  members: Readonly<Record<string, string>>,
  nameOf: (account: string) => string,
  locale: Locale,
): readonly PersonWeekWords[] {
  return people.map(({ member, room, asked, outside }) => {
    const name = memberName(member, members);
    const [n, fits] = [numberText(asked, locale, 0), numberText(room, locale, 0)];
    const rest = outside.length === 0 ? '' : leftOut(outside.map(nameOf), locale);
    const text =
      locale === 'en'
        ? `${name}: ${n} ${asked === 1 ? 'action' : 'actions'} this week, room for ${fits}${rest}.`
        : `${name}: ${n} ${asked === 1 ? 'ação' : 'ações'} nesta semana, ${room === 1 ? 'cabe' : 'cabem'} ${fits}${rest}.`;
    return { member, name, room, asked, outside, outsideCount: outside.length, text };
  });
}
