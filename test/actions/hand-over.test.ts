// Customers change hands: one or many in one step, with their tasks and a note, seen at once, taken back as one.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { openAccount } from '#actions/open-account.ts';
import type { HandedOver, HandOver } from '#contract/team.ts';
import { ownerOf, personOf, siteOver, type Browser, type Site } from '#server/testing-people.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { readWeek } from '#actions/week.ts';

const today = '2026-04-15';
const [ana, beto, caio] = ['ana prado', 'beto lima', 'caio sa'] as const;
let base: TestStore;
let site: Site;
let owner: Browser;
let workspace = '';
let slug = 0;
let ids: string[] = [];
const by = () => session(base.store, workspace, today);

before(async () => {
  base = await testStore();
  site = siteOver(base.store, today);
  await ownerOf(site);
  // The operator of the machine, who may enter every workspace of the base.
  const browser = site.browser();
  const headers = { authorization: 'Bearer operator-token' };
  owner = {
    ...browser,
    ask: (path, ask = {}) => browser.ask(path, { ...ask, headers: { ...headers, ...ask.headers } }),
  };
});
after(async () => await base.close());
beforeEach(async () => {
  slug += 1;
  workspace = await freshWorkspace(base.store, `mãos-${slug}`.normalize('NFD').replaceAll(/\p{M}/gu, ''));
  const rows = sample(6, 'hands').rows.map((row, i) => ({
    ...row,
    'Responsável (CS)': i < 3 ? 'Ana Prado' : i < 5 ? 'Beto Lima' : 'Caio Sá',
  }));
  await bring(by(), sheetBytes(rows), 'base.csv');
  const accounts = (await readWeek(by(), undefined)).accounts;
  const owned = await Promise.all(accounts.map(async ({ id }) => ({ id, csm: await csmOf(id) })));
  ids = owned.sort((a, b) => a.csm.localeCompare(b.csm)).map(({ id }) => id);
});

async function csmOf(id: string): Promise<string> {
  const { profile } = await openAccount(by(), id, undefined);
  return profile.team
    .filter(({ role }) => role === 'csm')
    .map(({ member }) => member)
    .join(' ');
}
const csms = () => Promise.all(ids.map(csmOf));
const tasksOf = async (id: string) => (await openAccount(by(), id, undefined)).profile.tasks;
const url = (path: string): string => `/api/v1/workspaces/${workspace}/team/${path}`;
async function hand(asked: HandOver, who = owner, key?: string): Promise<HandedOver> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await who.ask(url('hand-over'), { body: asked, headers });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}
async function refused(path: string, body: unknown, who = owner): Promise<[number, string]> {
  const { status, body: problem } = await who.ask(url(path), { body });
  return [status, (problem as { code: string }).code];
}
const openTask = (id: string, task: string, member: string) =>
  record(by(), [
    {
      type: 'task-opened',
      source: 'perene:screen',
      externalId: task,
      account: { id },
      occurredAt: '2026-04-10T12:00:00Z',
      body: { task, action: 'own', owner: member, dueOn: '2026-04-20', what: `Fazer ${task}` },
    },
  ]);

test('customers pass from one to another in one step, with the open tasks of who had them and a note', async () => {
  const [first = '', second = ''] = ids;
  await openTask(first, 't1', ana);
  await openTask(first, 't2', beto);
  const done = await hand({ accounts: ids.slice(0, 2), to: beto, from: ana, note: 'Prometemos o painel.' });
  const tasks = new Map(done.handed.map((one) => [one.id, one.tasks]));
  assert.deepEqual([tasks.get(first), tasks.get(second), tasks.size], [1, 0, 2]);
  assert.deepEqual(await csms(), [beto, beto, ana, beto, beto, caio]);
  assert.deepEqual(
    (await tasksOf(first)).map((task) => task.owner),
    [beto, beto],
  );
  const story = (await owner.ask(`/api/v1/workspaces/${workspace}/accounts/${second}/facts`)).text;
  assert.match(story, /Prometemos o painel/);
});

test('tasks stay with who has them when they are not to go along', async () => {
  await openTask(ids[0] ?? '', 't1', ana);
  const { handed } = await hand({ accounts: [ids[0] ?? ''], to: beto, tasks: false });
  assert.equal(handed[0]?.tasks, 0);
  assert.equal((await tasksOf(ids[0] ?? ''))[0]?.owner, ana);
});

test('a release leaves the customer and the tasks with nobody', async () => {
  await openTask(ids[0] ?? '', 't1', ana);
  await hand({ accounts: [ids[0] ?? ''], to: null });
  assert.equal(await csmOf(ids[0] ?? ''), '');
  assert.equal((await tasksOf(ids[0] ?? ''))[0]?.owner, null);
});

