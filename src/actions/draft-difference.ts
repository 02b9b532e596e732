// The difference a draft would make, customer by customer: fields before and after. Codes and figures; no sentences.
import { dayAt } from '#base/zone.ts';
import { parseDay } from '#base/day.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { SheetFactRow } from '#store/facts.ts';
import type { Trial } from './draft-trial.ts';
import type { Written } from './write-facts.ts';

/** What a value is, so that it can be put into words. */
export type Shown =
  | { readonly kind: 'money'; readonly cents: number; readonly currency: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string };
export type FieldChange = {
  /** Field of a sheet. */
  readonly field: string;
  readonly before: Shown | null;
  readonly after: Shown | null;
};
export type CustomerChange = {
  readonly kind: 'added' | 'changed' | 'gone';
  readonly account: { readonly id: string | null; readonly name: string };
  readonly mrrCents: number | null;
  readonly changes: readonly FieldChange[];
};
export type Difference = {
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly gone: number;
  };
  readonly items: readonly CustomerChange[];
};

type Body = Readonly<Record<string, unknown>>;

const text = (value: unknown): Shown | null =>
  typeof value === 'string' && value !== '' ? { kind: 'text', text: value } : null;
const dayShown = (value: unknown): Shown | null => {
  const day = typeof value === 'string' ? parseDay(value) : null;
  return day === null ? null : { kind: 'day', day };
};

/** Recurring money of lines as a month's. */
function monthlyOf(lines: readonly ContractLine[]): Shown | null {
  const recurring = lines.filter((line) => line.recurring && line.cents !== null);
  const [first] = recurring;
  if (!first) return null;
  const cents = recurring.reduce((sum, line) => sum + (line.cents ?? 0) / line.months, 0);
  return { kind: 'money', cents: Math.round(cents), currency: first.currency };
}

const linesOf = (body: Body): readonly ContractLine[] => (body['lines'] as ContractLine[] | undefined) ?? [];
const seatsOf = (lines: readonly ContractLine[]): Shown | null => {
  const seats = lines.find((line) => line.seats !== null)?.seats ?? null;
  return seats === null ? null : { kind: 'number', value: seats };
};

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

function observed(body: Body): Shown | null {
  const metric = String(body['metric']);
  const value = Number(body['value']);
  if (metric.endsWith('_cents')) {
    const currency = typeof body['currency'] === 'string' ? body['currency'] : 'BRL';
    return { kind: 'money', cents: value, currency };
  }
  return metric.endsWith('_day') ? { kind: 'day', day: value } : { kind: 'number', value };
}

const describing: Readonly<Record<string, string>> = {
  name: 'name',
  taxId: 'taxId',
  segment: 'segment',
  industry: 'industry',
  size: 'size',
};

function changed(field: string, before: Shown | null, after: Shown | null): FieldChange[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
}

function amended(body: Body, before: readonly SheetFactRow[]): FieldChange[] {
  const of = (type: string) =>
    before.findLast((fact) => fact.type === type && fact.body['contract'] === body['contract']);
  const known = linesOf((of('contract-amended') ?? of('contract-signed'))?.body ?? {});
  const lines = linesOf(body);
  return [
    ...changed('monthly', monthlyOf(known), monthlyOf(lines)),
    ...changed('seats', seatsOf(known), seatsOf(lines)),
  ];
}

