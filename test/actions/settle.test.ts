// What a base shares on a day: one notice for a recess in place of thirty alarms, and capacity by priority.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ensureList } from '#actions/ensure-list.ts';
import { listAccounts } from '#actions/list-accounts.ts';
import { openAccount } from '#actions/open-account.ts';
import { settleList } from '#actions/settle-list.ts';
import { dayOf, record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { formatDay } from '#base/day.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { weekOf } from '#words/week.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const first = '2026-02-09';
/** Nobody works from here on. */
const recess = '2026-04-06';
const today = '2026-04-27';
const keys = Array.from({ length: 30 }, (_, i) => `c${String(i).padStart(2, '0')}`);
/** Works through the recess. */
const busy = new Set(['c07', 'c19']);
const account = (key: string) => ({ source: 'crm', key });

function described(key: string) {
  const about = { source: 'crm', account: account(key) };
  const contract = { contract: 'c', start: '2025-01-10', plannedEnd: '2027-01-09' };
  const lines = [{ cents: 100_000, currency: 'BRL' }];
  return [
    { ...about, type: 'account-described', body: { name: `Cliente ${key}` }, externalId: key },
    {
      ...about,
      type: 'contract-signed',
      body: { ...contract, lines },
      externalId: `${key} c`,
      occurredAt: '2025-01-10T12:00:00Z',
    },
  ];
}
const used = (key: string, day: string) => ({
  type: 'usage-tracked',
  body: { user: 'ana', event: 'login' },
  source: 'app',
  externalId: `${key} ${day}`,
  account: account(key),
  occurredAt: `${day}T15:00:00Z`,
});

async function baseInRecess(): Promise<{
  workspace: string;
  on: (day: string) => ReturnType<typeof session>;
}> {
  const workspace = await freshWorkspace(base.store);
  const on = (day: string) => session(base.store, workspace, day, 20);
  await record(on(first), keys.flatMap(described));
  for (let day = dayOf(first); day <= dayOf(today); day += 1) {
    const text = formatDay(day);
    const who = text < recess ? keys : keys.filter((key) => busy.has(key));
    await record(
      on(text),
      who.map((key) => used(key, text)),
    );
  }
  return { workspace, on };
}

test('a recess of the whole base is one notice, not thirty alarms; what is its own stays', async () => {
  const { workspace, on } = await baseInRecess();
  const week = await readWeek(on(today), today);
  const words = weekOf(week, 'pt-BR');
  const silent = week.notices.find((notice) => notice.signal === 'no_login_15d');
  assert.ok(silent, JSON.stringify(week.notices));
  assert.deepEqual(silent, {
    signal: 'no_login_15d',
    since: dayOf(recess) - 1 + 15,
    accounts: 28,
    measurable: 30,
  });
  assert.ok(week.notices.some((notice) => notice.signal === 'usage_drop'));
  assert.match(
    words.notices.find((notice) => notice.signal === 'no_login_15d')?.text ?? '',
    /^"Sem acesso há 15 dias" começou em 20\/04\/2026 em 28 de 30 clientes com dado de uso \(93%\)\. /,
  );
  for (const line of words.lines)
    assert.ok(
      line.signals.every((signal) => !['no_login_15d', 'usage_drop'].includes(signal.key)),
      line.id,
    );

  // Settled once it stays: nothing is decided again, read by whomever.
  assert.equal(await settleList(on(today), dayOf(today)), 0);
  assert.deepEqual((await readWeek(on(today), today)).accounts, week.accounts);
  const page = await listAccounts(on(today), { view: 'all', sort: 'rank', desc: false, limit: 50 });
  assert.deepEqual(page.notices, week.notices);
  const id = week.accounts[0]?.id ?? '';
  const opened = await openAccount(on(today), id, today);
  assert.ok(opened.decision.replaced.some(({ key }) => key === 'no_login_15d'));
  assert.ok(opened.decision.signals.every(({ key }) => key !== 'no_login_15d'));

  // The source is mended: the days come in late, the notice goes, and so does what it stood for.
  const late = [];
  for (let day = dayOf(recess); day <= dayOf(today); day += 1)
    for (const key of keys) if (!busy.has(key)) late.push(used(key, formatDay(day)));
  for (let from = 0; from < late.length; from += 200) await record(on(today), late.slice(from, from + 200));
  const mended = await readWeek(on(today), today);
  assert.deepEqual(mended.notices, []);
  void workspace;
});

test('a base that was brought in after it happened is exempt', async () => {
  const workspace = await freshWorkspace(base.store);
  const on = (day: string) => session(base.store, workspace, day, 20);
  await record(on(today), keys.flatMap(described));
  for (let day = dayOf(first); day < dayOf(recess); day += 1) {
    const text = formatDay(day);
    await record(
      on(today),
      keys.map((key) => used(key, text)),
    );
  }
  assert.deepEqual((await readWeek(on(today), today)).notices, []);
});

const proven = (key: string, cents: number) => {
  const about = { source: 'crm', account: account(key) };
  return [
    { ...about, type: 'account-described', body: { name: `Cliente ${key}` }, externalId: key },
    {
      ...about,
      type: 'contract-signed',
      body: {
        contract: 'c',
        start: '2025-11-03',
        plannedEnd: '2027-01-09',
        lines: [{ cents, currency: 'BRL' }],
      },
      externalId: `${key} c`,
      occurredAt: '2025-11-03T12:00:00Z',
    },
    {
      ...about,
      type: 'stage-placed',
      body: { track: 'main', stage: 'onboarding', since: '2025-11-03' },
      externalId: `${key} t`,
      occurredAt: '2025-11-03T12:00:00Z',
    },
    {
      ...about,
      type: 'milestone-planned',
      body: { milestone: 'first_value', track: 'main', stage: 'onboarding', dueOn: '2025-12-03' },
      externalId: `${key} m`,
      occurredAt: '2025-11-03T12:00:00Z',
    },
    {
      ...about,
      type: 'milestone-delivered',
      body: { milestone: 'first_value', track: 'main', proof: 'number', proofValue: 31 },
      externalId: `${key} d`,
      occurredAt: '2025-12-01T12:00:00Z',
    },
  ];
};

test('capacity goes to the highest priority; accepted offers of the month use it up; all doors say the same', async () => {
  const workspace = await freshWorkspace(base.store);
  const on = (day: string) => session(base.store, workspace, day, 20);
  await record(on('2026-04-10'), [
    ...proven('rica', 900_000),
    ...proven('media', 500_000),
    ...proven('pobre', 100_000),
  ]);
  const capacity = (slots: number) => ({
    type: 'capacity-set',
    body: { offer: 'nova_area_unidade', month: '2026-04', slots },
    source: 'crm',
    externalId: 'nova_area_unidade 2026-04',
  });
  const ready = async () => {
    const week = await readWeek(on(today), today);
    return week.accounts.filter(({ decision }) => decision.ready).map(({ name }) => name);
  };
  assert.deepEqual((await ready()).toSorted(), ['Cliente media', 'Cliente pobre', 'Cliente rica']);
  await record(on(today), [capacity(2)]);
  assert.deepEqual((await ready()).toSorted(), ['Cliente media', 'Cliente rica']);
  const week = await readWeek(on(today), today);
  const poor = week.accounts.find(({ name }) => name === 'Cliente pobre');
  assert.ok(poor);
  const opened = (await openAccount(on(today), poor.id, today)).decision;
  assert.deepEqual([opened.offer, opened.ready], [poor.decision.offer, false]);
  await ensureList(on(today), dayOf(today), false);
  assert.equal(await settleList(on(today), dayOf(today)), 0);
  const accepted = {
    type: 'offer-accepted',
    body: { offer: 'nova_area_unidade' },
    source: 'crm',
    externalId: 'a1',
    account: account('rica'),
    occurredAt: '2026-04-20T12:00:00Z',
  };
  await record(on(today), [accepted]);
  assert.deepEqual(await ready(), ['Cliente media']);
  await record(on(today), [capacity(9)]);
  assert.deepEqual((await ready()).toSorted(), ['Cliente media', 'Cliente pobre']);
});
