// Live usage: what it covers by itself, crowded days, and the sweep that decides.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { contentHash } from '#actions/fact-content.ts';
import { openAccount } from '#actions/open-account.ts';
import { rebuild } from '#actions/rebuild.ts';
import { listAccounts } from '#actions/list-accounts.ts';
import { sweepAll, sweepDirty } from '#actions/sweep-dirty.ts';
import { readWeek } from '#actions/week.ts';
import { record, session } from '#actions/testing.ts';
import { formatDay } from '#base/day.ts';
import { dayOf } from '#actions/testing.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { accountOf, forms, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const described = (key: string) => ({
  type: 'account-described',
  body: { name: key },
  source: 'crm',
  externalId: key,
  account: { source: 'crm', key },
});
const event = (key: string, id: string, day: string, user = 'ana', source = 'app') => ({
  type: 'usage-tracked',
  body: { user, event: 'login' },
  source,
  externalId: id,
  account: { source: 'crm', key },
  occurredAt: `${day}T15:00:00Z`,
});

type Cover = {
  source: string;
  id: string;
  from: string;
  to: string;
  covers: string;
  grain: string;
  scope: string;
};
async function covers(workspace: string): Promise<readonly Cover[]> {
  return rows(
    base.store,
    workspace,
    sql<Cover>`select source, external_id as id, body ->> 'from' as "from", body ->> 'to' as "to",
      body ->> 'covers' as covers, body ->> 'grain' as grain, body ->> 'scope' as scope
      from app.workspace_fact order by external_id`,
  );
}

test('usage tells once a source and day what it covers, from the first day of the source on', async () => {
  const workspace = await freshWorkspace(base.store);
  const on = (day: string) => session(base.store, workspace, day, 20);
  await record(on('2026-04-13'), [
    described('a'),
    event('a', '1', '2026-04-13'),
    event('b', '2', '2026-04-13'),
  ]);
  await record(on('2026-04-13'), [event('a', '3', '2026-04-13')]);
  await record(on('2026-04-15'), [
    event('a', '4', '2026-04-15'),
    event('a', '5', '2026-04-15', 'ivo', 'site'),
  ]);
  const own = { covers: 'usage', grain: 'day', scope: 'workspace' };
  assert.deepEqual(await covers(workspace), [
    { source: 'app', id: 'live:usage:app:2026-04-13', from: '2026-04-13', to: '2026-04-13', ...own },
    { source: 'app', id: 'live:usage:app:2026-04-15', from: '2026-04-13', to: '2026-04-15', ...own },
    { source: 'site', id: 'live:usage:site:2026-04-15', from: '2026-04-15', to: '2026-04-15', ...own },
  ]);
});

test('with covered time the leaves of absence work; what is covered does not depend on what came first', async () => {
  const days = ['2026-03-01', '2026-04-08', '2026-04-14'];
  const states = [];
  for (const order of [days, [...days].reverse(), [days[1], days[0], days[2]]]) {
    const workspace = await freshWorkspace(base.store);
    await record(session(base.store, workspace, today, 9), [described('a'), described('quiet')]);
    for (const day of order)
      await record(session(base.store, workspace, today), [event('b', `b${day}`, day ?? '')]);
    await record(session(base.store, workspace, today, 11), [event('a', 'a1', '2026-04-08')]);
    const by = () => session(base.store, workspace, today, 23);
    const usage = async (key: string) => {
      const id = await accountOf(base.store, workspace, key);
      return (await openAccount(by(), id, undefined)).profile.leaves['usage'] as Record<string, unknown>;
    };
    const [busy, quiet] = [await usage('a'), await usage('quiet')];
    assert.equal(busy['daysSinceActivity'], 6);
    assert.equal(busy['events30d'], 1);
    assert.deepEqual([quiet['events30d'], quiet['activeWeeks4']], [0, 0]);
    states.push(contentHash([busy, quiet]));
  }
  assert.equal(new Set(states).size, 1);
});

test('the sweep decides what usage marked, and rests each account', async () => {
  const workspace = await freshWorkspace(base.store);
  const at = (hours: number) => session(base.store, workspace, today, hours);
  await record(at(9), [described('a')]);
  await record(at(9), [event('a', '1', today)]);
  assert.equal(await sweepDirty(at(9)), 1);
  assert.equal(await sweepDirty(at(9)), 0);
  // Marked at an instant that is not later than the last decision, as a clock that steps back may do.
  await record(at(9), [event('a', '2', today)]);
  assert.equal(await sweepDirty(at(9)), 0);
  assert.equal(await sweepDirty(at(10)), 1);
  assert.equal(await sweepDirty(at(11)), 0);
});

/** Tells one day of `users` users in batches of a size; answers the stored forms and what calculators read. */
async function crowd(users: number, size: number) {
  const workspace = await freshWorkspace(base.store);
  await inWorkspace(base.store, workspace, async (tx) =>
    sql`insert into app.workspace_secret (workspace_id, name, value) values (${workspace}::uuid, 'usage-key', 'x')`.execute(
      tx,
    ),
  );
  const by = () => session(base.store, workspace, today, 20);
  // The source was listening long before, so that a month of days is covered.
  await record(by(), [described('a'), event('a', 'first', '2026-03-01', 'p0')]);
  const yesterday = formatDay(dayOf(today) - 1);
  const events = Array.from({ length: users + 100 }, (_, i) =>
    event('a', `e${i}`, yesterday, `p${i % users}`),
  );
  for (let i = 0; i < events.length; i += size) await record(by(), events.slice(i, i + size));
  const id = await accountOf(base.store, workspace, 'a');
  const { profile } = await openAccount(by(), id, undefined);
  const lines = ((await forms(base.store, workspace))[id] ?? '').split('\n');
  const text = lines.filter((line) => !line.startsWith('file ')).join('\n');
  return { by, usage: profile.leaves['usage'] as Record<string, unknown>, text };
}

test('a crowded day keeps its users in rows of their own, to the same bytes and figures in any batching', async () => {
  const [whole, parts, few] = [await crowd(2300, 5000), await crowd(2300, 700), await crowd(1999, 900)];
  assert.equal(whole.text, parts.text);
  assert.equal(contentHash(whole.usage), contentHash(parts.usage));
  assert.equal(whole.text.split('\n').filter((line) => line.startsWith('user ')).length, 2300);
  assert.match(whole.text, /,null,\[\],""/);
  assert.doesNotMatch(few.text, /^user /m);
  assert.deepEqual([whole.usage['activeSeats'], few.usage['activeSeats']], [2300, 1999]);
  for (const { by } of [whole, parts, few]) {
    const done = await rebuild(by(), () => undefined);
    assert.deepEqual([done.filesDiffered, done.daysDiffered], [[], []]);
  }
});

test('who is known by usage alone stands in the list, is found by name, and is gone with nothing', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, today, 20);
  await record(by, [event('solo', 'e1', '2026-04-14'), event('solo', 'e2', '2026-04-15')]);
  await sweepAll(by);
  const week = await readWeek(by, undefined);
  assert.deepEqual(
    week.accounts.map(({ name, decision }) => [name, decision.status, decision.health.band]),
    [['solo', 'unknown', 'unknown']],
  );
  const query = { view: 'all', sort: 'name', desc: false, limit: 10, q: 'solo' } as const;
  const list = await listAccounts(by, query);
  assert.equal(list.items.length, 1);
  const again = await rebuild(by, () => undefined);
  assert.deepEqual([again.filesDiffered, again.daysDiffered], [[], []]);
  // Nobody knew it before its first day.
  assert.deepEqual((await readWeek(by, '2026-04-10')).accounts, []);
});
