// One account at one day, from its compact forms to its decision: the same composition for live, what-if and backtest.
// Checkpoints that are not cached are computed here and handed back; nothing is read or written.
import { formatDay, mondayOf, parseDay, type Day } from '#base/day.ts';
import { endOfDay, startOfDay } from '#base/zone.ts';
import type { Assessment, Context, Decision } from '#domain/decision.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { AccountFile, Frame, Profile, UsageDay } from '#domain/profile/shape.ts';
import { viewAt } from '#domain/profile/view.ts';
import { yearAgo, type YearAgo } from '#domain/revenue/year-ago.ts';
import { assess } from './assess.ts';
import { packCheckpoint, unpackCheckpoint } from './checkpoint.ts';
import { decide } from './decide.ts';
import { profile, profileOf } from './profile.ts';

/** Weekly checkpoints that memory reaches back. */
export const checkpointWeeks = 13;

export type AccountMaterial = {
  readonly file: AccountFile;
  readonly days: readonly UsageDay[];
  /** Cached checkpoints: ISO Monday → packed text. */
  readonly checkpoints: Readonly<Record<string, string>>;
};
export type Setting = { readonly frame: Frame; readonly method: CompiledMethod };
export type Decided = {
  readonly profile: Profile;
  readonly decision: Decision;
  readonly past: readonly Assessment[];
  /** What it paid twelve months before. */
  readonly year: YearAgo;
  /** Whether anything of the account was known on the day; if not it belongs in no list of that day. */
  readonly known: boolean;
  /** Checkpoints that were computed now, to be cached. */
  readonly fresh: readonly { readonly week: string; readonly data: string }[];
};

/** The Mondays a decision of `day` remembers, oldest first (ISO). */
export function checkpointMondays(day: Day): string[] {
  const last = mondayOf(day);
  return Array.from({ length: checkpointWeeks }, (_, i) => formatDay(last - 7 * (checkpointWeeks - 1 - i)));
}

/** Whether anything of the account was known at an instant (ms). */
function knownBy({ file, days }: AccountMaterial, at: number, day: Day): boolean {
  for (const rows of Object.values(file.rows))
    if (rows?.some((row) => row.occurred <= at && row.known <= at)) return true;
  return days.some((used) => used.known <= day && used.day <= day);
}

/**
 * The assessment of an account as known at Monday 00:00. Of a customer that nobody knew yet no source tells the
 * absence of anything: before its first fact there is no score to fall or rise from.
 */
export function assessAt(material: AccountMaterial, monday: Day, setting: Setting): Assessment {
  const { frame } = setting;
  const at = startOfDay(monday, frame.zone);
  const then = knownBy(material, at, monday - 1) ? frame : { ...frame, coverage: [] };
  return assess(profile(material.file, material.days, at, then), setting.method);
}

/** Decides an account as of the end of a day. */
export function decideAccount(
  material: AccountMaterial,
  day: Day,
  setting: Setting,
  context: Context,
): Decided {
  const fresh: { week: string; data: string }[] = [];
  const past = checkpointMondays(day).map((week) => {
    const monday = parseDay(week) ?? day;
    const cached = material.checkpoints[week];
    if (cached !== undefined) return unpackCheckpoint(cached, monday, setting.method);
    const data = packCheckpoint(assessAt(material, monday, setting), setting.method);
    fresh.push({ week, data });
    // Read back from its text, so that a cached week and a computed one are the same to the last digit.
    return unpackCheckpoint(data, monday, setting.method);
  });
  const at = endOfDay(day, setting.frame.zone);
  const view = viewAt(material.file, material.days, at, setting.frame);
  const now = profileOf(view);
  const decision = decide(now, setting.method, past, context);
  return { profile: now, decision, past, year: yearAgo(view), known: knownBy(material, at, day), fresh };
}
