// Which logical table a file is, from its headers and from how often a key comes back. Knows nothing of rows to facts.
import { headerScore, headerWords } from './header.ts';
import { machineMade, ownThing } from './header-candidates.ts';
import type { Column } from './infer.ts';
import type { TableName } from './fields.ts';
import { holdsMoments, tableByContent } from './table-content.ts';
import { vocabulariesIn, type Vocabulary } from './vocabulary.ts';

/** Fields that only a wide customer sheet gathers. */
const wide = [
  'segment',
  'status',
  'start',
  'end',
  'plannedEnd',
  'monthly',
  'annual',
  'amount',
  'seats',
  'activeUsers',
  'nps',
  'lastMeeting',
  'openTickets',
  'owner',
  'notes',
  'industry',
  'taxId',
];
/** What only the customer has, never one of its contracts: a sheet of contracts with these is a customer sheet. */
const customers = [
  'segment',
  'nps',
  'lastMeeting',
  'openTickets',
  'owner',
  'activeUsers',
  'industry',
  'taxId',
];
const keys = ['externalId', 'taxId', 'name'];
const clear = 0.9;

type Seen = {
  has(...fields: readonly string[]): boolean;
  readonly repeated: boolean;
  readonly width: number;
  /** Columns whose cells are moments of a day, not days. */
  readonly moments: boolean;
  /** Columns of numbers beside those that name things. */
  readonly numbers: boolean;
  /** Amounts beside the days on which they were paid. */
  readonly paid: boolean;
  /** A bare id beside a column that names the customer: each row is a thing of its own. */
  readonly own: boolean;
  /** Words that stand in the cells. */
  readonly told: ReadonlySet<Vocabulary>;
};

/** Signatures, most telling first. A wide sheet with one row a customer comes before all of them. */
const signatures: readonly (readonly [TableName, (seen: Seen) => boolean])[] = [
  [
    'movements',
    (seen) =>
      (seen.has('movement', 'movedOn') && seen.has('amount') && seen.told.has('movements')) ||
      (seen.has('movement', 'movedOn', 'amount') && !seen.has('invoiceId')),
  ],
  ['messages', (seen) => isMessages(seen)],
  ['events', (seen) => isEvents(seen)],
  [
    'tickets',
    (seen) =>
      (seen.has('ticketId') && (seen.has('openedOn') || seen.has('subject') || seen.has('priority'))) ||
      (seen.has('openedOn') && (seen.has('priority') || (seen.has('subject') && seen.told.has('tickets')))) ||
      (seen.has('openedOn', 'closedOn') && seen.has('subject')),
  ],
  [
    'invoices',
    (seen) =>
      (seen.has('amount') || seen.has('net') || seen.paid) &&
      (seen.has('invoiceId') || seen.has('paidOn') || seen.has('dueOn', 'invoiceStatus')) &&
      !seen.has('start'),
  ],
  [
    'subscriptions',
    (seen) =>
      !customers.some((field) => seen.has(field)) &&
      seen.has('start') &&
      (seen.has('monthly') || seen.has('annual') || seen.has('amount')
        ? seen.has('product') || seen.has('contractId') || seen.repeated
        : seen.has('contractId') || seen.own || (seen.has('product', 'seats') && seen.repeated)),
  ],
  [
    'usage',
    (seen) =>
      seen.has('metric', 'period', 'quantity') ||
      (seen.has('period') && seen.repeated && seen.numbers && !isOther(seen)) ||
      (seen.has('period', 'periodEnd') && seen.numbers && !isOther(seen)),
  ],
  [
    'meetings',
    (seen) =>
      seen.has('meetingOn') &&
      (seen.has('meetingKind') || seen.has('attended') || seen.has('meetingOutcome')) &&
      !seen.has('score'),
  ],
  [
    'answers',
    (seen) =>
      seen.has('score') &&
      (seen.has('answeredOn') || seen.has('comment') || seen.has('npsDate') || seen.has('instrument')) &&
      seen.width <= 10 &&
      !seen.has('start'),
  ],
  [
    'contacts',
    (seen) =>
      (seen.has('email') || seen.has('contactName')) &&
      (seen.has('role') ||
        seen.has('department') ||
        seen.has('keyUser') ||
        seen.has('lastName') ||
        (seen.has('email') && seen.repeated)),
  ],
  ['churn', (seen) => seen.has('actualEnd') && seen.width <= 6 && !seen.has('start') && !seen.has('monthly')],
];

