// One note on many customers at once, in one transaction, and its taking back. What cannot be written is told by customer,
// the rest is.
import { isUuid, uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { formatDay, mondayOf } from '#base/day.ts';
import { insertAudit } from '#store/audit.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { ownedBy } from '#store/files.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { setWithdrawn, standingFact } from '#store/withdrawals.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { decideToday } from './decide-today.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { refold } from './refold.ts';
import { must, type Session } from './session.ts';
import { byHand } from './take-back-entry.ts';
import { readSetting } from './workspace-setting.ts';
import { screenSource } from './write-entry.ts';

/** A note as it stands at a customer: what takes it back. */
export type NoteWritten = { readonly account: string; readonly fact: string };
export type NotesWritten = {
  readonly written: readonly NoteWritten[];
  /** Customers that are not there, or not the reader's to see. */
  readonly missing: readonly string[];
};

/** The accounts as they are read, each once, and the asked ids behind which there is none that the reader sees. */
async function seenRoots(
  tx: Tx,
  { workspaceId, sees }: Session,
  ids: readonly string[],
): Promise<{ roots: string[]; missing: string[] }> {
  const known = await lockAccounts(tx, workspaceId, ids.filter(isUuid));
  const roots = [...new Set(known.values())];
  const seen = new Set(sees === null ? roots : await ownedBy(tx, workspaceId, roots, sees));
  const missing = ids.filter((id) => !seen.has(known.get(id) ?? ''));
  return { roots: roots.filter((root) => seen.has(root)).sort(), missing };
}

/** Writes a note on up to 500 customers. */
export async function writeNotes(
  session: Session,
  { accounts, text }: { readonly accounts: readonly string[]; readonly text: string },
  once: Once,
): Promise<NotesWritten> {
  must(session, 'facts.write');
  const { store, workspaceId, now, random } = session;
  return inWorkspace(store, workspaceId, async (tx) => {
    const asked = [...new Set(accounts)];
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const { roots, missing } = await seenRoots(tx, session, asked);
      const inputs = checkFacts(
        roots.map((id) => ({
          type: 'note-written',
          body: { text },
          source: screenSource,
          externalId: uuidv7(now, random),
          account: { id },
        })),
      );
      const { results } = await recordIn(tx, session, inputs);
      const written = results.flatMap(({ factId }, i) => {
        const account = roots[i];
        return factId === null || account === undefined ? [] : [{ account, fact: factId }];
      });
      return { written, missing };
    });
    return answer;
  });
}

/** Takes notes back, those that still stand; answers how many. */
export async function takeBackNotes(session: Session, notes: readonly NoteWritten[]): Promise<number> {
  must(session, 'facts.write');
  const { store, workspaceId, actor, door, now, random } = session;
  return inWorkspace(store, workspaceId, async (tx) => {
    const { roots } = await seenRoots(tx, session, [...new Set(notes.map(({ account }) => account))]);
    const seen = new Set(roots);
    const setting = await readSetting(tx, workspaceId);
    const { zone } = setting.frame;
    const gone: { accountId: string; factId: string }[] = [];
    const from: { accountId: string; from: string }[] = [];
    for (const { account, fact } of notes) {
      const found =
        seen.has(account) && isUuid(fact) ? await standingFact(tx, workspaceId, account, fact, byHand) : null;
      if (!found) continue;
      gone.push({ accountId: found.accountId, factId: fact });
      const day = dayAt(Math.max(found.occurredAt, found.knownAt), zone);
      from.push({ accountId: account, from: formatDay(mondayOf(day)) });
    }
    if (gone.length === 0) return 0;
    await setWithdrawn(tx, workspaceId, gone, { withdrawn: true, importId: null, actor, door, now });
    const touched = from.map(({ accountId }) => accountId).sort();
    await refold(tx, workspaceId, zone, touched);
    await dropCheckpoints(tx, workspaceId, from);
    await decideToday(tx, session, touched, setting);
    const detail = { notes: gone.length };
    const auditId = uuidv7(now, random);
    await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'take-back-notes', detail });
    return gone.length;
  });
}
