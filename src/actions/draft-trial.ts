// What committing a draft would do, found by doing it and taking it back: no second implementation of a commit.
import { formatDay } from '#base/day.ts';
import type { RowFacts } from '#connectors/sheet/draft.ts';
import { nameKey } from '#connectors/sheet/cell-words.ts';
import { accountSource } from '#connectors/sheet/row-keys.ts';
import { nameSimilarity, similarEnough, tellingWords } from '#domain/data-quality/similar-names.ts';
import { bindKeys } from '#store/accounts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { sheetAnswers, sheetCustomers, type KnownCustomer } from '#store/sheet-answers.ts';
import type { SheetFactRow } from '#store/facts.ts';
import { commitIn, type Brought, type CommitProgress } from './commit-import.ts';
import { dayOfDraft } from './draft-file.ts';
import { blockersOf, inOrder, wholeDraft, type WholeDraft } from './draft-whole.ts';
import { ensureList } from './ensure-list.ts';
import { askedDay } from './days.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { sheetHistory } from './sheet-previous.ts';
import { stageSheet } from './stage-import.ts';
import { readSetting } from './workspace-setting.ts';

/** An answer of a person to a question about a customer. */
export type Answer = { readonly key: string; readonly day: string | null; readonly account: string | null };
export type Gone = { readonly kind: 'gone'; readonly id: string; readonly customer: KnownCustomer };
export type Alike = {
  readonly kind: 'look_alike';
  readonly id: string;
  readonly customer: KnownCustomer;
  /** The row whose name looks like the customer's. */
  readonly row: RowFacts;
  readonly similarity: number;
};
export type Question = Gone | Alike;
export type Trial = {
  readonly brought: readonly Brought[];
  /** Facts of the named accounts as they were before, by account, oldest first. */
  readonly before: ReadonlyMap<string, readonly SheetFactRow[]>;
  readonly customers: ReadonlyMap<string, KnownCustomer>;
  readonly questions: readonly Question[];
};

/** Stages and commits every included table of a draft inside one transaction. */
export async function commitTables(
  tx: Tx,
  session: Session,
  whole: WholeDraft,
  progress: CommitProgress,
): Promise<Brought[]> {
  const brought: Brought[] = [];
  let [facts, rows] = [0, 0];
  for (const { file, sheet } of inOrder(whole)) {
    const today = dayOfDraft(whole.draft);
    const importId = await stageSheet(tx, session, { path: file.name, today, sheet });
    const done = await commitIn(tx, session, importId, (newFacts, newRows) =>
      progress(facts + newFacts, rows + newRows),
    );
    facts += done.written.length;
    rows += sheet.rows.length;
    brought.push(done);
  }
  return brought;
}

