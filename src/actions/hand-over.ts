// Who looks after customers, changed for one or for many at once: released, assigned, their open tasks passed on, a note
// left for who comes next. All of it or nothing, and taken back as one.
import { formatDay, mondayOf } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import type { TeamRole } from '#domain/facts/account-facts.ts';
import { insertAudit } from '#store/audit.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { openTasks, type TaskRow } from '#store/tasks.ts';
import { handedFacts, holdMember, type HandedFact } from '#store/team.ts';
import { setWithdrawn } from '#store/withdrawals.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { decideToday } from './decide-today.ts';
import { checkNext, passedTasks, passingFacts, servedNow, teamSource } from './pass-on.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { ownKey, seenRoots } from './seen.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type HandOver = {
  readonly accounts: readonly string[];
  readonly role: TeamRole;
  /** Key of who takes over; null: nobody, they are released. */
  readonly to: string | null;
  /** Who has them on the screen; null: nobody. Left out: whoever has them now. */
  readonly from?: string | null | undefined;
  readonly note?: string | undefined;
  /** Whether open tasks of who is released go along. */
  readonly tasks: boolean;
};
export type HandedOver = {
  readonly handed: readonly { readonly id: string; readonly name: string; readonly tasks: number }[];
  /** Left as they were: already so, or no longer with whom they were on the screen. */
  readonly kept: readonly {
    readonly id: string;
    readonly name: string;
    readonly why: 'same' | 'meanwhile';
    readonly now: readonly string[];
  }[];
  /** What was recorded; taken back together. */
  readonly facts: readonly string[];
};

/** A customer and who has it in the role that is asked about. */
type InRole = { readonly id: string; readonly name: string; readonly now: readonly string[] };

/**
 * Refuses with `team-not-own` who may not hand over these. Managers and above pass any customer. A CSM passes what they
 * hold themselves, so that a leave or a holiday waits for nobody; they neither take from others nor leave one with nobody.
 */
async function checkMay(
  tx: Tx,
  session: Session,
  served: readonly InRole[],
  to: string | null,
): Promise<void> {
  if (session.can('team.assign')) return;
  const own = await ownKey(tx, session);
  const other = served.find(({ now }) => to === null || own === null || !now.includes(own));
  if (other) throw new Refusal('team-not-own', { account: other.name });
}

type Change = InRole & { readonly released: readonly string[] };

/** What changes and what stays, by who serves now. */
function partedBy({ to, from }: HandOver, served: readonly InRole[]) {
  const changes: Change[] = [];
  const kept: HandedOver['kept'][number][] = [];
  for (const one of served) {
    const { now } = one;
    const meanwhile =
      from !== undefined &&
      (from === null ? now.length > 0 && !(now.length === 1 && now[0] === to) : !now.includes(from));
    const released = now.filter((key) => key !== to && (from === undefined || key === from));
    const same = released.length === 0 && (to === null || now.includes(to));
    if (same) kept.push({ ...one, why: 'same' });
    else if (meanwhile) kept.push({ ...one, why: 'meanwhile' });
    else changes.push({ ...one, released });
  }
  return { changes, kept };
}

/** Open tasks of who is released, on the customers that change hands. */
async function tasksAlong(tx: Tx, session: Session, changes: readonly Change[]): Promise<TaskRow[]> {
  const released = new Map(changes.map((one) => [one.id, new Set(one.released)]));
  const open = await openTasks(tx, session.workspaceId, session.now, { roots: [...released.keys()] });
  return open.filter(
    ({ accountId, owner }) => owner !== null && released.get(accountId)?.has(owner) === true,
  );
}

/**
 * Hands customers over. Those that changed hands meanwhile, or are already so, stay as they are and are named. Refuses with
 * `team-unknown` and `team-left` who cannot take over, with `team-not-own` a customer whom who asks may not pass on.
 */
