// The base as points, health over ARR: where each stands at a measured width, which names there is room for. Pure.
import { scaleLinear, scaleSqrt } from 'd3-scale';
import { neutral } from '#base/formula.ts';
import type { AccountPoints, Point as Told } from '#contract/points.ts';

/** Points as they are drawn: who is not told amounts gets none. */
export type Point = Told & { readonly mrrCents: number };
export type Points = Omit<AccountPoints, 'points' | 'topMrrCents'> & {
  readonly points: readonly Point[];
  readonly topMrrCents: number;
};

/** The answer without what has no place in a drawing of amounts. */
export function pointsOf({ points, topMrrCents, ...rest }: AccountPoints): Points {
  const known = points.flatMap((one) => (one.mrrCents === null ? [] : { ...one, mrrCents: one.mrrCents }));
  return { ...rest, points: known, topMrrCents: topMrrCents ?? 0 };
}

export type Dot = { readonly point: Point; readonly x: number; readonly y: number; readonly r: number };
export type Label = {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
};
export type Square = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 1: of the fullest square. */
  readonly share: number;
};
export type Scatter = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly dots: readonly Dot[];
  readonly labels: readonly Label[];
  readonly squares: readonly Square[];
  /** Cents of ARR. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly scores: readonly { readonly value: number; readonly x: number }[];
  /** Where yellow and green begin. */
  readonly edges: { readonly yellow: number; readonly green: number };
  /** The height grows with the root of the value. */
  readonly root: boolean;
};

const margin = { top: 12, right: 12, bottom: 44, left: 52 };
const radius = { least: 4, most: 22 };
/** Pixels of a letter of 12 px, on average, and of a line. */
const letter = 6.2;
const line = 16;

/** Few customers tower over the rest: on a straight scale the rest would lie on the floor. */
function isTowered(points: readonly Point[]): boolean {
  const values = points.map(({ mrrCents }) => mrrCents).sort((a, b) => b - a);
  const middle = values[Math.floor(values.length / 2)] ?? 0;
  return values.length > 4 && (values[0] ?? 0) > 12 * Math.max(middle, 1);
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Names of the dots that matter most, each beside its dot; one that would touch another thing is left out. */
function labelsOf(dots: readonly Dot[], most: number, right: number, left: number): readonly Label[] {
  const circles = dots.map(({ point, x, y, r }) => ({
    id: point.id,
    box: { left: x - r, right: x + r, top: y - r, bottom: y + r },
  }));
  const taken: Box[] = [];
  const labels: Label[] = [];
  const matter = [...dots].sort(
    (a, b) =>
      (b.point.atStakeCents ?? 0) - (a.point.atStakeCents ?? 0) || b.point.mrrCents - a.point.mrrCents,
  );
  for (const { point, x, y, r } of matter.slice(0, most * 3)) {
    if (labels.length === most) break;
    const text = point.name.length > 26 ? `${point.name.slice(0, 25).trimEnd()}…` : point.name;
    const width = text.length * letter;
    const place = (anchor: 'start' | 'end'): { label: Label; box: Box } => {
      const at = anchor === 'start' ? x + r + 5 : x - r - 5;
      const box = { left: anchor === 'start' ? at : at - width, right: anchor === 'start' ? at + width : at };
      return {
        label: { id: point.id, text, x: at, y: y + 4, anchor },
        box: { ...box, top: y - line / 2, bottom: y + line / 2 },
      };
    };
    const fits = [place('start'), place('end')].find(
      ({ box }) =>
        box.right <= right &&
        box.left >= left &&
        !taken.some((other) => meets(box, other)) &&
        !circles.some((circle) => circle.id !== point.id && meets(box, circle.box)),
    );
    if (fits === undefined) continue;
    taken.push(fits.box);
    labels.push(fits.label);
  }
  return labels;
}

/** The drawing at a width in pixels. */
export function scatterOf(data: Points, width: number): Scatter {
  const narrow = width < 560;
  const height = narrow ? 360 : 460;
  const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom];
  const root = isTowered(data.points);
  const top = Math.max(data.topMrrCents * 12, 1);
  const x = scaleLinear([0, 100], [left, right]);
  const y = (root ? scaleSqrt : scaleLinear)([0, top], [bottom, margin.top]).nice(narrow ? 4 : 5);
  const stake = Math.max(...data.points.map(({ atStakeCents }) => atStakeCents ?? 0), 1);
  // A crowd of large circles would hide itself.
  const largest = narrow || data.cells.length > 0 ? 13 : radius.most;
  const size = scaleSqrt([0, stake], [radius.least, largest]);
  const dots = data.points
    .map((point) => ({
      point,
      x: x(point.score),
      y: y(point.mrrCents * 12),
      r: size(point.atStakeCents ?? 0),
    }))
    // Large ones are drawn first, so that small ones stay in sight.
    .sort((a, b) => b.r - a.r);
  const fullest = Math.max(...data.cells.map(({ accounts }) => accounts), 1);
  const edge = (row: number): number => y((row / data.rows) ** 2 * top);
  return {
    width,
    height,
    left,
    right,
    bottom,
    dots,
    labels: labelsOf(dots, narrow ? 4 : 12, right + margin.right, left),
    squares: data.cells.map((cell) => ({
      x: x((cell.x / data.columns) * 100),
      y: edge(cell.y + 1),
      width: x(100 / data.columns) - x(0),
      height: edge(cell.y) - edge(cell.y + 1),
      share: Math.sqrt(cell.accounts / fullest),
    })),
    ticks: y.ticks(narrow ? 4 : 5).map((value) => ({ value, y: y(value) })),
    scores: [0, 20, data.bands.yellow, 60, data.bands.green, 100]
      .filter((value, at, all) => all.indexOf(value) === at && !near(value, data.bands, narrow))
      .map((value) => ({ value, x: x(value) })),
    edges: { yellow: x(data.bands.yellow), green: x(data.bands.green) },
    root,
  };
}

