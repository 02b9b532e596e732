// The Base as a tool over HTTP: filters, points, views, notes on many, the sheet. Who sees their own alone is asked too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brMoney, sample, sheetBytes } from '#actions/testing-sheet.ts';
import { bring, session } from '#actions/testing.ts';
import type { AccountsPage } from '#contract/accounts.ts';
import { accountPoints, type AccountPoints } from '#contract/points.ts';
import { views as viewsAnswer, type SavedView } from '#contract/views.ts';
import { maxBytes } from '#contract/common.ts';
import { testStore, type TestStore } from '#store/testing.ts';
import { ownerOf, personOf, siteOver, type Browser } from './testing-people.ts';

const day = '2026-04-15';
const size = 60;
let base: TestStore;
let owner: Browser;
let csm: Browser;
let ana: Browser;
let viewer: Browser;
let anaKey = '';
const at = (path: string): string => `/api/v1/workspaces/${base.workspaceId}/${path}`;

before(async () => {
  base = await testStore();
  const rows = sample(size, 'tool').rows.map((row, i) => ({
    ...row,
    Cliente: `Cliente ${String(i).padStart(2, '0')}`,
    'Valor mensal (R$)': i % 10 === 0 ? '' : brMoney(100_000 + i * 1000),
    'Responsável (CS)': i < 7 ? 'Ana Prado' : i < 50 ? 'Beto Luz' : '',
  }));
  await bring(session(base.store, base.workspaceId, day), sheetBytes(rows));
  const site = siteOver(base.store, day);
  owner = await ownerOf(site);
  const { inFacts } = (await owner.ask(at('people'))).body as { inFacts: { key: string; name: string }[] };
  anaKey = inFacts.find(({ name }) => name === 'Ana Prado')?.key ?? '';
  const invite = (email: string, more: object) =>
    personOf(site, owner, base.workspaceId, { email, role: 'csm', ...more });
  csm = await invite('csm@firma.com.br', { memberKey: anaKey });
  ana = await invite('ana@firma.com.br', { memberKey: anaKey, sees: 'own' });
  viewer = await invite('ver@firma.com.br', { role: 'viewer' });
});
after(async () => await base.close());

async function read<T>(by: Browser, path: string): Promise<T> {
  const { status, body, text } = await by.ask(at(path));
  assert.equal(status, 200, `${path} ${text.slice(0, 200)}`);
  assert.ok(Buffer.byteLength(text) <= maxBytes, path);
  return body as T;
}
const list = (by: Browser, query: string) => read<AccountsPage>(by, `accounts?${query}`);
const points = (by: Browser, query = '') => read<AccountPoints>(by, `account-points?${query}`);
const viewsFor = async (by: Browser) => (await read<{ views: SavedView[] }>(by, 'views')).views;

test('each filter holds the rows it says, and counts them', async () => {
  const all = (await list(owner, 'limit=200&sort=name')).items;
  assert.equal(all.length, size);
  const held: [query: string, is: (line: (typeof all)[number]) => boolean][] = [
    [`owner=${encodeURIComponent(anaKey)}`, (line) => line.owner === anaKey],
    ['owner=_none', (line) => line.owner === null],
    ['stakeFrom=400000', (line) => (line.atStakeCents ?? -1) >= 400_000],
    ['quiet=30', (line) => (line.quietDays ?? -1) >= 30],
    ['status=active', (line) => line.status === 'active'],
  ];
  const signal = all.flatMap(({ signals }) => signals)[0]?.key ?? '';
  assert.notEqual(signal, '');
  held.push([`signal=${signal}`, ({ signals }) => signals.some(({ key }) => key === signal)]);
  for (const [query, is] of held) {
    const page = await list(owner, `${query}&limit=200&sort=name`);
    const wanted = all.filter(is).map(({ id }) => id);
    assert.ok(wanted.length > 0 && wanted.length < size + 1, query);
    assert.deepEqual(
      page.items.map(({ id }) => id),
      wanted,
      query,
    );
    assert.equal(page.total, wanted.length, query);
  }
  assert.equal((await list(owner, 'owner=ninguem')).total, 0);
});

test('the reader’s own customers are those of their key; who is nobody in the facts has none', async () => {
  assert.equal((await list(csm, 'owner=_me')).total, 7);
  assert.equal((await list(csm, '')).summary.me?.accounts, 7);
  assert.equal((await list(owner, 'owner=_me')).total, 0);
  assert.equal((await list(owner, '')).summary.me, null);
});

test('points are the customers of known health and revenue, and the rest are told', async () => {
  const found = await points(owner);
  accountPoints.parse(found);
  const all = (await list(owner, 'limit=200')).items;
  const drawn = all.filter(({ health, mrrCents }) => health.score !== null && mrrCents !== null);
  assert.ok(drawn.length > 0);
  assert.deepEqual(new Set(found.points.map(({ id }) => id)), new Set(drawn.map(({ id }) => id)));
  assert.equal(found.drawn + found.withoutHealth + found.withoutMrr, size);
  assert.equal(
    (await points(ana)).drawn + (await points(ana)).withoutHealth + (await points(ana)).withoutMrr,
    7,
  );
});

