// Records a draft: every included table and every answer in one transaction, or nothing. It runs in this process after the
// caller was answered; how far it is, is known while it runs. A process that dies leaves the draft as it was.
import { parseDay } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { startOfDay } from '#base/zone.ts';
import { nameKey } from '#connectors/sheet/cell-words.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import { changeDraft, deleteChunks, lockDraft, saveMapping } from '#store/drafts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import type { Store } from '#store/open.ts';
import { insertSheetAnswers } from '#store/sheet-answers.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import type { Committed } from './commit-import.ts';
import { blockersOf, inOrder, wholeDraft, type WholeDraft } from './draft-whole.ts';
import { bindSame, commitTables, tryDraft, type Answer, type Question } from './draft-trial.ts';
import type { FactDraft } from './fact-draft.ts';
import { historyFrom } from './history.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { merged } from './merge-accounts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { sheetHistory } from './sheet-previous.ts';
import { readSetting } from './workspace-setting.ts';
import { writeFacts } from './write-facts.ts';

type Running = {
  done: number;
  readonly total: number;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
};
const running = new WeakMap<Store, Map<string, Running>>();

function runningOf(store: Store): Map<string, Running> {
  const known = running.get(store) ?? new Map<string, Running>();
  running.set(store, known);
  return known;
}

/** How far the commit of a draft is, in rows; null when none is under way here. */
export function commitProgress(store: Store, draftId: string): { done: number; total: number } | null {
  const run = runningOf(store).get(draftId);
  return run ? { done: run.done, total: run.total } : null;
}

/** What a committed draft keeps of its commit. */
export type DraftResult = { readonly imports: readonly string[]; readonly committed: readonly Committed[] };

/** Facts that end the contracts of a customer that a person said has left. */
async function endings(
  tx: Tx,
  session: Session,
  question: Question,
  answer: Answer,
  zone: string,
): Promise<(FactDraft & { accountId: string })[]> {
  const day = parseDay(answer.day ?? '');
  if (day === null) throw new Refusal('draft-choice-unknown', { choice: answer.day ?? '' });
  const { accountId } = question.customer;
  const facts = (await sheetHistory(tx, session.workspaceId, [accountId])).get(accountId) ?? [];
  const contracts = facts
    .filter((fact) => fact.type === 'contract-signed')
    .map((fact) => String(fact.body['contract']));
  const keys = contracts.length > 0 ? [...new Set(contracts)] : ['main'];
  return keys.map((contract) => ({
    accountId,
    type: 'contract-ended' as const,
    body: specOf('contract-ended').body.parse({ contract }),
    occurredAt: startOfDay(day, zone),
    knownAt: null,
    correctedAt: null,
    hindsight: false,
    dated: true,
    source: 'perene:sheet',
    externalId: `${accountId}|ended:${contract}`,
  }));
}

/** What the answers do beside the rows: customers that ended, that are another one's record, that were kept. */
async function applyAnswers(
  tx: Tx,
  session: Session,
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
  importId: string | null,
): Promise<void> {
  const { workspaceId } = session;
  const { frame } = await readSetting(tx, workspaceId);
  const kept: { accountId: string; other: string }[] = [];
  const ended: (FactDraft & { accountId: string })[] = [];
  for (const question of questions) {
    const answer = answers[question.id] as Answer | undefined;
    const { accountId } = question.customer;
    if (answer?.key === 'kept') kept.push({ accountId, other: '' });
    if (answer?.key === 'another' && question.kind === 'look_alike')
      kept.push({ accountId, other: nameKey(question.row.name ?? '') });
    if (answer?.key === 'ended') ended.push(...(await endings(tx, session, question, answer, frame.zone)));
    if (answer?.key === 'merged' && answer.account !== null)
      await merged(tx, session, accountId, answer.account, 'sheet');
  }
  await insertSheetAnswers(tx, workspaceId, kept, session.now);
  if (ended.length === 0) return;
  const roots = await lockAccounts(
    tx,
    workspaceId,
    ended.map(({ accountId }) => accountId),
  );
  const written = await writeFacts(tx, { ...session, importId }, ended);
  await refold(tx, workspaceId, frame.zone, [...new Set(roots.values())].sort());
  await dropCheckpoints(tx, workspaceId, historyFrom(written, roots, frame.zone));
}

/** Keeps what was said of each table for the next one with the same headers. */
async function keepMappings(tx: Tx, session: Session, whole: WholeDraft): Promise<void> {
  for (const { file, choice, headers } of inOrder(whole)) {
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
      { mappingId, headers, name: file.name, choice: said },
      session.now,
    );
  }
}

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
    await bindSame(tx, session, questions, answers);
    const brought = await commitTables(tx, session, whole, (_, rows) => step(rows));
    const committed = brought.map((one) => one.committed);
    await applyAnswers(tx, session, questions, answers, committed[0]?.id ?? null);
    await keepMappings(tx, session, whole);
    const result: DraftResult = { imports: committed.map(({ id }) => id), committed };
    await changeDraft(tx, workspaceId, draftId, { state: 'committed', result, failure: null }, session.now);
    await deleteChunks(tx, workspaceId, draftId);
  });
}

/** Begins the commit of a draft and answers at once; refuses while something is to decide. `log` hears of bugs. */
export async function commitDraft(
  session: Session,
  id: string,
  log: (line: string) => void,
  once: Once = null,
): Promise<void> {
  const begun = await inWorkspace(session.store, session.workspaceId, (tx) =>
    answeredOnce(tx, session, once, () => Promise.resolve({ draft: id })),
  );
  if (begun.kept) return;
  const runs = runningOf(session.store);
  if (runs.has(id)) throw new Refusal('draft-not-open', { draft: id });
  const whole = await wholeDraft(session, id, 'pt-BR');
  if (whole.draft.state !== 'open') throw new Refusal('draft-not-open', { draft: id });
  const [blocker] = blockersOf(whole);
  if (blocker) throw new Refusal('draft-not-ready', { reason: blocker.text });
  const total = inOrder(whole).reduce((sum, { sheet }) => sum + sheet.rows.length, 0);
  const stop = new AbortController();
  let run: Running | null = null;
  const step = (rows: number): void => {
    if (stop.signal.aborted) throw new Refusal('import-cancelled', {});
    if (run) run.done = rows;
  };
  const work = async (): Promise<void> => {
    try {
      const { questions } = await tryDraft(session, whole);
      step(0);
      await recordDraft(session, whole, questions, step);
    } catch (error) {
      await failed(session, id, error, log);
    } finally {
      runs.delete(id);
    }
  };
  if (runs.has(id)) throw new Refusal('draft-not-open', { draft: id });
  // Taken before anything is awaited: of two commits at once the second is refused.
  const ended = Promise.resolve().then(work);
  run = { done: 0, total, stop, ended };
  runs.set(id, run);
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
  const run = runningOf(session.store).get(id);
  run?.stop.abort();
  await run?.ended;
}

/** Waits until no commit of a draft is under way here. */
export async function commitEnded(store: Store, id: string): Promise<void> {
  await runningOf(store).get(id)?.ended;
}
