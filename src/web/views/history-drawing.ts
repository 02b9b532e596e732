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
  const y = scaleLinear([0, 100], [plot.bottom, plot.top]);
  const points = source.history.flatMap((week) => {
    const day = parseDay(week.week);
    return day === null || day < end - 364 ? [] : [{ day, score: week.score }];
  });
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
    const fits = left >= 0 && left + size < free - 8;
    if (fits) free = left;
    const above = y(score) > plot.bottom - 26;
    placed.push({
      x: at,
      y: y(score),
      labelX: anchor === 'end' ? at - 8 : at,
      labelY: above ? y(score) - 10 : y(score) + 18,
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
