// What a person answers about identities: a pair is not one customer, a root of CNPJ is or is no group, a waiting shell
// is a customer of its own. Joining two records is `merge-accounts`. Every answer can be taken back.
import { isUuid, uuidv7 } from '#base/id.ts';
import { normalise, tokens } from '#base/text.ts';
import { accountById } from '#store/accounts.ts';
import { insertAudit } from '#store/audit.ts';
import { accountsOfTaxRoot, insertAnswer, type AnswerKind } from '#store/identity.ts';
import { setAssigned } from '#store/inbox.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { dropFromLists } from '#store/lists.ts';
import { lockAccounts } from '#store/locks.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

/** How a pair is named, whichever of the two comes first. */
export function pairSubject(left: string, right: string): string {
  return [left, right].toSorted().join(' ');
}

/** Accounts of one group that one answer tells of. */
const mostOfGroup = 200;
const source = 'perene:identity';

async function audited(
  tx: Tx,
  session: Session,
  verb: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const { actor, door, now } = session;
  const auditId = uuidv7(now, session.random);
  await insertAudit(tx, session.workspaceId, { auditId, at: now, actor, door, verb, detail });
}

type Told = { readonly rejected: boolean; readonly reason: string };

async function answer(
  tx: Tx,
  session: Session,
  kind: AnswerKind,
  subject: string,
  told: Told,
): Promise<void> {
  const { actor, door, workspaceId } = session;
  await insertAnswer(tx, workspaceId, { kind, subject, ...told, actor, door }, session.now);
  await audited(tx, session, 'answer-identity', { kind, subject, ...told });
}

/** Does an answer's work in a transaction of its own, once for each key of a request. */
async function inOne<A>(session: Session, once: Once, work: (tx: Tx) => Promise<A>): Promise<A> {
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const done = await answeredOnce(tx, session, once, () => work(tx));
    return done.answer;
  });
}

/** Says that two accounts are not one customer, or takes that back; refuses accounts of no such workspace. */
export async function rejectPair(
  session: Session,
  pair: readonly [left: string, right: string],
  told: Told,
  once: Once = null,
): Promise<{ rejected: boolean }> {
  must(session, 'identity.write');
  return inOne(session, once, async (tx) => {
    for (const id of pair)
      if (!isUuid(id) || (await accountById(tx, session.workspaceId, id)) === null)
        throw new Refusal('account-not-found', { account: id });
    await answer(tx, session, 'same', pairSubject(...pair), told);
    return { rejected: told.rejected };
  });
}

/** The code of a group by the name a person gives it. */
const groupCode = (name: string): string =>
  tokens(name).join('_').slice(0, 120) || normalise(name).slice(0, 120);

/**
 * Confirms that the accounts of a root of CNPJ are one economic group: a fact at each of them. Answers how many;
 * refuses a root that no two accounts share, and a name that says nothing.
 */
export async function confirmGroup(
  session: Session,
  root: string,
  name: string,
  once: Once = null,
): Promise<{ group: string; accounts: number }> {
  must(session, 'identity.write');
  const group = groupCode(name);
  if (group === '') throw new Refusal('fact-invalid', { field: 'name' });
  return inOne(session, once, async (tx) => {
    const accounts = await accountsOfTaxRoot(tx, session.workspaceId, root, mostOfGroup);
    if (accounts.length < 2) throw new Refusal('account-not-found', { account: root });
    await answer(tx, session, 'group', root, { rejected: false, reason: name });
    const facts = accounts.map(({ id }) => ({
      account: { id },
      type: 'account-described',
      body: { group },
      source,
      externalId: `group:${root}`,
    }));
    await recordIn(tx, session, checkFacts(facts));
    return { group, accounts: accounts.length };
  });
}

/** Says that the accounts of a root of CNPJ are no group, or takes that back. */
export async function rejectGroup(
  session: Session,
  root: string,
  told: Told,
  once: Once = null,
): Promise<{ group: null; accounts: number }> {
  must(session, 'identity.write');
  return inOne(session, once, async (tx) => {
    await answer(tx, session, 'group', root, told);
    return { group: null, accounts: 0 };
  });
}

/** Makes a waiting shell a customer of its own, or puts it back into the inbox. */
export async function openShell(
  session: Session,
  accountId: string,
  assigned: boolean,
  once: Once = null,
): Promise<{ id: string; assigned: boolean }> {
  must(session, 'identity.write');
  const { workspaceId } = session;
  if (!isUuid(accountId)) throw new Refusal('account-not-found', { account: accountId });
  return inOne(session, once, async (tx) => {
    const roots = await lockAccounts(tx, workspaceId, [accountId]);
    if (!roots.has(accountId)) throw new Refusal('account-not-found', { account: accountId });
    const changed = await setAssigned(tx, workspaceId, [accountId], assigned);
    await dropFromLists(tx, workspaceId, [...new Set(changed.map((id) => roots.get(id) ?? id))]);
    if (changed.length > 0) await audited(tx, session, 'assign-shell', { account: accountId, assigned });
    return { id: accountId, assigned };
  });
}
