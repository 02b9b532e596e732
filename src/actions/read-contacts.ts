// The people of a customer as of a day, for whoever may open the customer.
import type { Day } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { accountById } from '#store/accounts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { askedDay } from './days.ts';
import { knownContacts, type KnownContacts } from './known-contacts.ts';
import { Refusal } from './refusal.ts';
import { isSeen } from './seen.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type ReadContacts = KnownContacts & { readonly day: Day; readonly today: Day };

/** Refuses with `account-not-found` where there is none that who asks sees; nobody known is an empty list. */
export async function readContacts(
  session: Session,
  accountId: string,
  asOf: string | undefined,
): Promise<ReadContacts> {
  must(session, 'accounts.read');
  const { store, workspaceId, now } = session;
  if (!isUuid(accountId)) throw new Refusal('account-not-found', { account: accountId });
  return inWorkspace(store, workspaceId, async (tx) => {
    const root = (await accountById(tx, workspaceId, accountId))?.rootId;
    if (root === undefined || !(await isSeen(tx, session, root)))
      throw new Refusal('account-not-found', { account: accountId });
    const { frame } = await readSetting(tx, workspaceId);
    const { day, today } = askedDay(asOf, now, frame.zone);
    return { day, today, ...(await knownContacts(tx, { workspaceId, root, frame }, day)) };
  });
}
