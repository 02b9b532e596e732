// A person leaves: what they had in hand is counted beforehand, passes to somebody or to nobody in the same step.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAccount } from '#actions/open-account.ts';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { ownerOf, personOf, siteOver, type Browser, type Site } from '#server/testing-people.ts';
import { testStore, type TestStore } from '#store/testing.ts';

const today = '2026-04-15';
let base: TestStore;
let site: Site;
let owner: Browser;
let people = '';
let ids: string[] = [];
const by = () => session(base.store, base.workspaceId, today);
const open = async (id: string) => (await openAccount(by(), id, undefined)).profile;

before(async () => {
  base = await testStore();
  site = siteOver(base.store, today);
  owner = await ownerOf(site);
  people = `/api/v1/workspaces/${base.workspaceId}/people`;
  const rows = sample(4, 'leave').rows.map((row, i) => ({
    ...row,
    'Responsável (CS)': i < 3 ? 'Ana Prado' : 'Beto Lima',
  }));
  await bring(by(), sheetBytes(rows), 'base.csv');
  const found = await Promise.all(
    (await readWeek(by(), undefined)).accounts.map(async ({ id }) => ({ id, team: (await open(id)).team })),
  );
  ids = found.filter(({ team }) => team[0]?.member === 'ana prado').map(({ id }) => id);
  const [id = ''] = ids;
  const task = { task: 't1', action: 'own', owner: 'ana prado', what: 'Ligar' };
  await record(by(), [
    {
      type: 'task-opened',
      source: 's',
      externalId: 't1',
      account: { id },
      occurredAt: `${today}T09:00:00Z`,
      body: task,
    },
    {
      type: 'team-assigned',
      source: 's',
      externalId: 'c1',
      account: { id },
      occurredAt: `${today}T09:00:00Z`,
      body: { member: 'ana prado', role: 'consultant' },
    },
  ]);
});
after(async () => await base.close());

const joins = (email: string, memberKey: string) =>
  personOf(site, owner, base.workspaceId, { email, role: 'csm', memberKey });
const leaves = (id: string, to?: string) =>
  owner.ask(`${people}/${id}${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`, {
    method: 'DELETE',
  });

test('who is still there under the same name keeps what is in hand', async () => {
  const [one, other] = [
    await joins('ana1@firma.com.br', 'ana prado'),
    await joins('ana2@firma.com.br', 'ana prado'),
  ];
  assert.deepEqual((await leaves(one.id)).body, { id: one.id, customers: 0, tasks: 0 });
  const { body } = await owner.ask(`${people}/${other.id}/leaving`);
  const said = body as { customers: number; tasks: number; next: { key: string; name: string }[] };
  assert.deepEqual([said.customers, said.tasks], [3, 1]);
  assert.deepEqual(said.next, [{ key: 'beto lima', name: 'Beto Lima' }]);
});

test('nobody leaves into hands that cannot take over: the person stays', async () => {
  const { people: all } = (await owner.ask(people)).body as {
    people: { id: string; memberKey: string | null }[];
  };
  const ana = all.find(({ memberKey }) => memberKey === 'ana prado')?.id ?? '';
  for (const to of ['ana prado', 'ninguém']) assert.equal((await leaves(ana, to)).status, 422, to);
  assert.equal((await owner.ask(`${people}/${ana}/leaving`)).status, 200);
});

test('customers and tasks pass to somebody, in every role; then, without one, to nobody', async () => {
  const { people: all } = (await owner.ask(people)).body as {
    people: { id: string; memberKey: string | null }[];
  };
  const ana = all.find(({ memberKey }) => memberKey === 'ana prado')?.id ?? '';
  assert.deepEqual((await leaves(ana, 'beto lima')).body, { id: ana, customers: 3, tasks: 1 });
  const [id = ''] = ids;
  const passed = await open(id);
  const roles = passed.team
    .map(({ role, member }) => `${role} ${member}`)
    .toSorted((a, b) => a.localeCompare(b));
  assert.deepEqual(roles, ['consultant beto lima', 'csm beto lima']);
  assert.equal(passed.tasks[0]?.owner, 'beto lima');
  const beto = await joins('beto@firma.com.br', 'beto lima');
  assert.deepEqual((await leaves(beto.id)).body, { id: beto.id, customers: 4, tasks: 1 });
  const left = await open(id);
  assert.deepEqual([left.team, left.tasks[0]?.owner], [[], null]);
  const list = await owner.ask(`/api/v1/workspaces/${base.workspaceId}/week`);
  const owners = (list.body as { lines: { action: { owner: string | null } }[] }).lines.map(
    ({ action }) => action.owner,
  );
  assert.deepEqual([...new Set(owners)], [null]);
  const story = (await owner.ask(`/api/v1/workspaces/${base.workspaceId}/accounts/${id}/facts`)).text;
  assert.match(story, /Ana Prado/);
});
