// Who is whom: suggestions for a person to confirm, joins that stand, shells that wait. Deterministic keys join by
// themselves at the import; what is read here never joins anything without a person.
import { formatDay } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { readDomain } from '#connectors/sheet/cell-words.ts';
import { commonNameWords, nameSimilarity, similarEnough } from '#domain/data-quality/similar-names.ts';
import {
  domainBlocks,
  joins,
  matchReasons,
  nameBlocks,
  rejectedSubjects,
  taxRootBlocks,
  type GroupBlock,
  type JoinRow,
  type NamedAccount,
} from '#store/identity.ts';
import { waitingShells, waitingTotals, type WaitingShell, type WaitingTotals } from '#store/inbox.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { pairSubject } from './identity-answers.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** Pairs looked at, and shown. */
const comparedPairs = 20_000;
const shownPairs = 50;
const shownGroups = 30;
const shownJoins = 50;
export const shellsPerPage = 50;

export type Suggestion = {
  readonly left: NamedAccount;
  readonly right: NamedAccount;
  /** Why they may be one: how alike the names are (0 to 1), or the domain they share. */
  readonly reason:
    | { readonly code: 'name'; readonly similarity: number }
    | { readonly code: 'domain'; readonly domain: string };
};
export type Identity = {
  readonly currency: string;
  readonly suggestions: { readonly items: readonly Suggestion[]; readonly total: number };
  readonly groups: readonly GroupBlock[];
  readonly joined: { readonly items: readonly JoinRow[]; readonly total: number };
  readonly reasons: readonly { source: string; by: string; keys: number; accounts: number }[];
  readonly waiting: WaitingTotals;
  readonly shells: { readonly items: readonly WaitingShell[]; readonly nextCursor: string | null };
};

/** A free mail house tells nothing of a company, whoever recorded it as a domain. */
const isFirmDomain = (domain: string): boolean => readDomain(domain).kind === 'value';

async function suggestionsOf(tx: Tx, workspaceId: string): Promise<Identity['suggestions']> {
  const found = new Map<string, Suggestion>();
  for (const { left, right, domain } of await domainBlocks(tx, workspaceId, comparedPairs))
    if (isFirmDomain(domain))
      found.set(pairSubject(left.id, right.id), { left, right, reason: { code: 'domain', domain } });
  for (const { left, right } of await nameBlocks(tx, workspaceId, commonNameWords, comparedPairs)) {
    const similarity = nameSimilarity(left.name, right.name);
    const subject = pairSubject(left.id, right.id);
    if (similarity >= similarEnough && !found.has(subject))
      found.set(subject, { left, right, reason: { code: 'name', similarity } });
  }
  for (const subject of await rejectedSubjects(tx, workspaceId, 'same', [...found.keys()]))
    found.delete(subject);
  const strength = ({ reason }: Suggestion): number => (reason.code === 'domain' ? 2 : reason.similarity);
  const ordered = [...found.values()].toSorted(
    (a, b) => strength(b) - strength(a) || (a.left.name < b.left.name ? -1 : 1),
  );
  return { items: ordered.slice(0, shownPairs), total: ordered.length };
}

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
  if (cursor !== undefined && !isUuid(cursor))
    throw new Refusal('cursor-invalid', { cursor: cursor.slice(0, 80) });
  const { workspaceId } = session;
  return inWorkspace(session.store, workspaceId, async (tx) => {
    const { workspace } = await readSetting(tx, workspaceId);
    const today = formatDay(dayAt(session.now, workspace.zone));
    return {
      currency: workspace.currency,
      suggestions: await suggestionsOf(tx, workspaceId),
      groups: await taxRootBlocks(tx, workspaceId, shownGroups),
      joined: await joins(tx, workspaceId, shownJoins),
      reasons: await matchReasons(tx, workspaceId),
      waiting: await waitingTotals(tx, workspaceId, today),
      shells: await shellsOf(tx, workspaceId, today, cursor ?? null),
    };
  });
}
