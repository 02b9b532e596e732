// Fields of the tables other than customers by what the columns hold, without a word from the header. Each claim says
// how sure it is; numbers that only a header could name are asked about.
import type { Column } from './infer.ts';
import type { TableName } from './fields.ts';
import { heldBy, type Held, holdsMoments } from './table-content.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type OtherClaim = { readonly index: number; readonly field: string; readonly confidence: number };

type Board = {
  readonly held: Held;
  /** Columns still free, of a sort. */
  readonly free: (columns?: readonly Column[]) => readonly Column[];
  readonly claim: (column: Column | undefined, field: string, confidence: number) => void;
  /** The first free column whose cells are words of a vocabulary. */
  readonly words: (...vocabularies: readonly Vocabulary[]) => Column | undefined;
};

/** Cells that prove themselves, by sort; a column of them is sure. */
const proven = 0.85;
const likely = 0.7;
const weak = 0.5;

/**
 * Claims for the free columns of a table.
 * @param taken field → index, for those that headers have settled
 */
export function recogniseOthers(
  columns: readonly Column[],
  table: Exclude<TableName, 'accounts'>,
  taken: ReadonlyMap<string, number>,
): readonly OtherClaim[] {
  const claims: OtherClaim[] = [];
  const fields = new Set(taken.keys());
  const used = new Set(taken.values());
  const free = (of: readonly Column[] = columns): readonly Column[] =>
    of.filter((column) => column.profile.filled > 0 && !used.has(column.profile.index));
  const board: Board = {
    held: heldBy(columns),
    free,
    claim: (column, field, confidence) => {
      if (!column || fields.has(field) || used.has(column.profile.index)) return;
      claims.push({ index: column.profile.index, field, confidence });
      fields.add(field);
      used.add(column.profile.index);
    },
    words: (...vocabularies) =>
      free().find((column) => {
        const found = vocabularyOf(column.cells);
        return found !== null && vocabularies.includes(found);
      }),
  };
  const keyed = ['externalId', 'taxId', 'name'].some((field) => fields.has(field));
  makers[table](board);
  if (!keyed) claimKey(board);
  return claims;
}

const makers: Readonly<Record<Exclude<TableName, 'accounts'>, (board: Board) => void>> = {
  answers: claimAnswers,
  tickets: claimTickets,
  movements: claimMovements,
  subscriptions: claimTerms,
  usage: claimUsage,
  events: claimEvents,
  invoices: claimInvoices,
  meetings: claimMeetings,
  messages: claimMessages,
  contacts: claimContacts,
  churn: claimChurn,
};

/** The customer: a tax id, a code, a name that comes back; of codes the first that is no record's own. */
function claimKey({ free, held, claim }: Board): void {
  claim(
    free().find((column) => column.profile.share.taxId >= 0.5),
    'taxId',
    0.95,
  );
  const [best, next] = likeKeys(free([...held.repeated, ...held.ids]));
  const key = best?.column;
  if (best) claim(key, 'externalId', best.score - (next?.score ?? 0) >= clearly ? likely : weak);
  const name = free().find(
    ({ profile }) =>
      profile.share.name >= 0.9 && profile.meanLength <= 60 && profile.filled === profile.total,
  );
  claim(name, 'name', key ? weak : likely);
}

/** By how much a column must look more like a key than the next one. */
const clearly = 0.2;

/**
 * Columns by how much they look like the codes of customers: letters in them, rows of one value together, many values,
 * one length, before the others; fractions speak against it.
 */
function likeKeys(
  columns: readonly Column[],
): readonly { readonly column: Column; readonly score: number }[] {
  return columns
    .map((column, at) => ({ column, score: keyScore(column) + (at === 0 ? 0.3 : 0) }))
    .toSorted((a, b) => b.score - a.score);
}

