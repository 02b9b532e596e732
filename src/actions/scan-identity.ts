// Compares the accounts of a base by name and domain and keeps the pairs that a person may be asked about. Small bases
// are compared when asked for; large ones in the background, while the last comparison is shown.
import { readDomain } from '#connectors/sheet/cell-words.ts';
import { commonNameWords, nameSimilarity, similarEnough } from '#domain/data-quality/similar-names.ts';
import { domainBlocks, nameBlocks, rejectedSubjects, type NamedAccount } from '#store/identity.ts';
import {
  identityMarker,
  keepScan,
  readScan,
  standingAccounts,
  type ScannedPair,
} from '#store/identity-scan.ts';
import type { Tx } from '#store/in-workspace.ts';
import { enqueue } from '#store/jobs.ts';
import { pairSubject } from './identity-answers.ts';
import type { Session } from './session.ts';

/** Pairs looked at, and kept: more are found when these are answered. */
const comparedPairs = 20_000;
const keptPairs = 500;
/** Up to here comparing takes well under a second. */
const comparedAtOnce = 10_000;

export type Suggestion = {
  readonly left: NamedAccount;
  readonly right: NamedAccount;
  /** Why they may be one: how alike the names are (0 to 1), or the domain they share. */
  readonly reason: ScannedPair['reason'];
};
export type Suggestions = {
  readonly items: readonly Suggestion[];
  readonly total: number;
  /** The base has changed since; a new comparison is under way. */
  readonly comparing: boolean;
};

/** A free mail house tells nothing of a company, whoever recorded it as a domain. */
const isFirmDomain = (domain: string): boolean => readDomain(domain).kind === 'value';

const strength = ({ reason }: ScannedPair): number => (reason.code === 'domain' ? 2 : reason.similarity);

/** Compares the base and keeps the strongest pairs that nobody rejected. */
export async function scanIdentity(tx: Tx, session: Pick<Session, 'workspaceId' | 'now'>): Promise<void> {
  const { workspaceId, now } = session;
  const { marker } = await identityMarker(tx, workspaceId);
  const found = new Map<string, ScannedPair>();
  for (const { left, right, domain } of await domainBlocks(tx, workspaceId, comparedPairs))
    if (isFirmDomain(domain))
      found.set(pairSubject(left.id, right.id), {
        left: left.id,
        right: right.id,
        reason: { code: 'domain', domain },
      });
  for (const { left, right } of await nameBlocks(tx, workspaceId, commonNameWords, comparedPairs)) {
    const similarity = nameSimilarity(left.name, right.name);
    const subject = pairSubject(left.id, right.id);
    if (similarity >= similarEnough && !found.has(subject))
      found.set(subject, { left: left.id, right: right.id, reason: { code: 'name', similarity } });
  }
  for (const subject of await rejectedSubjects(tx, workspaceId, 'same', [...found.keys()]))
    found.delete(subject);
  const pairs = [...found.values()].toSorted((a, b) => strength(b) - strength(a)).slice(0, keptPairs);
  await keepScan(tx, workspaceId, { marker, pairs }, now);
}

/** The pairs to ask about now: of the last comparison, those that still stand apart and were not answered since. */
export async function suggestionsOf(tx: Tx, session: Session, shown: number): Promise<Suggestions> {
  const { workspaceId } = session;
  const { marker, accounts } = await identityMarker(tx, workspaceId);
  let scan = await readScan(tx, workspaceId);
  const stale = scan?.marker !== marker;
  const comparing = stale && accounts > comparedAtOnce;
  if (comparing) await enqueue(tx, 'scan-identity', workspaceId);
  else if (stale) {
    await scanIdentity(tx, session);
    scan = await readScan(tx, workspaceId);
  }
  const pairs = scan?.pairs ?? [];
  const subjects = pairs.map(({ left, right }) => pairSubject(left, right));
  const rejected = new Set(await rejectedSubjects(tx, workspaceId, 'same', subjects));
  const ids = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))];
  const known = new Map((await standingAccounts(tx, workspaceId, ids)).map((row) => [row.id, row]));
  const open = pairs.flatMap(({ left, right, reason }): Suggestion[] => {
    const [a, b] = [known.get(left), known.get(right)];
    return a && b && !rejected.has(pairSubject(left, right)) ? [{ left: a, right: b, reason }] : [];
  });
  return { items: open.slice(0, shown), total: open.length, comparing };
}
