// Whether the feeds of the base still come at the rhythm they came at. A feed is one source telling one kind or metric;
// its rhythm is the usual gap between the days it told. It knows no account: a late feed is one notice of the base.
import type { Day } from '#base/day.ts';
import { median } from '#base/stats.ts';

export type Feed = {
  readonly source: string;
  readonly covers: string;
  readonly metric: string | null;
  /** Days up to which it was told, ascending, each once. */
  readonly days: readonly Day[];
};
export type LateFeed = {
  readonly source: string;
  readonly covers: string;
  readonly metric: string | null;
  readonly last: Day;
  /** Usual days between two tellings. */
  readonly everyDays: number;
  /** Days since it was due. */
  readonly lateDays: number;
};

/** Fewer tellings are no rhythm. */
const fewest = 3;
/** Twice its usual gap, and never less than two days more: weekends and one skipped day are no silence. */
const patience = 2;

/** The feeds whose rhythm broke by `today`, longest silent first. Feeds told fewer than three times have none. */
export function lateFeeds(feeds: readonly Feed[], today: Day): readonly LateFeed[] {
  return feeds
    .flatMap(({ source, covers, metric, days }) => {
      if (days.length < fewest) return [];
      const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
      const everyDays = Math.max(1, Math.round(median(gaps) ?? 1));
      const last = days.at(-1) ?? today;
      const silent = today - last;
      const late = silent > Math.max(patience * everyDays, everyDays + 2);
      return late ? [{ source, covers, metric, last, everyDays, lateDays: silent - everyDays }] : [];
    })
    .toSorted((a, b) => b.lateDays - a.lateDays || (a.source < b.source ? -1 : 1));
}
