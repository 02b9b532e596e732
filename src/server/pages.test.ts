// A base of two thousand customers over HTTP: pages without gaps or repeats, answers within their limits, search.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { sorts, type AccountsPage, type BaseLine, type Sort } from '#contract/accounts.ts';
import { maxBytes, maxRows } from '#contract/common.ts';
import { customerPage } from '#contract/customer.ts';
import { factGroups, type TimelinePage } from '#contract/facts.ts';
import { routes } from '#contract/routes.ts';
import { accountsPage } from '#contract/accounts.ts';
import { testStore, type TestStore } from '#store/testing.ts';
import { asking, type Asking } from './testing.ts';

const size = 2000;
const day = '2026-04-15';
const rows = sample(size, 'pages').rows.map((row, i) => ({
  ...row,
  // Ties and gaps in every figure that is sorted by.
  'Valor mensal (R$)': i % 7 === 0 ? '' : `R$ ${1 + (i % 5)}.000,00`,
  Vencimento: i % 11 === 0 && i > 0 ? '' : row.Vencimento,
  NPS: i % 3 === 0 && i > 0 ? '' : row.NPS,
  Cliente: i % 97 === 5 ? `Açaí da Conceição ${i}` : row.Cliente,
}));

let base: TestStore;
let api: Asking;
before(async () => {
  base = await testStore();
  api = asking(base, day);
  await bring(session(base.store, base.workspaceId, day), sheetBytes(rows));
});
after(async () => {
  assert.deepEqual(api.log, []);
  await base.close();
});

async function pageOf(query: string): Promise<AccountsPage> {
  const answer = await api.request(`accounts?${query}`);
  const text = await answer.text();
  assert.equal(answer.status, 200, text.slice(0, 300));
  assert.ok(Buffer.byteLength(text) <= maxBytes, `${query}: ${Buffer.byteLength(text)} bytes`);
  const page = JSON.parse(text) as AccountsPage;
  assert.ok(page.items.length <= maxRows);
  return page;
}

