// The tracks of an account folded from placed, confirmed and closed. Any move between stages is legal; a suggestion
// or its rejection moves nothing. A placement stays an estimate until somebody confirms a stage of the track.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { oncePerView } from '#domain/profile/once.ts';
import type { TrackState, TrackStep, View } from '#domain/profile/shape.ts';
import { milestonesAt, milestoneStates } from '#domain/value/milestones.ts';

export type Track = {
  readonly key: string;
  scope: TrackState['scope'];
  stage: string;
  since: Day | null;
  estimated: boolean;
  closedOn: Day | null;
  /** Stage it was opened in by a person, never placed; null for a placed track. */
  openedIn: string | null;
  /** First confirmed move out of the stage it was opened in. */
  leftFirstOn: Day | null;
  /** Last confirmed move or confirmation. */
  confirmedOn: Day | null;
  /** Stages it has been in, oldest first, the present one last. */
  steps: TrackStep[];
};

type Move =
  | { readonly type: 'placed'; readonly row: SlimRow<'stage-placed'> }
  | { readonly type: 'confirmed'; readonly row: SlimRow<'stage-confirmed'> }
  | { readonly type: 'closed'; readonly row: SlimRow<'track-closed'> };

/** Every track ever opened, in order of opening. Computed once a view. */
export const tracksAt = oncePerView((view): readonly Track[] => fold(moves(view)));

/** Open tracks with their milestones, as the profile lists them. */
export function trackStates(view: View): readonly TrackState[] {
  const open = tracksAt(view).filter((track) => track.closedOn === null);
  if (open.length === 0) return [];
  const milestones = milestonesAt(view);
  return open.map((track) => ({
    key: track.key,
    scope: track.scope,
    stage: track.stage,
    since: track.since,
    estimated: track.estimated,
    daysInStage: track.estimated || track.since === null ? null : view.day - track.since,
    steps: track.steps,
    milestones: milestoneStates(milestones, track.key),
  }));
}

function moves(view: View): readonly Move[] {
  const all: Move[] = [];
  for (const row of view.rows('stage-placed')) all.push({ type: 'placed', row });
  for (const row of view.rows('stage-confirmed')) all.push({ type: 'confirmed', row });
  for (const row of view.rows('track-closed')) all.push({ type: 'closed', row });
  return all.sort((a, b) => a.row.occurred - b.row.occurred || rank[a.type] - rank[b.type]);
}

/** At one instant a placement comes before its confirmation, and both before the closing. */
const rank: Readonly<Record<Move['type'], number>> = { placed: 0, confirmed: 1, closed: 2 };

function fold(all: readonly Move[]): readonly Track[] {
  const tracks = new Map<string, Track>();
  for (const move of all) {
    const key = move.row.track ?? '';
    const track = tracks.get(key);
    if (move.type === 'closed') {
      if (track) track.closedOn = move.row.day;
    } else if (move.type === 'placed') {
      // A second import places nothing that a person has confirmed.
      if (!track || track.estimated) tracks.set(key, placed(key, move.row));
    } else if (track) confirm(track, move.row);
    else tracks.set(key, opened(key, move.row));
  }
  return [...tracks.values()];
}

function placed(key: string, row: SlimRow<'stage-placed'>): Track {
  const scope = scopeOf(row.scope);
  return {
    key,
    scope,
    stage: row.stage ?? '',
    since: row.since,
    // A renewal track is opened by the contract's own dates: nothing is estimated there.
    estimated: scope !== 'contract',
    closedOn: null,
    openedIn: null,
    leftFirstOn: null,
    confirmedOn: null,
    steps: [{ stage: row.stage ?? '', on: row.since }],
  };
}

function opened(key: string, row: SlimRow<'stage-confirmed'>): Track {
  const stage = row.stage ?? '';
  return {
    key,
    scope: scopeOf(row.scope),
    stage,
    since: row.day,
    estimated: false,
    closedOn: null,
    openedIn: stage,
    leftFirstOn: null,
    confirmedOn: row.day,
    steps: [{ stage, on: row.day }],
  };
}

function confirm(track: Track, row: SlimRow<'stage-confirmed'>): void {
  const stage = row.stage ?? track.stage;
  const moved = stage !== track.stage || track.closedOn !== null;
  if (moved && track.openedIn !== null && stage !== track.openedIn) track.leftFirstOn ??= row.day;
  if (moved) track.since = row.day;
  else track.since ??= row.day;
  if (moved) track.steps.push({ stage, on: row.day });
  else track.steps = [...track.steps.slice(0, -1), { stage, on: track.since }];
  track.stage = stage;
  track.estimated = false;
  track.closedOn = null;
  track.confirmedOn = row.day;
}

const scopes: ReadonlySet<string> = new Set(['product', 'use_case', 'department', 'contract', 'account']);

function scopeOf(scope: string | null): TrackState['scope'] {
  return scope !== null && scopes.has(scope) ? (scope as TrackState['scope']) : 'product';
}
