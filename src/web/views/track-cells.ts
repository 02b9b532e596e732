// Tracks over the stages of the journey: per track and stage one cell, visited, current or empty. A map, not a progress bar.
import type { CustomerPage, CustomerTrack } from '#contract/customer.ts';
import type { CustomerWords } from '#web/words/customer-pt.ts';
import type { Words } from '#web/words/pt.ts';
import type { Formatter } from './format.ts';

export type TrackCell = {
  readonly stage: string;
  readonly kind: 'empty' | 'past' | 'now' | 'between';
  /** Draws the thread to the left or right neighbour. */
  readonly left: boolean;
  readonly right: boolean;
  readonly text: string;
  readonly note: string;
  readonly late: boolean;
  readonly estimated: boolean;
  /** How many columns to the right it came back from; 0 when it did not. */
  readonly back: number;
};
export type TrackRow = {
  readonly id: string;
  readonly label: string;
  readonly scope: string;
  readonly late: boolean;
  readonly cells: readonly TrackCell[];
};
type Source = Pick<CustomerPage, 'asOf' | 'stages' | 'tracks'>;

/** Only stages that some track has been in get a column, so that the drawing stays readable. */
export function trackRows(
  page: Source,
  f: Formatter,
  w: Words,
  c: CustomerWords,
): { stages: Source['stages']; rows: readonly TrackRow[] } {
  const seen = new Set(
    page.tracks.flatMap((track) => [track.stage, ...track.steps.map((step) => step.stage)]),
  );
  const stages = page.stages.filter((stage) => seen.has(stage.key));
  return { stages, rows: page.tracks.map((track) => trackRow(track, stages, page.asOf, f, w, c)) };
}

function trackRow(
  track: CustomerTrack,
  stages: Source['stages'],
  asOf: string,
  f: Formatter,
  w: Words,
  c: CustomerWords,
): TrackRow {
  const visited = stages.map((stage) => track.steps.findLast((step) => step.stage === stage.key) ?? null);
  const at = stages.findIndex((stage) => stage.key === track.stage);
  const known = visited.flatMap((step, index) => (step !== null || index === at ? [index] : []));
  const [first, last] = [known[0] ?? at, known.at(-1) ?? at];
  const cells = stages.map((stage, index): TrackCell => {
    const step = visited[index] ?? null;
    const base = {
      back: 0,
      late: false,
      estimated: false,
      stage: stage.label,
      left: index > first && index <= last,
      right: index >= first && index < last,
    };
    if (index === at) {
      const back =
        step?.regress === true && step.on !== null ? c.tracks.returned(f.dayShort(step.on, asOf)) : '';
      const notes = [track.late ? w.late : '', track.estimated ? c.tracks.confirm : '', back].filter(
        (part) => part !== '',
      );
      const from = back === '' ? -1 : stages.findIndex((one) => one.key === track.steps.at(-2)?.stage);
      return {
        ...base,
        kind: 'now',
        back: Math.max(0, from - at),
        late: track.late,
        estimated: track.estimated,
        text: track.daysInStage === null ? '' : w.ago(track.daysInStage),
        note: notes.join(', '),
      };
    }
    if (step !== null)
      return { ...base, kind: 'past', text: step.on === null ? '' : f.dayShort(step.on, asOf), note: '' };
    return { ...base, kind: base.left && base.right ? 'between' : 'empty', text: '', note: '' };
  });
  const since = track.startedOn === null ? '' : c.tracks.since(f.dayShort(track.startedOn, asOf));
  return {
    id: track.id,
    label: track.label,
    scope: [track.scope, since].filter(Boolean).join(' · '),
    late: track.late,
    cells,
  };
}

/** The finding over the tracks: how many, how many late, how many only estimated. */
export function tracksTitle(tracks: Source['tracks'], c: CustomerWords): string {
  if (tracks.length === 0) return c.tracks.none;
  const late = tracks.filter((track) => track.late).length;
  const estimated = tracks.filter((track) => track.estimated).length;
  const back = tracks.filter((track) => track.steps.at(-1)?.regress === true).length;
  const found: string[] = [];
  if (back > 0) found.push(c.tracks.back(back));
  if (late > 0) found.push(c.tracks.late(late));
  if (estimated > 0) found.push(c.tracks.estimated(estimated));
  const title = c.tracks.title(tracks.length);
  return found.length === 0 ? title : `${title}: ${found.join(', ')}`;
}
