// The session of a request: which workspace its path names, who acts, when.
import type { Context } from 'hono';
import type { Session } from '#actions/session.ts';
import { chooseWorkspace, type Workspace } from '#actions/workspaces.ts';
import type { AppVariables, Door } from './door.ts';

/** Refuses with `workspace-not-found` when the path names none. */
export async function sessionOf(
  c: Context<AppVariables>,
  door: Door,
): Promise<{ session: Session; workspace: Workspace }> {
  const now = door.now();
  const workspace = await chooseWorkspace(door.store, c.req.param('workspace') ?? '', now, door.random);
  const session: Session = {
    store: door.store,
    workspaceId: workspace.id,
    actor: c.get('actor'),
    door: 'api',
    now,
    random: door.random,
  };
  return { session, workspace };
}
