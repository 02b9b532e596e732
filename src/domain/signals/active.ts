// Which signals are active: fires on true, clears on false (and its own clear condition), unknown moves nothing.
// A pure fold over the checkpoints and the present, each side of an "or" by itself; it knows no method's keys.
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

/** The same of a signal with several sides (`a || b`): the truths of all of them at a checkpoint. */
export type SidedHistory = Omit<History, 'when'> & { sides(index: number): readonly Truth[] };
export type SidedVerdict = { readonly sides: readonly Truth[]; readonly clear: Truth };

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

/** The same read forwards, where every checkpoint is asked for: whether it was active at each. */
export function activeFlags(history: History): boolean[] {
  const flags: boolean[] = [];
  let active = false;
  for (let i = 0; i < history.length; i++) {
    const when = history.when(i);
    if (when === true) active = true;
    else if (when === false && active && history.clear(i) === true) active = false;
    flags.push(active);
  }
  return flags;
}

/** Remembers the sides of one signal from one moment to the next. */
export class SidedState {
  active = false;
  /** By side: it fired and has not been false since. */
  readonly firing: boolean[] = [];

  /**
   * One moment on. A side that fires keeps the signal until that side is false; a side that was never known holds
   * nothing. True when none fires any longer and something speaks against it: then the clear condition is asked.
   */
  step(sides: readonly Truth[]): boolean {
    let holds = false;
    let against = false;
    for (let k = 0; k < sides.length; k++) {
      const truth = sides[k] ?? null;
      if (truth !== null) this.firing[k] = truth;
      if (truth === false) against = true;
      if (this.firing[k] === true) holds = true;
    }
    if (holds) this.active = true;
    return !holds && this.active && against;
  }

  /** One moment of the past on, with its clear condition. */
  stepBack(history: Pick<SidedHistory, 'clear'>, index: number, sides: readonly Truth[]): void {
    if (this.step(sides) && history.clear(index) === true) this.active = false;
  }
}

/** Folds the checkpoints and the present of a signal with several sides. */
export function sidedActivity(
  history: SidedHistory,
  now: SidedVerdict,
): Activity & { readonly firing: readonly boolean[] } {
  const state = new SidedState();
  let from = -1;
  for (let i = 0; i < history.length; i++) {
    state.stepBack(history, i, history.sides(i));
    if (!state.active) from = -1;
    else if (from < 0) from = i;
  }
  if (state.step(now.sides) && now.clear === true) state.active = false;
  if (!state.active) from = -1;
  else if (from < 0) from = history.length;
  return { active: state.active, from, firing: state.firing };
}

/** Start by checkpoints: the Monday of the first at which it holds; the last Monday when it holds only now. */
export function sinceByCheckpoint(
  activity: Activity,
  history: Pick<History, 'length' | 'day'>,
  today: Day,
): Day {
  return activity.from < history.length ? history.day(activity.from) : mondayOf(today);
}
