// Columns of a table → fields: by header, else by content; with confidence, reason and what has to be asked.
// Never guesses where two readings stand: that becomes an ask.
import type { Day } from '#base/day.ts';
import { dateOrderOf } from './cell-date.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { TableName } from './fields.ts';
import { headerHints, headerWords } from './header.ts';
import { type Candidate, candidates, machineMade } from './header-candidates.ts';
import { recogniseAccounts } from './recognise.ts';
import { type OtherClaim, recogniseOthers } from './recognise-others.ts';
import type { Cell } from './table.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

export type AskCode =
  | 'which_end'
  | 'which_period'
  | 'date_order'
  | 'decimal_mark'
  | 'two_columns'
  | 'confirm_content'
  | 'which_grain'
  | 'which_unit'
  | 'which_instrument'
  | 'which_side'
  | 'which_table'
  | 'other_file_key'
  | 'months_across'
  | 'no_key';
/** A question that only a person (or `--map`) settles; the import waits for it. */
export type Ask = {
  readonly code: AskCode;
  readonly column: string | null;
  readonly options: readonly string[];
};

export type Proposal = {
  readonly index: number;
  /** Header as shown: its text, or the letter of the column. */
  readonly header: string;
  /** A field of the table; `custom` (kept as a field of its own); `ignore`. */
  readonly field: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: 'header' | 'content' | 'map' | 'unknown' | 'same_as_other' | 'empty';
  readonly asks: readonly Ask[];
};

export type Column = {
  readonly header: string;
  readonly named: boolean;
  readonly cells: readonly Cell[];
  readonly profile: ColumnProfile;
};

const keyFields: ReadonlySet<string> = new Set(['name', 'taxId', 'externalId']);
/** A header nobody knows outweighs weak content. */
const contentFloor = { named: 0.75, blank: 0.3 };
/** Content alone, less sure than this, is confirmed by a person. */
const surely = 0.6;

/** Proposes a field for every column of a table. */
export function inferColumns(columns: readonly Column[], table: TableName, today: Day): readonly Proposal[] {
  const settled = byHeader(columns, table);
  const taken = new Map([...settled.values()].map((found) => [found.field, found.index] as const));
  const siblings = takenWithSiblings(taken);
  const claims: readonly OtherClaim[] =
    table === 'accounts'
      ? recogniseAccounts(
          columns.map((column) => column.profile),
          siblings,
          today,
        )
      : recogniseOthers(columns, table, siblings);
  const spoken = table === 'accounts' ? spokenWords(columns, claims, taken) : [];
  const claimed = new Map([...spoken, ...claims].map((claim) => [claim.index, claim] as const));
  const proposals = columns.map((column, index): Proposal => {
    const found = settled.get(index);
    if (found) return finish(column, index, found.field, Math.min(found.score, 1), 'header', today);
    const claim = believable(claimed.get(index), column);
    const floor = column.named ? contentFloor.named : contentFloor.blank;
    if (claim && claim.confidence >= floor)
      return finish(column, index, claim.field, claim.confidence, 'content', today);
    return rest(column, index, columns, settled);
  });
  if (proposals.some((proposal) => keyFields.has(proposal.field))) return proposals;
  // No column names the customer: the one that looks like it is asked about, however weak the sign.
  const name = claims.find(
    (claim) =>
      keyFields.has(claim.field) &&
      believable(claim, columns[claim.index] as Column) &&
      (table === 'accounts' || !(columns[claim.index]?.named ?? true)),
  );
  return proposals.map((proposal, index) =>
    name?.index === index
      ? finish(columns[index] as Column, index, name.field, surely / 2, 'content', today)
      : proposal,
  );
}

const spokenFields: Readonly<Partial<Record<Vocabulary, string>>> = {
  channel: 'channel',
  plans: 'product',
  industries: 'industry',
};

/** Columns of customers that only words of one list stand in: where they come from, what they bought, what they do. */
function spokenWords(
  columns: readonly Column[],
  claims: readonly OtherClaim[],
  taken: ReadonlyMap<string, number>,
): readonly OtherClaim[] {
  const used = new Set([...taken.values(), ...claims.map((claim) => claim.index)]);
  const fields = new Set([...taken.keys(), ...claims.map((claim) => claim.field)]);
  return columns.flatMap((column, index): OtherClaim[] => {
    if (used.has(index) || column.profile.filled < 3) return [];
    const field = spokenFields[vocabularyOf(column.cells) ?? 'units'];
    if (!field || fields.has(field)) return [];
    fields.add(field);
    return [{ index, field, confidence: 0.7 }];
  });
}

/** Rows from which on content may say which column names the customer. */
const fewestNames = 3;

/** Content says nothing of what a tool added, of a yes or no, of another thing's id, of a handful of names. */
function believable<C extends { readonly field: string }>(
  claim: C | undefined,
  column: Column,
): C | undefined {
  if (!claim || machineMade(column.header)) return undefined;
  if (!keyFields.has(claim.field)) return claim;
  const { filled, share } = column.profile;
  if (filled < fewestNames || share.flag >= 0.8) return undefined;
  return column.named && headerWords(column.header).includes('id') ? undefined : claim;
}

