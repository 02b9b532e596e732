// One row of the wide customer sheet → facts. Columns of the present are states of the file's day; dates that stand in
// the sheet are history. Refuses to compare with what was imported before (see `diff-row.ts`).
import { type Day, formatDay } from '#base/day.ts';
import type { FactType } from '#domain/facts/catalogue.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { lastOfMonth } from './cell-date.ts';
import { nameKey, readDomain } from './cell-words.ts';
import type { ReadColumn } from './columns.ts';
import type { FactDraft, Keyword, PersonDraft, RowFacts } from './draft.ts';
import { suggestionsIn } from './keywords.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { segments, type Segment } from '#domain/facts/account-facts.ts';

export type RowContext = {
  /** Day of the file. */
  readonly today: Day;
  /** ISO 4217 where cell and header name none. */
  readonly currency: string;
  readonly delayDays: number;
  readonly keywords: readonly Keyword[];
  readonly columns: readonly ReadColumn[];
  readonly source: string;
};
export type RowOutcome = { readonly facts: RowFacts; readonly problems: readonly RowProblem[] };
export type Add = <T extends FactType>(
  part: string,
  type: T,
  body: FactDraft<T>['body'],
  when?: { on: Day; dated: boolean },
) => void;

/** The contract of a row: key, days as read, what is paid. Null when the row has no money beside a start or an end. */
export type RowContract = {
  readonly key: string;
  readonly start: Day | null;
  readonly plannedEnd: Day | null;
  readonly actualEnd: Day | null;
  readonly lines: readonly ContractLine[];
};

/** Facts of one row. `first` is false for a further contract of a customer that an earlier row described. */
export function accountFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
  contractKey: string,
  first: boolean,
): RowOutcome {
  const problems: RowProblem[] = [];
  const people: PersonDraft[] = [];
  const { facts, add } = collector(keys, context);
  if (first) {
    describe(row, add);
    assignOwner(row, add, people);
    observe(row, context, add, problems);
    voice(row, context, add, problems);
    contact(row, add, people);
  }
  contract(row, context, contractKey, add, problems);
  return { facts: { row: row.row, keys, name: row.text('name'), facts, people }, problems };
}

/** Gathers drafts under the strongest key of a row; facts without a day of their own are states of the file's day. */
export function collector(
  keys: readonly AccountKey[],
  context: Pick<RowContext, 'today' | 'delayDays' | 'source'>,
): { readonly facts: readonly FactDraft[]; readonly add: Add } {
  const facts: FactDraft[] = [];
  const account = keys[0] ?? null;
  const add: Add = (part, type, body, when) => {
    const on = when?.on ?? context.today;
    facts.push({
      type,
      body,
      account,
      occurredOn: on,
      history: on < context.today,
      delayDays: on < context.today ? context.delayDays : 0,
      source: context.source,
      externalId: `${account?.key ?? ''}|${part}`,
      dated: when?.dated ?? false,
    } as FactDraft);
  };
  return { facts, add };
}

function describe(row: RowValues, add: Add): void {
  const domain = row.text('domain') ?? domainIn(row.text('email'));
  const segment = row.text('segment');
  const tags =
    row
      .text('tags')
      ?.split(/[,;|/\n]/)
      .map((tag) => tag.trim().slice(0, 120))
      .filter((tag) => tag !== '') ?? [];
  add('account', 'account-described', {
    ...some('name', row.text('name')),
    ...some('taxId', row.text('taxId')),
    ...(domain ? { domains: [domain] } : {}),
    ...(isSegment(segment) ? { segment } : {}),
    ...some('industry', row.text('industry')),
    ...some('size', row.text('size')),
    ...some('group', row.text('group')),
    ...some('channel', row.text('channel')),
    ...(tags.length > 0 ? { tags: [...new Set(tags)].toSorted().slice(0, 100) } : {}),
    ...(Object.keys(row.custom).length > 0 ? { custom: { ...row.custom } } : {}),
  });
}

