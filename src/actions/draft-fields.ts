// What was written to a customer as fields of a sheet, each with its value before and after. What is no field (tickets,
// answers, invoices) is counted by its kind.
import { dayAt } from '#base/zone.ts';
import { parseDay } from '#base/day.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { ComparedFact } from './sheet-previous.ts';
import type { Written } from './write-facts.ts';

/** What a value is, so that it can be put into words. */
export type Shown =
  | { readonly kind: 'money'; readonly cents: number; readonly currency: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  /** A code that has words of its own. */
  | { readonly kind: 'segment' | 'taxId' | 'band'; readonly code: string };
export type FieldChange = {
  /** Field of a sheet, or `new.<kind>` for facts that are counted. */
  readonly field: string;
  readonly before: Shown | null;
  readonly after: Shown | null;
};
type Body = Readonly<Record<string, unknown>>;
type With = { readonly people: Readonly<Record<string, string>>; readonly zone: string };

/** Letters of a text that are shown. */
const shownLetters = 120;

const text = (value: unknown): Shown | null => {
  if (typeof value !== 'string' || value === '') return null;
  const cut = value.length > shownLetters ? `${value.slice(0, shownLetters)}…` : value;
  return { kind: 'text', text: cut };
};
const dayShown = (value: unknown): Shown | null => {
  const day = typeof value === 'string' ? parseDay(value) : null;
  return day === null ? null : { kind: 'day', day };
};
const linesOf = (body: Body): readonly ContractLine[] => (body['lines'] as ContractLine[] | undefined) ?? [];

/** Recurring money of a contract's lines as a month's. */
export function monthlyOf(body: Body): Shown | null {
  const recurring = linesOf(body).filter((line) => line.recurring && line.cents !== null);
  const [first] = recurring;
  if (!first) return null;
  const cents = recurring.reduce((sum, line) => sum + (line.cents ?? 0) / line.months, 0);
  return { kind: 'money', cents: Math.round(cents), currency: first.currency };
}

function seatsOf(body: Body): Shown | null {
  const seats = linesOf(body).find((line) => line.seats !== null)?.seats ?? null;
  return seats === null ? null : { kind: 'number', value: seats };
}

/** Observed metrics by the field of a sheet that tells them. */
const metricFields: Readonly<Record<string, string>> = {
  active_users: 'activeUsers',
  seats: 'seats',
  open_tickets: 'openTickets',
  open_critical_tickets: 'criticalTickets',
  mrr_cents: 'monthly',
  last_meeting_day: 'lastMeeting',
  last_conversation_day: 'lastMeeting',
  overdue_days: 'overdueDays',
  overdue_cents: 'overdueAmount',
};

function observed(body: Body): Shown {
  const [metric, value] = [String(body['metric']), Number(body['value'])];
  if (metric.endsWith('_cents'))
    return {
      kind: 'money',
      cents: value,
      currency: typeof body['currency'] === 'string' ? body['currency'] : 'BRL',
    };
  return metric.endsWith('_day') ? { kind: 'day', day: value } : { kind: 'number', value };
}

const describing = ['name', 'taxId', 'segment', 'industry', 'size', 'group', 'channel'] as const;

function unless(field: string, before: Shown | null, after: Shown | null): FieldChange[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
}

/** The terms a contract had before: its newest lines, its days as signed. */
function termsBefore(contract: unknown, before: readonly ComparedFact[]) {
  const of = (type: string) =>
    before.findLast((fact) => fact.type === type && fact.body['contract'] === contract)?.body;
  const signed = of('contract-signed') ?? {};
  const renewed = of('contract-renewed') ?? {};
  const lines = of('contract-amended') ?? (linesOf(renewed).length > 0 ? renewed : signed);
  return { signed, lines, plannedEnd: renewed['plannedEnd'] ?? signed['plannedEnd'] };
}

function contractFields(type: string, body: Body, before: readonly ComparedFact[]): FieldChange[] {
  const known = termsBefore(body['contract'], before);
  const lines =
    type === 'contract-signed' && known.signed['contract'] !== undefined
      ? []
      : [
          ...unless('monthly', monthlyOf(known.lines), monthlyOf(body)),
          ...unless('seats', seatsOf(known.lines), seatsOf(body)),
        ];
  if (type === 'contract-amended') return lines;
  const ends = unless('plannedEnd', dayShown(known.plannedEnd), dayShown(body['plannedEnd']));
  if (type === 'contract-renewed') return ends;
  return [...unless('start', dayShown(known.signed['start']), dayShown(body['start'])), ...ends, ...lines];
}

const coded: Readonly<Record<string, 'segment' | 'taxId' | 'band'>> = {
  segment: 'segment',
  taxId: 'taxId',
  pulse: 'band',
};

function shownAs(field: string, value: unknown): Shown | null {
  const kind = coded[field];
  return kind !== undefined && typeof value === 'string' ? { kind, code: value } : text(value);
}

type Ask = { readonly one: Written; readonly before: readonly ComparedFact[] } & With;

function described({ one, before }: Ask): FieldChange[] {
  const body = one.draft.body as Body;
  const known = before.findLast((fact) => fact.type === 'account-described')?.body ?? {};
  const plain = describing.flatMap((field) =>
    body[field] === undefined ? [] : unless(field, shownAs(field, known[field]), shownAs(field, body[field])),
  );
  const [was, is] = [known['custom'], body['custom']].map((custom) => (custom ?? {}) as Body);
  const own = Object.entries(is ?? {}).flatMap(([key, value]) =>
    unless(`custom.${key}`, plainShown(was?.[key]), plainShown(value)),
  );
  return [...plain, ...own];
}

function plainShown(value: unknown): Shown | null {
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'boolean' ? text(value ? '✓' : '–') : text(value);
}

const lastOf = (before: readonly ComparedFact[], type: string, fits: (body: Body) => boolean) =>
  before.findLast((fact) => fact.type === type && fits(fact.body));

/** Fields that one fact tells; null: it is no field of a customer. */
function fieldsTold(ask: Ask): FieldChange[] | null {
  const { one, before, people, zone } = ask;
  const { type, externalId } = one.draft;
  const body = one.draft.body as Body;
  switch (type) {
    case 'account-described':
      return described(ask);
    case 'contract-signed':
    case 'contract-amended':
    case 'contract-renewed':
      return contractFields(type, body, before);
    case 'state-observed': {
      const last = lastOf(before, type, (known) => known['metric'] === body['metric']);
      const field = metricFields[String(body['metric'])] ?? String(body['metric']);
      return unless(field, last ? observed(last.body) : null, observed(body));
    }
    case 'survey-answered': {
      const score = (of: Body | undefined): Shown | null =>
        of === undefined ? null : { kind: 'number', value: Number(of['score']) };
      const last = lastOf(before, type, (known) => known['instrument'] === body['instrument']);
      return body['instrument'] === 'nps' ? unless('nps', score(last?.body), score(body)) : null;
    }
    case 'team-assigned': {
      const named = (of: Body | undefined) => text(people[String(of?.['member'])] ?? of?.['member']);
      const last = lastOf(before, type, (known) => known['role'] === body['role']);
      return unless('owner', named(last?.body), named(body));
    }
    case 'note-written': {
      const last = before.findLast((fact) => fact.type === type && fact.externalId === externalId);
      return unless('notes', text(last?.texts?.['text']), text(body['text']));
    }
    case 'pulse-taken':
      return unless(
        'pulse',
        shownAs('pulse', lastOf(before, type, () => true)?.body['verdict']),
        shownAs('pulse', body['verdict']),
      );
    case 'contract-ended':
    case 'notice-given': {
      const day: Shown = { kind: 'day', day: dayAt(one.draft.occurredAt, zone) };
      return unless('actualEnd', null, dayShown(body['endsOn']) ?? day);
    }
    default:
      return null;
  }
}

/** Kinds that only come along with what is told already. */
const alongside: ReadonlySet<string> = new Set(['event', 'contact', 'source-covered', 'transition']);

/** Fields changed by what was written to a customer; each field once, from its first value to its last. */
export function fieldsChanged(
  written: readonly Written[],
  before: readonly ComparedFact[],
  { people, zone }: With,
): FieldChange[] {
  const byField = new Map<string, FieldChange>();
  const counts = new Map<string, number>();
  for (const one of written) {
    const told = fieldsTold({ one, before, people, zone });
    for (const change of told ?? []) {
      const first = byField.get(change.field);
      byField.set(change.field, first ? { ...change, before: first.before } : change);
    }
    const { kind } = specOf(one.draft.type);
    if (told === null && !alongside.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const counted = [...counts].map(([kind, value]): FieldChange => ({
    field: `new.${kind}`,
    before: null,
    after: { kind: 'number', value },
  }));
  return [...byField.values(), ...counted];
}