function changesOf({ draft }: Written, before: readonly SheetFactRow[], zone: string): FieldChange[] {
  const body = draft.body as Body;
  const same = (fact: SheetFactRow): boolean =>
    fact.type === draft.type && fact.externalId === draft.externalId;
  const known = before.findLast(same)?.body ?? {};
  switch (draft.type) {
    case 'account-described':
      return Object.entries(describing).flatMap(([key, field]) =>
        body[key] === undefined ? [] : changed(field, text(known[key]), text(body[key])),
      );
    case 'contract-amended':
      return amended(body, before);
    case 'contract-signed':
      return [
        ...changed('start', dayShown(known['start']), dayShown(body['start'])),
        ...changed('plannedEnd', dayShown(known['plannedEnd']), dayShown(body['plannedEnd'])),
      ];
    case 'state-observed': {
      const metric = String(body['metric']);
      const last = before.findLast((fact) => fact.type === draft.type && fact.body['metric'] === metric);
      return changed(metricFields[metric] ?? metric, last ? observed(last.body) : null, observed(body));
    }
    case 'survey-answered':
      return changed('nps', null, { kind: 'number', value: Number(body['score']) });
    case 'team-assigned':
      return [{ field: 'owner', before: null, after: text(body['member']) }];
    case 'note-written':
      return [{ field: 'notes', before: null, after: text(body['text']) }];
    case 'contract-ended':
    case 'notice-given':
      return [
        {
          field: 'actualEnd',
          before: null,
          after: dayShown(body['endsOn']) ?? { kind: 'day', day: dayAt(draft.occurredAt, zone) },
        },
      ];
    default:
      return [];
  }
}

/** Fields changed by what was written to an account; each field once, its last value. */
function fieldsOf(written: readonly Written[], before: readonly SheetFactRow[], zone: string): FieldChange[] {
  const byField = new Map<string, FieldChange>();
  for (const one of written)
    for (const change of changesOf(one, before, zone)) {
      const first = byField.get(change.field);
      byField.set(change.field, first ? { ...change, before: first.before } : change);
    }
  return [...byField.values()];
}

/** The difference of a trial: changed customers first, then new ones, then those that are gone. */
export function differenceOf(trial: Trial, zone: string): Difference {
  const byRoot = new Map<string, Written[]>();
  const opened = new Set(trial.brought.flatMap(({ openedIds }) => openedIds));
  const named = new Set<string>();
  for (const { written, roots } of trial.brought) {
    for (const root of roots.values()) named.add(root);
    for (const one of written) {
      if (one.outcome !== 'recorded' && one.outcome !== 'revised') continue;
      const root = roots.get(one.draft.accountId ?? '') ?? one.draft.accountId ?? '';
      const list = byRoot.get(root);
      if (list) list.push(one);
      else byRoot.set(root, [one]);
    }
  }
  const changedOnes: CustomerChange[] = [];
  const added: CustomerChange[] = [];
  for (const [root, written] of byRoot) {
    const changes = fieldsOf(written, trial.before.get(root) ?? [], zone);
    if (opened.has(root)) added.push(added1(written, changes));
    else if (changes.length > 0) changedOnes.push(entry('changed', root, trial, changes));
  }
  const gone = trial.questions.flatMap((question) =>
    question.kind === 'gone' ? [entry('gone', question.customer.accountId, trial, [])] : [],
  );
  const counts = {
    added: added.length,
    changed: changedOnes.length,
    unchanged: named.size - added.length - changedOnes.length,
    gone: gone.length,
  };
  return { counts, items: [...changedOnes, ...added, ...gone] };
}

function added1(written: readonly Written[], changes: readonly FieldChange[]): CustomerChange {
  const name = written
    .map(({ draft }) => (draft.body as Body)['name'])
    .find((one) => typeof one === 'string');
  const signed = written.find(({ draft }) => draft.type === 'contract-signed');
  const monthly = signed ? monthlyOf(linesOf(signed.draft.body as Body)) : null;
  const mrrCents = monthly?.kind === 'money' ? monthly.cents : null;
  return {
    kind: 'added',
    account: { id: null, name: typeof name === 'string' ? name : '' },
    mrrCents,
    changes,
  };
}

function entry(
  kind: 'changed' | 'gone',
  id: string,
  trial: Trial,
  changes: readonly FieldChange[],
): CustomerChange {
  const customer = trial.customers.get(id);
  const described = trial.before.get(id)?.findLast((fact) => fact.type === 'account-described');
  const name = customer?.name ?? (described?.body as { name?: string } | undefined)?.name ?? '';
  return { kind, account: { id, name }, mrrCents: customer?.mrrCents ?? null, changes };
}
