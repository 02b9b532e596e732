import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import type { AccountsPage } from '#contract/accounts.ts';
import { testStore, type TestStore } from '#store/testing.ts';
import { asking, type Ask, type Asking } from './testing.ts';

let base: TestStore;
let api: Asking;
let folder: string;
let account: string;
before(async () => {
  base = await testStore();
  folder = mkdtempSync(join(tmpdir(), 'perene-web-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<title>Perene</title>');
  writeFileSync(join(folder, 'web', 'assets', 'app-1.js'), 'export {};');
  writeFileSync(join(folder, 'web-secret'), 'SEGREDO');
  writeFileSync(join(folder, 'secret.txt'), 'SEGREDO');
  api = asking(base, '2026-04-15', join(folder, 'web'));
  await bring(session(base.store, base.workspaceId, '2026-04-15'), sheetBytes(sample(5, 'refusals').rows));
  const page = await api.read<AccountsPage>('accounts');
  account = page.items[0]?.id ?? '';
});
after(async () => {
  assert.deepEqual(api.log, [], 'the server met no bug');
  await base.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = {
  type: 'note-written',
  source: 'crm',
  externalId: 'n1',
  account: 'a',
  occurredAt: '2026-04-01',
};
const facts = (...list: unknown[]): Ask => ({ body: { facts: list } });

/** [path, what is asked, status, code] */
const refusals: readonly (readonly [path: string, ask: Ask, status: number, code: string])[] = [
  ['/api/v1/workspaces/nobody/accounts', {}, 404, 'workspace-not-found'],
  ['/api/v1/nothing', {}, 404, 'route-not-found'],
  ['/v1/track', { body: {} }, 404, 'route-not-found'],
  ['accounts/acme', {}, 404, 'account-not-found'],
  [`accounts/${crypto.randomUUID()}`, {}, 404, 'account-not-found'],
  ['accounts/acme/facts', {}, 404, 'account-not-found'],
  ['accounts?asOf=2026-04-16', {}, 422, 'day-in-future'],
  ['accounts?asOf=2026-02-30', {}, 422, 'day-invalid'],
  ['accounts?asOf=ontem', {}, 422, 'field-invalid'],
  ['accounts?limit=201', {}, 422, 'field-invalid'],
  ['accounts?limit=0', {}, 422, 'field-invalid'],
  ['accounts?sort=color', {}, 422, 'field-invalid'],
  ['accounts?cursor=abc', {}, 422, 'cursor-invalid'],
  [
    `accounts?cursor=${Buffer.from('["name",false,false,"a","b","c"]').toString('base64url')}&sort=name`,
    {},
    422,
    'cursor-invalid',
  ],
  [
    `accounts?cursor=${Buffer.from(`["mrr",false,false,"x","b","${crypto.randomUUID()}"]`).toString('base64url')}&sort=mrr`,
    {},
    422,
    'cursor-invalid',
  ],
  ['accounts?q=%00', {}, 422, 'field-invalid'],
  ['week?asOf=2027-01-01', {}, 422, 'day-in-future'],
  ['facts', { body: {} }, 422, 'field-invalid'],
  ['facts', { body: { facts: [] } }, 422, 'field-invalid'],
  [
    'facts',
    facts(...Array.from({ length: 201 }, () => ({ ...note, body: { text: 'x' } }))),
    422,
    'field-invalid',
  ],
  ['facts', facts({ ...note, body: { text: 'x' }, hidden: 1 }), 422, 'field-invalid'],
  ['facts', facts({ ...note, body: { text: 'x', workspace_id: 'y' } }), 422, 'fact-invalid'],
  ['facts', facts({ ...note, body: { text: 'x\u0000' } }), 422, 'fact-invalid'],
  ['facts', facts({ ...note, body: { text: 'x\ud800' } }), 422, 'fact-invalid'],
  ['facts', facts({ ...note, externalId: 'a\u0000b', body: { text: 'x' } }), 422, 'fact-invalid'],
  ['facts', facts({ ...note, type: 'unheard-of', body: {} }), 422, 'fact-invalid'],
  ['facts', facts({ ...note, account: undefined, body: { text: 'x' } }), 422, 'fact-invalid'],
  ['facts', facts({ ...note, account: crypto.randomUUID(), body: { text: 'x' } }), 404, 'account-not-found'],
  ['facts', facts({ ...note, occurredAt: '2026-02-31', body: { text: 'x' } }), 422, 'fact-invalid'],
  [
    'facts',
    { ...facts({ ...note, body: { text: 'x' } }), headers: { 'idempotency-key': 'short' } },
    422,
    'field-invalid',
  ],
  ['facts', { bytes: Buffer.from('{}') }, 415, 'body-type'],
  [
    'facts',
    {
      method: 'POST',
      bytes: Buffer.from('a=1'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    415,
    'body-type',
  ],
  [
    'facts',
    { method: 'POST', bytes: Buffer.from('{"facts":'), headers: { 'content-type': 'application/json' } },
    400,
    'field-invalid',
  ],
  [
    'facts',
    { method: 'POST', bytes: Buffer.alloc(2_200_000, 32), headers: { 'content-type': 'application/json' } },
    413,
    'body-too-large',
  ],
  ['imports?name=x.csv', { body: {} }, 415, 'body-type'],
  ['imports', { bytes: Buffer.from('a') }, 422, 'field-invalid'],
  ['imports?name=x.csv', { bytes: Buffer.from('\u0000\u0001\u0002 nothing') }, 422, 'file-not-a-table'],
  ['imports?name=x.csv', { bytes: Buffer.from(''), method: 'POST' }, 422, 'file-not-a-table'],
  ['imports?name=x.csv&today=2026-04-16', { bytes: Buffer.from('Cliente\nAcme\n') }, 422, 'day-in-future'],
  ['imports/none', { method: 'DELETE' }, 404, 'import-not-found'],
  [`imports/${crypto.randomUUID()}`, { method: 'DELETE' }, 404, 'import-not-found'],
  ['accounts/acme/merge', { body: { into: 'x' } }, 404, 'account-not-found'],
  ['accounts/acme/merge', { body: {} }, 422, 'field-invalid'],
  ['accounts/acme/unmerge', { method: 'POST' }, 409, 'not-merged'],
];

for (const [i, [path, ask, status, code]] of refusals.entries()) {
  test(`refused ${i}: ${ask.method ?? (ask.body || ask.bytes ? 'POST' : 'GET')} ${path.slice(0, 60)} is ${status} ${code}`, async () => {
    const told = await api.refused(path, ask);
    assert.deepEqual([told.status, told.code], [status, code]);
    assert.ok(told.title.length > 3);
    assert.doesNotMatch(`${told.title} ${told.detail ?? ''}`, /\{\w+\}|\?\?|undefined|select |at \//);
  });
}

test('a joined account refuses to be joined again, a key its other body', async () => {
  const into = (await api.read<AccountsPage>('accounts')).items[1]?.id ?? '';
  await api.read(`accounts/${account}/merge`, { body: { into } });
  const again = await api.refused(`accounts/${account}/merge`, { body: { into } });
  assert.deepEqual([again.status, again.code], [409, 'merge-with-itself']);
  await api.read(`accounts/${account}/unmerge`, { method: 'POST' });
  const key = { 'idempotency-key': 'key-00000001' };
  const once = await api.request('facts', { ...facts({ ...note, body: { text: 'x' } }), headers: key });
  const twice = await api.request('facts', { ...facts({ ...note, body: { text: 'x' } }), headers: key });
  assert.equal(await once.text(), await twice.text());
  const other = await api.refused('facts', { ...facts({ ...note, body: { text: 'y' } }), headers: key });
  assert.deepEqual([other.status, other.code], [409, 'key-reused']);
});

test('words of a refusal come in the language asked for', async () => {
  const [pt, en] = [await api.refused('accounts/acme'), await api.refused('accounts/acme?lang=en')];
  assert.match(pt.title, /Cliente/);
  assert.match(en.title, /Account/);
});

test('only programs of this machine and pages of this server are answered', async () => {
  const codes = async (headers: Record<string, string>, method = 'GET'): Promise<string> => {
    const answer = await api.request('/api/v1/workspaces', { method, headers });
    return answer.status === 200 ? 'ok' : ((await answer.json()) as { code: string }).code;
  };
  for (const host of ['127.0.0.1', '127.0.0.1:7373', 'localhost:1', '[::1]:7373', 'LOCALHOST'])
    assert.equal(await codes({ host }), 'ok', host);
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '',
    '0.0.0.0',
    '[::2]',
    'a:b:c',
  ])
    assert.equal(await codes({ host }), 'host-refused', host);
  assert.equal(await codes({ authorization: 'Bearer wrong' }), 'token-wrong');
  assert.equal(await codes({ authorization: 'Bearer operator-token' }), 'ok');
  const write = (headers: Record<string, string>) =>
    api
      .request(`accounts/${account}/unmerge`, { method: 'POST', headers })
      .then(async (answer) => ((await answer.json()) as { code: string }).code);
  assert.equal(await write({ origin: 'https://evil.example' }), 'cross-site');
  assert.equal(await write({ origin: 'null' }), 'cross-site');
  assert.equal(await write({ 'sec-fetch-site': 'cross-site' }), 'cross-site');
  assert.equal(await write({ 'sec-fetch-site': 'same-site' }), 'cross-site');
  assert.equal(await write({ origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' }), 'not-merged');
  assert.equal(await write({}), 'not-merged');
});

test('pages: files of the folder and nothing beside it; a view is the page; headers close what need not be open', async () => {
  const status = async (path: string) => (await api.request(path)).status;
  const page = await api.request('/');
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Perene/);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'self'/);
  assert.doesNotMatch(page.headers.get('content-security-policy') ?? '', /script-src[^;]*unsafe|unsafe-eval/);
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  const asset = await api.request('/assets/app-1.js');
  assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
  await asset.text();
  assert.equal(await status('/clientes/123'), 200);
  for (const path of [
    '/%2e%2e/web-secret',
    '/..%2fweb-secret',
    '/%2e%2e%2fweb-secret',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/%00',
    '/assets/%00.js',
    '/missing.js',
    '/%E0%A4%A',
  ]) {
    const answer = await api.request(path);
    const text = await answer.text();
    assert.ok(answer.status === 404 || /<title>Perene/.test(text), path);
    assert.doesNotMatch(text, /SEGREDO|root:/, path);
  }
});
