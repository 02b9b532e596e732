// Takes back what a person wrote on an account: withdrawn from every as-of view, as if it had never been told here.
import { formatDay, mondayOf, type Day } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { contactKey } from '#domain/account-file/codecs.ts';
import { insertAudit } from '#store/audit.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { forgetOwnPerson } from '#store/contacts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { setWithdrawn, standingFact, type StandingFact } from '#store/withdrawals.ts';
import { decideToday } from './decide-today.ts';
import { knownContacts } from './known-contacts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { isSeen } from './seen.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';
import { handMark, screenSource } from './write-entry.ts';

export const byHand = { source: screenSource, mark: handMark };

/** Refuses with `entry-not-found` what nobody wrote by hand on this account, or what was taken back already. */
export async function takeBackEntry(session: Session, accountId: string, factId: string): Promise<string> {
  must(session, 'facts.write');
  const { store, workspaceId, actor, door, now, random } = session;
  if (!isUuid(accountId)) throw new Refusal('account-not-found', { account: accountId });
  return await inWorkspace(store, workspaceId, async (tx) => {
    const roots = await lockAccounts(tx, workspaceId, [accountId]);
    const root = roots.get(accountId);
    if (root === undefined || !(await isSeen(tx, session, root)))
      throw new Refusal('account-not-found', { account: accountId });
    const found = isUuid(factId) ? await standingFact(tx, workspaceId, root, factId, byHand) : null;
    if (!found) throw new Refusal('entry-not-found', { fact: factId });
    const by = { actor, door, now };
    await setWithdrawn(tx, workspaceId, [{ accountId: found.accountId, factId }], {
      withdrawn: true,
      importId: null,
      ...by,
    });
    const setting = await readSetting(tx, workspaceId);
    const { zone } = setting.frame;
    await refold(tx, workspaceId, zone, [root]);
    await forgetUnspoken(tx, { workspaceId, root, frame: setting.frame }, found, dayAt(now, zone));
    const from = formatDay(mondayOf(dayAt(Math.max(found.occurredAt, found.knownAt), zone)));
    await dropCheckpoints(tx, workspaceId, [{ accountId: root, from }]);
    await decideToday(tx, session, [root], setting);
    await insertAudit(tx, workspaceId, {
      auditId: uuidv7(now, random),
      at: now,
      actor,
      door,
      verb: 'take-back-entry',
      detail: { account: root, fact: factId },
    });
    return factId;
  });
}

type Of = Parameters<typeof knownContacts>[1];

/** A person who was added by hand, and of whom no fact tells any more, is forgotten by name too. */
async function forgetUnspoken(
  tx: Tx,
  of: Of,
  { type, contact, source }: StandingFact,
  day: Day,
): Promise<void> {
  if (type !== 'contact-joined' || contact === null) return;
  const { people, members } = await knownContacts(tx, of, day);
  if (people.some(({ key }) => key === contactKey(source, contact))) return;
  await forgetOwnPerson(tx, of.workspaceId, members, contact);
}
