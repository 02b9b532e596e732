// Which time the sources of a kind cover, as known at an instant. Absence counts as zero only inside it.
import type { Day } from '#base/day.ts';
import type { Grain } from '#domain/facts/workspace-facts.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { Coverage, Span } from './shape.ts';

const fineness: Readonly<Record<Grain, number>> = { day: 0, week: 1, month: 2, snapshot: 3 };

/** The account's own covers, from the rows of its file. */
export function coverageOf(rows: readonly SlimRow<'source-covered'>[]): readonly Coverage[] {
  const own: Coverage[] = [];
  for (const { covers, metric, from, to, grain, known } of rows) {
    if (covers === null || from === null || to === null || grain === null) continue;
    own.push({ covers, metric, from, to, grain: grain as Grain, scope: 'account', known });
  }
  return own;
}

/** A cover of a whole kind counts for each of its metrics; a cover of one metric for that metric alone. */
export function answers(cover: Coverage, kind: string, metric: string | undefined): boolean {
  return cover.covers === kind && (cover.metric === null || cover.metric === metric);
}

/**
 * Merges covers into one span: the unbroken run of covered days that reaches furthest, up to `last`, with the
 * finest grain in it. Days before a hole are not covered: nothing may count as zero in the hole.
 */
export function mergeCovers(covers: readonly Coverage[], first: Day, last: Day): Span | null {
  const started = covers.filter((cover) => cover.from <= last && cover.to >= Math.max(first, cover.from));
  started.sort((a, b) => a.from - b.from || a.to - b.to);
  let run: { from: Day; to: Day; grain: Grain } | null = null;
  for (const cover of started) {
    const from = Math.max(cover.from, first);
    const to = Math.min(cover.to, last);
    if (run && from <= run.to + 1) {
      run.to = Math.max(run.to, to);
      if (fineness[cover.grain] < fineness[run.grain]) run.grain = cover.grain;
    } else {
      run = { from, to, grain: cover.grain };
    }
  }
  return run;
}
