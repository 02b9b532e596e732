// One rich account and the two ways to look at it: facts and usage of a customer of whom everything is told, and a
// frame in which every source covers two years, or none does. For tests only.
import assert from 'node:assert/strict';
import { brazilianCalendar } from '#base/calendar.ts';
import { type Day, parseDay } from '#base/day.ts';
import { endOfDay, startOfDay } from '#base/zone.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import { factSpecs, specOf, type FactType } from '#domain/facts/catalogue.ts';
import { recordedEvents } from '#domain/facts/recorded-events.ts';
import type { Frame, UsageDay } from '#domain/profile/shape.ts';
import { foldFile } from '#engine/fold.ts';
import { profile } from '#engine/profile.ts';

const zone = 'America/Sao_Paulo';
const today = day('2026-04-15');

function day(text: string): Day {
  const found = parseDay(text);
  assert.ok(found !== null, text);
  return found;
}

function frame(covered: boolean): Frame {
  const kinds = [...new Set([...factSpecs.values()].map((spec) => spec.kind))];
  const coverage = kinds.map((covers) => ({
    covers,
    metric: null,
    from: today - 730,
    to: today,
    grain: 'day' as const,
    scope: 'workspace' as const,
    known: 0,
  }));
  return {
    zone,
    currency: 'BRL',
    calendar: brazilianCalendar(zone, []),
    rates: [],
    coverage: covered ? coverage : [],
    criticalFeatures: ['painel', 'alerta'],
    advancedFeatures: ['api'],
  };
}

export type Line = readonly [on: string, type: FactType, body: Record<string, unknown>];

function facts(lines: readonly Line[]): readonly FoldFact[] {
  return lines.map(([on, type, body], index) => {
    const at = startOfDay(day(on), zone) + 10 * 3_600_000;
    const read = specOf(type).body.parse(body);
    const id = `${type}-${index}`;
    return {
      id,
      type,
      body: read,
      occurredAt: at,
      knownAt: at,
      source: 's',
      sourcePriority: 0,
      externalId: id,
      revision: 1,
    };
  });
}

