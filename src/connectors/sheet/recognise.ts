// Fields of a customer sheet by what the columns hold, without a word from the header. Each claim says how sure it is;
// nothing here is final: what is unsure is asked.
import type { Day } from '#base/day.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { AccountField } from './fields.ts';

export type Claim = { readonly index: number; readonly field: AccountField; readonly confidence: number };

/** Columns and fields still free; `claim` takes one of each. */
type Board = {
  readonly today: Day;
  free(): readonly ColumnProfile[];
  open(field: AccountField): boolean;
  claim(column: ColumnProfile, field: AccountField, confidence: number): void;
  column(field: AccountField): ColumnProfile | null;
};

/**
 * Claims for the free columns of a customer sheet.
 * @param columns every column
 * @param taken field → index, for those that headers have settled
 */
export function recogniseAccounts(
  columns: readonly ColumnProfile[],
  taken: ReadonlyMap<string, number>,
  today: Day,
): readonly Claim[] {
  const claims: Claim[] = [];
  const fields = new Map(taken);
  const used = new Set(taken.values());
  const board: Board = {
    today,
    free: () => columns.filter((column) => column.filled > 0 && !used.has(column.index)),
    open: (field) => !fields.has(field),
    claim: (column, field, confidence) => {
      if (fields.has(field) || used.has(column.index)) return;
      claims.push({ index: column.index, field, confidence });
      fields.set(field, column.index);
      used.add(column.index);
    },
    column: (field) => columns.find((column) => column.index === fields.get(field)) ?? null,
  };
  for (const step of [
    claimMarked,
    claimMoney,
    claimScore,
    claimTerm,
    claimDates,
    claimPeople,
    claimCounts,
    claimTexts,
  ])
    step(board);
  return claims;
}

/** Cells that prove themselves: check digits, addresses, closed lists. */
function claimMarked(board: Board): void {
  for (const column of board.free()) {
    const { share } = column;
    if (share.taxId >= 0.5) board.claim(column, 'taxId', 0.95);
    else if (share.email >= 0.8) board.claim(column, 'email', 0.9);
    else if (share.domain >= 0.8) board.claim(column, 'domain', 0.9);
    else if (share.segment >= 0.8 && share.numeric < 0.2) board.claim(column, 'segment', 0.9);
    else if (share.status >= 0.8 && share.numeric < 0.2) board.claim(column, 'status', 0.85);
  }
}

/** An amount does not say its period; two that stand 12 to 1 do. */
function claimMoney(board: Board): void {
  const columns = board
    .free()
    .filter(
      (column) => column.share.money >= 0.8 && column.share.moneyMark >= 0.6 && column.share.date < 0.5,
    );
  for (const a of columns) {
    const b = columns.find(
      (other) =>
        other !== a && agree(a.numbers, other.numbers, (x, y) => Math.abs(y - 12 * x) <= 0.12) >= 0.8,
    );
    if (!b) continue;
    board.claim(a, 'monthly', 0.8);
    board.claim(b, 'annual', 0.8);
    return;
  }
  const [first] = columns;
  if (first && board.open('monthly') && board.open('annual')) board.claim(first, 'amount', 0.5);
}

/** Whole numbers from 0 to 10 with gaps where a date has the same gaps: a score and its day. */
function claimScore(board: Board): void {
  const dates = datesOf(board);
  const scores = board.free().filter((column) => column.share.score >= 0.9 && column.distinct >= 3);
  for (const column of board.open('nps') ? scores : []) {
    const date = column.filled < column.total ? dates.find((other) => sameGaps(column, other)) : undefined;
    if (!date) continue;
    board.claim(column, 'nps', 0.8);
    board.claim(date, 'npsDate', 0.75);
    return;
  }
  const high = scores.find((column) => median(column) >= 5);
  if (high && board.open('nps')) board.claim(high, 'nps', 0.55);
  const nps = board.column('nps');
  const date =
    nps && nps.filled < nps.total ? datesOf(board).find((other) => sameGaps(nps, other)) : undefined;
  if (date) board.claim(date, 'npsDate', 0.75);
}

/** Two dates a whole number of months apart in most rows: a term. */
function claimTerm(board: Board): void {
  const dates = datesOf(board);
  let best: { from: ColumnProfile; to: ColumnProfile; fit: number } | null = null;
  for (const from of dates) {
    for (const to of dates) {
      if (from === to || agree(from.days, to.days, (a, b) => b > a) < 0.9) continue;
      const fit = agree(from.days, to.days, (a, b) => wholeMonths(b - a));
      if (fit > (best?.fit ?? 0.6)) best = { from, to, fit };
    }
  }
  if (!best || !board.open('start') || hasEnd(board)) return;
  board.claim(best.from, 'start', 0.75);
  board.claim(best.to, 'end', 0.75);
}

function wholeMonths(days: number): boolean {
  const months = days / 30.4375;
  return months > 0.9 && Math.abs(months - Math.round(months)) * 30.4375 <= 3;
}

function hasEnd(board: Board): boolean {
  return !board.open('end') || !board.open('plannedEnd') || !board.open('actualEnd');
}

/** 1995-01-01. */
const oldest = 9131;

