// The weekly ritual as it is walked: which lines, in which order, where one stands, how much time is left. Pure.
import type { Committee, Ritual, RitualLine } from '#contract/rituals.ts';

export const ritualSteps = ['phases', 'risk', 'ready', 'rest', 'minutes'] as const;
export type RitualStep = (typeof ritualSteps)[number];

export type Row =
  | { readonly kind: 'line'; readonly key: string; readonly step: RitualStep; readonly line: RitualLine }
  | {
      readonly kind: 'carried';
      readonly key: string;
      readonly step: 'rest';
      readonly at: Ritual['carried'][number];
    };

/** Every row that asks for a decision, in the order in which they are gone through. */
export function rowsOf(ritual: Ritual): readonly Row[] {
  const lines = (step: RitualStep, list: readonly RitualLine[]): Row[] =>
    list.map((line) => ({ kind: 'line', key: `${step} ${line.id}`, step, line }));
  return [
    ...lines('risk', ritual.atRisk.lines),
    ...lines('ready', ritual.ready.lines),
    ...ritual.carried.map((at): Row => ({ kind: 'carried', key: `rest ${at.task.task}`, step: 'rest', at })),
    ...lines('rest', ritual.contractRisk.lines),
  ];
}

/** The rows of the committee, in its order. */
export const committeeRows = ({ list }: Pick<Committee, 'list'>): readonly Row[] =>
  list.lines.map((line) => ({ kind: 'line', key: `risk ${line.id}`, step: 'risk', line }));

export const isSettled = (row: Row): boolean =>
  row.kind === 'line' ? row.line.decided !== null : row.at.task.thisWeek;

/** The next row that nobody settled, after a row and then round from the start; null: all are. */
export function nextOpen(rows: readonly Row[], after: string | null): Row | null {
  const at = rows.findIndex(({ key }) => key === after);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find((row) => !isSettled(row)) ?? null;
}

/** The clock of a ritual, as instants and spans in milliseconds. */
export type Clock = {
  readonly startedAt: number;
  /** Time it stood still so far. */
  readonly paused: number;
  readonly pausedAt: number | null;
};

/** Milliseconds gone on a clock. */
export function gone(clock: Clock, now: number): number {
  return Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.paused);
}

export function pausedOrOn(clock: Clock, now: number): Clock {
  if (clock.pausedAt === null) return { ...clock, pausedAt: now };
  return { ...clock, paused: clock.paused + now - clock.pausedAt, pausedAt: null };
}

/** `32:20`; past the end with a minus. */
export function clockText(leftMs: number): string {
  const seconds = Math.ceil(Math.abs(leftMs) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return leftMs < 0 ? `−${text}` : text;
}

export const lengthMs = ({ agenda }: Pick<Ritual, 'agenda'>): number =>
  agenda.reduce((sum, { minutes }) => sum + minutes, 0) * 60_000;

/** A clock kept as text; null when it is none, or of another day. */
export function readClock(kept: string | null, now: number): Clock | null {
  if (kept === null) return null;
  try {
    const clock = JSON.parse(kept) as Partial<Clock>;
    const { startedAt, paused = 0, pausedAt = null } = clock;
    if (typeof startedAt !== 'number' || now - startedAt > 12 * 3_600_000) return null;
    return { startedAt, paused, pausedAt };
  } catch {
    return null;
  }
}
