// Records a draft: every included table and every answer in one transaction, or nothing. It runs in this process after the
// caller was answered; how far it is, is known while it runs. A process that dies leaves the draft as it was.
import { uuidv7 } from '#base/id.ts';
import type { SheetLocale } from '#connectors/sheet/messages.ts';
import {
  changeDraft,
  deleteChunks,
  filesOfDrafts,
  lockDraft,
  saveMapping,
  type DraftFileRow,
  type DraftRow,
} from '#store/drafts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { blockerText } from '#words/draft.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import type { Committed } from './brought.ts';
import { applyAnswers } from './draft-effects.ts';
import { inTurn } from './draft-long.ts';
import type { Question } from './draft-questions.ts';
import { notCommitting, runsOf, type Run } from './draft-runs.ts';
import { bindSame, commitTables, lookAt, rowsOfTable } from './draft-trial.ts';
import { blockersOf, inOrder, wholeDraft, type WholeDraft } from './draft-whole.ts';
import { tableName } from './draft-file.ts';
import { foundDraft } from './drafts.ts';
import { contentHash } from './fact-content.ts';
import { firstValueAsOf } from './first-value.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

/** What a committed draft keeps of its commit. */
export type DraftResult = {
  readonly imports: readonly string[];
  readonly committed: readonly Committed[];
  /** True: the question of the first value was answered or skipped before. */
  readonly firstValueAsked: boolean;
};

/** Keeps what was said of each table for the next one with the same headers. */
async function keepMappings(tx: Tx, session: Session, whole: WholeDraft): Promise<void> {
  for (const found of inOrder(whole)) {
    const { choice, headers } = found;
    const { fixes: _fixes, included: _included, ...said } = choice;
    if (
      Object.keys(said.columns ?? {}).length + Object.keys(said.asks ?? {}).length === 0 &&
      said.kind === undefined
    )
      continue;
    const mappingId = uuidv7(session.now, session.random);
    await saveMapping(
      tx,
      session.workspaceId,
      { mappingId, headers, name: tableName(found), choice: said },
      session.now,
    );
  }
}

/** All that was said of a draft, as one short text. */
const saidOf = (draft: DraftRow, files: readonly DraftFileRow[]): string =>
  contentHash([draft.choices, draft.answers, files.map(({ fileId }) => fileId)]);

async function recordDraft(
  session: Session,
  whole: WholeDraft,
  questions: readonly Question[],
  step: (rows: number) => void,
): Promise<void> {
  const { workspaceId } = session;
  const { draftId, answers } = whole.draft;
  await inWorkspace(session.store, workspaceId, async (tx) => {
    const held = await lockDraft(tx, workspaceId, draftId);
    if (held?.state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
    const files = await filesOfDrafts(tx, workspaceId, [draftId]);
    if (saidOf(held, files) !== saidOf(whole.draft, whole.files))
      throw new Refusal('draft-changed', { draft: draftId });
    await bindSame(tx, session, questions, answers);
    const brought = await commitTables(tx, session, whole, (_, rows) => step(rows));
    const committed = brought.map((one) => one.committed);
    await applyAnswers(tx, session, { questions, answers, day: whole.day }, brought);
    await keepMappings(tx, session, whole);
    const asked = await firstValueAsOf(tx, workspaceId, session.now);
    const firstValueAsked = asked.text !== null || asked.skipped;
    const imports = committed.map(({ id }) => id);
    const result: DraftResult = { imports, committed, firstValueAsked };
    await changeDraft(tx, workspaceId, draftId, { state: 'committed', result, failure: null }, session.now);
    await deleteChunks(tx, workspaceId, draftId);
    // The last moment at which it can still be stopped.
    step(committed.reduce((sum, { file }) => sum + file.accepted, 0));
  });
}

/** A draft that may be committed now, with the rows it would record; refuses with what holds it back. */
async function readyDraft(session: Session, id: string, locale: SheetLocale) {
  const whole = await wholeDraft(session, id, locale);
  if (whole.draft.state !== 'open') throw new Refusal('draft-not-open', { draft: id });
  const [blocker] = blockersOf(whole);
  if (blocker) throw new Refusal('draft-not-ready', { reason: blockerText(blocker, whole.locale) });
  return { whole, total: inOrder(whole).reduce((sum, table) => sum + rowsOfTable(table), 0) };
}

/**
 * Begins the commit of a draft and answers at once: how far it is and how it ended is asked of the draft. Refuses with
 * `draft-not-ready` while something is to decide, with `draft-not-open` when it is committed or being committed.
 * `log` hears of bugs.
 */
export async function commitDraft(
  session: Session,
  id: string,
  log: (line: string) => void,
  asked: { readonly once?: Once; readonly locale?: SheetLocale } = {},
): Promise<void> {
  must(session, 'data.import');
  const { store, workspaceId } = session;
  const { once = null, locale = 'pt-BR' } = asked;
  const ready = await readyDraft(session, id, locale).catch((error: unknown) => ({ error }));
  const { kept } = await inWorkspace(store, workspaceId, (tx) =>
    answeredOnce(tx, session, once, () => {
      notCommitting(store, id);
      // What is asked a second time under its key is not refused for having been done.
      return 'error' in ready ? Promise.reject(ready.error) : Promise.resolve(id);
    }),
  );
  if (kept || 'error' in ready) return;
  // Nothing is awaited from here until the run is set down: of two commits at once the second is refused.
  notCommitting(store, id);
  runsOf(store).set(id, begin(session, ready.whole, ready.total, log));
}

function begin(session: Session, whole: WholeDraft, total: number, log: (line: string) => void): Run {
  const id = whole.draft.draftId;
  const stop = new AbortController();
  const run: Omit<Run, 'ended'> = { done: 0, total, stop };
  const step = (rows: number): void => {
    if (stop.signal.aborted) throw new Refusal('import-cancelled', {});
    run.done = Math.min(rows, total);
  };
  const work = async (): Promise<void> => {
    try {
      const { questions } = await lookAt(session, whole, () => step(0));
      step(0);
      const record = (): Promise<void> => recordDraft(session, whole, questions, step);
      await (inOrder(whole).some(({ long }) => long !== null) ? inTurn(session.store, record) : record());
    } catch (error) {
      await failed(session, id, error, log);
    } finally {
      runsOf(session.store).delete(id);
    }
  };
  return Object.assign(run, { ended: Promise.resolve().then(work) });
}

async function failed(
  session: Session,
  id: string,
  error: unknown,
  log: (line: string) => void,
): Promise<void> {
  const failure =
    error instanceof Refusal ? { code: error.code, detail: error.detail } : { code: 'internal', detail: {} };
  if (!(error instanceof Refusal))
    log(`commit of a draft: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  await inWorkspace(session.store, session.workspaceId, (tx) =>
    changeDraft(tx, session.workspaceId, id, { failure: { ...failure } }, session.now),
  ).catch((second: unknown) => log(`commit of a draft: ${String(second)}`));
}

/** Stops a commit under way and waits until nothing of it is left. One that has ended already stands. */
export async function cancelDraft(session: Session, id: string): Promise<void> {
  must(session, 'data.import');
  await inWorkspace(session.store, session.workspaceId, (tx) => foundDraft(tx, session, id));
  const run = runsOf(session.store).get(id);
  run?.stop.abort();
  await run?.ended;
}
