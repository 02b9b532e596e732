// Reads every known note again with the words in force: suggestions that these find are told, those that no word finds
// any more are withdrawn. What people answered stays. A suggestion is dated, known and undone as its note is, so that
// the order of "sheet" and "change of the words" makes no difference.
import { hitsIn, type Keyword } from '#domain/events/keywords.ts';
import { noteFields, noteTypes, suggestionId, writtenOf } from '#domain/events/notes.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import {
  accountsWithNotes,
  notesOf,
  restateAsNotes,
  suggestionsOfAccounts,
  type NoteRow,
} from '#store/notes.ts';
import { setWithdrawn } from '#store/withdrawals.ts';
import { decideToday } from './decide-today.ts';
import type { FactDraft } from './fact-draft.ts';
import { ownWordsAsOf } from './own-words.ts';
import { refold } from './refold.ts';
import { runningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';
import { writeFacts, type Written } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

/** Accounts read in one transaction: nobody waits long for one of them. */
const batch = 200;

export type Reread = { readonly notes: number; readonly suggested: number; readonly withdrawn: number };

type Suggested = { readonly note: NoteRow; readonly draft: FactDraft & { readonly accountId: string } };

function suggestedIn(note: NoteRow, keywords: readonly Keyword[], now: number): readonly Suggested[] {
  const { accountId, source, externalId, occurredAt, knownAt } = note;
  return hitsIn(writtenOf(externalId, note.text), keywords).map(({ event, family, keyword }) => ({
    note,
    draft: {
      accountId,
      type: 'event-suggested',
      body: { event, keyword, ...(family === null ? {} : { family }) },
      occurredAt,
      knownAt,
      correctedAt: knownAt,
      hindsight: knownAt < now,
      dated: false,
      source,
      externalId: suggestionId(externalId, event, family),
    },
  }));
}

const idOf = (of: { accountId: string | null; source: string; externalId: string }): string =>
  JSON.stringify([of.accountId, of.source, of.externalId]);

/** Tells what is suggested, under the import that brought each note. */
async function tell(tx: Tx, session: Session, suggested: readonly Suggested[]): Promise<readonly Written[]> {
  const byImport = Map.groupBy(suggested, ({ note }) => note.importId);
  const written: Written[] = [];
  for (const [importId, group] of byImport) {
    const told = await writeFacts(
      tx,
      { ...session, importId },
      group.map(({ draft }) => draft),
    );
    await restateAsNotes(
      tx,
      session.workspaceId,
      told.flatMap(({ factId }, i) => {
        const note = group[i]?.note;
        return factId === null || !note ? [] : [{ accountId: note.accountId, factId, noteId: note.factId }];
      }),
    );
    written.push(...told);
  }
  return written;
}

async function rereadBatch(tx: Tx, session: Session, accountIds: readonly string[]): Promise<Reread> {
  const { workspaceId, actor, door, now } = session;
  const rootOf = await lockAccounts(tx, workspaceId, accountIds);
  const { compiled } = await runningMethod(tx, workspaceId, now);
  const notes = await notesOf(tx, workspaceId, accountIds, noteFields);
  const suggested = notes.flatMap((note) => suggestedIn(note, compiled.method.keywords, now));
  const wanted = new Set(suggested.map(({ draft }) => idOf(draft)));
  const readHere = new Map(notes.map((note) => [idOf(note), note]));
  const standing = await suggestionsOfAccounts(tx, workspaceId, accountIds);
  // What a system told of itself was read in no note of ours, and stays.
  const gone = standing.filter(({ accountId, source, externalId, body }) => {
    const suffix = suggestionId('', body.event, body.family ?? null);
    if (!externalId.endsWith(suffix) || wanted.has(idOf({ accountId, source, externalId }))) return false;
    return readHere.has(idOf({ accountId, source, externalId: externalId.slice(0, -suffix.length) }));
  });
  const known = new Map(standing.map((row) => [idOf(row), row.body.keyword]));
  const fresh = suggested.filter(({ draft }) => known.get(idOf(draft)) !== draft.body['keyword']);
  const written = await tell(tx, session, fresh);
  await setWithdrawn(tx, workspaceId, gone, { withdrawn: true, importId: null, actor, door, now });
  const changed = [...written.map(({ draft }) => draft.accountId ?? ''), ...gone.map((row) => row.accountId)];
  const roots = [...new Set(changed.map((id) => rootOf.get(id) ?? id))].sort();
  if (roots.length > 0) {
    const setting = await readSetting(tx, workspaceId);
    await refold(tx, workspaceId, setting.frame.zone, roots);
    await decideToday(tx, session, roots, setting);
  }
  const suggestedNow = written.filter(({ outcome }) => outcome === 'recorded').length;
  return { notes: notes.length, suggested: suggestedNow, withdrawn: gone.length };
}

/** Reads all notes again, some accounts at a time, and remembers with which words. */
export async function rereadNotes(session: Session): Promise<Reread> {
  const { store, workspaceId, now } = session;
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inWorkspace(store, workspaceId, work);
  const { hash } = await within((tx) => ownWordsAsOf(tx, workspaceId, now));
  let sum: Reread = { notes: 0, suggested: 0, withdrawn: 0 };
  for (let after: string | null = null; ;) {
    const page: { after: string | null; limit: number } = { after, limit: batch };
    const ids: string[] = await within((tx) => accountsWithNotes(tx, workspaceId, noteTypes, page));
    if (ids.length > 0) {
      const read = await within((tx) => rereadBatch(tx, session, ids));
      sum = {
        notes: sum.notes + read.notes,
        suggested: sum.suggested + read.suggested,
        withdrawn: sum.withdrawn + read.withdrawn,
      };
    }
    if (ids.length < batch) break;
    after = ids.at(-1) ?? null;
  }
  if (hash !== null) await within((tx) => remember(tx, session, hash, sum));
  return sum;
}

async function remember(tx: Tx, session: Session, list: string, read: Reread): Promise<void> {
  await writeWorkspaceFacts(tx, { ...session, importId: null }, [
    {
      accountId: null,
      ...readRecord,
      body: { list, ...read },
      occurredAt: session.now,
      knownAt: null,
      correctedAt: null,
      hindsight: false,
      dated: true,
    },
  ]);
}

/** What reading again is remembered as. */
export const readRecord = { type: 'notes-read', source: 'perene:notes', externalId: 'notes' } as const;
