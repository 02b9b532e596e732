// What the team can do this week: told by person, shared in the order of the list, and what does not fit is said.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { weekOf } from '#words/week.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const detractor = (key: string, member: string, cents: number) => {
  const about = { source: 'crm', account: { source: 'crm', key } };
  const lines = [{ cents, currency: 'BRL' }];
  return [
    { ...about, type: 'account-described', body: { name: `Cliente ${key}` }, externalId: key },
    { ...about, type: 'team-assigned', body: { member, role: 'csm' }, externalId: `${key} t` },
    {
      ...about,
      type: 'contract-signed',
      body: { contract: 'c', start: '2025-01-10', plannedEnd: '2027-01-09', lines },
      externalId: `${key} c`,
      occurredAt: '2025-01-10T12:00:00Z',
    },
    {
      ...about,
      type: 'survey-answered',
      body: { instrument: 'nps', score: 2 },
      externalId: `${key} s`,
      occurredAt: '2026-04-14T12:00:00Z',
    },
  ];
};
const capacity = (actions: number, week?: string) => ({
  type: 'week-capacity-set',
  body: { member: 'ana', actions, ...(week === undefined ? {} : { week }) },
  source: 'crm',
  externalId: week === undefined ? 'ana' : `ana ${week}`,
});

test('who is full is told so by name, in the order of money; nobody is taken off the list', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = () => session(base.store, workspace, today, 15);
  await record(by(), [
    ...detractor('rica', 'ana', 900_000),
    ...detractor('media', 'ana', 500_000),
    ...detractor('pobre', 'ana', 100_000),
    ...detractor('outra', 'bia', 50_000),
  ]);
  const week = async (day = today) => weekOf(await readWeek(by(), day), 'pt-BR');
  assert.deepEqual((await week()).people, [], 'no capacity told: no limit');
  await record(by(), [capacity(1)]);
  const full = await week();
  assert.equal(full.lines.length, 4);
  assert.deepEqual(
    full.lines.map(({ account, action }) => [account, action.outsideWeek ?? false]),
    [
      ['Cliente rica', false],
      ['Cliente media', true],
      ['Cliente pobre', true],
      ['Cliente outra', false],
    ],
  );
  assert.equal(
    full.people[0]?.text,
    'ana: 3 ações nesta semana, cabe 1; ficam fora 2: Cliente media e Cliente pobre.',
  );
  await record(by(), [capacity(2, '2026-04-13')]);
  const own = await week();
  assert.deepEqual(
    own.people.map(({ room, asked, outsideCount }) => [room, asked, outsideCount]),
    [[2, 3, 1]],
    'a week with a number of its own',
  );
  const before = await week('2026-04-14');
  assert.deepEqual(before.people, [], 'as of a day before anybody told it');
});
