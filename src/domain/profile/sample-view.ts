// Views for tests of calculators: a few facts, what is covered, a day. Sees only what was true and known by that day.
import { brazilianCalendar } from '#base/calendar.ts';
import { parseDay, type Day } from '#base/day.ts';
import type { FactType, SlimRow } from '#domain/facts/catalogue.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import type { LeafKey } from './registry.ts';
import type { Calculator, Coverage, Frame, RowRef, Span, UsageDay, View } from './shape.ts';

const dayMs = 86_400_000;

/** A fact of a test: its day (`2026-04-15`), when it was known if later, its revision, and any slim fields. */
export type SampleRow<T extends FactType> = { on: string; knownOn?: string; hour?: number } & Partial<
  SlimRow<T>
>;
export type Sample = {
  day: string;
  rows?: { [T in FactType]?: readonly SampleRow<T>[] };
  usage?: readonly UsageDay[];
  /** Kind (or `kind:metric`) → first and last covered day, with the grain when it is not days. */
  covered?: Readonly<Record<string, readonly [from: string, to: string, grain?: Span['grain']]>>;
  contacts?: number;
  frame?: Partial<Frame>;
};

/** Reads `2026-04-15`; a test that writes no day is broken. */
export function on(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return day;
}

/** The view of a sample at the end of its day (in UTC, so that days and instants agree). */
export function sampleView(sample: Sample): View {
  const day = on(sample.day);
  const asOf = (day + 1) * dayMs - 1;
  const rows = new Map<FactType, readonly SlimRow<FactType>[]>();
  for (const [type, list] of Object.entries(sample.rows ?? {})) {
    rows.set(type as FactType, visible(type as FactType, list as readonly SampleRow<FactType>[], asOf));
  }
  return {
    kept: new Map(),
    asOf,
    day,
    frame: sampleFrame(sample.frame),
    contacts: sample.contacts ?? 20,
    rows: <T extends FactType>(type: T) => (rows.get(type) ?? []) as readonly SlimRow<T>[],
    usage: (sample.usage ?? [])
      .filter((one) => one.day <= day && one.known <= day)
      .sort((a, b) => a.day - b.day),
    covered: (kind, metric) =>
      spanOf(sample.covered ?? {}, `${kind}:${metric}`, day) ?? spanOf(sample.covered ?? {}, kind, day),
  };
}

/** What a calculator writes, by leaf: values, how far they reach, the rows they came from. */
export function leavesOf(calculator: Calculator, view: View) {
  const values: Partial<Record<LeafKey, unknown>> = {};
  const through: Partial<Record<LeafKey, Day | null>> = {};
  const evidence: Partial<Record<LeafKey, readonly RowRef[]>> = {};
  calculator(view, {
    set: (key, value, reach = null, rows = []) => {
      values[key] = value;
      through[key] = reach;
      evidence[key] = rows;
    },
  });
  return { values, through, evidence };
}

/** A day of usage: events per user, optionally per feature and department. */
export function usageOn(
  day: string | Day,
  users: Readonly<Record<string, number>>,
  more: Partial<UsageDay> = {},
): UsageDay {
  const at = typeof day === 'string' ? on(day) : day;
  const names = Object.keys(users).sort();
  const userEvents = names.map((name) => users[name] ?? 0);
  const events = userEvents.reduce((sum, one) => sum + one, 0);
  return {
    day: at,
    known: at,
    events,
    value: events,
    sessions: 0,
    minutes: 0,
    users: names,
    userEvents,
    features: {},
    departments: [],
    ...more,
  };
}

function sampleFrame(frame: Partial<Frame> = {}): Frame {
  return {
    zone: 'UTC',
    currency: 'BRL',
    calendar: brazilianCalendar('UTC', []),
    rates: [],
    coverage: [] satisfies Coverage[],
    criticalFeatures: null,
    advancedFeatures: null,
    ...frame,
  };
}

function spanOf(covered: NonNullable<Sample['covered']>, key: string, day: Day): Span | null {
  const told = covered[key];
  if (!told || on(told[0]) > day) return null;
  return { from: on(told[0]), to: Math.min(on(told[1]), day), grain: told[2] ?? 'day' };
}

function visible(
  type: FactType,
  list: readonly SampleRow<FactType>[],
  asOf: number,
): readonly SlimRow<FactType>[] {
  const blank = Object.fromEntries(Object.keys(specOf(type).slim).map((field) => [field, null]));
  return list
    .map((row, index) => fill(row, index, blank))
    .filter((row) => row.occurred <= asOf && row.known <= asOf)
    .sort((a, b) => a.occurred - b.occurred || a.known - b.known || a.record - b.record);
}

function fill(row: SampleRow<FactType>, index: number, blank: object): SlimRow<FactType> {
  const { on: day, knownOn, hour = 0, ...fields } = row;
  const occurred = on(day) * dayMs + hour * 3_600_000;
  const known = knownOn ? on(knownOn) * dayMs : occurred;
  const head = { occurred, known, day: on(day), record: index, revision: 1 };
  return { ...blank, ...head, ...fields } as SlimRow<FactType>;
}
