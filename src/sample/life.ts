// One account's life as the writers of its facts read it: when it is a customer, who is there, when nobody hears of it.
import type { Day } from '#base/day.ts';
import { fateOf, type Fate } from './fate.ts';
import { addressOf, personName } from './names.ts';
import { natureOf, type Nature } from './nature.ts';
import { Pen, windowStart } from './pen.ts';
import type { SamplePerson, SampleShape } from './shape.ts';
import type { Story } from './stories.ts';

/** A stretch of time as a customer under one contract; `to` null while it lasts. */
export type Span = { readonly contract: string; readonly from: Day; readonly to: Day | null };
export type Person = SamplePerson & {
  readonly role:
    | 'executive_sponsor'
    | 'champion'
    | 'decision_maker'
    | 'influencer'
    | 'user'
    | 'procurement'
    | 'finance';
  readonly department: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly replacedBy: string | null;
};
export type Life = {
  readonly shape: SampleShape;
  readonly nature: Nature;
  readonly fate: Fate;
  readonly spans: readonly Span[];
  readonly people: readonly Person[];
  /** First day of its history: of the base's, or the day it became a customer. */
  readonly from: Day;
  /** Nobody hears of the customer from this day on; Infinity while one does. */
  readonly quietFrom: Day;
  readonly isCustomer: (day: Day) => boolean;
  /** Whether the account was staged as this. */
  readonly is: (...stories: readonly Story[]) => boolean;
  /** A pen with its own flow of chance; what it writes comes into the account's facts. */
  readonly pen: (topic: string) => Pen;
  readonly pens: Pen[];
};

/** Days without a word, by story. */
const silences: Readonly<Partial<Record<Story, number>>> = {
  silent: 47,
  delivered_and_gone: 62,
  no_contract: 41,
  no_login: 33,
};

function spansOf(nature: Nature, fate: Fate, today: Day): Span[] {
  const first = (to: Day | null): Span => ({ contract: 'contrato-1', from: nature.start, to });
  if (nature.terms === 'project') {
    const end = nature.start + 30 * nature.term - 1;
    return [first(end < today ? end : null)];
  }
  const { left, back } = fate;
  if (left === null || left.day >= today) return [first(null)];
  return back === null
    ? [first(left.day)]
    : [first(left.day), { contract: 'contrato-2', from: back, to: null }];
}

type Post = readonly [Person['role'], string];
const posts: Readonly<Record<Nature['segment'], readonly Post[]>> = {
  enterprise: [
    ['executive_sponsor', 'diretoria'],
    ['champion', 'operacoes'],
    ['decision_maker', 'diretoria'],
    ['influencer', 'qualidade'],
    ['user', 'operacoes'],
    ['procurement', 'compras'],
    ['finance', 'financeiro'],
  ],
  mid_market: [
    ['executive_sponsor', 'diretoria'],
    ['champion', 'operacoes'],
    ['user', 'operacoes'],
    ['influencer', 'comercial'],
    ['finance', 'financeiro'],
  ],
  smb: [
    ['executive_sponsor', 'diretoria'],
    ['champion', 'operacoes'],
    ['finance', 'financeiro'],
  ],
  product_led: [
    ['executive_sponsor', 'diretoria'],
    ['champion', 'operacoes'],
  ],
};

/** Who sits at each post over time: a shock empties it, and often somebody follows. */
function peopleOf(shape: SampleShape, nature: Nature, fate: Fate): Person[] {
  const pen = new Pen(shape, `${nature.index}/people`);
  const taken = new Set<string>();
  const fresh = (): SamplePerson => {
    let name = personName(pen.random);
    while (taken.has(name)) name = personName(pen.random);
    taken.add(name);
    const email = `${addressOf(name)}@${nature.domain}`;
    return { key: email, name, email };
  };
  const found: Person[] = [];
  for (const [role, department] of posts[nature.segment]) {
    let from = nature.start;
    let sitting = fresh();
    for (const { what, day } of fate.shocks) {
      const leaves =
        (what === 'sponsor_left' && role === 'executive_sponsor') ||
        (what === 'champion_left' && role === 'champion');
      if (!leaves || day <= from) continue;
      const follows = nature.story === null ? pen.chance(0.65) : nature.story === 'sponsor_replaced';
      const next = fresh();
      found.push({ ...sitting, role, department, from, to: day, replacedBy: follows ? next.key : null });
      from = day + pen.between(8, 20);
      sitting = next;
      if (!follows) from = Infinity;
    }
    if (from < Infinity) found.push({ ...sitting, role, department, from, to: null, replacedBy: null });
  }
  return found;
}

export function lifeOf(shape: SampleShape, index: number): Life {
  const nature = natureOf(shape, index);
  const fate = fateOf(shape, nature);
  const spans = spansOf(nature, fate, shape.today);
  const pens: Pen[] = [];
  const silence = nature.story === null ? undefined : silences[nature.story];
  const gone = spans.at(-1)?.to ?? null;
  return {
    shape,
    nature,
    fate,
    spans,
    people: peopleOf(shape, nature, fate),
    from: Math.max(nature.start, windowStart(shape)),
    quietFrom: silence !== undefined ? shape.today - silence : gone === null ? Infinity : gone + 5,
    isCustomer: (day) => spans.some(({ from, to }) => from <= day && (to === null || day <= to)),
    is: (...stories) => nature.story !== null && stories.includes(nature.story),
    pen: (topic) => {
      const pen = new Pen(shape, `${index}/${topic}`);
      pens.push(pen);
      return pen;
    },
    pens,
  };
}

/** Who holds a role on a day. */
export function holder(life: Life, role: Person['role'], day: Day): Person | null {
  return (
    life.people.find((one) => one.role === role && one.from <= day && (one.to === null || day < one.to)) ??
    null
  );
}

/** Everybody there on a day. */
export function present(life: Life, day: Day): readonly Person[] {
  return life.people.filter((one) => one.from <= day && (one.to === null || day < one.to));
}

/** Staged for another reason than that it does badly: nothing but its own story troubles it of late. */
export const calm = ({ nature }: Life): boolean => nature.story !== null && nature.level > -0.5;
