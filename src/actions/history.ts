// From which week on cached checkpoints are no longer what was known then: only back-filled history, or facts
// withdrawn and revived, reach into the past; a late fact is known today and changes no past week.
import { formatDay, mondayOf, type Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { dropCheckpointsFrom } from '#store/checkpoints.ts';
import type { Tx } from '#store/in-workspace.ts';
import { dropListsFrom } from '#store/lists.ts';
import type { Written } from './write-facts.ts';

/** Per account (as it is read), the first Monday whose checkpoint may have changed (ISO day). */
export function historyFrom(
  written: readonly Written[],
  roots: ReadonlyMap<string, string>,
  zone: string,
): { accountId: string; from: string }[] {
  const from = new Map<string, number>();
  for (const { outcome, draft } of written) {
    if (draft.accountId === null || draft.knownAt === null) continue;
    if (outcome !== 'recorded' && outcome !== 'revised') continue;
    const root = roots.get(draft.accountId) ?? draft.accountId;
    const week = mondayOf(dayAt(Math.max(draft.knownAt, draft.occurredAt), zone));
    from.set(root, Math.min(from.get(root) ?? week, week));
  }
  return [...from].map(([accountId, week]) => ({ accountId, from: formatDay(week) }));
}

/** Forgets what any account's decisions cached since the firm's own facts changed: all read its rates, covers, holidays. */
export async function forgetFirm(
  tx: Tx,
  workspaceId: string,
  written: readonly Written[],
  at: { readonly today: Day; readonly zone: string },
): Promise<void> {
  const changed = written.filter(({ outcome }) => outcome === 'recorded' || outcome === 'revised');
  if (changed.length === 0) return;
  const since = changed.map(({ draft }) =>
    draft.knownAt === null ? at.today : dayAt(draft.knownAt, at.zone),
  );
  const first = Math.min(...since);
  await dropCheckpointsFrom(tx, workspaceId, formatDay(mondayOf(first)));
  await dropListsFrom(tx, workspaceId, formatDay(first));
}
