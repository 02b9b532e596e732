// Every POST of the API: one key, one effect, one answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { onceHeader } from '#contract/common.ts';
import { routes } from '#contract/routes.ts';
import { factCounts } from '#store/testing-forms.ts';
import { testStore, type TestStore } from '#store/testing.ts';
import { asking, type Ask, type Asking } from './testing.ts';

const day = '2026-04-15';
let base: TestStore;
let api: Asking;
before(async () => {
  base = await testStore();
  api = asking(base, day);
});
after(async () => await base.close());

const key = (name: string): Ask => ({ headers: { 'idempotency-key': `key-of-${name}` } });

/** Asks twice under one key, then once more with something else under it. */
async function twice(path: string, ask: Ask, other: Ask & { path?: string }, name: string): Promise<string> {
  const first = await api.request(path, { method: 'POST', ...ask, ...key(name) });
  const text = await first.text();
  assert.equal(first.status, 200, text);
  const again = await api.request(path, { method: 'POST', ...ask, ...key(name) });
  assert.equal(await again.text(), text);
  const refused = await api.refused(other.path ?? path, { method: 'POST', ...other, ...key(name) });
  assert.deepEqual([refused.status, refused.code], [409, 'key-reused']);
  return text;
}

/** Their answers are secrets or cookies, which are kept nowhere; each opens once or refuses a second time by itself. */
const ofAccess = ['postOwner', 'readLink', 'acceptLink', 'postPassword', 'postPerson', 'postPersonLink'];

/** They keep nothing: asked again they answer again. */
const ofReading = ['postTable', 'previewMethod'];

test('every POST of the contract takes a key, but those of access and those that keep nothing', () => {
  const posts = Object.entries(routes).filter(
    ([name, { method }]) => method === 'post' && ![...ofAccess, ...ofReading].includes(name),
  );
  assert.ok(posts.length >= 4);
  for (const [name, route] of posts) {
    const { headers } = route.request as { headers?: unknown };
    assert.equal(headers, onceHeader, name);
  }
});

test('an import sent twice is recorded once, and leaves nothing waiting', async () => {
  const bytes = sheetBytes(sample(5, 'once').rows);
  const text = await twice(
    'imports?name=a.csv',
    { bytes },
    { bytes: sheetBytes(sample(6, 'once').rows) },
    'import',
  );
  assert.match(text, /"accounts":5/);
  const counts = await factCounts(base.store, base.workspaceId);
  assert.equal(counts['account-described'], 5);
  const { id } = JSON.parse(text) as { id: string };
  await api.read(`imports/${id}`, { method: 'DELETE' });
});

test('joining and parting have one effect each', async () => {
  await bring(session(base.store, base.workspaceId, day), sheetBytes(sample(3, 'join').rows));
  const page = await api.read<{ items: { id: string }[] }>('accounts?limit=3');
  const [a = '', b = '', c = ''] = page.items.map((item) => item.id);
  await twice(`accounts/${a}/merge`, { body: { into: b } }, { body: { into: c } }, 'merge');
  await twice(`accounts/${a}/unmerge`, {}, { path: `accounts/${b}/unmerge` }, 'unmerge');
});

test('facts told twice under one key are recorded once', async () => {
  const fact = (id: string) => ({
    type: 'note-written',
    body: { text: 'nota' },
    source: 'crm',
    externalId: id,
    account: 'a',
    occurredAt: '2026-04-14',
  });
  await twice('facts', { body: { facts: [fact('1')] } }, { body: { facts: [fact('2')] } }, 'facts');
});

test('an answer to what a note suggests has one effect; the words are changed over the list that was read', async () => {
  const by = session(base.store, base.workspaceId, day);
  const note = 'Cliente;Valor mensal;Observações\nZeta;10,00;Corte de orçamento\n';
  await bring(by, Buffer.from(note), 'zeta.csv');
  const { items } = await api.read<{ items: { id: string }[] }>('accounts?q=zeta');
  const path = `accounts/${items[0]?.id}/suggestions`;
  const told = { event: 'budget_cut', happened: true };
  const text = await twice(path, { body: told }, { body: { ...told, happened: false } }, 'suggestion');
  const { answer } = JSON.parse(text) as { answer: string };
  await api.read(`${path}/${encodeURIComponent(answer)}`, { method: 'DELETE' });
  const again = await api.refused(`${path}/${encodeURIComponent(answer)}`, { method: 'DELETE' });
  assert.deepEqual([again.status, again.code], [409, 'suggestion-not-open']);
  const { stamp } = await api.read<{ stamp: string }>('keywords');
  const put = (words: readonly unknown[], over = stamp): Ask => ({ method: 'PUT', body: { over, words } });
  const word = (of: string, event: string | null = 'growth') => ({ word: of, event, family: null });
  for (const [ask, status, code] of [
    [put([word('a')]), 422, 'keyword-short'],
    [put([word('a b', 'nada')]), 422, 'keyword-event'],
    [put([{ ...word('a b'), more: 1 }]), 422, 'field-invalid'],
    [put([word('a b')], 'outra'), 409, 'keywords-changed'],
  ] as const) {
    const refused = await api.refused('keywords', ask);
    assert.deepEqual([refused.status, refused.code], [status, code]);
  }
  await api.read('keywords', put([word('galpão novo')]));
});
