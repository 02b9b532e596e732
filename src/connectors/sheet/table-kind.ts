// Which logical table a file is, from its headers and from how often a key comes back. Knows nothing of rows to facts.
import { headerScore } from './header.ts';
import type { Column } from './infer.ts';
import type { TableName } from './fields.ts';

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
};

/** Signatures, most telling first. A wide sheet with one row a customer comes before all of them. */
const signatures: readonly (readonly [TableName, (seen: Seen) => boolean])[] = [
  ['movements', (seen) => seen.has('movement', 'movedOn')],
  [
    'tickets',
    (seen) =>
      (seen.has('ticketId') && (seen.has('openedOn') || seen.has('subject') || seen.has('priority'))) ||
      (seen.has('openedOn') && (seen.has('priority') || seen.has('subject'))),
  ],
  [
    'subscriptions',
    (seen) =>
      !customers.some((field) => seen.has(field)) &&
      seen.has('start') &&
      (seen.has('monthly') || seen.has('annual') || seen.has('amount')) &&
      (seen.has('product') || seen.has('contractId') || seen.repeated),
  ],
  [
    'invoices',
    (seen) => seen.has('amount') && (seen.has('invoiceId') || seen.has('paidOn')) && !seen.has('start'),
  ],
  [
    'usage',
    (seen) =>
      seen.has('metric', 'period') ||
      seen.has('metric', 'quantity') ||
      (seen.has('period') &&
        seen.repeated &&
        !seen.has('score') &&
        !seen.has('meetingKind') &&
        !seen.has('attended')),
  ],
  [
    'meetings',
    (seen) =>
      seen.has('meetingOn') && (seen.has('meetingKind') || seen.has('attended')) && !seen.has('score'),
  ],
  [
    'contacts',
    (seen) =>
      (seen.has('email') || seen.has('contactName')) &&
      (seen.has('role') || seen.has('department') || seen.has('keyUser') || seen.repeated),
  ],
  [
    'answers',
    (seen) =>
      seen.has('score') &&
      (seen.has('answeredOn') || seen.has('comment') || seen.has('npsDate')) &&
      seen.width <= 8,
  ],
  ['churn', (seen) => seen.has('actualEnd') && seen.width <= 5 && !seen.has('start')],
];

/** The table a file most likely is; without any sign it is taken for customers. */
export function tableKindOf(columns: readonly Column[]): TableName {
  const has = (...fields: readonly string[]): boolean => distinctColumns(columns, fields);
  const seen: Seen = { has, repeated: keyRepeats(columns), width: columns.length };
  const evidence = wide.filter((field) => has(field)).length;
  if (
    !seen.repeated &&
    evidence >= 3 &&
    !has('ticketId') &&
    !has('movement', 'movedOn') &&
    !has('contractId', 'start')
  )
    return 'accounts';
  return signatures.find(([, test]) => test(seen))?.[0] ?? 'accounts';
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
