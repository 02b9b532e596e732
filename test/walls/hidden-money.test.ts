// Somebody who is not told amounts of money: a base whose every amount can be recognised, and no answer of any route that
// holds a trace of one, in cents, written out, abbreviated or summed; whoever sees money gets them all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brMoney, sample, sheetBytes } from '#actions/testing-sheet.ts';
import { openAccount } from '#actions/open-account.ts';
import { bring, record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { writeEntry } from '#actions/write-entry.ts';
import { routes, type RouteName } from '#contract/routes.ts';
import { ownerOf, personOf, siteOver, type Browser, type Site } from '#server/testing-people.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { unzipped } from '../export/testing-unzip.ts';
import { callsOf, today, type Made } from './two-workspaces.ts';

/** R$ 987.654,32 and its neighbours, in whatever form. */
const amount = 98_765_432;
const trace =
  /98[.,]?765|987[.,]?65|988\s?(?:mil|k)|987[.,]\d\s?(?:mil|k)|[1-9][.,]?185[.,]?18|R\$\s?-?\d|US\$|\d\.\d{3},\d{2}/;
let base: TestStore;
let site: Site;
let owner: Browser;
let bia: Browser;
let ana: Browser;
let workspace = '';
let theirFact = '';
const ids: string[] = [];
const at = (path: string): string => `/api/v1/workspaces/${workspace}/${path}`;

/** An amount in every kind of fact that carries one, and in what people write. */
const facts = (id: string, i: number) =>
  [
    {
      type: 'invoice-issued',
      body: {
        invoice: `F${i}`,
        grossCents: amount,
        netCents: amount,
        currency: 'BRL',
        dueOn: '2026-03-02',
      },
      occurredAt: '2026-02-01T12:00:00Z',
    },
    {
      type: 'contract-signed',
      body: {
        contract: 'novo',
        plannedEnd: '2026-05-20',
        renewal: 'manual',
        lines: [{ product: 'extra', cents: amount, currency: 'BRL', months: 1 }],
      },
      occurredAt: '2025-11-01T12:00:00Z',
    },
    { type: 'invoice-paid', body: { invoice: `G${i}`, cents: amount, currency: 'BRL' } },
    { type: 'offer-proposed', body: { offer: 'nova_area', cents: amount, currency: 'BRL' } },
    { type: 'effort-spent', body: { hours: 3, costCents: amount, currency: 'BRL' } },
    { type: 'state-observed', body: { metric: 'overdue_cents', value: amount, currency: 'BRL' } },
    { type: 'note-written', body: { text: 'Falou em R$ 987.654,32, uns R$ 988 mil, e em 987.654,32 puro' } },
  ].map((fact, n) => ({
    occurredAt: '2026-04-10T12:00:00Z',
    ...fact,
    source: 'erp',
    externalId: `m${i}-${n}`,
    account: { id },
  }));

before(async () => {
  base = await testStore();
  workspace = base.workspaceId;
  const by = session(base.store, workspace, today);
  const rows = sample(6, 'money').rows.map((row, i) => ({
    ...row,
    'Valor mensal (R$)': brMoney(amount + i),
    Comentário: 'Pagamos R$ 987.654,32 por mês',
    'Responsável (CS)': i < 3 ? 'Ana Prado' : 'Beto Lima',
  }));
  await bring(by, sheetBytes(rows), 'base.csv');
  for (const { id } of (await readWeek(by, undefined)).accounts) ids.push(id);
  await record(by, ids.flatMap(facts));
  const byHand = { on: undefined, entry: { kind: 'note', text: 'Quer pagar US$ 9,876.54' } } as const;
  theirFact = await writeEntry(by, ids[0] ?? '', byHand, null, ({ results }) => results[0]?.factId ?? '');
  site = siteOver(base.store, today);
  owner = await ownerOf(site);
  const { inFacts } = (await owner.ask(at('people'))).body as { inFacts: { key: string; name: string }[] };
  const memberKey = inFacts.find(({ name }) => name === 'Ana Prado')?.key;
  const blind = { role: 'csm', seesMoney: false };
  bia = await personOf(site, owner, workspace, { ...blind, email: 'bia@firma.com.br' });
  ana = await personOf(site, owner, workspace, {
    ...blind,
    email: 'ana@firma.com.br',
    sees: 'own',
    memberKey,
  });
});
after(async () => await base.close());

/** Every call of the routes that only look, in both languages. */
function looks(): { name: RouteName; url: string }[] {
  const none = crypto.randomUUID();
  const made: Made = {
    ours: ids,
    theirs: ids,
    ourImport: none,
    theirImport: none,
    ourDraft: none,
    theirDraft: none,
    theirFile: none,
    theirMapping: none,
    theirPerson: none,
    theirFact,
    theirView: crypto.randomUUID(),
    ourStamp: '',
  };
  return (Object.keys(routes) as RouteName[])
    .filter((name) => routes[name].method === 'get')
    .flatMap((name) => {
      const urls = callsOf(name, workspace, made).map(({ url }) => url);
      const english = urls.map((url) => `${url}${url.includes('?') ? '&' : '?'}lang=en`);
      const all = routes[name].path.includes('{id}')
        ? ids.map((id) => routes[name].path.replace('{workspace}', workspace).replace('{id}', id))
        : [];
      return [...new Set([...urls, ...english, ...all])].map((url) => ({ name, url }));
    });
}

test('no route that looks answers with an amount, and all are there for who sees money', async () => {
  const told = new Set<RouteName>();
  let answers = 0;
  for (const { name, url } of looks()) {
    const seen = await owner.ask(url);
    if (trace.test(seen.text)) told.add(name);
    for (const blind of [bia, ana]) {
      const answer = await blind.ask(url);
      assert.ok(answer.status < 500, `${name} ${url}`);
      const found = trace.exec(answer.text);
      assert.equal(
        found?.[0],
        undefined,
        `${name} ${url} …${answer.text.slice(Math.max(0, (found?.index ?? 0) - 80), (found?.index ?? 0) + 40)}`,
      );
      answers += 1;
    }
  }
  assert.ok(answers > 150, String(answers));
  const expected = [
    'listAccounts',
    'getAccount',
    'listAccountFacts',
    'getWeek',
    'getRitual',
    'getCommittee',
    'getExport',
  ];
  assert.deepEqual(
    expected.filter((name) => !told.has(name as RouteName)),
    [],
  );
  assert.deepEqual(site.log, []);
});

type Wire = {
  items: { mrrCents: number | null; health: { score: number } }[];
  summary: { mrrCents: number | null };
};

test('sheets go out with their columns of amounts empty and named as hidden', async () => {
  const csv = (await ana.ask(at('export?format=csv&style=iso'))).text.trim().split('\r\n');
  const [head = [] as string[], ...rows] = csv.map((row) => row.split(','));
  const column = head.indexOf('Valor mensal (oculto para quem baixou)');
  assert.ok(column > 0, String(head));
  assert.deepEqual(new Set(rows.map((row) => row[column])), new Set(['']));
  assert.equal(rows.length, 3);
  const files = await unzipped(new Uint8Array(await (await ana.request(at('export'))).arrayBuffer()));
  const inside = [...files.values()].join('\n');
  assert.match(inside, /oculto para quem baixou/);
  assert.doesNotMatch(inside, trace);
  const seen = await unzipped(new Uint8Array(await (await owner.request(at('export'))).arrayBuffer()));
  assert.match([...seen.values()].join('\n'), trace);
});

test('a sheet without amounts that is brought back tells of no amount, not even of none', async () => {
  const { text } = await ana.ask(at('export?format=csv'));
  const other = await freshWorkspace(base.store, 'volta');
  const by = session(base.store, other, today);
  const { files } = await bring(by, Buffer.from(text), 'clientes.csv');
  assert.equal(files[0]?.accepted, 3);
  const [first] = (await readWeek(by, undefined)).accounts;
  const { decision, profile } = await openAccount(by, first?.id ?? '', undefined);
  assert.equal(decision.mrrCents, null);
  assert.equal((profile.leaves['finance'] as Record<string, unknown>)['overdueAmount'] ?? null, null);
});

test('what is no amount is told to both alike', async () => {
  const [seen, blind] = await Promise.all([owner, bia].map((who) => who.ask(at('accounts?sort=name'))));
  const [told, hidden] = [seen?.body, blind?.body] as unknown as [Wire, Wire];
  assert.deepEqual(
    hidden.items.map(({ health }) => health),
    told.items.map(({ health }) => health),
  );
  assert.ok(told.items.every(({ mrrCents }) => (mrrCents ?? 0) >= amount));
  assert.deepEqual([hidden.items[0]?.mrrCents, hidden.summary.mrrCents], [null, null]);
  assert.match((await bia.ask(at(`accounts/${ids[0]}/facts`))).text, /valor oculto/);
  assert.match((await bia.ask(at(`accounts/${ids[0]}/facts?lang=en`))).text, /hidden amount/);
});

test('an order by amounts is refused in words', async () => {
  for (const sort of ['mrr', 'atStake']) {
    const refused = await bia.ask(at(`accounts?sort=${sort}`));
    assert.equal(refused.status, 403);
    assert.equal((refused.body as { code: string }).code, 'money-hidden');
    assert.equal((await owner.ask(at(`accounts?sort=${sort}`))).status, 200);
  }
});

test('who may be without amounts, and until when', async () => {
  const { people } = (await owner.ask(at('people'))).body as { people: { id: string; email: string }[] };
  const id = people.find(({ email }) => email === 'bia@firma.com.br')?.id ?? '';
  const change = (body: unknown) => owner.ask(at(`people/${id}`), { method: 'PATCH', body });
  assert.equal((await change({ role: 'manager' })).status, 409);
  const invited = { email: 'gestora@firma.com.br', role: 'manager', seesMoney: false };
  assert.equal((await owner.ask(at('people'), { body: invited })).status, 409);
  assert.equal((await change({ seesMoney: true })).status, 200);
  assert.match((await bia.ask(at('accounts'))).text, trace, 'at once');
  assert.equal((await change({ seesMoney: false })).status, 200);
  assert.doesNotMatch((await bia.ask(at('accounts'))).text, trace);
});