test('who changed hands meanwhile, or is there already, stays and is named', async () => {
  const [first = '', , , fourth = '', , sixth = ''] = ids;
  const { handed, kept } = await hand({ accounts: [first, fourth, sixth], to: beto, from: ana });
  assert.deepEqual(
    handed.map(({ id }) => id),
    [first],
  );
  const why = new Map(kept.map((one) => [one.id, [one.why, ...one.now]]));
  assert.deepEqual(
    [why.get(fourth), why.get(sixth)],
    [
      ['same', beto],
      ['meanwhile', caio],
    ],
  );
  assert.deepEqual(await csms(), [beto, ana, ana, beto, beto, caio]);
  const nobody = await hand({ accounts: [sixth], to: ana, from: null });
  assert.equal(nobody.kept[0]?.why, 'meanwhile');
});

test('a hand-over is taken back whole: who had them, their tasks, no note', async () => {
  await openTask(ids[0] ?? '', 't1', ana);
  const { facts } = await hand({ accounts: ids, to: caio, note: 'Recado que some' });
  assert.deepEqual(
    await csms(),
    ids.map(() => caio),
  );
  const back = await owner.ask(url('hand-over/take-back'), { body: { facts } });
  assert.deepEqual([back.status, back.body], [200, { accounts: 5 }]);
  assert.deepEqual(await csms(), [ana, ana, ana, beto, beto, caio]);
  assert.equal((await tasksOf(ids[0] ?? ''))[0]?.owner, ana);
  const story = (await owner.ask(`/api/v1/workspaces/${workspace}/accounts/${ids[0]}/facts`)).text;
  assert.doesNotMatch(story, /Recado que some/);
  assert.deepEqual(await refused('hand-over/take-back', { facts }), [404, 'entry-not-found']);
});

test('nothing is taken back once somebody passed the customer on', async () => {
  const { facts } = await hand({ accounts: [ids[0] ?? ''], to: beto });
  site.clock.ahead += 60_000;
  await hand({ accounts: [ids[0] ?? ''], to: caio });
  assert.deepEqual(await refused('hand-over/take-back', { facts }), [409, 'team-changed']);
  assert.equal(await csmOf(ids[0] ?? ''), caio);
});

test('the same request has one effect', async () => {
  const asked = { accounts: [ids[0] ?? ''], to: beto, note: 'Uma vez' };
  const first = await hand(asked, owner, 'uma-chave');
  assert.deepEqual(await hand(asked, owner, 'uma-chave'), first);
});

test('nobody takes over who is none of ours or has left; nothing changes then', async () => {
  const accounts = [ids[0] ?? ''];
  assert.deepEqual(await refused('hand-over', { accounts, to: 'ninguém' }), [422, 'team-unknown']);
  const person = await personOf(site, owner, workspace, {
    email: `beto${slug}@firma.com.br`,
    role: 'csm',
    memberKey: beto,
  });
  await owner.ask(`/api/v1/workspaces/${workspace}/people/${person.id}`, { method: 'DELETE' });
  assert.deepEqual(await refused('hand-over', { accounts, to: beto }), [422, 'team-left']);
  assert.equal(await csmOf(ids[0] ?? ''), ana);
});

test('a CSM passes on their own and no others, and never to nobody', async () => {
  const person = { email: `ana${slug}@firma.com.br`, role: 'csm', memberKey: ana };
  const browser = await personOf(site, owner, workspace, person);
  const [own = '', , , other = ''] = ids;
  assert.deepEqual(await refused('hand-over', { accounts: [own, other], to: caio }, browser), [
    409,
    'team-not-own',
  ]);
  assert.deepEqual(await refused('hand-over', { accounts: [own], to: null }, browser), [409, 'team-not-own']);
  const { facts } = await hand({ accounts: [own], to: caio }, browser);
  assert.equal(await csmOf(own), caio);
  assert.equal((await browser.ask(url('hand-over/take-back'), { body: { facts } })).status, 200);
  assert.equal(await csmOf(own), ana);
});

test('who sees their own alone finds no other customer by handing over', async () => {
  const person = { email: `so${slug}@firma.com.br`, role: 'csm', memberKey: ana, sees: 'own' };
  const browser = await personOf(site, owner, workspace, person);
  const nobody = crypto.randomUUID();
  const answers = await Promise.all(
    [ids[5] ?? '', nobody].map(async (id) => {
      const body = { accounts: [id], to: beto };
      return (await browser.ask(url('hand-over'), { body })).text.replaceAll(id, 'ID');
    }),
  );
  assert.equal(answers[0], answers[1]);
  assert.match(answers[0] ?? '', /account-not-found/);
  await hand({ accounts: [ids[0] ?? ''], to: beto }, browser);
  assert.equal((await browser.ask(`/api/v1/workspaces/${workspace}/accounts/${ids[0]}`)).status, 404);
});
