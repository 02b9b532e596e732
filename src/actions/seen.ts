// Which customers who asks sees: all of them, or those they own now. What they do not see is answered as if it were not there.
import { isOwnedBy } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import type { Session } from './session.ts';

/** `rootId`: the account as it is read. */
export const isSeen = async (
  tx: Tx,
  { workspaceId, sees }: Pick<Session, 'workspaceId' | 'sees'>,
  rootId: string,
): Promise<boolean> => sees === null || (await isOwnedBy(tx, workspaceId, rootId, sees));