export function leavesOf(
  lines: readonly Line[],
  usage: readonly UsageDay[],
  covered: boolean,
): (key: string) => unknown {
  const file = decodeFile(foldFile(facts(lines), zone).file);
  const { leaves } = profile(file, usage, endOfDay(today, zone), frame(covered));
  return (key) => {
    let at: unknown = leaves;
    for (const part of key.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[part];
    return at ?? undefined;
  };
}

const money = { cents: 300_000, currency: 'BRL' };
const line = { product: 'suporte', ...money, seats: 40, recurring: true, months: 1 };
const track = { track: 'main' };
export const told: readonly Line[] = [
  [
    '2025-05-20',
    'account-described',
    {
      name: 'Clínica',
      segment: 'smb',
      industry: 'saude',
      tags: ['vip'],
      profileToFollow: true,
      custom: { integrations: 2 },
    },
  ],
  ['2025-05-20', 'team-assigned', { member: 'ana', role: 'csm' }],
  ['2025-05-20', 'contact-joined', { contact: 'd', role: 'decision_maker', department: 'ti' }],
  ['2025-05-20', 'contact-joined', { contact: 's', role: 'executive_sponsor' }],
  ['2025-05-20', 'contact-joined', { contact: 'c', role: 'champion' }],
  [
    '2025-05-20',
    'contract-signed',
    {
      contract: 'a',
      lines: [line],
      start: '2025-05-20',
      plannedEnd: '2026-05-19',
      renewal: 'auto',
      noticeDays: 30,
      index: 'IPCA',
      discount: 0.1,
    },
  ],
  ['2026-04-01', 'renewal-step-done', { contract: 'a', step: 'conversation', category: 'commit' }],
  ['2026-04-02', 'renewal-step-done', { contract: 'a', step: 'proposal' }],
  ['2026-04-03', 'renewal-step-done', { contract: 'a', step: 'confirmation' }],
  ['2026-04-03', 'objection-raised', { objection: 'o', about: 'renewal', reason: 'price_objection' }],
  ['2026-04-10', 'downgrade-asked', { contract: 'a' }],
  [
    '2026-03-02',
    'invoice-issued',
    { invoice: 'i1', grossCents: 1000, netCents: 1000, currency: 'BRL', dueOn: '2026-03-31' },
  ],
  [
    '2026-02-02',
    'invoice-issued',
    { invoice: 'i0', grossCents: 1000, netCents: 1000, currency: 'BRL', dueOn: '2026-02-27' },
  ],
  ['2026-02-27', 'invoice-paid', { invoice: 'i0', cents: 1000, currency: 'BRL' }],
  ['2026-04-01', 'charge-failed', { invoice: 'i1' }],
  [
    '2026-03-31',
    'consumption-reported',
    { what: 'horas', from: '2026-03-01', to: '2026-03-31', contracted: 40, used: 30 },
  ],
  ['2026-04-01', 'effort-spent', { hours: 5, costCents: 90_000, currency: 'BRL' }],
  ['2026-04-02', 'ticket-opened', { ticket: 't1', severity: 'critical' }],
  ['2026-04-02', 'ticket-answered', { ticket: 't1' }],
  ['2026-01-02', 'ticket-opened', { ticket: 't2', severity: 'low' }],
  ['2026-03-03', 'ticket-closed', { ticket: 't2', sentiment: -0.5 }],
  ['2026-03-04', 'ticket-reopened', { ticket: 't2' }],
  ['2026-03-05', 'ticket-closed', { ticket: 't2' }],
  ['2025-10-05', 'survey-answered', { instrument: 'nps', score: 6, contact: 's' }],
  ['2026-04-05', 'survey-answered', { instrument: 'nps', score: 9, contact: 's' }],
  ['2026-04-05', 'survey-answered', { instrument: 'csat', score: 4 }],
  ['2026-04-05', 'survey-answered', { instrument: 'ces', score: 6 }],
  ['2026-04-05', 'survey-answered', { instrument: 'mhs', score: 50 }],
  ['2026-04-05', 'survey-answered', { instrument: 'journey_nps', score: 8 }],
  [
    '2026-04-06',
    'meeting-held',
    { meeting: 'qbr', invited: 4, attended: 3, contacts: ['s', 'd'], outcome: 'positive' },
  ],
  ['2026-04-07', 'message-exchanged', { channel: 'email', direction: 'out', contact: 'c', replied: true }],
  ['2026-04-08', 'call-held', { direction: 'in', contact: 'c' }],
  [
    '2025-05-21',
    'milestone-planned',
    { milestone: 'go_live', ...track, stage: 'onboarding', dueOn: '2025-06-20' },
  ],
  ['2025-06-15', 'milestone-delivered', { milestone: 'go_live', ...track, proof: 'number' }],
  ['2026-03-01', 'delivery-planned', { delivery: 'd1', ...track, dueOn: '2026-04-01' }],
  ['2025-05-21', 'goal-set', { goal: 'g', metric: 'tempo', target: 100, initial: true }],
  ['2026-03-01', 'goal-measured', { goal: 'g', current: 60 }],
  ['2025-05-21', 'goal-set', { goal: 'h', metric: 'painéis', target: 4, artefacts: true }],
  ['2026-03-01', 'goal-measured', { goal: 'h', current: 1 }],
  ['2026-03-16', 'value-shown', { roi: 1.5 }],
  ['2026-03-01', 'promise-made', { promise: 'p', dueOn: '2026-04-01' }],
  ['2026-03-05', 'stage-confirmed', { ...track, stage: 'adoption' }],
  ['2026-04-01', 'offer-proposed', { offer: 'suporte_premium' }],
  ['2026-03-01', 'offer-refused', { offer: 'mais_assentos', reason: 'price_objection' }],
  ['2026-03-10', 'advocacy-acted', { act: 'review', step: 'done' }],
  ['2026-04-10', 'pulse-taken', { verdict: 'yellow' }],
  ['2026-04-10', 'run-started', { run: 'r', playbook: 'rescue' }],
  ['2026-04-11', 'run-step-done', { run: 'r', step: 'root_cause', rootCause: 'no_bandwidth' }],
  ['2026-04-10', 'task-opened', { task: 't', action: 'ligar', dueOn: '2026-04-12' }],
  ['2026-04-10', 'signal-muted', { signal: 'silent', until: '2026-05-01' }],
  ...recordedEvents.map((event): Line => ['2026-04-05', 'event-recorded', { event, family: 'escala' }]),
];

const [ana, rui] = ['00000000000000a1', '00000000000000a2'];
function usageDay(
  at: Day,
  users: Readonly<Record<string, number>>,
  features: Readonly<Record<string, number>>,
): UsageDay {
  const names = Object.keys(users).sort();
  const events = Object.values(features).reduce((sum, one) => sum + one, 0);
  const base = { day: at, known: at, events, value: events, sessions: 1, minutes: 10, features };
  return {
    ...base,
    users: names,
    departments: ['ti'],
    userEvents: names.map((name) => users[name] ?? 0),
  };
}
/** Fifty days of two people, the last of them two days ago. */
export const usage: readonly UsageDay[] = Array.from({ length: 50 }, (_, i) =>
  usageDay(today - 51 + i, { [ana ?? '']: 3, [rui ?? '']: 1 }, { painel: 3, api: 1 }),
);
