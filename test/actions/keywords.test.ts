// The firm's own words for suggested events: looked up before they are kept, read over every known note after, undone
// with the notes; and a person's answer to what a note suggests.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerSuggestion, takeBackAnswer } from '#actions/answer-suggestion.ts';
import { changeKeywords, findWords, readKeywords } from '#actions/keywords.ts';
import { openAccount } from '#actions/open-account.ts';
import { rereadNotes } from '#actions/reread-notes.ts';
import { bring, record, session } from '#actions/testing.ts';
import type { Session } from '#actions/session.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { mostWords, type OwnWord } from '#domain/events/own-keywords.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const april = '2026-04-15';
const may = '2026-05-15';
const sheet = Buffer.from(
  [
    'Cliente;Valor mensal;Início;Observações',
    'Acme;10,00;20/03/2025;Vão abrir o novo CD em Recife. Corte de orçamento, não.',
    'Beta;10,00;20/03/2025;Sponsor saiu em março',
    'Gama;10,00;20/03/2025;Tudo certo',
    '',
  ].join('\n'),
);
const word = (of: string, event: string | null = 'growth', family: string | null = null): OwnWord => ({
  word: of,
  event,
  family,
});

async function firm(): Promise<{ by: Session; ids: Record<string, string>; imported: string }> {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const { imports } = await bring(by, sheet);
  const { accounts } = await readWeek(by, undefined);
  return {
    by,
    ids: Object.fromEntries(accounts.map(({ name, id }) => [name, id])),
    imported: imports[0] ?? '',
  };
}
const later = (by: Session, day = may): Session => session(by.store, by.workspaceId, day);

async function change(by: Session, words: readonly OwnWord[]) {
  return changeKeywords(by, { words, over: (await readKeywords(by)).stamp });
}
const suggested = async (by: Session, id = '', asOf?: string): Promise<string[]> =>
  (await openAccount(by, id, asOf)).suggested.map(({ event }) => event).sort();
async function leaf(by: Session, id: string, name: string): Promise<unknown> {
  const { leaves } = (await openAccount(by, id, undefined)).profile;
  return name.split('.').reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], leaves);
}
const refusedAs = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

test('a word is looked up in the known notes before it is kept', async () => {
  const { by } = await firm();
  const found = await findWords(by, 'Novo  cd');
  assert.deepEqual(
    { ...found, examples: found.examples.map(({ account, sentence }) => [account, sentence]) },
    {
      phrase: 'novo cd',
      notes: 1,
      customers: 1,
      read: 3,
      whole: true,
      examples: [['Acme', { before: 'Vão abrir o ', found: 'novo CD', after: ' em Recife.' }]],
    },
  );
  assert.equal((await findWords(by, 'certo abc')).notes, 0);
  await assert.rejects(findWords(by, 'a'), refusedAs('keyword-short'));
});

test('a change is told whole, over the list it was made on, and makes every note be read again', async () => {
  const { by, ids } = await firm();
  assert.deepEqual(await suggested(by, ids['Acme']), ['budget_cut']);
  const first = await readKeywords(by);
  assert.equal(first.reading, false);
  const told = await change(later(by), [word('novo CD'), word('corte de orçamento', null)]);
  assert.equal(told.reading, true);
  assert.notEqual(told.stamp, first.stamp);
  await assert.rejects(
    changeKeywords(later(by), { words: [], over: first.stamp }),
    refusedAs('keywords-changed'),
  );
  assert.deepEqual(await suggested(later(by), ids['Acme']), ['budget_cut'], 'nothing was read yet');
  assert.deepEqual(await rereadNotes(later(by)), { notes: 3, suggested: 1, withdrawn: 1 });
  assert.deepEqual(await suggested(later(by), ids['Acme']), ['growth']);
  assert.deepEqual((await readKeywords(later(by))).reading, false);
  assert.deepEqual(await rereadNotes(later(by)), { notes: 3, suggested: 0, withdrawn: 0 }, 'once is enough');
});

