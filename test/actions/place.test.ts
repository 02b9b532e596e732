// First placement at an import: by the milestones that are known, else by the time since the start.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAccount } from '#actions/open-account.ts';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { accountOf } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const sheet = sample(2, 'place').rows;
const keyOf = (i: number) => `cnpj:${(sheet[i]?.CNPJ ?? '').replace(/\D/g, '')}`;

test('a customer met with milestones stands where they put it, an old one without any by its time', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = () => session(base.store, workspace, today);
  const about = { source: 'crm', account: { source: 'sheet:accounts', key: keyOf(0) } };
  await record(by(), [
    {
      ...about,
      type: 'milestone-planned',
      body: { milestone: 'first_value', track: 'main', stage: 'onboarding', dueOn: '2026-02-01' },
      externalId: 'planned',
      occurredAt: '2026-01-05T12:00:00Z',
    },
    {
      ...about,
      type: 'milestone-delivered',
      body: { milestone: 'first_value', track: 'main', proof: 'number', proofValue: 3 },
      externalId: 'delivered',
      occurredAt: '2026-03-20T12:00:00Z',
    },
  ]);
  await bring(by(), sheetBytes(sheet));
  const placed = [];
  for (const i of [0, 1]) {
    const id = await accountOf(base.store, workspace, keyOf(i));
    const [track] = (await openAccount(by(), id, undefined)).profile.tracks;
    placed.push([track?.key, track?.stage, track?.estimated]);
  }
  assert.deepEqual(placed, [
    ['main', 'adoption', true],
    ['main', 'expansion', true],
  ]);
});
