// Whether anything that who asks may see changed since they asked before. Cheap: asked every few seconds by every screen.
import { formatDay } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { ownedMark, wholeMark } from '#store/changes.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { readWorkspace } from '#store/workspaces.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

/** A text that is another one once something changed. It may be another one without a change that can be seen. */
export async function readMark(session: Session): Promise<string> {
  must(session, 'accounts.read');
  const { store, workspaceId, now, sees } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const workspace = await readWorkspace(tx);
    if (!workspace) throw new Refusal('workspace-not-found', { workspace: workspaceId });
    const today = formatDay(dayAt(now, workspace.zone));
    return sees === null
      ? await wholeMark(tx, workspaceId, today)
      : await ownedMark(tx, workspaceId, today, sees);
  });
}
