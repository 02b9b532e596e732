// Usage from rolled-up days: the finest grain, so it answers every leaf of usage that needs days or users.
import type { Day } from '#base/day.ts';
import { startOf } from '#domain/account/start.ts';
import { coversLast, daysSince } from '#domain/profile/reach.ts';
import type { LeafWriter, Span, UsageDay, View } from '#domain/profile/shape.ts';
import { countUsers, lookback, type Users } from './intern.ts';
import { eventsBetween, tallyDays } from './tally.ts';
import { writeVolume } from './volume.ts';

const month = 30;

/** Writes what days can tell; returns the distinct users of 30 covered days, or null when they cannot be counted. */
export function writeDaily(view: View, reach: Span, out: LeafWriter): number | null {
  const { usage } = view;
  writeActivity(view, reach, out);
  writeCritical(view, reach, out);
  if (!coversLast(reach, month)) return null;
  const last = tallyDays(usage, reach.to - month + 1, reach.to);
  const before = { from: last.from - month, to: last.from - 1 };
  const previous = coversLast(reach, 2 * month)
    ? { ...before, events: eventsBetween(usage, before.from, before.to) }
    : null;
  writeVolume({ last, previous }, view, out);
  const users = countUsers(usage, reach.to, habitOf(reach));
  if (!users.named) return null;
  writeUsers(users, reach, out);
  return users.active30;
}

function writeActivity(view: View, reach: Span, out: LeafWriter): void {
  const { usage } = view;
  const active = usage.findLast((day) => day.events > 0);
  const days = daysSince(active?.day ?? null, reach, startOf(view));
  // Older days are not at hand: "at least" is all that may be said of them.
  if (days !== null) out.set('usage.daysSinceActivity', active ? days : Math.min(days, lookback), reach.to);
  if (!coversLast(reach, 28)) return;
  let weeks = 0;
  for (let week = 0; week < 4; week++) {
    const to = reach.to - 7 * week;
    if (usageIn(usage, to - 6, to)) weeks += 1;
  }
  out.set('usage.activeWeeks4', weeks, reach.to);
}

/** Critical features without a single use in all the days at hand (half a year). */
function writeCritical(view: View, reach: Span, out: LeafWriter): void {
  const critical = view.frame.criticalFeatures;
  if (!critical) return;
  let unused = 0;
  for (const feature of critical) {
    if (!view.usage.findLast((day) => (day.features[feature] ?? 0) > 0)) unused += 1;
  }
  out.set('usage.criticalUnused', unused, reach.to);
}

/** Days of activity that make a key user: about one in seven and a half of the covered days before the last 15. */
function habitOf(reach: Span): number {
  const covered = Math.min(60, reach.to - reach.from + 1 - 15);
  return Math.max(4, Math.floor(covered / 7.5));
}

function writeUsers(users: Users, reach: Span, out: LeafWriter): void {
  if (users.active30 > 0) {
    out.set('usage.dauMau', users.daily30 / month / users.active30, reach.to);
    out.set('usage.wauMau', users.weekly28 / 4 / users.active30, reach.to);
  }
  if (users.events30 > 0) out.set('usage.topUserShare', users.top30 / users.events30, reach.to);
  if (coversLast(reach, 45) && users.habitual > 0) {
    out.set('usage.keyUsersActive', users.habitualActive / users.habitual, reach.to);
  }
  // Without days before the window every user would be new.
  if (coversLast(reach, 90 + month) && lookback > 90 + month)
    out.set('usage.usersAdded90d', users.added90, reach.to);
}

function usageIn(usage: readonly UsageDay[], from: Day, to: Day): boolean {
  const day = usage.findLast((one) => one.day <= to && one.events > 0);
  return day !== undefined && day.day >= from;
}
