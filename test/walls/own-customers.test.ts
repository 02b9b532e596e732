// Somebody who sees their own customers alone: no answer to them holds a trace of any other customer of the workspace, and
// what they name of others is answered as what is not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brMoney, sample, sheetBytes } from '#actions/testing-sheet.ts';
import { bring, record, session } from '#actions/testing.ts';
import { writeEntry } from '#actions/write-entry.ts';
import { readWeek } from '#actions/week.ts';
import { routeRights } from '#contract/route-rights.ts';
import { routes, type RouteName } from '#contract/routes.ts';
import { ownerOf, personOf, siteOver, type Browser, type Site } from '#server/testing-people.ts';
import { testStore, type TestStore } from '#store/testing.ts';
import { unzipped } from '../export/testing-unzip.ts';
import { callsOf, facts, today, type Made } from './two-workspaces.ts';

const canary = /CANARIO|canario|98765\d{4}/;
const mine = 3;
const all = 10;
let base: TestStore;
let site: Site;
let owner: Browser;
let ana: Browser & { readonly id: string };
let workspace = '';
let theirFact = '';
const ours: string[] = [];
const theirs: string[] = [];
const at = (path: string): string => `/api/v1/workspaces/${workspace}/${path}`;

before(async () => {
  base = await testStore();
  workspace = base.workspaceId;
  const by = session(base.store, workspace, today);
  const rows = sample(all, 'own').rows.map((row, i) => ({
    ...row,
    Cliente: i < mine ? `Nosso Cliente ${i}` : `CANARIO Cliente ${i}`,
    'Valor mensal (R$)': brMoney(i < mine ? 10_000 + i : 987_650_000 + i),
    Comentário: i < mine ? 'Nosso comentou' : 'CANARIO comentou',
    Observações: i < mine ? 'Nosso observou' : 'CANARIO observou',
    'Responsável (CS)': i < mine ? 'Ana Prado' : 'Beto CANARIO',
  }));
  await bring(by, sheetBytes(rows), 'base.csv');
  for (const { id, name } of (await readWeek(by, undefined)).accounts)
    (name.startsWith('Nosso') ? ours : theirs).push(id);
  const byHand = { on: undefined, entry: { kind: 'note', text: 'CANARIO à mão' } } as const;
  theirFact = await writeEntry(by, theirs[0] ?? '', byHand, null, ({ results }) => results[0]?.factId ?? '');
  await record(by, facts('CANARIO', theirs));
  site = siteOver(base.store, today);
  owner = await ownerOf(site);
  const { inFacts } = (await owner.ask(at('people'))).body as { inFacts: { key: string; name: string }[] };
  const memberKey = inFacts.find(({ name }) => name === 'Ana Prado')?.key;
  const limited = { email: 'ana@firma.com.br', role: 'csm', sees: 'own', memberKey };
  ana = await personOf(site, owner, workspace, limited);
});
after(async () => await base.close());

type List = { total: number; items: unknown[]; summary: { views: { all: number }; mrrCents: number } };

test('the canaries are there for who sees everything, or this proves nothing', async () => {
  assert.deepEqual([ours.length, theirs.length], [mine, all - mine]);
  assert.match((await owner.ask(at('accounts'))).text, canary);
});

test('lists, counts, sums, searches and the week hold their own customers alone', async () => {
  const whole = (await ana.ask(at('accounts'))).body as List;
  assert.deepEqual([whole.total, whole.items.length, whole.summary.views.all], [mine, mine, mine]);
  assert.equal(whole.summary.mrrCents, 10_000 + 10_001 + 10_002);
  const asks = [
    'q=canario',
    'q=cliente',
    'sort=mrr&dir=desc',
    'view=risk',
    'asOf=2026-04-01',
    'limit=1',
    'lang=en',
  ];
  for (const query of ['', ...asks]) {
    const list = await ana.ask(at(`accounts?${query}`));
    assert.equal(list.status, 200);
    assert.doesNotMatch(list.text, canary, query);
    for (const id of theirs) assert.ok(!list.text.includes(id), query);
    assert.ok((list.body as List).total <= mine, query);
  }
  const week = await ana.ask(at('week'));
  assert.doesNotMatch(week.text, canary);
  assert.equal((week.body as { lines: unknown[] }).lines.length, mine);
  const [place] = (await ana.ask('/api/v1/workspaces')).body as { accounts: number }[];
  assert.equal(place?.accounts, mine);
});

test('who sees everything is not answered from what was counted for another, nor the other way round', async () => {
  for (const [browser, total] of [
    [owner, all],
    [ana, mine],
    [owner, all],
  ] as const)
    assert.equal(((await browser.ask(at('accounts'))).body as List).total, total);
});

