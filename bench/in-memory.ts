// One account in memory: profile, decision, both; and what reading its compact forms costs before that.
import { decodeFile } from '#domain/account-file/decode.ts';
import { encodeFile } from '#domain/account-file/encode.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import { parseMethod } from '#domain/method/load.ts';
import { decodeDays } from '#domain/usage-day/decode.ts';
import { decodeWindow, encodeWindow } from '#domain/usage-day/window.ts';
import { templateSource } from '#actions/templates.ts';
import { brazilianCalendar } from '#base/calendar.ts';
import { endOfDay } from '#base/zone.ts';
import type { Context } from '#domain/decision.ts';
import { coveredLeaves } from '#domain/profile/covered.ts';
import type { Coverage, Frame } from '#domain/profile/shape.ts';
import { decide } from '#engine/decide.ts';
import { decideAccount, type AccountMaterial } from '#engine/decide-account.ts';
import { usageLookback } from '#domain/profile/usage-window.ts';
import { profile } from '#engine/profile.ts';
import { accountOf, usageOf } from './base.ts';
import { processorMs, quantileOf, type Figure } from './measure.ts';
import { typical } from './shapes.ts';

const accounts = 200;
const warmRounds = 15;
const rounds = 25;
const kinds = [
  'usage',
  'ticket',
  'message',
  'meeting',
  'survey',
  'invoice',
  'contract',
  'consumption',
  'contact',
  'milestone',
  'goal',
];
const coverage = kinds.map((covers): Coverage => ({
  covers,
  metric: null,
  from: typical.today - 365,
  to: typical.today,
  grain: 'day',
  scope: 'workspace',
  known: 0,
}));

const frame: Frame = {
  zone: typical.zone,
  currency: 'BRL',
  calendar: brazilianCalendar(typical.zone, []),
  rates: [],
  coverage,
  criticalFeatures: null,
  advancedFeatures: null,
};

/** Median over rounds of the mean microseconds of processor time that an account takes in a round. */
function micros<T>(
  items: readonly T[],
  work: (item: T) => unknown,
): { median: number; tail: number; runs: number } {
  const all = (): void => items.forEach(work);
  for (let round = 0; round < warmRounds; round++) all();
  const means = Array.from({ length: rounds }, () => (processorMs(all) / items.length) * 1000);
  return { median: quantileOf(means, 0.5), tail: quantileOf(means, 0.95), runs: rounds * items.length };
}

export async function inMemory(): Promise<readonly Figure[]> {
  const shape = { ...typical, heavyEvery: 0 };
  const at = endOfDay(shape.today, shape.zone);
  const loaded = parseMethod(templateSource('servicos-b2b'), profileLeafTypes);
  if ('problems' in loaded) throw new Error('the shipped method does not load');
  const method = loaded.compiled;
  const context: Context = {
    capacity: {},
    acceptance: { offers: {}, cells: {} },
    prices: {},
    margin: null,
    medianMrrCents: 900_000,
    covered: coveredLeaves(coverage, at),
    currency: 'BRL',
    workspaceOwner: null,
    seed: 1,
    calendar: frame.calendar,
  };
  const setting = { frame, method };
  const texts = Array.from({ length: accounts }, (_, index) => {
    const account = accountOf(shape, index);
    const days = [...usageOf(shape, index, account.lot)].slice(-usageLookback).map((day) => day.data);
    const window = encodeWindow(decodeDays(days));
    return { file: encodeFile(account.facts, shape.zone).file, days, window };
  });
  const items = texts.map((text) => {
    const bare: AccountMaterial = {
      file: decodeFile(text.file),
      days: decodeDays(text.days),
      checkpoints: {},
    };
    const { fresh, past } = decideAccount(bare, shape.today, setting, context);
    const material = {
      ...bare,
      checkpoints: Object.fromEntries(fresh.map(({ week, data }) => [week, data])),
    };
    return { text, material, past, profile: profile(material.file, material.days, at, frame) };
  });
  const data = `${accounts} accounts of ${shape.facts} facts, ${usageLookback} usage days of ${shape.users} users`;
  const one = (
    what: string,
    work: (item: (typeof items)[number]) => unknown,
    goal: number | null,
  ): Figure => {
    const { median, tail, runs } = micros(items, work);
    return {
      what,
      data,
      unit: 'µs of processor time an account',
      runs,
      median,
      tail: { q: 'p95', value: tail },
      goal: goal === null ? null : `< ${goal} µs`,
      met: goal === null ? null : median < goal,
    };
  };
  return [
    one('profile, in memory', ({ material }) => profile(material.file, material.days, at, frame), null),
    one('decide, in memory', (item) => decide(item.profile, method, item.past, context), null),
    one(
      'profile + decide, in memory',
      ({ material, past }) => decide(profile(material.file, material.days, at, frame), method, past, context),
      60,
    ),
    one(
      'the same with its 13 checkpoints read from their texts',
      ({ material }) => decideAccount(material, shape.today, setting, context),
      null,
    ),
    one('reading the account file', ({ text }) => decodeFile(text.file), null),
    one('reading its usage days, as rows of days', ({ text }) => decodeDays(text.days), null),
    one('reading its usage days, as the kept window', ({ text }) => decodeWindow(text.window), null),
  ];
}
