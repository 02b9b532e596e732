// The account as it was known at an instant. It sees facts that had occurred and were known by then and nothing
// else; it decides which revision of a record holds and what is covered, and interprets no fact.
import type { Day } from '#base/day.ts';
import { dayAt, endOfDay } from '#base/zone.ts';
import type { FactType, SlimHead, SlimRow } from '#domain/facts/catalogue.ts';
import { answers, coverageOf, mergeCovers } from './coverage.ts';
import type { AccountFile, Coverage, Frame, Span, UsageDay, View } from './shape.ts';
import { mergeUsageDays, usageLookback } from './usage-window.ts';

/** Kinds whose coverage begins where counters end, see `AccountFile.since`. */
type Since = AccountFile['since'];

/**
 * Cuts an account at an instant (`asOf`, ms). `days` are its usage days in any order. Days count once they are
 * over: at an instant before the end of its day, usage and covered time reach to the day before.
 */
export function viewAt(file: AccountFile, days: readonly UsageDay[], asOf: number, frame: Frame): View {
  return new AccountView(file, days, asOf, frame);
}

class AccountView implements View {
  readonly asOf: number;
  readonly day: Day;
  readonly frame: Frame;
  readonly contacts: number;
  readonly kept = new Map<unknown, object>();
  readonly #file: AccountFile;
  readonly #shapes: Map<FactType, Shape>;
  readonly #days: readonly UsageDay[];
  /** Last day that is over. */
  readonly #last: Day;
  /** Rows of the types of which not every row is seen. */
  readonly #rows = new Map<FactType, readonly SlimHead[]>();
  readonly #spans = new Map<string, Span | null>();
  #usage: readonly UsageDay[] | null = null;
  #covers: readonly Coverage[] | null = null;

  constructor(file: AccountFile, days: readonly UsageDay[], asOf: number, frame: Frame) {
    this.asOf = asOf;
    this.day = dayAt(asOf, frame.zone);
    this.frame = frame;
    this.contacts = file.contacts;
    this.#file = file;
    this.#shapes = shapesOf(file);
    this.#days = days;
    this.#last = asOf === endOfDay(this.day, frame.zone) ? this.day : this.day - 1;
  }

  rows<T extends FactType>(type: T): readonly SlimRow<T>[] {
    const all: readonly SlimHead[] = this.#file.rows[type] ?? none;
    if (all.length === 0) return all as readonly SlimRow<T>[];
    let shape = this.#shapes.get(type);
    if (!shape) this.#shapes.set(type, (shape = shapeOf(all)));
    if (isWhole(shape, this.asOf)) return all as readonly SlimRow<T>[];
    let rows = this.#rows.get(type);
    if (!rows) this.#rows.set(type, (rows = visible(all, shape, this.asOf)));
    return rows as readonly SlimRow<T>[];
  }

  get usage(): readonly UsageDay[] {
    return (this.#usage ??= mergeUsageDays(this.#days, this.day - usageLookback, this.#last));
  }

  covered(kind: string, metric?: string): Span | null {
    const key = metric === undefined ? kind : `${kind}/${metric}`;
    let span = this.#spans.get(key);
    if (span === undefined) this.#spans.set(key, (span = this.#spanOf(kind, metric)));
    return span;
  }

  #spanOf(kind: string, metric: string | undefined): Span | null {
    this.#covers ??= [...coverageOf(this.rows('source-covered')), ...this.frame.coverage];
    const covers = this.#covers.filter((cover) => cover.known <= this.asOf && answers(cover, kind, metric));
    return covers.length === 0 ? null : mergeCovers(covers, firstDay(this.#file.since, kind), this.#last);
  }
}

const none: readonly SlimHead[] = [];

function firstDay(since: Since, kind: string): Day {
  return since?.[kind] ?? -Infinity;
}

/** What must be known of the rows of a type to cut them quickly; found once a file. */
type Shape = {
  readonly lastOccurred: number;
  readonly lastKnown: number;
  readonly late: boolean;
  /** Some record may have a second row. */
  readonly revised: boolean;
};
const shapes = new WeakMap<AccountFile, Map<FactType, Shape>>();

function shapesOf(file: AccountFile): Map<FactType, Shape> {
  let known = shapes.get(file);
  if (!known) shapes.set(file, (known = new Map()));
  return known;
}

/** Whether every row is seen at an instant as it stands. */
function isWhole({ revised, lastOccurred, lastKnown }: Shape, asOf: number): boolean {
  return !revised && lastOccurred <= asOf && lastKnown <= asOf;
}

/** Rows that had occurred and were known at an instant, of each record the highest revision, in winner order. */
function visible(rows: readonly SlimHead[], shape: Shape, asOf: number): readonly SlimHead[] {
  const all = shape.lastOccurred <= asOf && shape.lastKnown <= asOf;
  const cut = all ? rows : cutAt(rows, asOf, shape.late);
  return shape.revised ? newestRevisions(cut) : cut;
}

/** Rows stand in order of `occurred`; where none was known later, a cut is enough. */
function cutAt(rows: readonly SlimHead[], asOf: number, late: boolean): readonly SlimHead[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.occurred ?? Infinity) <= asOf) low = middle + 1;
    else high = middle;
  }
  const cut = rows.slice(0, low);
  return late ? cut.filter((row) => row.known <= asOf) : cut;
}

function shapeOf(rows: readonly SlimHead[]): Shape {
  let lastOccurred = -Infinity;
  let lastKnown = -Infinity;
  let late = false;
  let revised = false;
  // Records are numbered in the order in which they first come: one that is not the highest so far came before.
  let highest = -Infinity;
  for (const row of rows) {
    if (row.occurred > lastOccurred) lastOccurred = row.occurred;
    if (row.known > lastKnown) lastKnown = row.known;
    late ||= row.known > row.occurred;
    if (row.record > highest) highest = row.record;
    else revised = true;
  }
  return { lastOccurred, lastKnown, late, revised };
}

/** Of two rows with the same revision (one outside id in two shells) the later in winner order holds. */
function newestRevisions(rows: readonly SlimHead[]): readonly SlimHead[] {
  const newest = new Map<number, SlimHead>();
  for (const row of rows) {
    const known = newest.get(row.record);
    if (!known || row.revision >= known.revision) newest.set(row.record, row);
  }
  return newest.size === rows.length ? rows : rows.filter((row) => newest.get(row.record) === row);
}
