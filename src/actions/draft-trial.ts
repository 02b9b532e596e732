// What committing a draft would do, found by doing it and taking it back: no second implementation of a commit. What was
// found is kept until the draft, or anything in the base, is another.
import { formatDay, type Day } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { keysLeftOut } from '#connectors/sheet/named-rows.ts';
import { accountSource } from '#connectors/sheet/row-keys.ts';
import { accountsByKeys, bindKeys, rootsOfAccounts } from '#store/accounts.ts';
import { lastAct } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';
import { lastSheets, sheetAnswers, sheetCustomers, type KnownCustomer } from '#store/sheet-answers.ts';
import { memberNames } from '#store/people.ts';
import { blockerText } from '#words/draft.ts';
import { type Brought, type CommitProgress } from './brought.ts';
import { commitIn } from './commit-import.ts';
import { differenceOf, type Difference } from './draft-difference.ts';
import { recordLongTable, tryLongTable } from './draft-long.ts';
import { dayOfDraft, type UnderstoodTable } from './draft-file.ts';
import {
  alikeOf,
  answerTo,
  freshRows,
  goneOf,
  missing,
  namedRoots,
  toldOf,
  type Answers,
  type Question,
} from './draft-questions.ts';
import { blockersOf, inOrder, type WholeDraft } from './draft-whole.ts';
import { askedDay } from './days.ts';
import { ensureList } from './ensure-list.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { comparedHistory, type ComparedFact } from './sheet-previous.ts';
import { stageSheet } from './stage-import.ts';
import { readSetting } from './workspace-setting.ts';

/** What a commit would change, and what only a person can say about it. */
export type Look = { readonly difference: Difference; readonly questions: readonly Question[] };

/** Rows of a table that a commit goes through. */
export const rowsOfTable = ({ sheet, long }: UnderstoodTable): number => long?.rows ?? sheet.rows.length;

/**
 * Stages and commits every included table of a draft inside one transaction. Tried only, a table too long to be held is
 * not recorded: what it comes to is known, and it changes no field of a customer.
 */
export async function commitTables(
  tx: Tx,
  session: Session,
  whole: WholeDraft,
  progress: CommitProgress,
  tried = false,
): Promise<Brought[]> {
  const brought: Brought[] = [];
  let [facts, rows] = [0, 0];
  for (const table of inOrder(whole)) {
    const { file, sheet, long } = table;
    const step: CommitProgress = (newFacts, newRows) => progress(facts + newFacts, rows + newRows);
    const today = dayOfDraft(whole.draft);
    const done =
      long === null
        ? await commitIn(tx, session, await stageSheet(tx, session, { path: file.name, today, sheet }), step)
        : await (tried ? tryLongTable(tx, session, long) : recordLongTable(tx, session, long, step));
    facts += done.written.length;
    rows += rowsOfTable(table);
    brought.push(done);
  }
  return brought;
}

/** Rows of customers that a person said are one that is known already: their keys are the customer's. */
export async function bindSame(
  tx: Tx,
  session: Session,
  questions: readonly Question[],
  answers: Answers,
): Promise<void> {
  const bindings = questions.flatMap((question) =>
    question.kind === 'look_alike' && answerTo(answers, question)?.key === 'same'
      ? question.row.keys.map(({ source, key }) => ({
          source,
          key,
          accountId: question.customer.accountId,
          matchedBy: 'person',
        }))
      : [],
  );
  await bindKeys(tx, session.workspaceId, bindings, session.now);
}

type Trial = {
  readonly brought: readonly Brought[];
  /** Facts of the named accounts as they were before, by account, oldest first. */
  readonly before: ReadonlyMap<string, readonly ComparedFact[]>;
  readonly people: Readonly<Record<string, string>>;
};

class TakenBack extends Error {
  readonly trial: Trial;
  constructor(trial: Trial) {
    super('taken back');
    this.trial = trial;
  }
}

/** Called between batches of a trial; what it throws ends it. */
export type Check = () => void;