/** Rows of customers that a person said are one that is known already: their keys are the customer's. */
export async function bindSame(
  tx: Tx,
  session: Session,
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const bindings = questions.flatMap((question) =>
    question.kind === 'look_alike' && (answers[question.id] as Answer | undefined)?.key === 'same'
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

/** The trial of a draft that may still be changed; refuses while a table cannot be recorded yet. */
export async function readTrial(
  session: Session,
  draftId: string,
): Promise<{ trial: Trial; whole: WholeDraft; zone: string }> {
  const whole = await wholeDraft(session, draftId, 'pt-BR');
  if (whole.draft.state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
  const [blocker] = blockersOf(whole);
  if (blocker) throw new Refusal('draft-not-ready', { reason: blocker.text });
  const zone = await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { frame } = await readSetting(tx, session.workspaceId);
    return frame.zone;
  });
  return { trial: await tryDraft(session, whole), whole, zone };
}

class TakenBack extends Error {
  readonly trial: Omit<Trial, 'questions' | 'customers'> & { readonly fresh: readonly string[] };
  constructor(trial: TakenBack['trial']) {
    super('taken back');
    this.trial = trial;
  }
}

/** Tries a draft's commit, with the answers given so far, and takes it back. */
export async function tryDraft(session: Session, whole: WholeDraft): Promise<Trial> {
  const { workspaceId, store } = session;
  const { day } = await inWorkspace(store, workspaceId, async (tx) => {
    const { frame } = await readSetting(tx, workspaceId);
    return askedDay(undefined, session.now, frame.zone);
  });
  await ensureList(session, day, false);
  const known = await inWorkspace(store, workspaceId, (tx) =>
    sheetCustomers(tx, workspaceId, 'sheet:accounts', formatDay(day)),
  );
  const told = await inWorkspace(store, workspaceId, (tx) => sheetAnswers(tx, workspaceId));
  const first = await taken(session, whole, []);
  const questions = questionsOf(whole, known, told, first);
  const same = questions.some(({ id }) => (whole.draft.answers[id] as Answer | undefined)?.key === 'same');
  // With rows joined to customers that are known, the difference is another.
  const trial = same ? await taken(session, whole, questions) : first;
  const customers = new Map(known.map((customer) => [customer.accountId, customer]));
  return { brought: trial.brought, before: trial.before, customers, questions };
}

async function taken(
  session: Session,
  whole: WholeDraft,
  questions: readonly Question[],
): Promise<TakenBack['trial']> {
  try {
    await inWorkspace(session.store, session.workspaceId, async (tx) => {
      await bindSame(tx, session, questions, whole.draft.answers);
      const brought = await commitTables(tx, session, whole, () => undefined);
      const ids = [...new Set(brought.flatMap(({ roots }) => [...roots.keys()]))];
      const fresh = brought.flatMap(({ openedIds }) => openedIds);
      throw new TakenBack({ brought, before: await factsBefore(tx, session, brought, ids), fresh });
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.trial;
    throw error;
  }
  throw new Error('a trial is always taken back');
}

/** What was stored of these accounts before this commit wrote: its own facts left out. */
async function factsBefore(
  tx: Tx,
  session: Session,
  brought: readonly Brought[],
  ids: readonly string[],
): Promise<Map<string, readonly SheetFactRow[]>> {
  const own = new Set(brought.map(({ committed }) => committed.id));
  const history = new Map<string, readonly SheetFactRow[]>();
  for (let from = 0; from < ids.length; from += 1000) {
    const part = await sheetHistory(tx, session.workspaceId, ids.slice(from, from + 1000), own);
    for (const [id, facts] of part) history.set(id, facts);
  }
  return history;
}

function questionsOf(
  whole: WholeDraft,
  known: readonly KnownCustomer[],
  told: readonly { accountId: string; other: string }[],
  { brought, fresh }: TakenBack['trial'],
): readonly Question[] {
  const rows = inOrder(whole)
    .filter(({ sheet }) => sheet.plan?.table === 'accounts')
    .flatMap(({ sheet }) => sheet.rows);
  if (rows.length === 0 || known.length === 0) return [];
  const roots = new Set(brought.flatMap((one) => [...one.roots.values()]));
  const answered = new Set(told.map(({ accountId, other }) => `${accountId} ${other}`));
  const gone = known.filter(({ accountId }) => !roots.has(accountId));
  const newNames = fresh.length > 0 ? freshRows(rows, brought) : [];
  return [
    ...gone
      .filter(({ accountId }) => !answered.has(`${accountId} `))
      .map((customer): Gone => ({ kind: 'gone', id: `gone:${customer.accountId}`, customer })),
    ...alike(newNames, known, answered),
  ];
}

/** Rows whose customer nobody knew: none of their names stands among those that were known. */
function freshRows(rows: readonly RowFacts[], brought: readonly Brought[]): readonly RowFacts[] {
  const opened = new Set(brought.flatMap(({ openedIds }) => openedIds));
  const described = new Set(
    brought.flatMap(({ written }) =>
      written
        .filter(({ draft }) => draft.type === 'account-described' && opened.has(draft.accountId ?? ''))
        .map(({ draft }) => draft.externalId.slice(0, draft.externalId.lastIndexOf('|'))),
    ),
  );
  return rows.filter((row) =>
    row.keys.some(({ source, key }) => source === accountSource && described.has(key)),
  );
}

/** New names that look like a known customer's: compared only where they share a word or a beginning. */
function alike(
  rows: readonly RowFacts[],
  known: readonly KnownCustomer[],
  answered: ReadonlySet<string>,
): readonly Alike[] {
  const byBlock = new Map<string, KnownCustomer[]>();
  for (const customer of known)
    for (const block of blocksOf(customer.name)) {
      const list = byBlock.get(block);
      if (list) list.push(customer);
      else byBlock.set(block, [customer]);
    }
  return rows.flatMap((row): Alike[] => {
    const name = row.name ?? '';
    const near = new Set(blocksOf(name).flatMap((block) => byBlock.get(block) ?? []));
    let best: Alike | null = null;
    for (const customer of near) {
      const similarity = nameSimilarity(name, customer.name);
      if (similarity < similarEnough || (best && best.similarity >= similarity)) continue;
      if (answered.has(`${customer.accountId} ${nameKey(name)}`)) continue;
      const id = `alike:${customer.accountId}:${nameKey(name).slice(0, 60)}`;
      best = { kind: 'look_alike', id, customer, row, similarity };
    }
    return best ? [best] : [];
  });
}

const blocksOf = (name: string): string[] => {
  const words = tellingWords(name);
  return [...new Set([...words, words.join('').slice(0, 4)])];
};
