// Joins two records of one customer, or parts them. Only edges are added; no fact moves.
import { isUuid, uuidv7 } from '#base/id.ts';
import { insertAudit } from '#store/audit.ts';
import { accountById, insertEdge, membersOf, reroot, standingEdges } from '#store/accounts.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts, lockJoins } from '#store/locks.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** The account each account is read as, given the joins that hold. */
export function rootsOf(
  ids: readonly string[],
  edges: readonly { accountId: string; intoId: string }[],
): { accountId: string; rootId: string }[] {
  const into = new Map(edges.map((edge) => [edge.accountId, edge.intoId]));
  return ids.map((accountId) => {
    const seen = new Set([accountId]);
    let rootId = accountId;
    for (let next = into.get(rootId); next !== undefined && !seen.has(next); next = into.get(rootId)) {
      seen.add(next);
      rootId = next;
    }
    return { accountId, rootId };
  });
}

async function change(
  tx: Tx,
  session: Session,
  edge: { accountId: string; intoId: string; joined: boolean; reason: string },
): Promise<string[]> {
  const { workspaceId, actor, door, now } = session;
  const roots = await lockAccounts(tx, workspaceId, [edge.accountId, edge.intoId]);
  const edgeId = uuidv7(now, session.random);
  await insertEdge(tx, workspaceId, { edgeId, ...edge, actor, door }, now);
  const rerooted = rootsOf([...roots.keys()], await standingEdges(tx, workspaceId));
  await reroot(tx, workspaceId, rerooted);
  const touched = [...new Set([...roots.values(), ...rerooted.map((row) => row.rootId)])];
  const standing = rerooted.filter((row) => row.accountId === row.rootId).map((row) => row.accountId);
  const { frame } = await readSetting(tx, workspaceId);
  await refold(tx, workspaceId, frame.zone, touched);
  await dropCheckpoints(
    tx,
    workspaceId,
    touched.map((accountId) => ({ accountId, from: '1970-01-01' })),
  );
  const verb = edge.joined ? 'merge-accounts' : 'unmerge-account';
  const auditId = uuidv7(now, session.random);
  await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb, detail: edge });
  return standing;
}

/** Reads `accountId` as part of `intoId` from now on; answers the members of the joined account. */
export async function mergeAccounts(
  session: Session,
  accountId: string,
  intoId: string,
  reason: string,
  once: Once = null,
): Promise<{ id: string; members: string[] }> {
  must(session, 'identity.write');
  for (const id of [accountId, intoId])
    if (!isUuid(id)) throw new Refusal('account-not-found', { account: id });
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, () =>
      merged(tx, session, accountId, intoId, reason),
    );
    return answer;
  });
}

/** The same inside a transaction. */
export async function merged(
  tx: Tx,
  session: Session,
  accountId: string,
  intoId: string,
  reason: string,
): Promise<{ id: string; members: string[] }> {
  // Locked first: of two joins at once, the second must see what the first made of these accounts.
  await lockJoins(tx, session.workspaceId);
  const [child, target] = [
    await accountById(tx, session.workspaceId, accountId),
    await accountById(tx, session.workspaceId, intoId),
  ];
  if (!child) throw new Refusal('account-not-found', { account: accountId });
  if (!target) throw new Refusal('account-not-found', { account: intoId });
  if (child.rootId === target.rootId) throw new Refusal('merge-with-itself', { account: accountId });
  await change(tx, session, { accountId: child.rootId, intoId: target.rootId, joined: true, reason });
  return memberList(tx, session, target.rootId);
}

/** Parts an account from the one it was joined into. */
export async function unmergeAccount(
  session: Session,
  accountId: string,
  once: Once = null,
): Promise<{ id: string; members: string[] }> {
  must(session, 'identity.write');
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, () => parted(tx, session, accountId));
    return answer;
  });
}

async function parted(
  tx: Tx,
  session: Session,
  accountId: string,
): Promise<{ id: string; members: string[] }> {
  await lockJoins(tx, session.workspaceId);
  const edges = await standingEdges(tx, session.workspaceId);
  const edge = edges.find((row) => row.accountId === accountId);
  if (!edge) throw new Refusal('not-merged', { account: accountId });
  await change(tx, session, { accountId, intoId: edge.intoId, joined: false, reason: 'unmerge' });
  return memberList(tx, session, accountId);
}

async function memberList(tx: Tx, session: Session, id: string): Promise<{ id: string; members: string[] }> {
  const members = await membersOf(tx, session.workspaceId, [id]);
  return { id, members: [id, ...members.map((row) => row.accountId).filter((member) => member !== id)] };
}
