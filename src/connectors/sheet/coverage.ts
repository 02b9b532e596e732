// What a sheet covers: time in which what it does not name did not happen. A wide sheet covers its states on the file's
// day; a table of periods the unbroken runs of periods in it; tickets, invoices, meetings and messages the time from their first
// record on. Contracts, contacts, answers and movements are no complete record of their kind, so they cover nothing.
import { type Day, formatDay, parseDay } from '#base/day.ts';
import { lastTouchMetric } from './account-facts.ts';
import type { FactDraft, RowFacts } from './draft.ts';
import type { TableName } from './fields.ts';
import type { RowContext } from './row-context.ts';
import { grainOfPeriod, type UsageGrain } from './usage-grain.ts';

/** Columns whose every cell is the state of one day, all customers at once. */
const states: Readonly<Record<string, string>> = {
  seats: 'seats',
  activeUsers: 'active_users',
  openTickets: 'open_tickets',
  criticalTickets: 'open_critical_tickets',
  overdueDays: 'overdue_days',
  overdueAmount: 'overdue_cents',
};
type Recorded = 'ticket' | 'invoice' | 'meeting' | 'message' | 'usage';
/** Tables whose records are all there is of their kind, from the first to the last. */
const recorded: Readonly<Partial<Record<TableName, Recorded>>> = {
  tickets: 'ticket',
  invoices: 'invoice',
  meetings: 'meeting',
  messages: 'message',
  events: 'usage',
};
/** A file whose newest record is as young as this was exported on its day, and covers up to it. Bills come by month. */
const freshDays = { ticket: 31, meeting: 31, message: 31, usage: 31, invoice: 62 } as const;
/** Days without a row of anybody that a table by day may have (a long weekend) and still be whole. */
const quietDays = 4;

type Span = { readonly from: Day; readonly to: Day };
type Cover = Span & {
  readonly covers: string;
  readonly metric: string | null;
  readonly grain: UsageGrain | 'snapshot';
};

/** Facts of what an import covers: of the workspace, or of the one customer that the whole table is about. */
export function coverage(
  rows: readonly RowFacts[],
  table: TableName,
  context: RowContext,
): readonly FactDraft[] {
  if (rows.length === 0) return [];
  const facts = rows.flatMap((row) => row.facts);
  const kind = recorded[table];
  if (table === 'accounts') return drafts(snapshots(facts, context), rows, table, context);
  if (table === 'usage') return drafts(periodCovers(facts), rows, table, context);
  return kind === undefined ? [] : drafts(recordCovers(facts, kind, context), rows, table, context);
}

function snapshots(facts: readonly FactDraft[], context: RowContext): readonly Cover[] {
  const metrics = context.columns
    .map((column) => (column.field === 'lastMeeting' ? lastTouchMetric(column.header) : states[column.field]))
    .filter((metric) => metric !== undefined);
  if (facts.some((fact) => fact.type === 'state-observed' && fact.body.metric === 'mrr_cents'))
    metrics.push('mrr_cents');
  const { today } = context;
  return metrics.map((metric) => ({
    covers: 'observation',
    metric,
    from: today,
    to: today,
    grain: 'snapshot',
  }));
}

/** Sums of time and visits, which add up to no count of what was done. */
const noFeature: ReadonlySet<string> = new Set(['sessions', 'minutes']);

/** One cover a metric and run of periods. Where no column is a total of activity, its features add up to one. */
function periodCovers(facts: readonly FactDraft[]): readonly Cover[] {
  const found = new Map<string, { grain: UsageGrain; metric: string; spans: Map<Day, Span> }>();
  const put = (metric: string, grain: UsageGrain, span: Span): void => {
    const key = `${metric} ${grain}`;
    const list = found.get(key) ?? { grain, metric, spans: new Map<Day, Span>() };
    found.set(key, list);
    list.spans.set(span.from, span);
  };
  let [total, summed] = [false, false];
  const periods: { grain: UsageGrain; span: Span }[] = [];
  for (const fact of facts) {
    if (fact.type !== 'usage-period-reported') continue;
    const span = { from: fact.occurredOn - lengthOf(fact.body) + 1, to: fact.occurredOn };
    const grain = grainOfPeriod(span);
    if (grain === null) continue;
    put(fact.body.metric, grain, span);
    total ||= fact.body.metric === 'events';
    const feature = fact.body.how === 'sum' && !noFeature.has(fact.body.metric);
    summed ||= feature;
    if (feature) periods.push({ grain, span });
  }
  if (!total && summed) for (const { grain, span } of periods) put('events', grain, span);
  return [...found.values()].flatMap(({ grain, metric, spans }) =>
    runs([...spans.values()], grain === 'day' ? quietDays : 0).map((span) => ({
      covers: 'usage-period',
      metric,
      grain,
      ...span,
    })),
  );
}

function lengthOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** Spans joined where at most `quiet` days lie between them. */
function runs(spans: readonly Span[], quiet: number): readonly Span[] {
  const joined: { from: Day; to: Day }[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to + 1 + quiet) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

function recordCovers(facts: readonly FactDraft[], kind: Recorded, { today }: RowContext): readonly Cover[] {
  let [from, to] = [Infinity, -Infinity];
  for (const fact of facts) {
    const due = fact.type === 'invoice-issued' ? parseDay(fact.body.dueOn) : null;
    if (fact.occurredOn < from) from = fact.occurredOn;
    to = Math.max(to, fact.occurredOn, due !== null && due <= today ? due : -Infinity);
  }
  if (from > to) return [];
  return [{ covers: kind, metric: null, from, to: today - to <= freshDays[kind] ? today : to, grain: 'day' }];
}

function drafts(
  covers: readonly Cover[],
  rows: readonly RowFacts[],
  table: TableName,
  context: RowContext,
): readonly FactDraft[] {
  const only = table === 'accounts' ? null : onlyAccount(rows);
  return covers.map(({ covers: kind, metric, from, to, grain }) => ({
    type: 'source-covered',
    body: {
      covers: kind,
      ...(metric === null ? {} : { metric }),
      from: formatDay(from),
      to: formatDay(to),
      grain,
      scope: only === null ? 'workspace' : 'account',
    },
    account: only,
    // Told from its first day on: a view of a day inside it ends there by itself.
    occurredOn: from,
    history: from < context.today,
    delayDays: from < context.today ? context.delayDays : 0,
    source: context.source,
    externalId: [
      only === null ? 'covered' : `${only.key}|covered`,
      ...[kind, metric ?? '', from === to ? '' : formatDay(from), formatDay(to)].filter(
        (part) => part !== '',
      ),
    ].join(':'),
    dated: true,
  }));
}

/** The customer of a table that has no other: what it covers is told of that one alone. */
function onlyAccount(rows: readonly RowFacts[]): RowFacts['keys'][number] | null {
  const first = rows[0]?.keys[0];
  return first && rows.every((row) => row.keys[0]?.key === first.key) ? first : null;
}