function some<K extends string>(key: K, text: string | null): { readonly [P in K]?: string } {
  return text === null ? {} : ({ [key]: text } as { readonly [P in K]?: string });
}

function isSegment(text: string | null): text is Segment {
  return text !== null && segments.some((segment) => segment === text);
}

function domainIn(email: string | null): string | null {
  const read = email === null ? null : readDomain(email);
  return read?.kind === 'value' ? read.value : null;
}

function assignOwner(row: RowValues, add: Add, people: PersonDraft[]): void {
  const owner = row.text('owner');
  if (owner === null) return;
  const member = nameKey(owner).slice(0, 120);
  people.push({
    kind: 'member',
    key: member,
    name: owner,
    email: owner.includes('@') ? owner : null,
    phone: null,
  });
  add('team:csm', 'team-assigned', { member, role: 'csm' });
}

const counted = [
  ['seats', 'seats'],
  ['activeUsers', 'active_users'],
  ['openTickets', 'open_tickets'],
  ['criticalTickets', 'open_critical_tickets'],
  ['overdueDays', 'overdue_days'],
] as const;

function observe(row: RowValues, context: RowContext, add: Add, problems: RowProblem[]): void {
  for (const [field, metric] of counted) {
    const count = row.number(field);
    if (count !== null) add(`state:${metric}`, 'state-observed', { metric, value: count });
  }
  const overdue = row.money('overdueAmount');
  if (overdue)
    add('state:overdue_cents', 'state-observed', {
      metric: 'overdue_cents',
      value: overdue.cents,
      currency: currencyOf(overdue.currency, 'overdueAmount', context),
    });
  const last = row.day('lastMeeting');
  if (last === null) return;
  if (last > context.today)
    problems.push(problemAt(row, 'lastMeeting', 'date_future', context, formatDay(last)));
  else add('state:last_conversation_day', 'state-observed', { metric: 'last_conversation_day', value: last });
}

