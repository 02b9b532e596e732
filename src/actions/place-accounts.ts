// First placement: a customer met at an import, with no track yet, is placed by milestones if it has any, else by the
// time since its start. The placement is a fact of that day; no calendar moves it afterwards.
import { formatDay, type Day } from '#base/day.ts';
import { endOfDay, startOfDay } from '#base/zone.ts';
import { startOf } from '#domain/account/start.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import { placeByMilestones, placeByTime, type Placement } from '#domain/journey/placement.ts';
import type { Method } from '#domain/method/schema.ts';
import type { View } from '#domain/profile/shape.ts';
import { viewAt } from '#domain/profile/view.ts';
import { milestonesAt } from '#domain/value/milestones.ts';
import { readFiles } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import type { FactDraft } from './fact-draft.ts';
import { runningMethod } from './running-method.ts';
import type { WorkspaceSetting } from './workspace-setting.ts';
import type { Writer } from './write-facts.ts';

/** The track every account has until a person opens others. */
const mainTrack = 'main';

/** Tracks of an account that has none, with the day since which each stands in its stage. */
function placementsOf(view: View, method: Method): readonly Placement[] {
  const told = startOf(view);
  const start = told !== null && told <= view.day ? told : null;
  const placed = placeByMilestones(milestonesAt(view), method);
  if (placed.length > 0) return placed.map((one) => ({ ...one, since: one.since ?? start }));
  const stage = start === null ? null : placeByTime(view.day - start, method);
  return stage === null ? [] : [{ track: mainTrack, stage, since: start }];
}

/** Placements for the accounts that have no track as of the file's day. */
export async function placementDrafts(
  tx: Tx,
  writer: Writer,
  setting: WorkspaceSetting,
  roots: readonly string[],
  at: { readonly file: Day; readonly today: Day; readonly zone: string },
): Promise<(FactDraft & { accountId: string })[]> {
  const { compiled } = await runningMethod(tx, writer.workspaceId, writer.now);
  const occurredAt = startOfDay(at.file, at.zone);
  const live = at.file === at.today;
  return (await readFiles(tx, writer.workspaceId, roots)).flatMap((row) => {
    const file = decodeFile(row.file);
    if (file.rows['stage-placed'] || file.rows['stage-confirmed']) return [];
    const view = viewAt(file, [], endOfDay(at.file, at.zone), setting.frame);
    return placementsOf(view, compiled.method).map(({ track, stage, since }) => ({
      accountId: row.accountId,
      type: 'stage-placed' as const,
      body: { track, scope: 'product', stage, ...(since === null ? {} : { since: formatDay(since) }) },
      occurredAt,
      knownAt: live ? null : occurredAt,
      correctedAt: live ? null : occurredAt,
      hindsight: !live,
      dated: false,
      source: 'perene:placement',
      externalId: track,
    }));
  });
}