export async function handOver(session: Session, asked: HandOver, once: Once): Promise<HandedOver> {
  must(session, 'facts.write');
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async (): Promise<HandedOver> => {
      if (asked.to !== null) await holdMember(tx, session.workspaceId, asked.to);
      const roots = new Set((await seenRoots(tx, session, asked.accounts)).values());
      const served = (await servedNow(tx, session, [...roots])).map(({ id, name, team }): InRole => ({
        id,
        name,
        now: team.filter(({ role }) => role === asked.role).map(({ member }) => member),
      }));
      await checkMay(tx, session, served, asked.to);
      await checkNext(tx, session, asked.to);
      const { changes, kept } = partedBy(asked, served);
      if (changes.length === 0) return { handed: [], kept, facts: [] };
      const along = asked.tasks ? await tasksAlong(tx, session, changes) : [];
      const passing = changes.map((one) => ({ ...one, role: asked.role }));
      const facts = [
        ...passingFacts(session, passing, asked.to, asked.note),
        ...passedTasks(along, asked.to),
      ];
      const { results } = await recordIn(tx, session, checkFacts(facts));
      return {
        handed: changes.map(({ id, name }) => ({
          id,
          name,
          tasks: along.filter(({ accountId }) => accountId === id).length,
        })),
        kept,
        facts: results.flatMap(({ factId }) => factId ?? []),
      };
    });
    return answer;
  });
}

/** Refuses with `entry-not-found` what no hand-over of theirs wrote, with `team-changed` what has a later word. */
function checkBack(session: Session, facts: readonly string[], found: readonly HandedFact[]): void {
  const byId = new Map(found.map((one) => [one.factId, one]));
  for (const fact of facts) {
    const one = byId.get(fact);
    const ours = one?.type.startsWith('team-') === true ? one.source === teamSource : one !== undefined;
    // Who passed a customer on may no longer see it: having written the fact is what counts.
    if (!one || !ours || !(one.actor === session.actor || session.can('team.assign')))
      throw new Refusal('entry-not-found', { fact });
    if (!one.newest) throw new Refusal('team-changed');
  }
}

/** Takes a hand-over back, whole: withdrawn as if it had never been told. Answers how many customers came back. */
export async function takeBackHandOver(
  session: Session,
  facts: readonly string[],
  once: Once = null,
): Promise<number> {
  must(session, 'facts.write');
  const wrong = facts.find((fact) => !isUuid(fact));
  if (wrong !== undefined) throw new Refusal('entry-not-found', { fact: wrong });
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, () => backIn(tx, session, facts));
    return answer;
  });
}

async function backIn(tx: Tx, session: Session, facts: readonly string[]): Promise<number> {
  const { workspaceId, actor, door, now, random } = session;
  const first = await handedFacts(tx, workspaceId, facts);
  await lockAccounts(tx, workspaceId, [...new Set(first.map(({ root }) => root))]);
  const found = await handedFacts(tx, workspaceId, facts);
  checkBack(session, facts, found);
  await setWithdrawn(tx, workspaceId, found, { withdrawn: true, importId: null, actor, door, now });
  const setting = await readSetting(tx, workspaceId);
  const { zone } = setting.frame;
  const roots = [...new Set(found.map(({ root }) => root))];
  await refold(tx, workspaceId, zone, roots);
  const weeks = roots.map((root) => {
    const told = found.filter((one) => one.root === root);
    const oldest = Math.min(...told.map((one) => Math.max(one.occurredAt, one.knownAt)));
    return { accountId: root, from: formatDay(mondayOf(dayAt(oldest, zone))) };
  });
  await dropCheckpoints(tx, workspaceId, weeks);
  await decideToday(tx, session, roots, setting);
  await insertAudit(tx, workspaceId, {
    auditId: uuidv7(now, random),
    at: now,
    actor,
    door,
    verb: 'take-back-hand-over',
    detail: { accounts: roots.length, facts: facts.length },
  });
  return roots.length;
}
