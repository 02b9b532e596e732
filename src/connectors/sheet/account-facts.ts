// One row of the wide customer sheet → facts. Columns of the present are states of the file's day; dates that stand in
// the sheet are history. Refuses to compare with what was imported before (see `diff-row.ts`).
import { formatDay } from '#base/day.ts';
import { normalise } from '#base/text.ts';
import { segments, type Segment } from '#domain/facts/account-facts.ts';
import { remarkPart, remarkText } from '#domain/events/notes.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { nameKey, readDomain } from './cell-words.ts';
import { consumptionFacts } from './consumption-facts.ts';
import { contractFacts } from './contract-facts.ts';
import { scopeOfStage } from './cell-stage.ts';
import type { PersonDraft } from './draft.ts';
import { customKey } from './custom-columns.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import {
  type Add,
  collector,
  currencyOf,
  problemAt,
  type RowContext,
  type RowOutcome,
  suggest,
} from './row-context.ts';

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
    place(row, context, contractKey, add);
    assignOwner(row, add, people);
    observe(row, context, add, problems);
    consumptionFacts(row, context, add, problems);
    voice(row, context, add, problems);
    contact(row, add, people);
  }
  contractFacts(row, context, contractKey, add, problems);
  return { facts: { row: row.row, keys, name: row.text('name'), facts, people }, problems };
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

/** The phase that the sheet itself tells: a placement like any other, estimated until a person confirms it. */
function place(row: RowValues, context: RowContext, contractKey: string, add: Add): void {
  const stage = row.text('stage');
  if (stage === null) return;
  const scope = scopeOfStage(context.stages, stage);
  add('stage', 'stage-placed', { track: scope === 'contract' ? contractKey : 'main', scope, stage });
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
  else {
    const metric = lastTouchMetric(
      context.columns.find((column) => column.field === 'lastMeeting')?.header ?? '',
    );
    add(`state:${metric}`, 'state-observed', { metric, value: last });
  }
}

function voice(row: RowValues, context: RowContext, add: Add, problems: RowProblem[]): void {
  pulse(row, context, add);
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
  // The comment stands in the answer where there is one, else it is a note.
  if (comment !== null) suggest(comment, score === null ? 'comment' : part, context, add, when);
  const notes = row.text('notes');
  if (notes !== null) {
    add('note', 'note-written', { text: notes });
    suggest(notes, 'note', context, add);
  }
  for (const { header, text } of row.remarks) {
    const remark = remarkPart(customKey(header));
    add(remark, 'note-written', { text: remarkText(header, text) });
    suggest(text, remark, context, add);
  }
}

/** A colour in the sheet is what a person of ours thinks of the customer on the day of the file. */
function pulse(row: RowValues, context: RowContext, add: Add): void {
  const verdict = row.text('pulse');
  if (verdict !== 'green' && verdict !== 'yellow' && verdict !== 'red') return;
  add(`pulse:${formatDay(context.today)}`, 'pulse-taken', { verdict });
}

function contact(row: RowValues, add: Add, people: PersonDraft[]): void {
  const name = row.text('contactName');
  const email = row.text('email');
  const phone = row.text('phone');
  if (name === null && email === null && phone === null) return;
  people.push({ kind: 'contact', key: 'main', name, email, phone });
  add('contact:main', 'contact-joined', { contact: 'main' });
}

/** A column of last meetings tells of meetings only; one of last contacts tells of any conversation. */
export function lastTouchMetric(header: string): 'last_meeting_day' | 'last_conversation_day' {
  return /reuni|meeting|visita|encontro|qbr/.test(normalise(header))
    ? 'last_meeting_day'
    : 'last_conversation_day';
}
