// First placement: a customer met at an import, with no track yet, is placed by milestones if it has any, else by the
// time since its start. The placement is a fact of that day; no calendar moves it afterwards.
import { formatDay, type Day } from '#base/day.ts';
import { endOfDay, startOfDay } from '#base/zone.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import { placeByTime } from '#domain/journey/placement.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { profile } from '#engine/profile.ts';
import { readFiles } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import type { FactDraft } from './fact-draft.ts';
import { runningMethod } from './running-method.ts';
import type { WorkspaceSetting } from './workspace-setting.ts';
import type { Writer } from './write-facts.ts';

/** The track every account has until a person opens others. */
const mainTrack = 'main';

function daysSinceStart(of: Profile): number | null {
  const account = of.leaves['account'] as { daysSinceStart?: number | null } | undefined;
  return account?.daysSinceStart ?? null;
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
    const found = profile(file, [], endOfDay(at.file, at.zone), setting.frame);
    const days = daysSinceStart(found);
    const stage = days === null ? null : placeByTime(days, compiled.method);
    if (stage === null || days === null) return [];
    return [
      {
        accountId: row.accountId,
        type: 'stage-placed' as const,
        body: { track: mainTrack, scope: 'product', stage, since: formatDay(at.file - days) },
        occurredAt,
        knownAt: live ? null : occurredAt,
        correctedAt: live ? null : occurredAt,
        hindsight: !live,
        dated: false,
        source: 'perene:placement',
        externalId: mainTrack,
      },
    ];
  });
}
