// What the sample base is made of: what is asked of the generator, and what it hands out. Everything follows from these
// four numbers, the same on every machine; an account depends on the seed and on its own number, not on how many there are.
import type { Day } from '#base/day.ts';
import type { FactType } from '#domain/facts/catalogue.ts';
import type { Truth } from './truth.ts';

export type SampleShape = {
  readonly accounts: number;
  /** Months of history before `today`. */
  readonly months: number;
  readonly seed: number;
  /** The day it is seen from: the last fact is of the day before. */
  readonly today: Day;
  readonly zone: string;
};
/** One fact; `occurredAt` and `knownAt` in ms since 1970 (UTC). */
export type SampleFact = {
  readonly type: FactType;
  readonly body: Readonly<Record<string, unknown>>;
  readonly occurredAt: number;
  readonly knownAt: number;
  /** From before the firm kept records day by day: its `knownAt` is an assumption. */
  readonly hindsight: boolean;
  readonly source: string;
  readonly externalId: string;
};
/** Somebody behind a key. */
export type SamplePerson = { readonly key: string; readonly name: string; readonly email: string };
export type SampleAccount = {
  readonly index: number;
  readonly key: string;
  readonly name: string;
  readonly taxId: string;
  /** False: only spoken of (a sender nobody assigned yet); it waits in the inbox. */
  readonly customer: boolean;
  readonly people: readonly SamplePerson[];
  readonly facts: readonly SampleFact[];
  readonly truth: Truth;
};
/** The sample of `perene demo` without options. */
export const defaultSample = { accounts: 120, months: 18, seed: 1 } as const;
/** The most that is made. */
export const sampleLimits = { accounts: 200_000, months: 60 } as const;