function keyScore({ cells, profile }: Column): number {
  const { distinct, filled, share, numbers } = profile;
  const texts = cells.slice(0, profile.total).map((cell) => String(cell));
  const changes = texts.filter((text, at) => at > 0 && text !== texts[at - 1]).length;
  const together = distinct > 1 && changes <= 1.05 * distinct && changes < 0.9 * filled;
  const lengths = new Set(texts.map((text) => text.length));
  return (
    distinct / Math.max(1, filled) +
    (share.numeric < 0.2 ? 0.6 : 0) +
    (together ? 0.8 : 0) +
    (profile.meanLength >= 5 || (lengths.size === 1 && profile.meanLength >= 4) ? 0.3 : 0) -
    (hasFractions(numbers) || share.moneyMark >= 0.3 ? 1.5 : 0)
  );
}

function claimAnswers({ free, held, claim, words }: Board): void {
  claim(words('instrument'), 'instrument', proven);
  claim(free(held.dates)[0], 'answeredOn', proven);
  const texts = free().filter((column) => column.profile.share.text >= 0.9 && column.profile.meanWords >= 3);
  claim(texts.toSorted(longest)[0], 'comment', likely);
  claim(free().find(isEmail), 'email', proven);
  claim(free(held.scores)[0], 'score', likely);
}

function claimTickets({ free, held, claim, words }: Board): void {
  claim(words('priority'), 'priority', proven);
  claim(words('tickets'), 'ticketStatus', proven);
  const [first, second] = inTime(free(held.dates));
  claim(first, 'openedOn', proven);
  claim(second, 'closedOn', likely);
  const [a, b] = free()
    .filter((column) => column.profile.share.text >= 0.9 && column.profile.meanWords >= 2)
    .toSorted(longest);
  claim(b ?? a, 'subject', likely);
  if (b) claim(a, 'description', likely);
  claim(free(held.ids)[0], 'ticketId', likely);
  const gaps = free(held.numbers).filter(
    ({ profile }) => profile.filled < profile.total && hasFractions(profile.numbers),
  );
  claim(gaps[0], 'resolutionHours', likely);
}

function claimMovements({ free, held, claim, words }: Board): void {
  claim(words('movements'), 'movement', proven);
  claim(free(held.dates)[0], 'movedOn', proven);
  const key = likeKeys(free([...held.repeated, ...held.ids]))[0]?.column;
  const amounts = free(held.money).length > 0 ? free(held.money) : freeNumbers(free, held, key);
  claim(amounts[0], 'amount', amounts.length === 1 ? likely : weak);
  claim(free().find(isFewWords), 'product', likely);
}

function claimTerms({ free, held, claim, words }: Board): void {
  const [from, to] = inTime(free(held.dates));
  claim(from, 'start', proven);
  claim(to, 'end', proven);
  claim(words('units'), 'unit', proven);
  const months = free(held.numbers).find(({ profile }) =>
    profile.numbers.every((number) => number === null || [1, 3, 6, 12, 24, 36].includes(number)),
  );
  const discount = free(held.numbers).find(({ profile }) =>
    profile.numbers.every((number) => number === null || (number >= 0 && number < 1)),
  );
  const several = (column: Column | undefined): boolean => (column?.profile.distinct ?? 0) >= 2;
  claim(months, 'billingMonths', several(months) ? likely : weak);
  claim(discount, 'discount', several(discount) ? likely : weak);
  const key = likeKeys(free([...held.repeated, ...held.ids]))[0]?.column;
  const money = free(held.money).filter((column) => column !== key);
  const amounts = money.length > 0 ? money : freeNumbers(free, held, key);
  claim(amounts[0], 'amount', weak);
  claim(freeNumbers(free, held, key)[0], 'seats', weak);
  claim(free().find(isFewWords), 'product', likely);
}

/** The period and the customer show by themselves, the numbers do not. */
function claimUsage({ free, held, claim }: Board): void {
  claim(free(held.dates)[0], 'period', proven);
  const key = likeKeys(free([...held.repeated, ...held.ids]))[0]?.column;
  const metric = free().find((column) => column !== key && isFewWords(column) && !isVersion(column));
  const numbers = freeNumbers(free, held, key);
  if (metric && numbers.length === 1) {
    claim(metric, 'metric', likely);
    claim(numbers[0], 'quantity', likely);
  }
}