/** Who wrote what on a day, or on whose side what was written. */
function isMessages(seen: Seen): boolean {
  if (!seen.has('sentOn') || seen.has('ticketId') || seen.has('score') || seen.has('priority')) return false;
  return (
    (seen.has('sender') && (seen.has('messageText') || seen.has('direction') || seen.has('messageKind'))) ||
    (seen.has('direction') && (seen.has('messageChannel') || seen.has('messageText') || seen.has('replied')))
  );
}

/** Who did what at a moment: a user beside an event, or moments of the day beside either. */
function isEvents(seen: Seen): boolean {
  if (!seen.has('at') || seen.has('score') || seen.has('ticketId') || seen.has('amount')) return false;
  return (
    (seen.has('user', 'event') && !seen.has('subject')) ||
    (seen.has('user') && seen.numbers && seen.repeated) ||
    (seen.moments &&
      seen.repeated &&
      seen.has('event') &&
      !seen.has('meetingKind') &&
      !seen.has('openedOn', 'subject'))
  );
}

/** A repeated customer beside a day is usage unless something says what else happened on it. */
function isOther(seen: Seen): boolean {
  return [
    'score',
    'meetingKind',
    'attended',
    'start',
    'invoiceId',
    'paidOn',
    'dueOn',
    'priority',
    'used',
    'monthly',
    'annual',
  ].some((field) => seen.has(field));
}

/** The table a file most likely is; without any sign it is taken for customers. */
export function tableKindOf(columns: readonly Column[]): TableName {
  if (columns.every((column) => !column.named)) return tableByContent(columns);
  const has = (...fields: readonly string[]): boolean => distinctColumns(columns, fields);
  const seen: Seen = {
    has,
    repeated: keyRepeats(columns),
    width: columns.filter((column) => column.profile.filled > 0 && !machineMade(column.header)).length,
    moments: columns.some((column) => holdsMoments(column)),
    numbers: columns.some((column) => isNumber(column)),
    paid: paid(columns),
    own: columns.some((column) => ownThing(column, columns)),
    told: vocabulariesIn(columns),
  };
  const evidence = wide.filter((field) => has(field)).length;
  const record =
    ['ticketId', 'invoiceId'].some((field) => has(field)) ||
    has('contractId', 'start') ||
    (seen.own && has('start')) ||
    seen.paid;
  if (
    !seen.repeated &&
    evidence >= 3 &&
    !record &&
    !has('movement', 'movedOn') &&
    !has('openedOn', 'priority')
  )
    return 'accounts';
  return signatures.find(([, test]) => test(seen))?.[0] ?? 'accounts';
}

/** Amounts beside the days on which they were paid. */
function paid(columns: readonly Column[]): boolean {
  const when = columns.some(
    ({ header, named, profile }) =>
      named && headerScore(header, 'paidOn') >= clear && (profile.share.date >= 0.5 || profile.filled === 0),
  );
  return when && ['amount', 'net'].some((field) => distinctColumns(columns, [field, 'dueOn']));
}

/** A column of numbers that is no code of anything. */
function isNumber({ header, profile }: Column): boolean {
  if (headerWords(header).includes('id') || machineMade(header)) return false;
  const key = keys.some((field) => headerScore(header, field) >= clear);
  return !key && profile.share.numeric >= 0.8 && profile.share.date < 0.5;
}

/** Whether each of the fields has a column of its own whose header names it clearly. */
function distinctColumns(columns: readonly Column[], fields: readonly string[]): boolean {
  const used = new Set<number>();
  return fields.every((field) => {
    const index = columns.findIndex(
      (column, at) => !used.has(at) && column.named && headerScore(column.header, field) >= clear,
    );
    used.add(index);
    return index >= 0;
  });
}

/** One customer on many rows: more than one row in twenty names a key again. */
function keyRepeats(columns: readonly Column[]): boolean {
  const key = keys
    .map((field) => columns.find((column) => column.named && headerScore(column.header, field) >= clear))
    .find((column) => column !== undefined);
  return key !== undefined && key.profile.filled >= 3 && key.profile.distinct < 0.95 * key.profile.filled;
}