async function walk(query: string): Promise<BaseLine[]> {
  const lines: BaseLine[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: AccountsPage = await pageOf(`${query}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    lines.push(...page.items);
    cursor = page.nextCursor;
    assert.ok(lines.length <= size);
  }
  return lines;
}

const figure: Record<Sort, (line: BaseLine) => number | string | null> = {
  name: () => null,
  rank: () => null,
  // In the order of the journey, which the line does not number.
  stages: () => null,
  trend: (line) => line.health.trend,
  action: (line) => line.action.due,
  offer: (line) => line.offer?.priority ?? null,
  segment: (line) => line.segment,
  owner: (line) => line.owner,
  status: (line) => line.status,
  talkedOn: (line) => (line.quietDays === null ? null : -line.quietDays),
  score: (line) => line.health.score,
  mrr: (line) => line.mrrCents,
  atStake: (line) => line.atStakeCents,
  renewsOn: (line) => line.renewsOn,
};

for (const sort of sorts) {
  for (const dir of ['asc', 'desc'] as const) {
    test(`every row once, by ${sort} ${dir}`, async () => {
      // The whole base by one figure, a segment of it by the others.
      const part = sort === 'mrr' ? '' : '&segment=smb';
      const lines = await walk(`sort=${sort}&dir=${dir}&limit=200${part}`);
      const smb = rows.filter((row) => row.Segmento === 'PME').length;
      assert.equal(lines.length, sort === 'mrr' ? size : smb);
      assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length);
      const figures = lines.map(figure[sort]);
      const known = figures.filter((value) => value !== null);
      assert.ok(
        figures.slice(0, known.length).every((value) => value !== null),
        'missing ones come last',
      );
      for (let i = 1; i < known.length; i++) {
        const [a, b] = [known[i - 1] ?? '', known[i] ?? ''];
        assert.ok(dir === 'asc' ? a <= b : a >= b, `${String(a)} ${String(b)}`);
      }
    });
  }
}

test('turned round, names and ranks are the same list backwards', async () => {
  for (const sort of ['name', 'rank']) {
    const ids = async (dir: string) =>
      (await walk(`sort=${sort}&dir=${dir}&limit=200&view=risk&segment=smb`)).map(({ id }) => id);
    assert.deepEqual((await ids('desc')).reverse(), await ids('asc'), sort);
  }
});

test('any page size walks the same list; a cursor fits only its own order', async () => {
  const whole = (await walk('sort=mrr&dir=desc&limit=200&q=padaria')).map(({ id }) => id);
  assert.ok(whole.length > 30);
  assert.deepEqual(
    (await walk('sort=mrr&dir=desc&limit=7&q=padaria')).map(({ id }) => id),
    whole,
  );
  const { nextCursor } = await pageOf('sort=mrr&limit=5');
  for (const other of ['sort=mrr&dir=desc', 'sort=name', 'sort=score'])
    assert.equal((await api.refused(`accounts?${other}&cursor=${nextCursor}`)).code, 'cursor-invalid');
});

test('the counts are those of the rows, in every view and filter', async () => {
  const all = await pageOf('limit=1');
  assert.equal(all.total, size);
  for (const view of ['risk', 'ready', 'renewal', 'stalled', 'unknown'] as const) {
    const lines = await walk(`view=${view}&limit=200&sort=name`);
    assert.equal(lines.length, all.summary.views[view], view);
  }
  for (const band of ['red', 'yellow', 'green', 'unknown'] as const) {
    const lines = await walk(`band=${band}&limit=200`);
    assert.equal(lines.length, all.summary.bands[band], band);
    assert.ok(lines.every(({ health }) => health.band === band));
  }
  for (const { key, accounts } of all.summary.segments)
    assert.equal((await pageOf(`segment=${key}&limit=1`)).total, accounts, key);
  for (const { key, accounts } of all.summary.stages)
    assert.equal((await pageOf(`stage=${key}&limit=1`)).total, accounts, key);
  const sum = (await walk('limit=200')).reduce((cents, line) => cents + (line.mrrCents ?? 0), 0);
  assert.equal(all.summary.mrrCents, sum);
});

test('search forgives accents and case, finds beginnings of words, and tax ids as they are written', async () => {
  const found = async (q: string) => (await pageOf(`q=${encodeURIComponent(q)}&limit=200&sort=name`)).total;
  const named = rows.filter(({ Cliente }) => Cliente.startsWith('Açaí da Conceição')).length;
  for (const q of [
    'açaí da conceição',
    'ACAI DA CONCEICAO',
    'aça conc',
    'conceicao acai da',
    'Açaí  Conceição',
  ])
    assert.equal(await found(q), named, q);
  assert.equal(await found('xyzzy'), 0);
  const one = rows[123];
  const cnpj = one?.CNPJ ?? '';
  for (const q of [
    cnpj,
    cnpj.replace(/\D/g, ''),
    cnpj.replace(/\D/g, '').slice(0, 12),
    cnpj.slice(0, 15),
    cnpj.slice(0, 16),
  ])
    assert.ok((await found(q)) >= 1, q);
  assert.equal(await found(cnpj), 1);
  for (const q of ["'; drop table app.account; --", '%', '_', '\\', '   '])
    assert.ok((await found(q)) >= 0, q);
});

test('every answer of a big base is within its limits, and is what the contract says', async () => {
  for (const path of [
    'week',
    'week?asOf=2026-03-31&lang=en',
    'accounts?limit=200',
    'accounts?asOf=2026-02-01',
  ]) {
    const answer = await api.request(path);
    const text = await answer.text();
    assert.equal(answer.status, 200);
    assert.ok(Buffer.byteLength(text) <= maxBytes, path);
  }
  accountsPage.parse(JSON.parse(await (await api.request('accounts?limit=200')).text()));
  const first = (await pageOf('limit=1')).items[0];
  assert.ok(first);
  for (const path of [
    `accounts/${first.id}`,
    `accounts/${first.id}?asOf=2026-01-10&lang=en`,
    `accounts/${first.id}/facts?limit=200`,
  ]) {
    const text = await (await api.request(path)).text();
    assert.ok(Buffer.byteLength(text) <= maxBytes, `${path}: ${Buffer.byteLength(text)}`);
  }
});

test('a customer with more contracts, tracks and milestones than a page holds: within the limit, and it says how many are left out', async () => {
  const about = {
    source: 'crm',
    account: { source: 'crm', key: 'crowded' },
    occurredAt: '2025-03-01T12:00:00Z',
  };
  const each = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  const signed = (i: number) => ({
    ...about,
    type: 'contract-signed',
    externalId: `k${i}`,
    body: {
      contract: `contract ${i} ${'x'.repeat(60)}`,
      start: '2025-03-01',
      plannedEnd: '2026-05-01',
      lines: [{ cents: 1000, currency: 'BRL' }],
    },
  });
  const planned = (i: number) => ({
    ...about,
    type: 'milestone-planned',
    externalId: `m${i}`,
    body: {
      milestone: `marco ${i} ${'y'.repeat(60)}`,
      track: 'main',
      stage: 'onboarding',
      dueOn: '2026-05-03',
    },
  });
  const by = session(base.store, base.workspaceId, day);
  await record(by, [{ ...about, type: 'account-described', externalId: 'd', body: { name: 'Lotada' } }]);
  for (let from = 0; from < 300; from += 100) {
    await record(
      by,
      each(100, (i) => signed(from + i)),
    );
    await record(
      by,
      each(100, (i) => planned(from + i)),
    );
  }
  const list = await pageOf('q=lotada');
  assert.ok(Buffer.byteLength(JSON.stringify(list.items[0])) < 16_000);
  const text = await (await api.request(`accounts/${list.items[0]?.id}`)).text();
  assert.ok(Buffer.byteLength(text) <= maxBytes, String(Buffer.byteLength(text)));
  const page = customerPage.parse(JSON.parse(text));
  assert.deepEqual([page.contracts.length, page.leftOut.contracts], [100, 200]);
  assert.ok(page.leftOut.tracks > 0 && page.tracks.length + page.leftOut.tracks >= 300);
});

test('the story of a busy account in pages: every fact once, in any group', async () => {
  const { id } = (await pageOf('limit=1&sort=name')).items[0] ?? { id: '' };
  const meeting = (i: number) => ({
    type: 'meeting-held',
    body: { meeting: 'check_in' },
    source: 'crm',
    externalId: `m${i}`,
    account: { id },
    // Many at one instant: pages must not cut between them.
    occurredAt: `2026-03-${String(10 + Math.floor(i / 60)).padStart(2, '0')}T12:00:00Z`,
  });
  for (let i = 0; i < 3; i++)
    await record(
      session(base.store, base.workspaceId, day),
      Array.from({ length: 150 }, (_, n) => meeting(i * 150 + n)),
    );
  for (const group of factGroups) {
    const ids: string[] = [];
    let total = -1;
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `accounts/${id}/facts?limit=40&group=${group}${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page: TimelinePage = await api.read<TimelinePage>(path);
      ids.push(...page.items.map((item) => item.id));
      total = page.total;
      cursor = page.nextCursor;
    }
    assert.equal(ids.length, total, group);
    assert.equal(new Set(ids).size, total, group);
  }
});

test('the OpenAPI document is 3.1, names every route, and every reference in it resolves', async () => {
  type Operation = {
    responses: Record<string, { description: string }>;
    parameters?: { name: string; in: string }[];
  };
  const document = await api.read<{
    openapi: string;
    info: { title: string };
    paths: Record<string, Record<string, Operation>>;
  }>('/api/v1/openapi.json');
  assert.match(document.openapi, /^3\.1\.\d+$/);
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const expected = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(told.sort(), expected.sort());
  const text = JSON.stringify(document);
  for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    assert.ok(
      (document as unknown as { components: { schemas: object } }).components.schemas[name as never],
      name,
    );
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const operation of Object.values(methods)) {
      assert.ok(Object.keys(operation.responses).length > 0 && operation.responses['200']?.description);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? [])
        .filter((each) => each.in === 'path')
        .map((each) => each.name);
      assert.deepEqual(new Set(declared), new Set(inPath), path);
    }
  }
});