function claimEvents({ free, held, claim }: Board): void {
  claim(free(held.dates).find(holdsMoments) ?? free(held.dates)[0], 'at', proven);
  claim(
    free().find((column) => isFewWords(column)),
    'event',
    likely,
  );
  claim(free(held.ids)[0], 'eventId', weak);
  const [key] = likeKeys(free(held.repeated));
  claim(key?.column, 'externalId', likely);
  claim(free().find(isEmail) ?? free(held.repeated)[0], 'user', likely);
  claim(
    free().find(({ profile }) => profile.share.numeric >= 0.8 && profile.filled < profile.total),
    'value',
    weak,
  );
}

function claimInvoices({ free, held, claim, words }: Board): void {
  claim(words('invoices'), 'invoiceStatus', proven);
  const dates = inTime(free(held.dates));
  const whole = dates.filter(({ profile }) => profile.filled === profile.total);
  const gaps = dates.find(({ profile }) => profile.filled < profile.total);
  claim(gaps, 'paidOn', likely);
  if (whole.length >= 2) {
    claim(whole[0], 'issuedOn', likely);
    claim(whole[1], 'dueOn', likely);
  } else claim(whole[0], 'dueOn', weak);
  claim(free(held.ids)[0], 'invoiceId', likely);
  const money = free(held.money);
  claim(money[0], 'amount', money.length === 1 ? likely : weak);
}

function claimMeetings({ free, held, claim, words }: Board): void {
  claim(words('meetings'), 'meetingKind', proven);
  claim(free(held.dates)[0], 'meetingOn', proven);
  const notes = free().filter((column) => column.profile.share.text >= 0.9 && column.profile.meanWords >= 3);
  claim(notes.toSorted(longest)[0], 'notes', likely);
  claim(free(held.ids)[0], 'meetingId', weak);
  const counts = free(held.numbers).filter((column) => column.profile.share.count >= 0.95);
  claim(counts.length === 1 ? counts[0] : undefined, 'attended', weak);
}

function claimMessages({ free, held, claim }: Board): void {
  claim(free(held.dates)[0], 'sentOn', proven);
}

function claimContacts({ free, held, claim, words }: Board): void {
  claim(free().find(isEmail), 'email', proven);
  claim(words('roles'), 'role', proven);
  claim(
    free().find((column) => column.profile.share.personName >= 0.7),
    'contactName',
    likely,
  );
  claim(free(held.ids)[0], 'contactId', weak);
}

function claimChurn({ free, held, claim }: Board): void {
  claim(free(held.dates)[0], 'actualEnd', likely);
  claim(free().find(isFewWords), 'endReason', weak);
}

function freeNumbers(free: Board['free'], held: Held, key: Column | undefined): readonly Column[] {
  return free(held.numbers).filter((column) => column !== key);
}

function inTime(dates: readonly Column[]): readonly Column[] {
  const middle = ({ profile }: Column): number => {
    const days = profile.days.filter((day) => day !== null).toSorted((a, b) => a - b);
    return days[Math.floor(days.length / 2)] ?? 0;
  };
  return dates.toSorted((a, b) => middle(a) - middle(b));
}

function longest(a: Column, b: Column): number {
  return b.profile.meanLength - a.profile.meanLength;
}

function isEmail({ profile }: Column): boolean {
  return profile.share.email >= 0.8;
}

/** A short list of words that come back, no names of people. */
function isFewWords({ profile }: Column): boolean {
  const { share, distinct, filled, meanWords } = profile;
  return (
    share.text >= 0.9 &&
    share.date < 0.5 &&
    share.email < 0.5 &&
    meanWords <= 4 &&
    filled >= 5 &&
    distinct <= Math.max(2, 0.3 * filled) &&
    share.personName < 0.5
  );
}

/** `v3.2.0` names a version, no metric. */
function isVersion({ cells }: Column): boolean {
  const texts = cells.slice(0, 100).map(String);
  return texts.filter((text) => /^v?\d+(?:\.\d+)+$/.test(text.trim())).length >= texts.length / 2;
}

function hasFractions(numbers: readonly (number | null)[]): boolean {
  return numbers.some((number) => number !== null && !Number.isInteger(number));
}
