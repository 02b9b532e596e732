// A field by the name that a person gives it in a mapping file, in any spelling.
import { fieldsOf, type TableName } from './fields.ts';

const ignored = new Set(['ignore', 'ignorar', 'skip', 'none', '-', '']);
const aliases: Readonly<Record<string, string>> = {
  account: 'name',
  accountname: 'name',
  customer: 'name',
  cliente: 'name',
  nome: 'name',
  cnpj: 'taxId',
  mrr: 'monthly',
  mrrcents: 'monthly',
  monthlyvalue: 'monthly',
  arr: 'annual',
  annualvalue: 'annual',
  csm: 'owner',
  npsscore: 'nps',
  comment: 'npsComment',
  lastconversation: 'lastMeeting',
  lastconversationday: 'lastMeeting',
  startdate: 'start',
  enddate: 'end',
  renewson: 'plannedEnd',
  renewaldate: 'plannedEnd',
  id: 'externalId',
  accountid: 'externalId',
  note: 'notes',
  opencritical: 'criticalTickets',
  opencriticaltickets: 'criticalTickets',
  customerid: 'externalId',
  companyid: 'externalId',
  clientid: 'externalId',
  key: 'externalId',
  value: 'quantity',
  count: 'quantity',
  month: 'period',
  week: 'period',
  day: 'period',
  duedate: 'dueOn',
  issuedate: 'issuedOn',
  paidat: 'paidOn',
  paymentdate: 'paidOn',
  status: 'ticketStatus',
  reason: 'endReason',
  churndate: 'actualEnd',
  type: 'movement',
};
/** `date` is the day that a row of the table is about. */
const dates: Readonly<Partial<Record<TableName, string>>> = {
  answers: 'answeredOn',
  usage: 'period',
  events: 'at',
  tickets: 'openedOn',
  invoices: 'issuedOn',
  meetings: 'meetingOn',
  messages: 'sentOn',
  churn: 'actualEnd',
  movements: 'movedOn',
};

/** A field by its name in any spelling (`plannedEnd`, `planned_end`, `planned-end`), or null. */
export function fieldNamed(text: string, table: TableName): string | null {
  const bare = text.toLowerCase().replace(/[^a-z]/g, '');
  if (ignored.has(text.trim().toLowerCase())) return 'ignore';
  if (bare.startsWith('custom')) return 'custom';
  const fields = Object.keys(fieldsOf(table));
  const direct = fields.find((field) => field.toLowerCase() === bare);
  const alias = bare === 'date' ? dates[table] : aliases[bare];
  return direct ?? (alias && fields.includes(alias) ? alias : null);
}
