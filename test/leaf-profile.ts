// Profiles written as flat leaves, and their decisions under the shipped method: what tests of decisions share.
import { brazilianCalendar } from '#base/calendar.ts';
import { mondayOf } from '#base/day.ts';
import type { Assessment, Context, Decision, RankedOffer } from '#domain/decision.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { assess } from '#engine/assess.ts';
import { packCheckpoint, unpackCheckpoint } from '#engine/checkpoint.ts';
import { decide } from '#engine/decide.ts';
import { type Leaves, scopeOf, servicos } from './method/template.ts';
import { contextOf } from './story.ts';

const zone = 'America/Sao_Paulo';
/** Wednesday 15 April 2026. */
export const today = 20_558;
const frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [],
  coverage: [],
  criticalFeatures: null,
  advancedFeatures: null,
};

export function profileAt(day: number, leaves: Leaves, over: Partial<Profile> = {}): Profile {
  return {
    asOf: 0,
    day,
    leaves: scopeOf(leaves),
    through: {},
    contracts: [],
    renewals: [],
    tracks: [],
    contacts: [],
    runs: [],
    offers: [],
    suggestions: [],
    overrides: [],
    tasks: [],
    team: [],
    muted: [],
    answers: {},
    dates: {},
    ...over,
  };
}

type Case = {
  /** Leaves at the last Mondays, oldest first. */
  readonly past?: readonly Leaves[];
  readonly over?: Partial<Profile>;
  readonly context?: Partial<Context>;
  readonly day?: number;
};

/** The decision of an account whose leaves are these now. */
export function decided(
  now: Leaves,
  { past = [], over = {}, context = {}, day = today }: Case = {},
): Decision {
  const checkpoints = past.map((leaves, i): Assessment => {
    const monday = mondayOf(day) - 7 * (past.length - 1 - i);
    const packed = packCheckpoint(assess(profileAt(monday, leaves), servicos), servicos);
    return unpackCheckpoint(packed, monday, servicos);
  });
  return decide(profileAt(day, now, over), servicos, checkpoints, contextOf(frame, day, context));
}

export const signalOf = (decision: Decision, key: string): Decision['signals'][number] | undefined =>
  decision.signals.find((one) => one.key === key);

/** An offer of a decision; a test that names none of the catalogue is broken. */
export function offerOf(decision: Decision, key: string): RankedOffer {
  const found = decision.offers.find((offer) => offer.key === key);
  if (!found) throw new Error(`no offer ${key}`);
  return found;
}

export const times = <T>(n: number, value: T): readonly T[] => Array.from({ length: n }, () => value);