test('a sheet that comes again after the change brings nothing new, and takes all with it when undone', async () => {
  const { by, ids, imported } = await firm();
  await change(by, [word('novo CD')]);
  await rereadNotes(by);
  const again = await bring(by, sheet);
  assert.equal(again.facts.recorded, 0);
  assert.deepEqual(await suggested(by, ids['Acme']), ['budget_cut', 'growth']);
  await undoImport(by, again.imports[0] ?? '');
  assert.deepEqual(
    await suggested(by, ids['Acme']),
    ['budget_cut', 'growth'],
    'the first sheet still says it',
  );
  await undoImport(by, imported);
  await bring(by, sheet);
  assert.deepEqual(await suggested(by, ids['Acme']), ['budget_cut', 'growth']);
});

test('the method’s own list comes back with no word of the firm, and with it what it suggests', async () => {
  const { by, ids } = await firm();
  await change(by, [word('corte de orçamento', null), word('sponsor saiu', 'escalation')]);
  await rereadNotes(by);
  assert.deepEqual(
    [await suggested(by, ids['Acme']), await suggested(by, ids['Beta'])],
    [[], ['escalation']],
  );
  await change(by, []);
  await rereadNotes(by);
  assert.deepEqual(
    [await suggested(by, ids['Acme']), await suggested(by, ids['Beta'])],
    [['budget_cut'], ['sponsor_left']],
  );
});

test('words that cannot be taken are refused, and the list stays', async () => {
  const { by } = await firm();
  for (const [words, code] of [
    [[word(' ! ')], 'keyword-empty'],
    [[word('é')], 'keyword-short'],
    [[word('novo cd'), word('Novo CD', 'merger')], 'keyword-twice'],
    [[word('novo cd', 'no_such')], 'keyword-event'],
    [[word('novo cd', 'growth', 'no_such')], 'keyword-family'],
    [Array.from({ length: mostWords }, (_, i) => word(`palavra ${i}`)), 'keywords-too-many'],
  ] as const)
    await assert.rejects(change(by, words), refusedAs(code), code);
  assert.equal(
    (await readKeywords(by)).words.some(({ origin }) => origin !== 'template'),
    false,
  );
});

test('an answer is the event on the day of the note; a no asks no more; both can be taken back and outlive the words', async () => {
  const { by, ids } = await firm();
  const acme = ids['Acme'] ?? '';
  const [open] = (await openAccount(by, acme, undefined)).suggested;
  assert.deepEqual(open?.sentence, { before: '', found: 'Corte de orçamento', after: ', não.' });
  const { answer } = await answerSuggestion(by, acme, { event: 'budget_cut', happened: true }, null);
  assert.deepEqual(await suggested(by, acme), []);
  assert.equal(await leaf(by, acme, 'events.budget_cut.daysSince'), 0);
  await assert.rejects(
    answerSuggestion(by, acme, { event: 'budget_cut', happened: true }, null),
    refusedAs('suggestion-not-open'),
  );
  await change(by, [word('corte de orçamento', null)]);
  await rereadNotes(by);
  assert.equal(await leaf(by, acme, 'events.budget_cut.daysSince'), 0);
  await change(by, []);
  await rereadNotes(by);
  await takeBackAnswer(by, acme, answer, null);
  assert.deepEqual(await suggested(by, acme), ['budget_cut']);
  await answerSuggestion(by, acme, { event: 'budget_cut', happened: false }, null);
  assert.deepEqual(await suggested(by, acme), []);
  await rereadNotes(by);
  assert.deepEqual(await suggested(by, acme), []);
});

test('who left is known by role: nobody, one, or asked', async () => {
  const { by, ids } = await firm();
  const beta = ids['Beta'] ?? '';
  const { answer } = await answerSuggestion(by, beta, { event: 'sponsor_left', happened: true }, null);
  assert.equal(await leaf(by, beta, 'relationship.sponsor'), 'left');
  await takeBackAnswer(by, beta, answer, null);
  const joined = (contact: string) => ({
    type: 'contact-joined',
    body: { contact, role: 'executive_sponsor' },
    source: 'crm',
    externalId: contact,
    account: { id: beta },
    occurredAt: '2026-01-10T12:00:00Z',
  });
  await record(by, [joined('rita'), joined('joao')]);
  await assert.rejects(
    answerSuggestion(by, beta, { event: 'sponsor_left', happened: true }, null),
    refusedAs('suggestion-who'),
  );
  await answerSuggestion(by, beta, { event: 'sponsor_left', happened: true, contact: 'crm|rita' }, null);
  assert.deepEqual(await suggested(by, beta), []);
});