function voice(row: RowValues, context: RowContext, add: Add, problems: RowProblem[]): void {
  const comment = row.text('npsComment');
  const told = row.day('npsDate');
  const late = told !== null && told > context.today;
  if (late) problems.push(problemAt(row, 'npsDate', 'date_future', context, formatDay(told)));
  const day = late ? null : told;
  const when = { on: day ?? context.today, dated: day !== null };
  const score = row.number('nps');
  // With its day in the sheet every answer is a record of its own; without one the newest answer revises the last.
  const part = day === null ? 'nps' : `nps:${formatDay(day)}`;
  if (score !== null)
    add(
      part,
      'survey-answered',
      { instrument: 'nps', score, ...(comment === null ? {} : { comment }) },
      when,
    );
  else if (comment !== null) add('comment', 'note-written', { text: comment }, when);
  const notes = row.text('notes');
  if (notes !== null) add('note', 'note-written', { text: notes });
  const seen = new Set<string>();
  for (const [text, from, on] of [
    [notes, 'note', undefined],
    [comment, 'comment', when],
  ] as const) {
    for (const hit of text === null ? [] : suggestionsIn(text, context.keywords)) {
      const key = `${hit.event}:${hit.family ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      add(
        `${from}:${key}`,
        'event-suggested',
        { event: hit.event, keyword: hit.keyword, ...(hit.family === null ? {} : { family: hit.family }) },
        on,
      );
    }
  }
}

function contact(row: RowValues, add: Add, people: PersonDraft[]): void {
  const name = row.text('contactName');
  const email = row.text('email');
  const phone = row.text('phone');
  if (name === null && email === null && phone === null) return;
  people.push({ kind: 'contact', key: 'main', name, email, phone });
  add('contact:main', 'contact-joined', { contact: 'main' });
}

/** Contract, its end, or the amount alone as a state. */
function contract(row: RowValues, context: RowContext, key: string, add: Add, problems: RowProblem[]): void {
  const read = contractOf(row, context, key, problems);
  const { start, plannedEnd, actualEnd, lines } = read;
  const { today } = context;
  const status = row.text('status');
  if (start === null && plannedEnd === null && actualEnd === null) {
    const line = lines[0];
    if (line && line.cents !== null)
      add('state:mrr_cents', 'state-observed', {
        metric: 'mrr_cents',
        value: Math.round(line.cents / line.months),
        currency: line.currency,
      });
    if (status !== 'cancelled') return;
  }
  const on = start === null ? today : Math.min(start, today);
  const iso = (day: Day | null): string | null => (day === null ? null : formatDay(day));
  add(
    `contract:${key}`,
    'contract-signed',
    { contract: key, lines: [...lines], start: iso(start), plannedEnd: iso(plannedEnd) },
    { on, dated: start !== null && start <= today },
  );
  const reason = row.text('endReason');
  const why = reason === null ? {} : { reason };
  if (actualEnd !== null && actualEnd > today) {
    add(`notice:${key}:${formatDay(actualEnd)}`, 'notice-given', {
      contract: key,
      endsOn: formatDay(actualEnd),
      ...why,
    });
  } else if (actualEnd !== null) {
    add(`ended:${key}`, 'contract-ended', { contract: key, ...why }, { on: actualEnd, dated: true });
  } else if (status === 'cancelled') {
    const past = plannedEnd !== null && plannedEnd <= today;
    problems.push(problemAt(row, 'status', 'end_day_unknown', context, iso(past ? plannedEnd : today)));
    add(
      `ended:${key}`,
      'contract-ended',
      { contract: key, ...why },
      past ? { on: plannedEnd, dated: true } : undefined,
    );
  } else if (status === 'notice' && plannedEnd !== null && plannedEnd > today) {
    add(`notice:${key}:${formatDay(plannedEnd)}`, 'notice-given', {
      contract: key,
      endsOn: formatDay(plannedEnd),
      ...why,
    });
  } else if (status === 'paused') add(`paused:${key}`, 'contract-paused', { contract: key });
}

/** The contract that a row tells, days checked against each other. */
export function contractOf(
  row: RowValues,
  context: RowContext,
  key: string,
  problems: RowProblem[],
): RowContract {
  const start = row.day('start');
  const ends = (['plannedEnd', 'actualEnd'] as const).map((field) => {
    const read = row.date(field);
    if (!read) return null;
    const exclusive = context.columns.some((column) => column.field === field && column.exclusive);
    const day =
      read.precision === 'month' && !exclusive
        ? lastOfMonth(read.day)
        : read.day - (exclusive && field === 'plannedEnd' ? 1 : 0);
    if (start === null || day >= start) return day;
    problems.push(problemAt(row, field, 'end_before_start', context, formatDay(read.day)));
    return null;
  });
  return {
    key,
    start,
    plannedEnd: ends[0] ?? null,
    actualEnd: ends[1] ?? null,
    lines: linesOf(row, context),
  };
}

function linesOf(row: RowValues, context: RowContext): readonly ContractLine[] {
  const monthly = row.money('monthly');
  const money = monthly ?? row.money('annual');
  if (!money) return [];
  const field = monthly ? 'monthly' : 'annual';
  const months = money.months ?? (field === 'annual' ? 12 : 1);
  return [
    {
      product: row.text('product'),
      cents: money.cents,
      currency: currencyOf(money.currency, field, context),
      seats: null,
      recurring: true,
      months,
    },
  ];
}

function currencyOf(told: string | null, field: string, context: RowContext): string {
  return told ?? context.columns.find((column) => column.field === field)?.currency ?? context.currency;
}

function problemAt(
  row: RowValues,
  field: string,
  code: RowProblem['code'],
  context: Pick<RowContext, 'columns'>,
  value: string | null,
): RowProblem {
  return {
    row: row.row,
    column: context.columns.find((column) => column.field === field)?.header ?? null,
    code,
    value,
  };
}
