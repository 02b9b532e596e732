// One line of the Base as it is shown: texts, marks and shapes, with what is missing said.
import type { BaseLine } from '#contract/accounts.ts';
import type { Line, StageChip } from '#contract/line.ts';
import type { Words } from '#web/words/pt.ts';
import { daysFrom } from './format.ts';
import type { Formatter } from './format.ts';

export type LineRow = {
  readonly id: string;
  readonly name: string;
  readonly band: Line['health']['band'];
  readonly bandWord: string;
  /** "58", or "—" when not known. */
  readonly score: string;
  readonly trend: string;
  readonly spark: readonly (number | null)[];
  readonly chips: readonly StageChip[];
  readonly mrr: string | null;
  readonly renewsOn: string | null;
  readonly renewsIn: string | null;
  /** Without the customer's name, which stands in the same row. */
  readonly action: string;
  readonly actionWhole: string;
  readonly offer: string;
  /** True when there is an offer to name. */
  readonly hasOffer: boolean;
  readonly segment: string | null;
  readonly owner: string | null;
  readonly status: string;
  readonly atStake: string | null;
  /** "38 d": days without conversation; null: nobody can tell. */
  readonly quiet: string | null;
};

/** `asOf` is the day the line speaks of, ISO. */
export function lineRow(line: BaseLine, asOf: string, f: Formatter, w: Words): LineRow {
  const days = line.renewsOn === null ? null : daysFrom(asOf, line.renewsOn);
  return {
    id: line.id,
    name: line.account,
    band: line.health.band,
    bandWord: w.band[line.health.band],
    score: scoreText(line.health.score, f),
    trend: line.health.trend === null ? '—' : f.signed(Math.round(line.health.trend)),
    spark: line.spark,
    chips: line.stageChips,
    mrr: line.mrrCents === null ? null : f.units(line.mrrCents),
    renewsOn: line.renewsOn === null ? null : f.dayShort(line.renewsOn, asOf),
    renewsIn: days === null ? null : days < 0 ? w.ago(-days) : w.inDays(days),
    action: line.action.short,
    actionWhole: line.action.text,
    offer: line.offer === null ? w.table.noOffer : line.offer.label,
    hasOffer: line.offer !== null,
    segment: line.segmentLabel,
    owner: line.ownerLabel,
    status: line.statusLabel,
    atStake: line.atStakeCents === null ? null : f.units(line.atStakeCents),
    quiet: line.quietDays === null ? null : w.days(line.quietDays),
  };
}

/** A score in a list: whole points. Rounds down, so that 39,6 never reads as a yellow 40. */
export function scoreText(score: number | null, f: Formatter): string {
  return score === null ? '—' : f.number(Math.floor(score));
}
