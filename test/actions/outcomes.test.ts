// Chance of acceptance from a base's own outcomes: pooled over offer × stage × segment, where the account stood then.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAccount } from '#actions/open-account.ts';
import { record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const offer = 'nova_area_unidade';
const about = (key: string) => ({ source: 'crm', account: { source: 'crm', key } });
const described = (key: string, segment: string, on: string) => ({
  ...about(key),
  type: 'account-described',
  body: { name: key, segment },
  externalId: key,
  occurredAt: on,
});
const stands = (key: string, stage: string, on: string) => ({
  ...about(key),
  type: 'stage-confirmed',
  body: { track: 'main', stage },
  externalId: `${key} ${stage}`,
  occurredAt: on,
});
const answered = (key: string, type: 'offer-accepted' | 'offer-refused', n: number) => ({
  ...about(key),
  type,
  body: { offer },
  externalId: `${key} ${n}`,
  occurredAt: `2026-03-1${n}T12:00:00Z`,
});

test('an answer counts in the cell where the account stood when it was known, whatever became of it since', async () => {
  const workspace = await freshWorkspace(base.store);
  const on = (day: string) => session(base.store, workspace, day, 20);
  const began = '2026-02-01T12:00:00Z';
  await record(on('2026-02-01'), [
    ...['small', 'other'].map((key) => described(key, 'smb', began)),
    described('large', 'enterprise', began),
    ...['small', 'other', 'large'].map((key) => stands(key, 'adoption', began)),
  ]);
  await record(on('2026-03-14'), [
    answered('small', 'offer-accepted', 1),
    answered('small', 'offer-refused', 2),
    answered('small', 'offer-refused', 3),
  ]);
  const p = async (key: string, day = today) => {
    const week = await readWeek(on(day), day);
    const id = week.accounts.find(({ name }) => name === key)?.id ?? '';
    const { decision } = await openAccount(on(day), id, day);
    return decision.offers.find((one) => one.key === offer)?.p;
  };
  const nine = (x: number) => Math.round(x * 1e9) / 1e9;
  const mu = (1 + 10 * 0.2) / (3 + 10);
  const cell = nine((1 + 8 * mu) / (3 + 8));
  assert.equal(await p('other'), cell, 'same stage and segment');
  assert.equal(await p('large'), nine(mu), 'another segment leans on the offer alone');
  assert.equal(await p('other', '2026-03-10'), nine(0.2), 'as of a day before any answer');
  // The one that answered moves on; its answers stay where they were given.
  await record(on('2026-04-14'), [stands('small', 'expansion', '2026-04-14T12:00:00Z')]);
  assert.equal(await p('other'), cell);
  assert.equal(await p('small'), nine(mu));
});
