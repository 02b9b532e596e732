// Which signals are active: fires on true, clears on false (and its own clear condition), unknown moves nothing.
// A pure fold over the checkpoints and the present; it knows no method's keys.
import type { Day } from '#base/day.ts';
import { mondayOf } from '#base/day.ts';
import type { Truth } from '#domain/decision.ts';

/** Truth of a signal's two conditions at one time; `clear` is true for a signal without one. */
export type Verdict = { readonly when: Truth; readonly clear: Truth };
/** The truths of one signal at the checkpoints, oldest first: read one at a time, since most are never asked for. */
export type History = {
  readonly length: number;
  when(index: number): Truth;
  clear(index: number): Truth;
  day(index: number): Day;
};

export type Activity = {
  readonly active: boolean;
  /** Index of the checkpoint since which it is active without a break; `history.length` = only now. */
  readonly from: number;
};

/**
 * Folds the checkpoints and the present. When it is false now and clears, or fires now after a plain false,
 * most of the past needs no reading: the walk goes backwards to the last moment that settles the state.
 */
export function activity(history: History, now: Verdict): Activity {
  if (now.when === false && now.clear === true) return inactive;
  let from = -1;
  for (let i = history.length - 1; i >= 0; i--) {
    const when = history.when(i);
    if (when === true) from = i;
    else if (when === false && history.clear(i) === true) break;
  }
  if (from < 0 && now.when === true) from = history.length;
  return from < 0 ? inactive : { active: true, from };
}
const inactive: Activity = { active: false, from: -1 };

/** Start by checkpoints: the Monday of the first at which it holds; the last Monday when it holds only now. */
export function sinceByCheckpoint(activity: Activity, history: History, today: Day): Day {
  return activity.from < history.length ? history.day(activity.from) : mondayOf(today);
}
