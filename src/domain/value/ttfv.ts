// How long customers wait for their first value: a median that counts those who still wait, never only those who arrived.

export type Waited = {
  /** Days from the start to the first value, or so far. */
  readonly days: number;
  readonly arrived: boolean;
  readonly accounts: number;
};
export type TimeToValue = {
  /** Days by which half have it; null while fewer than half do. */
  readonly median: number | null;
  readonly accounts: number;
  readonly arrived: number;
};

/** Median time to first value (Kaplan–Meier, customers who still wait are censored). */
export function timeToValue(waited: readonly Waited[]): TimeToValue {
  const total = (some: readonly Waited[]): number => some.reduce((sum, { accounts }) => sum + accounts, 0);
  const days = [...new Set(waited.map((one) => one.days))].sort((a, b) => a - b);
  let waiting = 1;
  let median: number | null = null;
  for (const day of days) {
    const atRisk = total(waited.filter((one) => one.days >= day));
    waiting *= 1 - total(waited.filter((one) => one.days === day && one.arrived)) / atRisk;
    if (median === null && waiting <= 0.5 + 1e-12) median = day;
  }
  return { median, accounts: total(waited), arrived: total(waited.filter((one) => one.arrived)) };
}
