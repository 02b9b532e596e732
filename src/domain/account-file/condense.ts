// What a full file gives up, and in which order: a pure function of the entries, never of when they came.
// Busy kinds keep single entries for 400 days before their newest one and counters before; a file past its hard
// budget is tightened step by step. An open ticket is never given up by time.
import { dayOf, yearMonthDay, type Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import type { FactType } from '#domain/facts/catalogue.ts';
import type { Entry } from './order.ts';

export type Entries = ReadonlyMap<FactType, readonly Entry[]>;
export type Condensed = {
  readonly entries: Entries;
  /** Kind → first day from which every entry stands by itself. */
  readonly since: ReadonlyMap<string, Day>;
  /** Type → months since year 0 → records given up. */
  readonly monthly: ReadonlyMap<FactType, ReadonlyMap<number, number>>;
};

const busyKinds = new Set(['ticket', 'message', 'call', 'content']);
const seriesKinds = new Set([
  'observation',
  'usage-period',
  'consumption',
  'effort',
  'note',
  'survey',
  'pulse',
]);

type Level = {
  /** Days of single entries of busy kinds, and how many must exist before any is given up. */
  readonly busy: number;
  readonly above: number;
  /** The same for kinds that are series of numbers. */
  readonly series?: number;
  /** Newest entries kept of any type. */
  readonly newest?: number;
};

/** Level 0 is the rule; the others are tried in turn while the text is past the hard budget. */
export const levels: readonly Level[] = [
  { busy: 400, above: 400 },
  { busy: 200, above: 100 },
  { busy: 100, above: 50 },
  { busy: 50, above: 25, series: 800 },
  { busy: 25, above: 0, series: 400 },
  { busy: 25, above: 0, series: 200 },
  { busy: 25, above: 0, series: 100 },
  ...[400, 200, 100, 50, 25, 12, 6, 3, 1].map((newest) => ({ busy: 25, above: 0, series: 100, newest })),
];

/** Gives up what a level gives up. */
export function condense(all: Entries, level: Level, zone: string): Condensed {
  const kinds = new Map<string, Entry[]>();
  for (const entries of all.values()) {
    const kind = entries[0]?.spec.kind ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...entries]);
  }
  const since = new Map<string, Day>();
  const gone = new Set<Entry>();
  for (const [kind, entries] of kinds) {
    const window = windowOf(kind, entries.length, level);
    if (window === null) continue;
    const from = newestDay(entries, zone) - window;
    const old = oldGroups(entries, from);
    if (old.length > 0) since.set(kind, from);
    for (const entry of old) gone.add(entry);
  }
  if (level.newest !== undefined) dropBeyond(all, level.newest, gone, since);
  const kept = [...all].map(
    ([type, entries]) => [type, entries.filter((entry) => !gone.has(entry))] as const,
  );
  return {
    entries: new Map(kept.filter(([, entries]) => entries.length > 0)),
    since,
    monthly: count(all, gone),
  };
}

function windowOf(kind: string, entries: number, level: Level): number | null {
  if (busyKinds.has(kind)) return entries > level.above ? level.busy : null;
  return seriesKinds.has(kind) ? (level.series ?? null) : null;
}

/** An entry dated after it was known (a slip of the pen, a plan) does not move the window. */
function newestDay(entries: readonly Entry[], zone: string): Day {
  let newest = -Infinity;
  for (const { fact } of entries) newest = Math.max(newest, Math.min(fact.occurredAt, fact.knownAt));
  return dayAt(newest, zone);
}

/** Entries of records (of tickets: whole tickets, unless open) whose every entry is before `from`. */
function oldGroups(entries: readonly Entry[], from: Day): readonly Entry[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = groupOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()]
    .filter((group) => group.every((entry) => entry.day < from) && !isOpen(group))
    .flat();
}

function groupOf(entry: Entry): string {
  return entry.spec.kind === 'ticket'
    ? JSON.stringify(entry.values[0])
    : `${entry.fact.type}\u0000${entry.record}`;
}

function isOpen(group: readonly Entry[]): boolean {
  if (group[0]?.spec.kind !== 'ticket') return false;
  const last = (type: FactType): number =>
    group.reduce((at, { fact }) => (fact.type === type ? Math.max(at, fact.occurredAt) : at), -Infinity);
  return last('ticket-closed') < Math.max(last('ticket-opened'), last('ticket-reopened'));
}

function dropBeyond(all: Entries, newest: number, gone: Set<Entry>, since: Map<string, Day>): void {
  for (const entries of all.values()) {
    const left = entries.filter((entry) => !gone.has(entry));
    for (const entry of left.slice(0, -newest)) {
      gone.add(entry);
      since.set(entry.spec.kind, Math.max(since.get(entry.spec.kind) ?? -Infinity, entry.day + 1));
    }
  }
}

/** Counts each record given up once, in the month of its last entry. */
function count(all: Entries, gone: ReadonlySet<Entry>): Condensed['monthly'] {
  const monthly = new Map<FactType, Map<number, number>>();
  for (const [type, entries] of all) {
    const left = entries.filter((entry) => gone.has(entry));
    if (left.length === 0) continue;
    const months = new Map<number, number>();
    for (const entry of new Map(left.map((each) => [each.record, each])).values()) {
      const { year, month } = yearMonthDay(entry.day);
      const index = year * 12 + month - 1;
      months.set(index, (months.get(index) ?? 0) + 1);
    }
    monthly.set(type, months);
  }
  return monthly;
}

/** First day of a month counted from year 0. */
export function monthStart(index: number): Day {
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1) ?? 0;
}
