// The delivery that a row of projects promises: what, by when, and whether it is done. The day on which it was done is
// rarely told; a delivery that is done counts from the day it was due, or from the file's day while that is still ahead.
import { type Day, formatDay } from '#base/day.ts';
import type { RowValues } from './read-row.ts';
import type { Add, RowContext } from './row-context.ts';

/** Records the delivery of a row, if it names a day; gives the day on which it counts as done, else null. */
export function deliveryFacts(row: RowValues, context: RowContext, key: string, add: Add): Day | null {
  const due = row.day('deliveryDue');
  const { today } = context;
  const done = row.text('status') === 'finished';
  if (due === null) return done ? today : null;
  const start = row.day('start');
  const on = start !== null && start <= today ? start : today;
  add(
    `delivery:${key}`,
    'delivery-planned',
    { delivery: key, track: 'main', dueOn: formatDay(due) },
    { on, dated: start !== null && start <= today },
  );
  if (!done) return null;
  const doneOn = Math.min(due, today);
  add(`delivered:${key}`, 'delivery-done', { delivery: key }, { on: doneOn, dated: due <= today });
  return doneOn;
}
