// Leaves of the journey that need no method: stages, open tracks, days since go-live and since the last progress.
import type { Day } from '#base/day.ts';
import { startOf } from '#domain/account/start.ts';
import { entriesReach } from '#domain/profile/entries.ts';
import { daysSince, widestReach, reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';
import { tracksAt, type Track } from './tracks.ts';

/** The milestone that names the customer's go-live, whatever the method. */
const goLiveMilestone = 'go_live';

/** Writes `journey.*` save what needs the method (lateness). */
export function journeyCalculator(view: View, out: LeafWriter): void {
  const tracks = tracksAt(view);
  const open = tracks.filter((track) => track.closedOn === null);
  if (tracks.length > 0)
    out.set('journey.stages', [...new Set(open.map((track) => track.stage))].sort(), view.day);
  // An estimated placement is no open work, nor is a renewal or the advocacy of the account.
  const work = open.filter((track) => !track.estimated && isWork(track));
  out.set('journey.openTracks', work.length, view.day);
  const live = goLive(view, tracks);
  if (live) out.set('journey.daysSinceGoLive', view.day - live.on, view.day, live.evidence);
  writeProgress(view, out);
}

function isWork(track: Track): boolean {
  return track.scope !== 'contract' && track.scope !== 'account';
}

type Dated = { readonly on: Day; readonly evidence: readonly RowRef[] };

/** Go-live: its milestone confirmed or delivered, else the first confirmed move out of the stage a track opened in. */
function goLive(view: View, tracks: readonly Track[]): Dated | null {
  for (const type of ['milestone-confirmed', 'milestone-delivered'] as const) {
    const row = view.rows(type).find((one) => one.milestone === goLiveMilestone);
    if (row) return { on: row.day, evidence: [{ type, row }] };
  }
  let on: Day | null = null;
  for (const track of tracks)
    if (isWork(track) && track.leftFirstOn !== null && (on === null || track.leftFirstOn < on))
      on = track.leftFirstOn;
  return on === null ? null : { on, evidence: [] };
}

/** Milestone, confirmed transition, goal progress or accepted offer, whichever came last. */
function writeProgress(view: View, out: LeafWriter): void {
  const delivered = view.rows('milestone-delivered');
  const confirmedMilestones = view.rows('milestone-confirmed');
  const moved = view.rows('stage-confirmed');
  const measured = view.rows('goal-measured');
  const accepted = view.rows('offer-accepted');
  const reach = widestReach([
    entriesReach(view, 'milestone', view.rows('milestone-planned'), delivered, confirmedMilestones),
    entriesReach(view, 'goal', view.rows('goal-set'), measured),
    reachOf(view, 'transition') ?? (moved[0] ? { from: moved[0].day, to: view.day, grain: 'day' } : null),
  ]);
  let last: RowRef | null = null;
  const offer = (type: RowRef['type'], rows: readonly RowRef['row'][]): void => {
    const row = rows.at(-1);
    if (row && (last === null || row.day > last.row.day)) last = { type, row };
  };
  offer('milestone-delivered', delivered);
  offer('milestone-confirmed', confirmedMilestones);
  offer('stage-confirmed', moved);
  offer('goal-measured', measured);
  offer('offer-accepted', accepted);
  const found = last as RowRef | null;
  const days = daysSince(found?.row.day ?? null, reach, startOf(view));
  if (days !== null) out.set('journey.daysSinceProgress', days, reach?.to ?? view.day, found ? [found] : []);
}
