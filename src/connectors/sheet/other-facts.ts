// Rows of contacts, survey answers, tickets and subscriptions → facts. One row is one record; its account is found by
// the same keys as in the customer sheet.
import { type Day, formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { instruments } from '#domain/facts/voice-facts.ts';
import { contactRoles } from '#domain/facts/account-facts.ts';
import { accountFacts } from './account-facts.ts';
import { collector, type RowContext, type RowOutcome } from './row-context.ts';
import { codeOf, nameKey } from './cell-words.ts';
import type { PersonDraft } from './draft.ts';
import type { TableName } from './fields.ts';
import type { RowProblem, RowValues } from './read-row.ts';

export type OtherOutcome = RowOutcome | { readonly refused: RowProblem };

/** Facts of one row of a table other than customers. A row whose own key is missing is refused. */
export function otherTableFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
  table: TableName,
): OtherOutcome {
  switch (table) {
    case 'answers':
      return answer(row, keys, context);
    case 'tickets':
      return ticket(row, keys, context);
    case 'contacts':
      return person(row, keys, context);
    case 'subscriptions':
      return subscription(row, keys, context);
    default:
      return refused(row, context, 'externalId', 'fact_invalid');
  }
}

function refused(
  row: RowValues,
  context: RowContext,
  field: string,
  code: RowProblem['code'],
): { readonly refused: RowProblem } {
  const column = context.columns.find((each) => each.field === field)?.header ?? null;
  return { refused: { row: row.row, column, code, value: null } };
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
  if (score === null) return refused(row, context, 'score', 'score_out_of_range');
  const told = row.day('answeredOn');
  const day = told !== null && told <= context.today ? told : null;
  const instrument = instruments.find((each) => each === codeOf(row.text('instrument') ?? 'nps')) ?? 'nps';
  const comment = row.text('comment');
  const gathered = collector(keys, context);
  const part = day === null ? instrument : `${instrument}:${formatDay(day)}`;
  gathered.add(
    part,
    'survey-answered',
    { instrument, score, ...(comment === null ? {} : { comment }) },
    { on: day ?? context.today, dated: day !== null },
  );
  return outcome(row, keys, gathered);
}

const severities: Readonly<Record<string, 'low' | 'normal' | 'high' | 'critical'>> = {
  p1: 'critical',
  critical: 'critical',
  critica: 'critical',
  critico: 'critical',
  urgent: 'critical',
  urgente: 'critical',
  blocker: 'critical',
  '1': 'critical',
  p2: 'high',
  high: 'high',
  alta: 'high',
  alto: 'high',
  '2': 'high',
  p3: 'normal',
  normal: 'normal',
  medium: 'normal',
  media: 'normal',
  medio: 'normal',
  '3': 'normal',
  p4: 'low',
  low: 'low',
  baixa: 'low',
  baixo: 'low',
  '4': 'low',
};
const closedWords = new Set([
  'closed',
  'resolved',
  'solved',
  'fechado',
  'resolvido',
  'encerrado',
  'concluido',
  'done',
  'finalizado',
]);

/** Opened on its day; closed on its day, or by the hours it took. A closed ticket without either is only opened. */
function ticket(row: RowValues, keys: readonly AccountKey[], context: RowContext): OtherOutcome {
  const opened = row.day('openedOn');
  if (opened === null || opened > context.today) return refused(row, context, 'openedOn', 'date_missing');
  const subject = row.text('subject');
  const id = (row.text('ticketId') ?? `${formatDay(opened)} ${nameKey(subject ?? '')}`).trim().slice(0, 120);
  const severity = severities[row.text('priority') ?? ''];
  const gathered = collector(keys, context);
  const about = {
    ticket: id,
    ...(severity ? { severity } : {}),
    ...(subject === null ? {} : { subject: subject.slice(0, 500) }),
  };
  gathered.add(`ticket:${id}`, 'ticket-opened', about, { on: opened, dated: true });
  const closed = closedOn(row, opened);
  if (closed !== null && closed <= context.today)
    gathered.add(`ticket-closed:${id}`, 'ticket-closed', { ticket: id }, { on: closed, dated: true });
  return outcome(row, keys, gathered);
}

function closedOn(row: RowValues, opened: Day): Day | null {
  const told = row.day('closedOn');
  if (told !== null) return Math.max(told, opened);
  const hours = row.number('resolutionHours');
  const closed = closedWords.has(row.text('ticketStatus') ?? '');
  return closed && hours !== null && hours >= 0 ? opened + Math.floor(hours / 24) : null;
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

function person(row: RowValues, keys: readonly AccountKey[], context: RowContext): OtherOutcome {
  const name = row.text('contactName');
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

/** A row is one contract: by its number, else by product and start. */
function subscription(row: RowValues, keys: readonly AccountKey[], context: RowContext): OtherOutcome {
  const start = row.day('start');
  const id =
    row.text('contractId') ??
    [row.text('product'), start === null ? null : formatDay(start)].filter((part) => part !== null).join('@');
  if (id === '') return refused(row, context, 'start', 'date_missing');
  const months = row.number('billingMonths');
  const read = accountFacts(row, keys, context, id.slice(0, 100), false);
  const seats = row.number('seats');
  const facts = read.facts.facts.map((fact) => {
    if (fact.type !== 'contract-signed') return fact;
    const lines = fact.body.lines.map((line) => ({
      ...line,
      seats,
      ...(months && row.money('amount') ? { months } : {}),
    }));
    return { ...fact, body: { ...fact.body, lines } };
  });
  return { facts: { ...read.facts, facts }, problems: read.problems };
}
