// Usage windows: what is decided with them is what is decided from the days themselves, whatever came when.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { ensureList } from '#actions/ensure-list.ts';
import { mergeAccounts, unmergeAccount } from '#actions/merge-accounts.ts';
import { dayOf, record, session, weekPrints } from '#actions/testing.ts';
import { formatDay } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { accountOf, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const keys = ['aurora', 'serra', 'ipe'];
const first = dayOf('2026-02-02');

function described(key: string) {
  const account = { source: 'crm', key };
  return { type: 'account-described', body: { name: key }, source: 'crm', externalId: key, account };
}

function usage(key: string, day: number, random: () => number) {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => ({
    type: 'usage-tracked',
    body: {
      user: `u${Math.floor(random() * 6)}`,
      event: random() < 0.5 ? 'login' : 'painel',
      value: random(),
    },
    source: 'app',
    externalId: `${key}-${day}-${i}`,
    account: { source: 'crm', key },
    occurredAt: `${formatDay(day)}T15:00:00Z`,
  }));
}

/** A base with weeks of usage, told day by day, its list made on some of the days. */
async function told(listedOn: (day: number) => boolean): Promise<string> {
  const workspace = await freshWorkspace(base.store);
  const random = randomFrom(7);
  const on = (day: number) => session(base.store, workspace, formatDay(day), 20);
  await record(on(first), keys.map(described));
  for (let day = first; day < first + 45; day++) {
    await record(
      on(day),
      keys.flatMap((key) => usage(key, day, random)),
    );
    if (listedOn(day)) await ensureList(on(day), day, false);
  }
  return workspace;
}

const last = first + 44;
const print = (workspace: string) =>
  weekPrints(session(base.store, workspace, formatDay(last), 21), undefined);

async function windows(workspace: string): Promise<readonly string[]> {
  const query = sql<{ until: string }>`select until::text as until from app.usage_window order by account_id`;
  return (await rows(base.store, workspace, query)).map(({ until }) => until);
}

/** The same week from the days themselves: every cache of it gone. */
async function printWithout(workspace: string): Promise<unknown> {
  await inWorkspace(base.store, workspace, async (tx) => {
    for (const table of ['usage_window', 'account_list', 'list_day', 'list_gap', 'checkpoint'])
      await sql`delete from app.${sql.raw(table)}`.execute(tx);
  });
  return print(workspace);
}

test('decisions are the same with windows and from the days themselves', async () => {
  const workspace = await told((day) => day % 3 === 0);
  const shown = await print(workspace);
  assert.equal((await windows(workspace)).length, keys.length);
  assert.deepEqual(await printWithout(workspace), shown);
});

test('usage that comes late drops the window of its account alone', async () => {
  const workspace = await told((day) => day % 5 === 0);
  await print(workspace);
  const kept = await windows(workspace);
  const by = session(base.store, workspace, formatDay(last), 22);
  await record(
    by,
    usage('serra', first + 10, randomFrom(8)).map((one) => ({
      ...one,
      externalId: `late-${one.externalId}`,
    })),
  );
  assert.equal((await windows(workspace)).length, kept.length - 1);
  const shown = await print(workspace);
  assert.deepEqual(await printWithout(workspace), shown);
});

test('accounts read as one are read from their days', async () => {
  const workspace = await told((day) => day % 4 === 0);
  const by = session(base.store, workspace, formatDay(last), 22);
  const [one = '', other = ''] = await Promise.all(keys.map((key) => accountOf(base.store, workspace, key)));
  await mergeAccounts(by, other, one, 'same');
  const joined = await print(workspace);
  assert.deepEqual(await printWithout(workspace), joined);
  await unmergeAccount(by, other);
  const parted = await print(workspace);
  assert.deepEqual(await printWithout(workspace), parted);
});