/** A round score so near an edge of the bands that both could not be read. */
const near = (value: number, { yellow, green }: Points['bands'], narrow: boolean): boolean =>
  [yellow, green].some((edge) => value !== edge && Math.abs(value - edge) < (narrow ? 12 : 6));

export type Finding =
  | {
      readonly kind: 'both';
      readonly red: Point;
      readonly near: Point;
      readonly points: number;
      readonly arrCents: number;
    }
  | { readonly kind: 'red'; readonly accounts: number; readonly arrCents: number }
  | { readonly kind: 'neutral' };

/** Points above the red at which a customer is as good as there. */
const closeBy = 6;

/**
 * What the drawing shows first, read from its points: the red one with most ARR and the yellow one about to join it, else
 * what the reds hold. A claim that is not true of these points is not made; of part of the base none is made at all.
 */
export function findingOf(data: Points): Finding {
  const reds = data.points.filter(({ band }) => band === 'red');
  if (reds.length === 0 || data.cells.length > 0) return { kind: 'neutral' };
  const [red] = [...reds].sort((a, b) => b.mrrCents - a.mrrCents);
  const [near] = data.points
    .filter(
      ({ band, score }) =>
        band === 'yellow' && score >= data.bands.yellow && score - data.bands.yellow <= closeBy,
    )
    .sort((a, b) => b.mrrCents - a.mrrCents);
  const sum = reds.reduce((total, { mrrCents }) => total + mrrCents, 0);
  // Two customers are news where they weigh as much as the other reds together.
  if (red && near && near.score > data.bands.yellow && (red.mrrCents + near.mrrCents) * 2 >= sum)
    return {
      kind: 'both',
      red,
      near,
      points: Math.max(1, Math.ceil(near.score - data.bands.yellow)),
      arrCents: (red.mrrCents + near.mrrCents) * 12,
    };
  return sum > 0 ? { kind: 'red', accounts: reds.length, arrCents: sum * 12 } : { kind: 'neutral' };
}

/** The points as a file that a Brazilian spreadsheet opens: `;`, decimal comma, no text that runs as a formula. */
export function pointsCsv(points: readonly Point[], headers: readonly string[]): string {
  const money = (cents: number | null): string =>
    cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',');
  const text = (value: string): string => {
    const safe = neutral(value);
    return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = points.map(({ name, score, mrrCents, atStakeCents }) => [
    text(name),
    String(score).replace('.', ','),
    money(mrrCents * 12),
    money(atStakeCents),
  ]);
  return `\ufeff${[headers.map(text), ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`;
}
