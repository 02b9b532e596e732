// Index values of the sample: invented, of the size that IPCA and IGP-M have had (about 4.5% and 4% a year). Not the published
// ones: those are facts that a firm records itself.
import { addMonths, formatDay, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import type { SampleShape } from './shape.ts';

/** Rate of an index in the month of a day, as a fraction with four digits. */
export function indexIn(index: 'ipca' | 'igpm', month: Day, { seed }: SampleShape): number {
  const random = randomFrom(`${seed}/${index}/${formatDay(month).slice(0, 7)}`);
  const rate = index === 'ipca' ? 0.0012 + 0.005 * random() : -0.004 + 0.0148 * random();
  return Math.round(rate * 10_000) / 10_000;
}

/** What IPCA comes to over the twelve months before a day. */
export function indexOver(day: Day, shape: SampleShape): number {
  let factor = 1;
  for (let back = 12; back >= 1; back--) factor *= 1 + indexIn('ipca', addMonths(day, -back), shape);
  return Math.round((factor - 1) * 10_000) / 10_000;
}
