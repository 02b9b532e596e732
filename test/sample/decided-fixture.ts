// The sample base decided in memory by the real engine: facts folded, usage rolled up, nothing stored.
import { createHash } from 'node:crypto';
import { templateSource } from '#actions/templates.ts';
import { brazilianCalendar } from '#base/calendar.ts';
import { parseDay, type Day } from '#base/day.ts';
import { dayAt, endOfDay } from '#base/zone.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import type { Context, Decision } from '#domain/decision.ts';
import { specOf, type FactBody } from '#domain/facts/catalogue.ts';
import { sourcePriority } from '#domain/facts/source-priority.ts';
import type { Grain } from '#domain/facts/workspace-facts.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import { coveredLeaves } from '#domain/profile/covered.ts';
import type { Coverage, Frame, UsageDay } from '#domain/profile/shape.ts';
import { decodeDays } from '#domain/usage-day/decode.ts';
import { encodeDay } from '#domain/usage-day/encode.ts';
import { rollUp, type RawUsage } from '#domain/usage-day/rolled.ts';
import { decideAccount, type AccountMaterial } from '#engine/decide-account.ts';
import { foldFile } from '#engine/fold.ts';
import { sampleFirm } from '#sample/firm.ts';
import { sampleFirmFacts } from '#sample/generate.ts';
import type { SampleAccount, SampleFact, SampleShape } from '#sample/shape.ts';

export const zone = 'America/Sao_Paulo';
export const shape = (today: string, accounts = 120, months = 18, seed = 1): SampleShape => ({
  accounts,
  months,
  seed,
  today: parseDay(today) ?? 0,
  zone,
});

const loaded = parseMethod(templateSource('servicos-b2b'), profileLeafTypes);
if ('problems' in loaded) throw new Error('the shipped method does not load');
export const compiled = loaded.compiled;

function coverageOf(firm: readonly SampleFact[]): Coverage[] {
  return firm
    .filter(({ type }) => type === 'source-covered')
    .map(({ body, knownAt }) => ({
      covers: String(body['covers']),
      metric: null,
      from: parseDay(String(body['from'])) ?? 0,
      to: parseDay(String(body['to'])) ?? 0,
      grain: body['grain'] as Grain,
      scope: 'workspace',
      known: knownAt,
    }));
}

export function frameOf(of: SampleShape): Frame {
  return {
    zone,
    currency: 'BRL',
    calendar: brazilianCalendar(zone, []),
    rates: [],
    coverage: coverageOf(sampleFirmFacts(of)),
    criticalFeatures: sampleFirm.settings.criticalFeatures,
    advancedFeatures: sampleFirm.settings.advancedFeatures,
  };
}

const hashOf = (user: string): string => createHash('sha256').update(user).digest('hex').slice(0, 16);

function usageDays(facts: readonly SampleFact[]): UsageDay[] {
  const raw = facts
    .filter(({ type }) => type === 'usage-tracked')
    .map((fact): RawUsage => {
      const body = specOf('usage-tracked').body.parse(fact.body) as FactBody<'usage-tracked'>;
      return {
        day: dayAt(fact.occurredAt, zone),
        known: dayAt(fact.knownAt, zone),
        at: fact.occurredAt,
        user: body.user === undefined ? null : hashOf(body.user),
        event: body.event,
        value: body.value,
        session: body.session ?? null,
        department: body.department ?? null,
        minutes: body.minutes ?? null,
      };
    });
  return [...decodeDays(rollUp(raw).map((day) => encodeDay(day)))];
}

/** What the engine reads of an account. */
export function materialOf(account: SampleAccount): AccountMaterial {
  const facts = account.facts
    .filter(({ type }) => type !== 'usage-tracked')
    .map((fact, i) => ({
      ...fact,
      id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      body: specOf(fact.type).body.parse(fact.body),
      sourcePriority: sourcePriority(fact.source),
      revision: 1,
    })) as unknown as FoldFact[];
  return { file: decodeFile(foldFile(facts, zone).file), days: usageDays(account.facts), checkpoints: {} };
}

export function contextAt(frame: Frame, day: Day): Context {
  return {
    capacity: {},
    acceptance: { offers: {}, cells: {} },
    prices: {},
    margin: null,
    medianMrrCents: 900_000,
    covered: coveredLeaves(frame.coverage, endOfDay(day, zone)),
    currency: 'BRL',
    workspaceOwner: null,
    seed: 1,
    calendar: frame.calendar,
  };
}

/** The decision of an account on a day; null where nobody knew it. */
export function decisionOn(material: AccountMaterial, day: Day, frame: Frame): Decision | null {
  const { decision, known } = decideAccount(
    material,
    day,
    { frame, method: compiled },
    contextAt(frame, day),
  );
  return known ? decision : null;
}
