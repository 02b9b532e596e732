// Who is whom: suggestions for a person to confirm, joins that stand, shells that wait. Deterministic keys join by
// themselves at the import; what is read here never joins anything without a person.
import { formatDay } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { joins, matchReasons, taxRootBlocks, type GroupBlock, type JoinRow } from '#store/identity.ts';
import { waitingShells, waitingTotals, type WaitingShell, type WaitingTotals } from '#store/inbox.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { Refusal } from './refusal.ts';
import { suggestionsOf, type Suggestions } from './scan-identity.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** What one answer shows. */
const shownPairs = 50;
const shownGroups = 30;
const shownJoins = 50;
export const shellsPerPage = 50;

export type Identity = {
  readonly currency: string;
  readonly suggestions: Suggestions;
  readonly groups: readonly GroupBlock[];
  readonly joined: { readonly items: readonly JoinRow[]; readonly total: number };
  readonly reasons: readonly { source: string; by: string; keys: number; accounts: number }[];
  readonly waiting: WaitingTotals;
  readonly shells: { readonly items: readonly WaitingShell[]; readonly nextCursor: string | null };
};

async function shellsOf(
  tx: Tx,
  workspaceId: string,
  today: string,
  after: string | null,
): Promise<Identity['shells']> {
  const rows = await waitingShells(tx, workspaceId, today, { after, limit: shellsPerPage + 1 });
  const items = rows.slice(0, shellsPerPage);
  return { items, nextCursor: rows.length > shellsPerPage ? (items.at(-1)?.id ?? null) : null };
}

/** What of the base's identities a person may look at today; `cursor` turns the pages of the inbox. */
export async function readIdentity(session: Session, cursor: string | undefined): Promise<Identity> {
  must(session, 'identity.write');
  if (cursor !== undefined && !isUuid(cursor))
    throw new Refusal('cursor-invalid', { cursor: cursor.slice(0, 80) });
  const { workspaceId } = session;
  return inWorkspace(session.store, workspaceId, async (tx) => {
    const { workspace } = await readSetting(tx, workspaceId);
    const today = formatDay(dayAt(session.now, workspace.zone));
    return {
      currency: workspace.currency,
      suggestions: await suggestionsOf(tx, session, shownPairs),
      groups: await taxRootBlocks(tx, workspaceId, shownGroups),
      joined: await joins(tx, workspaceId, shownJoins),
      reasons: await matchReasons(tx, workspaceId),
      waiting: await waitingTotals(tx, workspaceId, today),
      shells: await shellsOf(tx, workspaceId, today, cursor ?? null),
    };
  });
}
