// Which customers who asks sees: all of them, or those they own now. What they do not see is answered as if it were not there.
import { isUuid } from '#base/id.ts';
import { isOwnedBy, ownedBy } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { memberKeyOf } from '#store/members.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

type Reader = Pick<Session, 'workspaceId' | 'sees'>;

/** `rootId`: the account as it is read. */
export const isSeen = async (tx: Tx, { workspaceId, sees }: Reader, rootId: string): Promise<boolean> =>
  sees === null || (await isOwnedBy(tx, workspaceId, rootId, sees));

/** Locks accounts and answers the one each is read as; refuses with `account-not-found` what is not seen. */
export async function seenRoots(
  tx: Tx,
  { workspaceId, sees }: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wrong = ids.find((id) => !isUuid(id));
  if (wrong !== undefined) throw new Refusal('account-not-found', { account: wrong });
  const roots = await lockAccounts(tx, workspaceId, ids);
  const own = sees === null ? null : new Set(await ownedBy(tx, workspaceId, [...roots.values()], sees));
  return new Map(
    ids.map((id) => {
      const root = roots.get(id);
      if (root === undefined || own?.has(root) === false)
        throw new Refusal('account-not-found', { account: id });
      return [id, root];
    }),
  );
}

/** Who the reader is in the facts: the key that owns accounts; null: nobody there. */
export async function ownKey(tx: Tx, { sees, actor, workspaceId }: Session): Promise<string | null> {
  if (sees !== null) return sees;
  const id = actor.startsWith('member:') ? actor.slice('member:'.length) : '';
  return isUuid(id) ? memberKeyOf(tx, workspaceId, id) : null;
}
