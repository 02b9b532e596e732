// The session of a request: which workspace its path names, who acts and with which rights, when.
import type { Context } from 'hono';
import { placesOf } from '#actions/own-access.ts';
import { Refusal } from '#actions/refusal.ts';
import { operatorRights, rightsOf, type Rights, type Session } from '#actions/session.ts';
import { chooseWorkspace, type Workspace } from '#actions/workspaces.ts';
import type { AppVariables, Door } from './door.ts';

type Entered = { session: Session; workspace: Workspace };

/** As whom the reader enters a workspace; one they may not enter is answered as one that is not there. */
async function entering(
  c: Context<AppVariables>,
  door: Door,
): Promise<{ workspace: Workspace; actor: string; rights: Rights }> {
  const name = c.req.param('workspace') ?? '';
  const absent = (): Refusal => new Refusal('workspace-not-found', { workspace: name, known: '' });
  const who = c.get('who');
  const places = who === null || who === 'operator' ? null : await placesOf(door.store, who.userId);
  const workspace = await chooseWorkspace(door.store, name, door.now(), door.random);
  if (who === 'operator') return { workspace, actor: 'operator', rights: operatorRights };
  const place = places?.get(workspace.id);
  if (who === null || place === undefined) throw absent();
  return {
    workspace,
    actor: `member:${place.memberId ?? who.userId}`,
    rights: rightsOf(place.role, place.sees, place.seesMoney),
  };
}

/** Refuses with `workspace-not-found` when the path names none that the reader may enter. */
export async function sessionOf(c: Context<AppVariables>, door: Door): Promise<Entered> {
  const known = c.get('entered') as Entered | undefined;
  if (known !== undefined) return known;
  const { workspace, actor, rights } = await entering(c, door);
  const session: Session = {
    ...rights,
    store: door.store,
    workspaceId: workspace.id,
    actor,
    door: 'api',
    now: door.now(),
    random: door.random,
  };
  const entered = { session, workspace };
  c.set('entered', entered);
  return entered;
}
