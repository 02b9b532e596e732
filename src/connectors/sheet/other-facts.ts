// Rows of every table but customers → facts. One row is one record; its account is found by the same keys as in the
// customer sheet. Contacts, answers and contracts are made here, the rest in a file of their own.
import { formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { contactRoles } from '#domain/facts/account-facts.ts';
import { accountFacts } from './account-facts.ts';
import {
  collector,
  currencyOf,
  problemAt,
  type RowContext,
  type RowOutcome,
  suggest,
} from './row-context.ts';
import { churnFacts } from './churn-facts.ts';
import { eventFacts } from './event-facts.ts';
import { invoiceFacts } from './invoice-facts.ts';
import { meetingFacts } from './meeting-facts.ts';
import { ticketFacts } from './ticket-facts.ts';
import { usageFacts } from './usage-facts.ts';
import { instrumentIn, onScale } from './cell-instrument.ts';
import { codeOf, nameKey } from './cell-words.ts';
import type { FactDraft, PersonDraft } from './draft.ts';
import type { TableName } from './fields.ts';
import type { RowProblem, RowValues } from './read-row.ts';

/** Tables whose rows stand by themselves. */
export type OneRowTable = Exclude<TableName, 'accounts' | 'movements' | 'messages'>;
export type OtherOutcome = RowOutcome | { readonly refused: RowProblem };

/** Facts of one row of a table other than customers. A row whose own key is missing is refused. */
export function otherTableFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
  table: OneRowTable,
): OtherOutcome {
  return makers[table](row, keys, context);
}

type Maker = (row: RowValues, keys: readonly AccountKey[], context: RowContext) => OtherOutcome;

function refused(
  row: RowValues,
  context: RowContext,
  field: string,
  code: RowProblem['code'],
): { readonly refused: RowProblem } {
  return { refused: problemAt(row, field, code, context, null) };
}

function outcome(
  row: RowValues,
  keys: readonly AccountKey[],
  gathered: ReturnType<typeof collector>,
  people: readonly PersonDraft[] = [],
  problems: readonly RowProblem[] = [],
): RowOutcome {
  return { facts: { row: row.row, keys, name: row.text('name'), facts: gathered.facts, people }, problems };
}

/** A score without a readable day is dated the day of the file. */
function answer(row: RowValues, keys: readonly AccountKey[], context: RowContext): OtherOutcome {
  const score = row.number('score');
  const instrument = instrumentIn(row.text('instrument') ?? '') ?? context.instrument ?? 'nps';
  if (score === null || !onScale(score, instrument))
    return refused(row, context, 'score', 'score_out_of_range');
  const told = row.day('answeredOn');
  const day = told !== null && told <= context.today ? told : null;
  const comment = row.text('comment');
  const email = row.text('email');
  const contact = email === null ? null : nameKey(email).slice(0, 200);
  const gathered = collector(keys, context);
  const id = row.text('answerId');
  const part = [instrument, day === null ? null : formatDay(day), id?.slice(0, 120) ?? null]
    .filter((each) => each !== null)
    .join(':');
  const when = { on: day ?? context.today, dated: day !== null };
  gathered.add(
    part,
    'survey-answered',
    {
      instrument,
      score,
      ...(contact === null ? {} : { contact }),
      ...(comment === null ? {} : { comment }),
    },
    when,
  );
  if (comment !== null) suggest(comment, part, context, gathered.add, when);
  const people: readonly PersonDraft[] =
    contact === null ? [] : [{ kind: 'contact', key: contact, name: null, email, phone: null }];
  return outcome(row, keys, gathered, people);
}

const roleWords: readonly (readonly [RegExp, (typeof contactRoles)[number]])[] = [
  [/sponsor|patrocin|ceo|diretor|socio|presidente|founder|cfo|cto|coo|vp\b/, 'executive_sponsor'],
  [/champion|campea/, 'champion'],
  [/decis/, 'decision_maker'],
  [/compras|procurement|suprimentos/, 'procurement'],
  [/financ|contas a pagar|billing/, 'finance'],
  [/influen/, 'influencer'],
  [/detrat|detract/, 'detractor'],
  [/usuari|user|analista|analyst/, 'user'],
];

function fullName(first: string | null, last: string | null): string | null {
  const both = [first, last].filter((part) => part !== null);
  return both.length === 0 ? null : both.join(' ');
}

function person(row: RowValues, keys: readonly AccountKey[], context: RowContext): OtherOutcome {
  const name = fullName(row.text('contactName'), row.text('lastName'));
  const email = row.text('email');
  if (name === null && email === null) return refused(row, context, 'contactName', 'key_missing');
  const key = nameKey(email ?? name ?? '').slice(0, 200);
  const told = row.text('role')?.replaceAll('_', ' ') ?? '';
  const role =
    contactRoles.find((each) => each === codeOf(told)) ??
    roleWords.find(([pattern]) => pattern.test(told))?.[1];
  const department = row.text('department');
  const keyUser = row.flag('keyUser');
  const gathered = collector(keys, context);
  gathered.add(`contact:${key}`, 'contact-joined', {
    contact: key,
    ...(role ? { role } : {}),
    ...(department === null ? {} : { department }),
    ...(keyUser === null ? {} : { keyUser }),
  });
  return outcome(row, keys, gathered, [{ kind: 'contact', key, name, email, phone: row.text('phone') }]);
}

/** Units of which a quantity is seats. */
const seatUnits = /user|usuario|seat|assento|licen|vaga|colaborador|posic|agent/;

/** A row is one contract: by its number, else by product and start. */
function subscription(row: RowValues, keys: readonly AccountKey[], context: RowContext): OtherOutcome {
  const start = row.day('start');
  const id =
    row.text('contractId') ??
    [row.text('product'), start === null ? null : formatDay(start)].filter((part) => part !== null).join('@');
  if (id === '') return refused(row, context, 'start', 'date_missing');
  const read = accountFacts(row, keys, context, id.slice(0, 100), false);
  const facts = read.facts.facts.map((fact) =>
    fact.type === 'contract-signed'
      ? { ...fact, body: { ...fact.body, ...bought(row, fact.body, context) } }
      : fact,
  );
  return { facts: { ...read.facts, facts }, problems: read.problems };
}

/** Lines with their seats and the months that each payment is for, and the discount. */
function bought(
  row: RowValues,
  body: Extract<FactDraft, { type: 'contract-signed' }>['body'],
  context: RowContext,
): Pick<typeof body, 'lines' | 'discount'> {
  const unit = row.text('unit');
  const seats = unit === null || seatUnits.test(unit) ? row.number('seats') : null;
  const discount = row.number('discount');
  const amount = row.money('amount');
  const paid = amount && {
    product: row.text('product'),
    cents: amount.cents,
    currency: currencyOf(amount.currency, 'amount', context),
    recurring: true,
    months: amount.months ?? Math.max(1, row.number('billingMonths') ?? 1),
  };
  const lines = [...body.lines, ...(paid && body.lines.length === 0 ? [paid] : [])];
  return {
    lines: lines.map((line) => ({ ...line, seats })),
    ...(discount !== null && discount >= 0 && discount <= 1 ? { discount } : {}),
  };
}

const makers: Readonly<Record<OneRowTable, Maker>> = {
  answers: answer,
  contacts: person,
  subscriptions: subscription,
  tickets: ticketFacts,
  usage: usageFacts,
  events: eventFacts,
  invoices: invoiceFacts,
  meetings: meetingFacts,
  churn: churnFacts,
};