test('a customer of others and none at all are answered by the same bytes', async () => {
  const nobody = crypto.randomUUID();
  const note = (id: string) => ({
    facts: [
      {
        type: 'note-written',
        body: { text: 'x' },
        source: 's',
        externalId: id,
        account: id,
        occurredAt: today,
      },
    ],
  });
  for (const id of theirs.slice(0, 3))
    for (const path of [
      'accounts/ID',
      'accounts/ID?asOf=2026-04-01',
      'accounts/ID/facts',
      'accounts/ID/facts?kind=note',
    ]) {
      const [foreign, absent] = await Promise.all(
        [id, nobody].map((one) => ana.ask(at(path.replace('ID', one)))),
      );
      assert.equal(foreign?.status, 404, path);
      assert.equal(foreign?.text.replaceAll(id, nobody), absent?.text, path);
    }
  const [foreign, absent] = await Promise.all(
    [theirs[0] ?? '', nobody].map((one) => ana.ask(at('facts'), { body: note(one) })),
  );
  assert.equal(foreign?.status, 404);
  assert.equal(foreign?.text.replaceAll(theirs[0] ?? '', nobody), absent?.text);
  assert.equal((await ana.ask(at('facts'), { body: note(ours[0] ?? '') })).status, 200);
  const entry = { entry: { kind: 'note', text: 'x' } };
  assert.equal((await ana.ask(at(`accounts/${theirs[0]}/entries`), { body: entry })).status, 404);
  const taken = { method: 'DELETE' };
  assert.equal((await ana.ask(at(`accounts/${theirs[0]}/entries/${theirFact}`), taken)).status, 404);
  assert.equal((await ana.ask(at(`accounts/${ours[0]}/entries/${theirFact}`), taken)).status, 404);
});

test('a fact for a key that nobody has opens no customer, and one that others have tells nothing', async () => {
  const before = ((await owner.ask(at('accounts'))).body as List).total;
  const told = (key: string) => ({
    facts: [
      {
        type: 'note-written',
        body: { text: 'x' },
        source: 'CANARIOfonte',
        externalId: 'k1',
        account: key,
        occurredAt: today,
      },
    ],
  });
  assert.equal((await ana.ask(at('facts'), { body: told('nova') })).status, 404);
  assert.equal(((await owner.ask(at('accounts'))).body as List).total, before);
});

test('no route of the map answers with a trace of others, whatever is asked', async () => {
  const made: Made = {
    ours,
    theirs,
    ourImport: crypto.randomUUID(),
    theirImport: crypto.randomUUID(),
    ourDraft: crypto.randomUUID(),
    theirDraft: crypto.randomUUID(),
    theirFile: crypto.randomUUID(),
    theirMapping: crypto.randomUUID(),
    theirPerson: crypto.randomUUID(),
    theirFact,
    theirView: crypto.randomUUID(),
    ourStamp: '',
  };
  let answers = 0;
  for (const name of Object.keys(routes) as RouteName[]) {
    // The names of the people who work here are no customer's trace; each may be one's colleague.
    if (name === 'listPeople' || !routes[name].path.includes('{workspace}')) continue;
    for (const call of callsOf(name, workspace, made)) {
      const answer = await ana.ask(call.url, {
        method: call.method.toUpperCase(),
        ...(call.body === undefined
          ? {}
          : typeof call.body === 'string'
            ? { body: JSON.parse(call.body) as unknown }
            : { bytes: call.body }),
      });
      assert.ok(answer.status < 500, `${name} ${call.url} ${answer.text}`);
      // Colleagues may be chosen to own a decision.
      const text = answer.text.replaceAll(/"detail":"(?:[^"\\]|\\.)*"|"members":\[[^\]]*\]/g, '');
      assert.doesNotMatch(text, canary, `${name} ${call.url}`);
      for (const id of theirs)
        if (!call.url.includes(id) && !String(call.body).includes(id))
          assert.ok(!answer.text.includes(id), `${name} ${call.url}`);
      answers += 1;
    }
  }
  assert.ok(answers > 100, String(answers));
  assert.deepEqual(site.log, []);
});

test('what they take out holds their own customers alone, with counts and files alike', async () => {
  const tables = ['accounts', 'contacts', 'subscriptions', 'tickets', 'answers', 'observations', 'facts'];
  for (const table of tables) {
    const { status, text } = await ana.ask(at(`export?format=csv&table=${table}`));
    assert.equal(status, 200, table);
    assert.doesNotMatch(text, canary, table);
    for (const id of theirs) assert.ok(!text.includes(id), table);
  }
  const { text } = await ana.ask(at('export?format=csv&style=iso'));
  assert.equal(text.trim().split('\r\n').length, 1 + mine);
  assert.match(text, /100\.01/);
  assert.match((await owner.ask(at('export?format=csv'))).text, canary);
  const book = async (who: Browser): Promise<string> => {
    const answer = await who.request(at('export?format=xlsx'));
    const files = await unzipped(new Uint8Array(await answer.arrayBuffer()));
    return [...files.values()].join('\n');
  };
  const whole = await book(ana);
  assert.doesNotMatch(whole, canary);
  assert.equal(whole.match(/Nosso Cliente \d/g)?.length, mine);
  assert.match(await book(owner), canary);
});

