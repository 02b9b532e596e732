// What an account paid a month twelve months before the day of the view, by what is known now: restated, in today's rates, so
// that exchange moves nothing. What was not told of that day is unknown.
import { addMonths, type Day } from '#base/day.ts';
import { endOfDay } from '#base/zone.ts';
import type { FactType, SlimRow } from '#domain/facts/catalogue.ts';
import type { Frame, View } from '#domain/profile/shape.ts';
import { mrrAt } from './mrr-at.ts';

export type YearAgo = {
  /** Integer cents a month in the workspace's currency; null when not known. */
  readonly mrrCents: number | null;
  /** What index steps and fixed escalators changed since then (cents a month). */
  readonly adjustedCents: number;
};

const months = 12;
const unknown: YearAgo = { mrrCents: null, adjustedCents: 0 };

/** Monthly revenue twelve months ago and what adjustments changed since. */
export function yearAgo(view: View): YearAgo {
  if (view.rows('contract-signed').length === 0 && view.rows('state-observed').length === 0) return unknown;
  const from = addMonths(view.day, -months);
  const mrrCents = mrrAt(onDay(view, from)).cents;
  if (mrrCents === null) return unknown;
  const days = view
    .rows('adjustment-changed')
    .filter(({ state, day }) => state === 'applied' && day > from && day <= view.day)
    .map(({ day }) => day);
  let adjustedCents = 0;
  for (const day of new Set(days)) {
    const [before, after] = [mrrAt(onDay(view, day - 1)).cents, mrrAt(onDay(view, day)).cents];
    if (before !== null && after !== null && before > 0 && after > 0) adjustedCents += after - before;
  }
  return { mrrCents, adjustedCents };
}

/** The view at the end of an earlier day: what had happened by then, as it is known now. Holds no usage. */
function onDay(view: View, day: Day): View {
  const asOf = endOfDay(day, view.frame.zone);
  return {
    asOf,
    day,
    frame: { ...view.frame, rates: ratesOf(view) },
    contacts: view.contacts,
    rows: <T extends FactType>(type: T): readonly SlimRow<T>[] =>
      view.rows(type).filter(({ occurred }) => occurred <= asOf),
    usage: [],
    covered: () => null,
    kept: new Map(),
  };
}

/** The rates of the view's own day, in force on every day. */
const ratesOf = ({ frame, asOf, day }: View): Frame['rates'] =>
  frame.rates
    .filter((rate) => rate.day <= day && rate.known <= asOf)
    .toSorted((a, b) => a.day - b.day || a.known - b.known)
    .map((rate) => ({ ...rate, day: Number.MIN_SAFE_INTEGER, known: Number.MIN_SAFE_INTEGER }));
