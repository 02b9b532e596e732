// Which logical table a file without headers is, from what its columns hold together.
import { textOf } from './cell.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { TableName } from './fields.ts';
import type { Column } from './infer.ts';
import { type Vocabulary, vocabulariesIn } from './vocabulary.ts';

/** Share of the rows that must fit. */
const mostly = 0.8;
const sample = 1000;
/** A code may be missing in a row or two. */
const nearly = 0.98;

/** Whether the cells of a column are moments of a day, more than midnights. */
export function holdsMoments({ cells, profile }: Column): boolean {
  if (profile.share.date < mostly) return false;
  const texts = cells.slice(0, sample).map((cell) => textOf(cell));
  const moments = texts.filter((text) => /\d{1,2}[:h]\d{2}/.test(text) && !/\b00:00(?::00)?\b/.test(text));
  return moments.length >= mostly * profile.filled * Math.min(1, sample / Math.max(1, profile.total));
}

/** Columns by what they hold. */
export type Held = {
  readonly dates: readonly Column[];
  readonly numbers: readonly Column[];
  readonly money: readonly Column[];
  /** Codes that stand alone in every row, and codes that come back. */
  readonly ids: readonly Column[];
  readonly repeated: readonly Column[];
  readonly scores: readonly Column[];
  readonly words: ReadonlySet<Vocabulary>;
  /** Lines of text. */
  readonly texts: readonly Column[];
};

/** Sorts columns by what they hold; a column may be of several sorts. */
export function heldBy(columns: readonly Column[]): Held {
  const filled = columns.filter((column) => column.profile.filled > 0);
  const of = (test: (profile: ColumnProfile) => boolean): readonly Column[] =>
    filled.filter((column) => test(column.profile));
  return {
    dates: of(isDate),
    numbers: of((each) => each.share.numeric >= mostly && !isDate(each)),
    money: of((each) => each.share.money >= mostly && each.share.moneyMark >= 0.3 && !isDate(each)),
    ids: of((each) => isCode(each) && each.distinct === each.filled && each.filled === each.total),
    repeated: of(
      (each) =>
        isCode(each) &&
        each.filled >= nearly * each.total &&
        each.distinct < 0.9 * each.filled &&
        each.distinct >= 2,
    ),
    scores: of((each) => each.share.score >= 0.95 && each.distinct >= 4 && each.distinct <= 11),
    words: vocabulariesIn(filled),
    texts: of((each) => each.share.text >= 0.9 && each.meanWords >= 3),
  };
}

function isDate(profile: ColumnProfile): boolean {
  return profile.share.date >= mostly && profile.share.numeric < 0.9;
}

function isCode(profile: ColumnProfile): boolean {
  return profile.share.idLike >= 0.95 && !isDate(profile);
}

/** The table that columns without titles most likely are; customers where nothing speaks for another. */
export function tableByContent(columns: readonly Column[]): TableName {
  const held = heldBy(columns);
  const { dates, numbers, words, repeated, scores } = held;
  const [date] = dates;
  if (columns.some((column) => column.profile.share.taxId >= 0.5 || column.profile.share.segment >= mostly))
    return repeated.length > 0 && words.has('priority') ? 'tickets' : 'accounts';
  if (words.has('movements') && date && numbers.length > 0) return 'movements';
  if (words.has('priority') && date) return 'tickets';
  if (date && columns.some((column) => holdsMoments(column)) && repeated.length >= 2 && dates.length === 1)
    return 'events';
  if (words.has('meetings') && date) return 'meetings';
  const keyed = key(columns);
  if (namesEach(columns) && !words.has('roles')) return 'accounts';
  if (repeated.length > 0 && hasTerm(dates) && held.numbers.length > 0) return 'subscriptions';
  if (words.has('invoices') && dates.length >= 1 && numbers.length > 0) return 'invoices';
  if (
    columns.some((column) => column.profile.share.email >= mostly) &&
    (words.has('roles') || repeated.length > 0)
  )
    return 'contacts';
  const narrow = columns.filter((column) => column.profile.filled > 0).length <= 4;
  const single = !keyed || keyed.profile.distinct >= 0.5 * keyed.profile.filled;
  if (narrow && scores.length > 0 && single && (date || held.texts.length > 0)) return 'answers';
  if (keyed && date && dates.length === 1 && numbers.length >= 2 && repeatsByDay(keyed, date)) return 'usage';
  return narrow && scores.length > 0 && (date || held.texts.length > 0) ? 'answers' : 'accounts';
}

/** The first column that may name customers: codes, or names that come back. */
function key(columns: readonly Column[]): Column | undefined {
  return columns.find(
    ({ profile }) =>
      !isDate(profile) && profile.filled >= nearly * profile.total && profile.distinct < 0.9 * profile.filled,
  );
}

/** A name that differs from row to row: one row a customer. */
function namesEach(columns: readonly Column[]): boolean {
  return columns.some(({ profile }) => {
    const { share, filled, total, distinct, meanWords } = profile;
    const name = share.name >= 0.9 && share.idLike < 0.5 && share.email < 0.5 && share.date < 0.5;
    return name && meanWords <= 5 && filled >= 0.95 * total && distinct >= 0.9 * filled;
  });
}

function hasTerm(dates: readonly Column[]): boolean {
  const [from, to] = dates;
  if (!from || !to || to.profile.filled < 0.6 * to.profile.total) return false;
  const pairs = from.profile.days.flatMap((day, at) => {
    const end = to.profile.days[at] ?? null;
    return day === null || end === null ? [] : [end - day];
  });
  return pairs.length > 0 && pairs.filter((days) => days >= 27).length >= mostly * pairs.length;
}

/** Share of all pairs of customer and day that a table by period has. */
const dense = 0.2;

/** Each customer once a day: pairs of both are single, while neither alone is. */
function repeatsByDay(keyed: Column, date: Column): boolean {
  const { total, days, distinct } = date.profile;
  if (distinct >= 0.5 * date.profile.filled) return false;
  // Most customers on most of the days: a grid, not records scattered over time.
  if (total < dense * distinct * keyed.profile.distinct) return false;
  const pairs = new Set(days.map((day, row) => `${textOf(keyed.cells[row] ?? '')} ${day ?? ''}`));
  return pairs.size >= mostly * total;
}