test('who sees everything takes nothing out as a CSM, nor who may only look', async () => {
  const beto = await personOf(site, owner, workspace, { email: 'beto@firma.com.br', role: 'csm' });
  assert.equal((await beto.ask(at('export?format=csv'))).status, 403);
  const { inFacts } = (await owner.ask(at('people'))).body as { inFacts: { key: string; name: string }[] };
  const memberKey = inFacts.find(({ name }) => name === 'Ana Prado')?.key;
  const looks = { email: 'caio@firma.com.br', role: 'viewer', sees: 'own', memberKey };
  assert.equal((await (await personOf(site, owner, workspace, looks)).ask(at('export'))).status, 403);
});

test('what needs the whole base is refused to who sees a part of it', async () => {
  for (const [name, right] of Object.entries(routeRights))
    if (['data.read', 'identity.write', 'data.import'].includes(right)) {
      const route = routes[name as RouteName];
      if (route.method !== 'get') continue;
      const url = route.path.replace('{workspace}', workspace).replaceAll(/\{\w+\}/g, crypto.randomUUID());
      assert.equal((await ana.ask(url)).status, 403, name);
    }
});

test('the ritual and the committee are of their own customers, with counts of their own', async () => {
  type Lists = Record<'atRisk' | 'ready' | 'contractRisk', { total: number; lines: { id: string }[] }>;
  type Held = Lists & { phases: { accounts: number }[]; minutes: unknown; text: string };
  await owner.ask(at('rituals/weekly/minutes'), { body: { text: 'CANARIO na ata' } });
  const decide = (by: Browser, id: string) =>
    by.ask(at(`rituals/weekly/lines/${id}`), {
      body: { what: 'CANARIO decidido', owner: null, dueOn: null, over: null },
    });
  const nobody = crypto.randomUUID();
  const [foreign, absent] = [await decide(ana, theirs[0] ?? ''), await decide(ana, nobody)];
  assert.equal(foreign.status, 404);
  assert.equal(foreign.text.replaceAll(theirs[0] ?? '', nobody), absent.text);
  assert.equal((await decide(owner, theirs[0] ?? '')).status, 200);
  assert.equal((await decide(owner, theirs[0] ?? '')).status, 409, 'it is there for who sees it');
  assert.equal((await decide(ana, theirs[0] ?? '')).text, foreign.text, 'decided or not');
  const held = await ana.ask(at('rituals/weekly'));
  assert.equal(held.status, 200);
  assert.doesNotMatch(held.text, canary);
  const { atRisk, ready, contractRisk, phases, minutes } = held.body as Held;
  for (const { total, lines } of [atRisk, ready, contractRisk]) {
    assert.ok(total <= mine);
    assert.ok(lines.every(({ id }) => ours.includes(id)));
  }
  assert.equal(minutes, null);
  assert.ok(phases.every(({ accounts }) => accounts <= mine));
  const committee = await ana.ask(at('rituals/committee'));
  assert.equal(committee.status, 200);
  assert.doesNotMatch(committee.text, canary);
  assert.ok((committee.body as { list: { total: number } }).list.total <= mine);
  assert.equal((await ana.ask(at('rituals/weekly/minutes'), { body: { text: 'Ata' } })).status, 403);
  const line = await decide(ana, ours[1] ?? '');
  assert.equal(line.status, 200, line.text);
});

test('a customer that changes hands is seen by the new owner and no longer by the old one', async () => {
  const [id = ''] = ours;
  const moved = { member: 'beto canario', role: 'csm' };
  const person = (await owner.ask(at('people'))).body as { inFacts: { key: string; name: string }[] };
  const beto = person.inFacts.find(({ name }) => name === 'Beto CANARIO')?.key ?? '';
  const anas = person.inFacts.find(({ name }) => name === 'Ana Prado')?.key ?? '';
  const told = [
    { type: 'team-released', body: { ...moved, member: anas }, externalId: 't1' },
    { type: 'team-assigned', body: { ...moved, member: beto }, externalId: 't2' },
  ].map((fact) => ({ ...fact, source: 'tela', account: id, occurredAt: '2026-04-15T12:00:00Z' }));
  assert.equal((await owner.ask(at('facts'), { body: { facts: told } })).status, 200);
  assert.equal((await ana.ask(at(`accounts/${id}`))).status, 404);
  assert.equal(((await ana.ask(at('accounts'))).body as List).total, mine - 1);
  assert.equal((await ana.ask(at(`accounts/${ours[1]}`))).status, 200);
});

test('a limit needs somebody in the base, and owners and admins have none', async () => {
  const change = (body: unknown) => owner.ask(at(`people/${ana.id}`), { method: 'PATCH', body });
  assert.equal((await change({ memberKey: null })).status, 409);
  assert.equal((await change({ role: 'admin' })).status, 409);
  assert.equal((await change({ sees: 'all' })).status, 200);
  assert.equal(((await ana.ask(at('accounts'))).body as List).total, all, 'at once');
});