/** Days that are past and recent are contacts; older ones a start; coming ones an end. */
function claimDates(board: Board): void {
  for (const column of datesOf(board)) {
    const days = column.days.filter((day) => day !== null);
    const last = Math.max(...days);
    if (last > board.today && !hasEnd(board)) board.claim(column, 'end', 0.55);
    // No customer of today began before firms kept such sheets: those are days of birth and the like.
    else if (middle(days) < oldest) continue;
    else if (last <= board.today && board.today - middle(days) <= 150 && !board.open('start'))
      board.claim(column, 'lastMeeting', 0.6);
    else if (last <= board.today) board.claim(column, board.open('start') ? 'start' : 'lastMeeting', 0.45);
  }
}

function datesOf(board: Board): readonly ColumnProfile[] {
  return board.free().filter((column) => column.share.date >= 0.7 && column.share.numeric < 0.9);
}

/** Names: the customer's differ from row to row, those of our people come again and again. */
function claimPeople(board: Board): void {
  const texts = board.free().filter((column) => column.share.text >= 0.9 && column.meanLength <= 60);
  const names = texts.filter(
    (column) =>
      column.distinct >= 0.9 * column.filled &&
      column.filled >= 0.9 * column.total &&
      column.share.name >= 0.8,
  );
  const [name] = names.filter((column) => column.share.idLike < 0.5);
  if (name && name.share.personName < 0.98) board.claim(name, 'name', 0.8);
  else if (name) board.claim(name, 'name', 0.6);
  const owner = texts.find(
    (column) =>
      column !== name &&
      column.share.personName >= 0.8 &&
      column.filled >= 5 &&
      column.distinct <= 0.4 * column.filled,
  );
  if (owner) board.claim(owner, 'owner', 0.65);
  const id = board
    .free()
    .find(
      (column) =>
        column.share.idLike >= 0.95 &&
        column.distinct === column.filled &&
        column.filled === column.total &&
        column.filled >= 5 &&
        column.share.date < 0.5,
    );
  if (id && (id.share.numeric < 0.5 || id.index === 0)) board.claim(id, 'externalId', 0.65);
}

/** Of two counts that rise together, the one that is never larger is used out of the other. */
function claimCounts(board: Board): void {
  const counts = board.free().filter((column) => column.share.count >= 0.9 && column.share.moneyMark < 0.5);
  let best: { seats: ColumnProfile; active: ColumnProfile; fit: number } | null = null;
  for (const seats of counts) {
    for (const active of counts) {
      // Few leave three seats of four unused all over: then the greater number is something else.
      if (median(seats) >= 4 * median(active) && median(active) > 0) continue;
      if (seats === active || agree(seats.numbers, active.numbers, (a, b) => b <= a) < 0.9) continue;
      const fit = correlation(seats.numbers, active.numbers);
      if (fit > (best?.fit ?? 0.6)) best = { seats, active, fit };
    }
  }
  if (best && board.open('seats') && board.open('activeUsers')) {
    board.claim(best.seats, 'seats', 0.55);
    board.claim(best.active, 'activeUsers', 0.55);
  }
  for (const column of board.free().filter((each) => counts.includes(each))) {
    if (median(column) <= 3 && Math.max(...column.numbers.map((n) => n ?? 0)) <= 100)
      board.claim(column, 'openTickets', 0.5);
    else if (median(column) >= 100 && !hasMoney(board)) board.claim(column, 'amount', 0.4);
  }
}

function hasMoney(board: Board): boolean {
  return !board.open('monthly') || !board.open('annual') || !board.open('amount');
}

/** A comment stands only where a score stands; notes stand anywhere. */
function claimTexts(board: Board): void {
  const nps = board.column('nps');
  const texts = board
    .free()
    .filter((column) => column.share.text >= 0.9 && column.share.date < 0.5 && column.meanWords >= 2);
  const comment = nps
    ? texts.find(
        (column) => column.meanWords >= 4 && column.present.every((there, at) => !there || nps.present[at]),
      )
    : undefined;
  if (comment) board.claim(comment, 'npsComment', 0.6);
  const notes = board
    .free()
    .filter((column) => texts.includes(column) && column.share.personName < 0.5)
    .at(-1);
  if (notes) board.claim(notes, 'notes', 0.6);
}

function sameGaps(a: ColumnProfile, b: ColumnProfile): boolean {
  const unlike = a.present.filter((there, at) => there !== b.present[at]).length;
  return unlike <= 0.02 * a.total;
}

/** Share of rows that have both values and meet a condition. */
function agree(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  meets: (x: number, y: number) => boolean,
): number {
  let both = 0;
  let hits = 0;
  a.forEach((x, at) => {
    const y = b[at] ?? null;
    if (x === null || y === null) return;
    both += 1;
    if (meets(x, y)) hits += 1;
  });
  return both < 2 ? 0 : hits / both;
}

/** Pearson's r over rows that have both. */
function correlation(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  const pairs = a.flatMap((x, at) =>
    x === null || (b[at] ?? null) === null ? [] : [[x, b[at] ?? 0] as const],
  );
  const n = pairs.length;
  if (n < 4) return 0;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

function median(column: ColumnProfile): number {
  return middle(column.numbers.filter((number) => number !== null));
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
