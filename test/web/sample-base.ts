// What the Base knows of the fictitious customers beside their line: who looks after them, conversations, money at stake.
import type { BaseLine } from '#contract/accounts.ts';
import { roll, sampleLine, type Slim } from './sample-accounts.ts';
import { cases, csms } from './sample-words.ts';

export const owners = csms.map((label) => ({ key: label.toLowerCase().replace(' ', '.'), label }));

/** Some customers have nobody. */
export const ownerKeyOf = (s: Slim): string | null =>
  roll(s.n, 60) < 0.06 ? null : (owners[Math.floor(roll(s.n, 61) * owners.length)]?.key ?? null);

/** Days without conversation; of some nobody can tell. */
export const quietOf = (s: Slim): number | null =>
  roll(s.n, 62) < 0.1 ? null : Math.floor(roll(s.n, 63) ** 2 * 120);

const troubled = (s: Slim): boolean => s.band === 'red' || (s.band === 'yellow' && roll(s.n, 23) < 0.6);
export const signalOf = (s: Slim) =>
  troubled(s) ? cases[Math.floor(roll(s.n, 22) * cases.length)] : undefined;

/** Cents at stake in twelve months, by the health alone; half where it is not known. */
export const stakeOf = (s: Slim): number | null =>
  s.mrr === null ? null : Math.round(s.mrr * 12 * (s.score === null ? 0.5 : (100 - s.score) / 100));

export function baseLineOf(s: Slim, asOf: number): BaseLine {
  const owner = ownerKeyOf(s);
  return {
    ...sampleLine(s, asOf),
    atStakeCents: stakeOf(s),
    owner,
    ownerLabel: owners.find(({ key }) => key === owner)?.label ?? null,
    quietDays: quietOf(s),
  };
}
