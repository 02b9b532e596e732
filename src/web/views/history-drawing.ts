// The year of health as geometry: line, band limits, named marks, months. Pixels in, pixels out; draws nothing.
import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { addMonths, dayOf, formatDay, parseDay, yearMonthDay } from '#base/day.ts';
import type { CustomerPage } from '#contract/customer.ts';
import type { Formatter } from './format.ts';

type Source = Pick<CustomerPage, 'asOf' | 'today' | 'history' | 'marks'>;
type Anchor = 'start' | 'middle' | 'end';
export type HistoryDrawing = {
  readonly path: string;
  readonly greenY: number;
  readonly redY: number;
  readonly handleX: number;
  readonly handleY: number | null;
  readonly marks: readonly {
    readonly x: number;
    readonly y: number;
    readonly labelX: number;
    readonly labelY: number;
    readonly anchor: Anchor;
    readonly text: string;
  }[];
  readonly months: readonly { readonly x: number; readonly anchor: Anchor; readonly text: string }[];
  /** ISO day under a pixel, never past today. */
  readonly dayAt: (x: number) => string;
  readonly from: string;
};
export const historyHeight = 112;
const plot = { top: 12, bottom: 88 };
const letter = 6.4;
/** Where the names of the bands stand, which labels must leave free. */
const bandNameWidth = 150;

/** A year that ends today, or at `asOf` when that is more than a year ago. `limits` are those of the bands. */
export function historyDrawing(
  source: Source,
  limits: { yellow: number; green: number },
  width: number,
  f: Formatter,
): HistoryDrawing {
  const today = parseDay(source.today) ?? 0;
  const asOf = parseDay(source.asOf) ?? today;
  const end = today - asOf > 364 ? asOf : today;
  const x = scaleLinear([end - 364, end], [6, width - 6]);
  const points = source.history.flatMap((week) => {
    const day = parseDay(week.week);
    return day === null || day < end - 364 ? [] : [{ day, score: week.score }];
  });
  const scores = points.flatMap((point) => (point.score === null ? [] : [point.score]));
  // A line may start above zero: the band limits with some air are always in view.
  const low = Math.max(0, Math.min(limits.yellow - 12, ...scores.map((score) => score - 5)));
  const high = Math.min(100, Math.max(limits.green + 12, ...scores.map((score) => score + 5)));
  const y = scaleLinear([low, high], [plot.bottom, plot.top]);
  const last = points.findLast((point) => point.score !== null)?.score ?? null;
  const drawn = last === null ? points : [...points, { day: asOf, score: points.at(-1)?.score ?? null }];
  const path = line<{ day: number; score: number | null }>()
    .defined((point) => point.score !== null)
    .x((point) => x(point.day))
    .y((point) => y(point.score ?? 0))
    .curve(curveMonotoneX)(drawn);
  const scoreOn = (day: number) =>
    points.findLast((point) => point.day <= day && point.score !== null)?.score ?? null;
  return {
    path: path ?? '',
    greenY: y(limits.green),
    redY: y(limits.yellow),
    handleX: x(asOf),
    handleY: last === null ? null : y(last),
    marks: placeMarks(
      source.marks,
      (day) => x(day),
      (day) => scoreOn(day),
      y,
      width,
      end - 364,
      x(asOf),
      [y(limits.green) - 4, y(limits.yellow) + 14],
    ),
    months: monthTicks(end, x, width, f),
    dayAt: (pixel) => formatDay(Math.round(Math.min(Math.max(x.invert(pixel), end - 364), today))),
    from: formatDay(end - 364),
  };
}

function placeMarks(
  marks: Source['marks'],
  x: (day: number) => number,
  scoreOn: (day: number) => number | null,
  y: (score: number) => number,
  width: number,
  start: number,
  handleX: number,
  bandNames: readonly number[],
): HistoryDrawing['marks'] {
  const placed: {
    -readonly [K in keyof HistoryDrawing['marks'][number]]: HistoryDrawing['marks'][number][K];
  }[] = [];
  let free = Number.POSITIVE_INFINITY;
  // The newest first: where two would overlap, the older one keeps its dot and loses its words.
  for (const mark of marks.toReversed()) {
    const day = parseDay(mark.on);
    const score = day === null ? null : scoreOn(day);
    if (day === null || score === null || day < start) continue;
    const at = x(day);
    const size = mark.text.length * letter;
    const anchor: Anchor =
      at + size / 2 > Math.min(width, handleX) - 8 ? 'end' : at - size / 2 < 8 ? 'start' : 'middle';
    const left = anchor === 'end' ? at - size : anchor === 'start' ? at : at - size / 2;
    const above = y(score) > (plot.top + plot.bottom) / 2;
    const labelY = above ? y(score) - 10 : y(score) + 18;
    const onBandName = left < bandNameWidth && bandNames.some((name) => Math.abs(name - labelY) < 14);
    const fits = left >= 0 && left + size < free - 8 && !onBandName;
    if (fits) free = left;
    placed.push({
      x: at,
      y: y(score),
      labelX: anchor === 'end' ? at - 8 : at,
      labelY,
      anchor,
      text: fits ? mark.text : '',
    });
  }
  return placed.toReversed();
}

function monthTicks(
  end: number,
  x: (day: number) => number,
  width: number,
  f: Formatter,
): HistoryDrawing['months'] {
  const { year, month } = yearMonthDay(end);
  const first = dayOf(year, month, 1) ?? end;
  const every = width < 560 ? 4 : 2;
  const ticks = [];
  for (let back = 0; back <= 12; back += every) {
    const day = addMonths(first, -back);
    if (day >= end - 364) ticks.push({ x: x(day), anchor: 'middle' as const, text: f.month(formatDay(day)) });
  }
  return ticks.filter((tick) => tick.x > 12 && tick.x < width - 12).toReversed();
}
