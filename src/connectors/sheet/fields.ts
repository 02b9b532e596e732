// The fields a sheet can carry, by logical table: what their cells are and which other fields they exclude.
// Headers are in `synonyms.ts`; recognition is in `infer.ts`.

export const tableNames = [
  'accounts',
  'contacts',
  'subscriptions',
  'usage',
  'events',
  'tickets',
  'answers',
  'invoices',
  'meetings',
  'messages',
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
  | 'currency'
  | 'percent'
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
  currency: 'currency',
} as const satisfies Readonly<Record<string, CellKind>>;
export type AccountField = keyof typeof accountFields;

/**
 * Fields of the other tables; every one also has the key of its account (`externalId`, `taxId` or `name`).
 * `measure`: one of several columns of numbers in a wide table of usage, each named by its header.
 */
export const otherFields = {
  contacts: {
    contactId: 'id',
    contactName: 'name',
    lastName: 'name',
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
    endReason: 'code',
    amount: 'money',
    monthly: 'money',
    annual: 'money',
    oneOff: 'money',
    currency: 'currency',
    seats: 'count',
    unit: 'code',
    discount: 'percent',
    billingMonths: 'count',
    termMonths: 'months',
    autoRenew: 'flag',
    index: 'index',
    status: 'status',
  },
  usage: {
    period: 'date',
    periodEnd: 'date',
    metric: 'code',
    quantity: 'number',
    activeUsers: 'count',
    measure: 'number',
  },
  events: {
    at: 'date',
    user: 'id',
    event: 'code',
    value: 'number',
    session: 'id',
    department: 'code',
    minutes: 'number',
    eventId: 'id',
  },
  tickets: {
    ticketId: 'id',
    openedOn: 'date',
    closedOn: 'date',
    priority: 'code',
    ticketStatus: 'code',
    subject: 'text',
    description: 'text',
    resolutionHours: 'number',
    tags: 'text',
  },
  answers: {
    answerId: 'id',
    score: 'score',
    answeredOn: 'date',
    comment: 'text',
    instrument: 'code',
    email: 'email',
  },
  invoices: {
    invoiceId: 'id',
    dueOn: 'date',
    issuedOn: 'date',
    paidOn: 'date',
    amount: 'money',
    withheld: 'money',
    net: 'money',
    paidAmount: 'money',
    currency: 'currency',
    invoiceStatus: 'code',
  },
  meetings: {
    meetingId: 'id',
    meetingOn: 'date',
    meetingKind: 'code',
    invited: 'count',
    attended: 'count',
    meetingOutcome: 'code',
    notes: 'text',
  },
  messages: {
    messageId: 'id',
    sentOn: 'date',
    sentAt: 'text',
    sender: 'name',
    direction: 'code',
    contactName: 'name',
    messageKind: 'code',
    messageChannel: 'code',
    replied: 'flag',
    messageText: 'text',
  },
  churn: { actualEnd: 'date', endReason: 'code', contractId: 'id', product: 'code' },
  movements: {
    movementId: 'id',
    movedOn: 'date',
    movement: 'code',
    amount: 'money',
    product: 'code',
    currency: 'currency',
  },
} as const satisfies Readonly<Record<Exclude<TableName, 'accounts'>, Readonly<Record<string, CellKind>>>>;

const keyFields = { externalId: 'id', name: 'name', taxId: 'taxId' } as const;

/** The field that names a row of a table for ever; a bare "id" of such a table is the row's, not the customer's. */
export const recordIds: Readonly<Partial<Record<TableName, string>>> = {
  contacts: 'contactId',
  subscriptions: 'contractId',
  events: 'eventId',
  tickets: 'ticketId',
  answers: 'answerId',
  invoices: 'invoiceId',
  meetings: 'meetingId',
  messages: 'messageId',
  movements: 'movementId',
};

/** Fields of a table and what their cells are. */
export function fieldsOf(table: TableName): Readonly<Record<string, CellKind>> {
  return table === 'accounts' ? accountFields : { ...keyFields, ...otherFields[table] };
}