/** A sheet that has one end or one amount is not searched for a second. */
function takenWithSiblings(taken: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(taken);
  const siblings = [
    ['end', 'plannedEnd'],
    ['plannedEnd', 'end'],
    ['monthly', 'amount'],
    ['annual', 'amount'],
    ['oneOff', 'amount'],
    ['amount', 'monthly'],
  ] as const;
  for (const [field, sibling] of siblings) {
    const index = taken.get(field);
    if (index !== undefined && !all.has(sibling)) all.set(sibling, index);
  }
  return all;
}

/** Best pairs first; a column gets one field, a field one column. */
function byHeader(columns: readonly Column[], table: TableName): ReadonlyMap<number, Candidate> {
  const settled = new Map<number, Candidate>();
  const fields = new Set<string>();
  for (const candidate of candidates(columns, table)) {
    if (settled.has(candidate.index) || fields.has(candidate.field) || superseded(candidate.field, fields))
      continue;
    settled.set(candidate.index, candidate);
    fields.add(candidate.field);
  }
  return settled;
}

/** An amount of no said period beside a monthly one, a third end: nothing to ask about. */
function superseded(field: string, fields: ReadonlySet<string>): boolean {
  if (field === 'amount') return ['monthly', 'annual', 'oneOff'].some((period) => fields.has(period));
  return field === 'end' && (fields.has('plannedEnd') || fields.has('actualEnd'));
}

/** Last decisions on one column: which end, which period, which order of day and month. */
function finish(
  column: Column,
  index: number,
  field: string,
  confidence: number,
  reason: 'header' | 'content',
  today: Day,
): Proposal {
  const asks: Ask[] = [];
  let decided = field;
  if (field === 'end') {
    decided = whichEnd(column, today) ?? 'end';
    if (decided === 'end')
      asks.push({ code: 'which_end', column: column.header, options: ['plannedEnd', 'actualEnd'] });
  }
  if (field === 'amount') {
    decided = periodTold(column) ?? 'amount';
    if (decided === 'amount')
      asks.push({ code: 'which_period', column: column.header, options: ['monthly', 'annual', 'oneOff'] });
  }
  if (reason === 'content' && confidence < surely && asks.length === 0) {
    asks.push({ code: 'confirm_content', column: column.header, options: [decided, 'ignore'] });
  }
  return { index, header: column.header, field: decided, confidence, reason, asks };
}

/** A day still to come is planned; gaps, and nothing to come, are ends that happened; else nobody can tell. */
function whichEnd(column: Column, today: Day): 'plannedEnd' | 'actualEnd' | null {
  const days = column.profile.days.filter((day) => day !== null);
  if (days.some((day) => day > today)) return 'plannedEnd';
  return column.profile.filled < 0.7 * column.profile.total ? 'actualEnd' : null;
}

/** Cells that name their own period ("R$ 500/mês") need no question: the reader of money takes it from them. */
function periodTold(column: Column): 'monthly' | null {
  const filled = column.cells.filter((cell) => String(cell).trim() !== '');
  const told = filled.filter((cell) =>
    /(?:\/|por|ao|per) ?(?:m[eê]s|month|mo|ano|year|yr)\b/i.test(String(cell)),
  );
  return filled.length > 0 && told.length === filled.length ? 'monthly' : null;
}

/** Columns that no field takes. */
function rest(
  column: Column,
  index: number,
  columns: readonly Column[],
  settled: ReadonlyMap<number, Candidate>,
): Proposal {
  const base = { index, header: column.header, confidence: 0, asks: [] };
  if (column.profile.filled === 0) return { ...base, field: 'ignore', reason: 'empty' };
  if (machineMade(column.header)) return { ...base, field: 'ignore', reason: 'unknown' };
  const twin = twinOf(column, index, columns, settled);
  if (twin) {
    const same = twin.cells.every(
      (cell, at) => String(cell).trim() === String(column.cells[at] ?? '').trim(),
    );
    if (same) return { ...base, field: 'ignore', reason: 'same_as_other' };
    const asks: Ask[] = [
      { code: 'two_columns', column: column.header, options: [twin.header, column.header] },
    ];
    return { ...base, field: 'ignore', reason: 'unknown', asks };
  }
  return { ...base, field: isProse(column.profile) ? 'remark' : 'custom', reason: 'unknown' };
}

/** Sentences of people's own are notes: a field of the profile holds no text that may name a person. */
function isProse(profile: ColumnProfile): boolean {
  const { filled, distinct, meanWords, share } = profile;
  return share.text >= 0.9 && share.date < 0.5 && meanWords >= 3 && distinct >= 0.6 * filled;
}

/** Another column with the same header (but for the number added to keep them apart) that took its field. */
function twinOf(
  column: Column,
  index: number,
  columns: readonly Column[],
  settled: ReadonlyMap<number, Candidate>,
): Column | null {
  if (!column.named) return null;
  const bare = (header: string): string => header.replace(/ \(\d+\)$/, '').toLowerCase();
  return (
    columns.find(
      (other, at) => at !== index && settled.has(at) && bare(other.header) === bare(column.header),
    ) ?? null
  );
}

/** Asks after the order of day and month of a date column, when its cells leave it open and nobody told. */
export function askOrder(column: Column, told: boolean): Ask | null {
  if (told || headerHints(column.header).date) return null;
  const found = dateOrderOf(column.cells);
  if (found.order || (found.open === 0 && !found.mixed)) return null;
  return { code: 'date_order', column: column.header, options: ['dd/mm/yyyy', 'mm/dd/yyyy'] };
}
