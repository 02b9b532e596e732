// What somebody who leaves has in hand, and where it goes: to somebody else, or to nobody. Customers without anybody are
// listed as such from then on; who had them stays in their story.
import { isUuid } from '#base/id.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { memberById, members } from '#store/members.ts';
import { memberNames } from '#store/people.ts';
import { giveable, openTasks, type TaskRow } from '#store/tasks.ts';
import { everServedBy, holdMember } from '#store/team.ts';
import { checkNext, passedTasks, passingFacts, servedNow, type Served } from './pass-on.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

type InHand = { readonly served: readonly Served[]; readonly tasks: readonly TaskRow[] };

/** Customers whom somebody serves in any role, and their open tasks wherever they are. */
async function inHandOf(tx: Tx, session: Session, key: string): Promise<InHand> {
  const { workspaceId, now } = session;
  const served = await servedNow(tx, session, await everServedBy(tx, workspaceId, key));
  return {
    served: served.filter(({ team }) => team.some(({ member }) => member === key)),
    tasks: await openTasks(tx, workspaceId, now, { owner: key }),
  };
}

/** The key of who leaves with them; null: they are nobody in the facts, or somebody else signs in as the same one. */
async function keyLeaving(
  tx: Tx,
  session: Session,
  person: { readonly id: string; readonly memberKey: string | null },
): Promise<string | null> {
  const { memberKey: key } = person;
  const others = (await members(tx, session.workspaceId)).filter(({ id }) => id !== person.id);
  return key === null || others.some(({ memberKey }) => memberKey === key) ? null : key;
}

export type Leaving = {
  readonly customers: number;
  readonly tasks: number;
  /** Who may take them over, by name. */
  readonly next: readonly { readonly key: string; readonly name: string }[];
};

/** What a person would leave behind; refuses with `member-not-found` one who is not here. */
export async function readLeaving(session: Session, id: string): Promise<Leaving> {
  must(session, 'people.manage');
  const { store, workspaceId } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const person = isUuid(id) ? await memberById(tx, workspaceId, id) : null;
    if (person === null) throw new Refusal('member-not-found', { member: id });
    const key = await keyLeaving(tx, session, person);
    const names = await memberNames(tx, workspaceId);
    const next = [...(await giveable(tx, workspaceId)).values()]
      .filter(({ key: other, left }) => other !== person.memberKey && !left)
      .map(({ key: other }) => ({ key: other, name: names[other] ?? other }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'pt-BR'));
    if (key === null) return { customers: 0, tasks: 0, next };
    const { served, tasks } = await inHandOf(tx, session, key);
    return { customers: served.length, tasks: tasks.length, next };
  });
}

/**
 * Passes on all that a person has in hand, in the transaction in which they leave. Refuses with `team-unknown` and
 * `team-left` who cannot take over, themselves among them.
 */
export async function passOnAll(
  tx: Tx,
  session: Session,
  person: { readonly id: string; readonly memberKey: string | null },
  to: string | null,
): Promise<{ readonly customers: number; readonly tasks: number }> {
  if (to !== null && to === person.memberKey) throw new Refusal('team-left', { member: to });
  if (to !== null) await holdMember(tx, session.workspaceId, to);
  await checkNext(tx, session, to);
  const key = await keyLeaving(tx, session, person);
  if (key === null) return { customers: 0, tasks: 0 };
  const all = await everServedBy(tx, session.workspaceId, key);
  const open = await openTasks(tx, session.workspaceId, session.now, { owner: key });
  await lockAccounts(tx, session.workspaceId, [
    ...new Set([...all, ...open.map(({ accountId }) => accountId)]),
  ]);
  const { served, tasks } = await inHandOf(tx, session, key);
  const passing = served.flatMap(({ id, team }) =>
    team.filter(({ member }) => member === key).map(({ role }) => ({ id, role, released: [key] })),
  );
  const facts = [...passingFacts(session, passing, to, undefined), ...passedTasks(tasks, to)];
  if (facts.length > 0) await recordIn(tx, session, checkFacts(facts));
  return { customers: served.length, tasks: tasks.length };
}
