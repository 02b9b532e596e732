// What the answers to a draft's questions do in its commit: customers that left, that are another one's record, that were
// kept, that are another company than they look like.
import { parseDay, type Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { nameKey } from '#connectors/sheet/cell-words.ts';
import { leaverRow } from '#connectors/sheet/churn-facts.ts';
import { diffRow } from '#connectors/sheet/diff-row.ts';
import { accountSource } from '#connectors/sheet/row-keys.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import type { Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { forgetGone, insertSheetAnswers } from '#store/sheet-answers.ts';
import { dated, type Brought } from './brought.ts';
import { answerTo, namedRoots, type Answers, type Question } from './draft-questions.ts';
import type { FactDraft } from './fact-draft.ts';
import { historyFrom } from './history.ts';
import { merged } from './merge-accounts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { previousOf, recordKey, sheetHistory } from './sheet-previous.ts';
import { readSetting } from './workspace-setting.ts';
import { writeFacts } from './write-facts.ts';

type AccountDraft = FactDraft & { readonly accountId: string };
type At = { readonly file: Day; readonly today: Day; readonly zone: string };

/** Facts that end the contracts of a customer on a day that a person told: those a table of leavers would give. */
async function endings(
  tx: Tx,
  workspaceId: string,
  accountId: string,
  told: string | null,
  at: At,
): Promise<AccountDraft[]> {
  const day = parseDay(told ?? '');
  if (day === null) throw new Refusal('draft-choice-unknown', { choice: told ?? '' });
  const facts = (await sheetHistory(tx, workspaceId, [accountId])).get(accountId) ?? [];
  const described = { row: 0, keys: [], name: null, facts: [], people: [] };
  // Under the key of its rows, so that a table of leavers that names it later revises this.
  const key = recordKey(described, facts, accountSource) ?? accountId;
  const row = leaverRow({ source: accountSource, key }, day, at.file);
  const left = diffRow(previousOf(facts, { ...at, told: null }), row, at.file);
  return left.facts.map((draft) => ({ ...dated(draft, accountId, at), accountId }));
}

async function writeEndings(
  tx: Tx,
  session: Session,
  drafts: readonly AccountDraft[],
  by: { readonly importId: string | null; readonly zone: string },
): Promise<void> {
  if (drafts.length === 0) return;
  const { workspaceId } = session;
  const ids = drafts.map(({ accountId }) => accountId);
  const roots = await lockAccounts(tx, workspaceId, ids);
  const written = await writeFacts(tx, { ...session, importId: by.importId }, drafts);
  await refold(tx, workspaceId, by.zone, [...new Set(roots.values())].sort());
  await dropCheckpoints(tx, workspaceId, historyFrom(written, roots, by.zone));
}

/** Lets answers take effect beside the rows; what was answered is remembered, and forgotten with the import. */
export async function applyAnswers(
  tx: Tx,
  session: Session,
  asked: { readonly questions: readonly Question[]; readonly answers: Answers; readonly day: Day },
  brought: readonly Brought[],
): Promise<void> {
  const { workspaceId, now } = session;
  const { zone } = (await readSetting(tx, workspaceId)).frame;
  const at: At = { file: asked.day, today: dayAt(now, zone), zone };
  const importId = brought[0]?.committed.id ?? null;
  await forgetGone(tx, workspaceId, [...namedRoots(brought)]);
  const remembered: { accountId: string; other: string }[] = [];
  const ended: AccountDraft[] = [];
  for (const question of asked.questions) {
    const answer = answerTo(asked.answers, question);
    const { accountId } = question.customer;
    if (answer === null) continue;
    if (question.kind === 'gone') remembered.push({ accountId, other: '' });
    else if (answer.key === 'another')
      remembered.push({ accountId, other: nameKey(question.row.name ?? '') });
    if (answer.key === 'ended') ended.push(...(await endings(tx, workspaceId, accountId, answer.day, at)));
    if (answer.key === 'merged' && answer.account !== null)
      await merged(tx, session, accountId, answer.account, 'sheet');
  }
  await insertSheetAnswers(tx, workspaceId, remembered, { importId, now });
  await writeEndings(tx, session, ended, { importId, zone });
}