test('a view is kept, counted, renamed, moved, removed and put back; who may not share keeps it alone', async () => {
  const spec = { filter: { view: 'all', owner: '_none' }, drawn: 'scatter', columns: ['mrr', 'owner'] };
  const save = (by: Browser, name: string, shared: boolean) =>
    by.ask(at('views'), { body: { name, shared, spec } });
  const team = await save(owner, 'Sem dono', true);
  assert.equal(team.status, 200);
  const { id } = team.body as { id: string };
  assert.equal((await save(csm, 'Para a equipe', true)).status, 403);
  assert.equal((await save(viewer, 'Só vejo', false)).status, 403);
  const own = ((await save(csm, 'Minha', false)).body as { id: string }).id;
  viewsAnswer.parse({ views: await viewsFor(csm) });
  assert.deepEqual(
    (await viewsFor(csm)).map(({ name, mine, accounts }) => [name, mine, accounts]),
    [
      ['Sem dono', false, 10],
      ['Minha', true, 10],
    ],
  );
  assert.deepEqual(
    (await viewsFor(ana)).map(({ accounts }) => accounts),
    [0],
    'their own customers have an owner',
  );
  const change = (by: Browser, view: string, body: object) =>
    by.ask(at(`views/${view}`), { method: 'PATCH', body });
  assert.equal((await change(csm, id, { name: 'Outro' })).status, 403);
  assert.equal((await change(owner, own, { name: 'Outro' })).status, 404, 'of somebody else');
  const second = ((await save(owner, 'Segunda', true)).body as { id: string }).id;
  await change(owner, second, { place: 0, name: 'Primeira' });
  assert.deepEqual(
    (await viewsFor(owner)).map(({ name }) => name),
    ['Primeira', 'Sem dono'],
  );
  await change(owner, id, { removed: true });
  assert.deepEqual(
    (await viewsFor(owner)).map(({ name }) => name),
    ['Primeira'],
  );
  await change(owner, id, { removed: false });
  assert.deepEqual(
    (await viewsFor(owner)).map(({ name }) => name),
    ['Primeira', 'Sem dono'],
  );
});

test('a view that names what is gone says so and still opens', async () => {
  const spec = { filter: { view: 'all', stage: 'piloto', owner: 'quem saiu' } };
  await owner.ask(at('views'), { body: { name: 'Antiga', shared: true, spec } });
  const old = (await viewsFor(owner)).find(({ name }) => name === 'Antiga');
  assert.deepEqual(
    old?.gone.map(({ filter }) => filter),
    ['stage', 'owner'],
  );
  assert.equal(old?.accounts, 0);
});

test('one note is written on many and taken back; who is not there is told', async () => {
  const { ids } = await read<{ ids: string[] }>(owner, 'account-ids?owner=_none');
  assert.equal(ids.length, 10);
  const stranger = crypto.randomUUID();
  const asked = { accounts: [...ids, ids[0], stranger], text: 'Reajuste avisado' };
  const answer = await owner.ask(at('account-notes'), { body: asked });
  const { written, missing } = answer.body as {
    written: { account: string; fact: string }[];
    missing: string[];
  };
  assert.deepEqual([written.length, missing], [10, [stranger]]);
  const facts = async () => (await owner.ask(at(`accounts/${ids[0]}/facts`))).text;
  assert.match(await facts(), /Reajuste avisado/);
  const limited = await ana.ask(at('account-notes'), { body: { accounts: ids.slice(0, 2), text: 'x' } });
  assert.deepEqual((limited.body as { missing: string[] }).missing, ids.slice(0, 2));
  const back = await owner.ask(at('account-notes'), { method: 'DELETE', body: { notes: written } });
  assert.deepEqual(back.body, { takenBack: 10 });
  assert.doesNotMatch(await facts(), /Reajuste avisado/);
  const again = await owner.ask(at('account-notes'), { method: 'DELETE', body: { notes: written } });
  assert.deepEqual(again.body, { takenBack: 0 });
  assert.equal((await viewer.ask(at('account-notes'), { body: asked })).status, 403);
});

test('the sheet has the rows of the filter in its order, as Brazil writes them', async () => {
  const asked = {
    filter: { view: 'all', owner: anaKey },
    sort: 'mrr',
    dir: 'desc',
    columns: ['name', 'mrr', 'owner'],
  };
  const whole = await owner.ask(at('account-table'), { body: asked });
  assert.equal(whole.status, 200);
  const lines = whole.text.replace('\ufeff', '').trimEnd().split('\r\n');
  assert.deepEqual(lines.slice(0, 2), ['Cliente;MRR (BRL);Responsável', 'Cliente 06;"1060,00";Ana Prado']);
  assert.equal(lines.length, 8);
  assert.equal(lines.at(-1), 'Cliente 00;;Ana Prado', 'unknown money is last, and empty');
  const { ids } = await read<{ ids: string[] }>(owner, 'account-ids?owner=_none');
  const some = await owner.ask(at('account-table'), {
    body: { ...asked, filter: {}, accounts: ids.slice(0, 2) },
  });
  assert.equal(some.text.trimEnd().split('\r\n').length, 3);
  assert.equal((await csm.ask(at('account-table'), { body: asked })).status, 403);
});

test('ids of a filter come in pages that fit together', async () => {
  const ids: string[] = [];
  for (let cursor = ''; ;) {
    const page = await read<{ ids: string[]; nextCursor: string | null }>(
      owner,
      `account-ids?limit=25${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    ids.push(...page.ids);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  assert.equal(new Set(ids).size, size);
  assert.equal((await read<{ ids: string[] }>(ana, 'account-ids')).ids.length, 7);
});
