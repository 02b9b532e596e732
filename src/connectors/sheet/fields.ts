// The fields a sheet can carry, by logical table: what their cells are and which other fields they exclude.
// Headers are in `synonyms.ts`; recognition is in `infer.ts`.

export const tableNames = [
  'accounts',
  'contacts',
  'subscriptions',
  'usage',
  'tickets',
  'answers',
  'invoices',
  'meetings',
  'churn',
  'movements',
] as const;
export type TableName = (typeof tableNames)[number];

/** True for the name of a logical table. */
export function isTable(name: string): name is TableName {
  return (tableNames as readonly string[]).includes(name);
}

/** What the cells of a field are read as. */
export type CellKind =
  | 'id'
  | 'name'
  | 'text'
  | 'taxId'
  | 'segment'
  | 'status'
  | 'date'
  | 'money'
  | 'count'
  | 'score'
  | 'flag'
  | 'email'
  | 'domain'
  | 'code'
  | 'stage'
  | 'pulse'
  | 'months'
  | 'index'
  | 'number';

/** One wide customer sheet. `end` and `amount` are not decided yet: which end, which period. `remark`: a further text. */
export const accountFields = {
  externalId: 'id',
  name: 'name',
  taxId: 'taxId',
  segment: 'segment',
  status: 'status',
  stage: 'stage',
  nextStep: 'text',
  pulse: 'pulse',
  start: 'date',
  end: 'date',
  plannedEnd: 'date',
  actualEnd: 'date',
  endReason: 'code',
  deliveryDue: 'date',
  termMonths: 'months',
  autoRenew: 'flag',
  openEnded: 'flag',
  index: 'index',
  amount: 'money',
  monthly: 'money',
  annual: 'money',
  oneOff: 'money',
  seats: 'count',
  activeUsers: 'count',
  contracted: 'number',
  used: 'number',
  consumedIn: 'date',
  nps: 'score',
  npsDate: 'date',
  npsComment: 'text',
  lastMeeting: 'date',
  openTickets: 'count',
  criticalTickets: 'count',
  overdueDays: 'count',
  overdueAmount: 'money',
  owner: 'name',
  notes: 'text',
  domain: 'domain',
  email: 'email',
  contactName: 'name',
  phone: 'text',
  industry: 'code',
  size: 'code',
  group: 'code',
  channel: 'code',
  tags: 'text',
  product: 'code',
  contractId: 'id',
} as const satisfies Readonly<Record<string, CellKind>>;
export type AccountField = keyof typeof accountFields;

/** Fields of the other tables; every one also has the key of its account (`externalId`, `taxId` or `name`). */
export const otherFields = {
  contacts: {
    contactName: 'name',
    email: 'email',
    phone: 'text',
    role: 'code',
    department: 'code',
    keyUser: 'flag',
  },
  subscriptions: {
    contractId: 'id',
    product: 'code',
    start: 'date',
    end: 'date',
    plannedEnd: 'date',
    actualEnd: 'date',
    amount: 'money',
    monthly: 'money',
    annual: 'money',
    oneOff: 'money',
    seats: 'count',
    billingMonths: 'count',
    status: 'status',
  },
  usage: { period: 'date', metric: 'code', quantity: 'number', user: 'id', activeUsers: 'count' },
  tickets: {
    ticketId: 'id',
    openedOn: 'date',
    closedOn: 'date',
    priority: 'code',
    ticketStatus: 'code',
    subject: 'text',
    description: 'text',
    resolutionHours: 'number',
  },
  answers: { score: 'score', answeredOn: 'date', comment: 'text', instrument: 'code' },
  invoices: {
    invoiceId: 'id',
    dueOn: 'date',
    issuedOn: 'date',
    paidOn: 'date',
    amount: 'money',
    invoiceStatus: 'code',
  },
  meetings: { meetingOn: 'date', meetingKind: 'code', attended: 'count', notes: 'text' },
  churn: { actualEnd: 'date', endReason: 'code' },
  movements: { movedOn: 'date', movement: 'code', amount: 'money', product: 'code' },
} as const satisfies Readonly<Record<Exclude<TableName, 'accounts'>, Readonly<Record<string, CellKind>>>>;

const keyFields = { externalId: 'id', name: 'name', taxId: 'taxId' } as const;

/** Fields of a table and what their cells are. */
export function fieldsOf(table: TableName): Readonly<Record<string, CellKind>> {
  return table === 'accounts' ? accountFields : { ...keyFields, ...otherFields[table] };
}

/** Tables whose rows become facts. The others are recognised and refused with what can be done. */
export const readableTables: readonly TableName[] = [
  'accounts',
  'contacts',
  'answers',
  'tickets',
  'subscriptions',
];