async function taken(
  session: Session,
  whole: WholeDraft,
  same: readonly Question[],
  check: Check,
): Promise<Trial> {
  const { workspaceId } = session;
  try {
    await inWorkspace(session.store, workspaceId, async (tx) => {
      await bindSame(tx, session, same, whole.draft.answers);
      const brought = await commitTables(tx, session, whole, check, true);
      const ids = [...new Set(brought.flatMap(({ roots }) => [...roots.keys()]))];
      const own = new Set(brought.map(({ committed }) => committed.id));
      const before = await comparedHistory(tx, workspaceId, ids, own);
      throw new TakenBack({ brought, before, people: await memberNames(tx, workspaceId) });
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.trial;
    throw error;
  }
  throw new Error('a trial is always taken back');
}

const accountTables = (whole: WholeDraft): readonly UnderstoodTable[] =>
  inOrder(whole).filter(({ sheet }) => sheet.plan?.table === 'accounts');

/** Customers that rows name of which nothing is recorded. */
async function leftOut(tx: Tx, session: Session, keys: readonly AccountKey[]): Promise<readonly string[]> {
  const found = await accountsByKeys(
    tx,
    keys.map(({ source, key }) => ({ source, key })),
  );
  const ids = [...new Set(found.map(({ accountId }) => accountId))];
  return await rootsOfAccounts(tx, session.workspaceId, ids);
}

type Known = { readonly customers: readonly KnownCustomer[]; readonly day: Day; readonly zone: string };

async function knownCustomers(session: Session): Promise<Known> {
  const { workspaceId, store } = session;
  const zone = await inWorkspace(
    store,
    workspaceId,
    async (tx) => (await readSetting(tx, workspaceId)).frame.zone,
  );
  const { day } = askedDay(undefined, session.now, zone);
  await ensureList(session, day, false);
  const customers = await inWorkspace(store, workspaceId, (tx) =>
    sheetCustomers(tx, workspaceId, accountSource, formatDay(day)),
  );
  return { customers, day, zone };
}

/** Tries a draft's commit, with the answers given so far, and takes it back. */
async function tryDraft(session: Session, whole: WholeDraft, check: Check): Promise<Look> {
  const { workspaceId, store } = session;
  const known = await knownCustomers(session);
  const told = toldOf(await inWorkspace(store, workspaceId, (tx) => sheetAnswers(tx, workspaceId)));
  const { answers } = whole.draft;
  const tables = accountTables(whole);
  const rows = tables.flatMap(({ sheet }) => sheet.rows);
  const first = await taken(session, whole, [], check);
  const alike =
    rows.length === 0
      ? []
      : alikeOf(freshRows(rows, first.brought), known.customers, namedRoots(first.brought), told);
  const same = alike.filter((question) => answerTo(answers, question)?.key === 'same');
  // With rows joined to customers that are known, the difference is another.
  const trial = same.length > 0 ? await taken(session, whole, same, check) : first;
  const gone = rows.length === 0 ? [] : await goneFrom(session, whole, known, trial, { alike, told });
  const questions = [...gone, ...alike];
  return { questions, difference: differenceOf({ ...trial, ...known, gone }) };
}

async function goneFrom(
  session: Session,
  whole: WholeDraft,
  { customers }: Known,
  trial: Trial,
  asked: { readonly alike: Parameters<typeof missing>[2]; readonly told: Parameters<typeof missing>[4] },
) {
  const { workspaceId } = session;
  const keys = accountTables(whole).flatMap(({ table, sheet }) => keysLeftOut(table, sheet));
  return await inWorkspace(session.store, workspaceId, async (tx) => {
    const named = namedRoots(trial.brought);
    for (const id of await leftOut(tx, session, keys)) named.add(id);
    const out = missing(customers, named, asked.alike, whole.draft.answers, asked.told);
    const ids = out.map(({ accountId }) => accountId);
    const sheets = await lastSheets(tx, workspaceId, accountSource, ids);
    return goneOf(out, sheets, whole.day);
  });
}

type Kept = { readonly stamp: string; readonly look: Look };
const looks = new WeakMap<Store, Map<string, Kept>>();
const looksAtHand = 2;

async function stampOf(session: Session, { draft, files }: WholeDraft): Promise<string> {
  const { store, workspaceId } = session;
  const [act, zone] = await inWorkspace(store, workspaceId, async (tx) => [
    await lastAct(tx, workspaceId),
    (await readSetting(tx, workspaceId)).frame.zone,
  ]);
  const { day } = askedDay(undefined, session.now, zone ?? '');
  return contentHash([draft.today, draft.choices, draft.answers, files.map((file) => file.fileId), act, day]);
}

/** The look at a draft that was had last and still holds; null: none. */
export async function lookAtHand(session: Session, whole: WholeDraft): Promise<Look | null> {
  must(session, 'data.import');
  const kept = looks.get(session.store)?.get(whole.draft.draftId);
  return kept && kept.stamp === (await stampOf(session, whole)) ? kept.look : null;
}

/** What committing a draft would do; refuses while a table cannot be recorded yet, or when it is committed. */
export async function lookAt(
  session: Session,
  whole: WholeDraft,
  check: Check = () => undefined,
): Promise<Look> {
  must(session, 'data.import');
  const { draftId, state } = whole.draft;
  if (state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
  const [blocker] = blockersOf(whole);
  if (blocker) throw new Refusal('draft-not-ready', { reason: blockerText(blocker, whole.locale) });
  const known = await lookAtHand(session, whole);
  if (known) return known;
  const stamp = await stampOf(session, whole);
  const look = await tryDraft(session, whole, check);
  const kept = looks.get(session.store) ?? new Map<string, Kept>();
  looks.set(session.store, kept);
  kept.delete(draftId);
  kept.set(draftId, { stamp, look });
  for (const oldest of kept.keys()) {
    if (kept.size <= looksAtHand) break;
    kept.delete(oldest);
  }
  return look;
}
