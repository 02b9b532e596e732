// Deciding is a function of facts: how often, by which way and in what company makes no difference.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { ensureList } from '#actions/ensure-list.ts';
import { contentHash } from '#actions/fact-content.ts';
import { openAccount } from '#actions/open-account.ts';
import { bring, dayOf, record, session, weekPrints } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { spokenOffers } from '#actions/list-row.ts';
import { readWeek } from '#actions/week.ts';
import { accountOf, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());
const sheet = sample(15, 'decide').rows;
const keyOf = (i: number) => `cnpj:${(sheet[i]?.CNPJ ?? '').replace(/\D/g, '')}`;

test('decided once or fifty times in a week, the decision is the same', async () => {
  const workspace = await freshWorkspace(base.store);
  await bring(session(base.store, workspace, '2026-04-13'), sheetBytes(sheet));
  const id = await accountOf(base.store, workspace, keyOf(0));
  const { decision } = await openAccount(session(base.store, workspace, '2026-04-17'), id, '2026-04-17');
  const other = await freshWorkspace(base.store);
  await bring(session(base.store, other, '2026-04-13'), sheetBytes(sheet));
  const note = {
    type: 'note-written',
    source: 'perene',
    account: { id: await accountOf(base.store, other, keyOf(1)) },
  };
  for (let i = 0; i < 50; i++) {
    const by = session(base.store, other, `2026-04-${13 + Math.floor(i / 10)}`, 10 + (i % 10));
    await ensureList(by, dayOf(`2026-04-${13 + Math.floor(i / 10)}`), i % 2 === 0);
    if (i % 7 === 0) await record(by, [{ ...note, externalId: `n${i}`, body: { text: `nota ${i}` } }]);
  }
  const otherId = await accountOf(base.store, other, keyOf(0));
  const often = await openAccount(session(base.store, other, '2026-04-17'), otherId, '2026-04-17');
  assert.equal(contentHash(often.decision), contentHash(decision));
});

test('a decision kept whole is kept again only when its content changes', async () => {
  const workspace = await freshWorkspace(base.store);
  await bring(session(base.store, workspace, '2026-04-13'), sheetBytes(sheet));
  const account = { id: await accountOf(base.store, workspace, keyOf(2)) };
  const kept = async () =>
    rows(base.store, workspace, sql<{ seq: number }>`select seq from app.decision order by seq`);
  const note = { type: 'note-written', source: 'perene', account };
  const by = () => session(base.store, workspace, '2026-04-13', 12);
  await ensureList(by(), dayOf('2026-04-13'), true);
  for (const i of [1, 2, 3]) await record(by(), [{ ...note, externalId: `n${i}`, body: { text: 'igual' } }]);
  const quiet = (await kept()).length;
  assert.ok(quiet <= 2, String(quiet));
  const bad = {
    type: 'survey-answered',
    body: { instrument: 'nps', score: 0 },
    source: 'perene',
    externalId: 's',
  };
  await record(by(), [{ ...bad, account }]);
  assert.equal((await kept()).length, quiet + 1);
});

test('the decision that a fact causes is the one the week shows', async () => {
  const workspace = await freshWorkspace(base.store);
  // The first customer pays an amount nobody told: offers to it are worth what the median customer pays.
  const poor = sheet.map((row, i) => (i < 3 ? { ...row, 'Valor mensal (R$)': '' } : row));
  await bring(session(base.store, workspace, '2026-04-15'), sheetBytes(poor));
  const by = () => session(base.store, workspace, '2026-04-15', 15);
  await readWeek(by(), undefined);
  const ids = await Promise.all([0, 1, 4, 5].map((i) => accountOf(base.store, workspace, keyOf(i))));
  const facts = ids.map((id, i) => ({
    type: 'survey-answered',
    body: { instrument: 'nps', score: i % 2 ? 10 : 1 },
    source: 'perene',
    externalId: `s${i}`,
    account: { id },
  }));
  const amended = {
    type: 'contract-amended',
    body: {
      contract: 'main',
      lines: [{ product: null, cents: 9_000_000, currency: 'BRL', seats: 9, recurring: true, months: 1 }],
    },
    source: 'perene',
    externalId: 'k',
    account: { id: ids[2] },
  };
  const { decided } = await record(by(), [...facts, amended]);
  assert.equal(decided.length, 4);
  const week = await readWeek(by(), undefined);
  for (const { id, decision } of decided) {
    const shown = week.accounts.find((each) => each.id === id)?.decision;
    const { assessment: _, ...rest } = decision;
    assert.ok(shown);
    const { spark: __, ...line } = shown;
    assert.equal(contentHash(line), contentHash({ ...rest, offers: spokenOffers(decision) }), id);
  }
});

test('a rate, a holiday or a cover told later decides every account again', async () => {
  const workspace = await freshWorkspace(base.store);
  await bring(session(base.store, workspace, '2026-04-15'), sheetBytes(sheet));
  const by = () => session(base.store, workspace, '2026-04-15', 16);
  const before = await weekPrints(by(), '2026-04-15');
  const covered = {
    covers: 'message',
    from: '2026-01-01',
    to: '2026-04-15',
    grain: 'day',
    scope: 'workspace',
  };
  await record(by(), [{ type: 'source-covered', body: covered, source: 'mail', externalId: 'c' }]);
  const after = await weekPrints(by(), '2026-04-15');
  assert.notDeepEqual(after, before);
  const fresh = await freshWorkspace(base.store);
  await bring(session(base.store, fresh, '2026-04-15'), sheetBytes(sheet));
  await record(session(base.store, fresh, '2026-04-15', 16), [
    { type: 'source-covered', body: covered, source: 'mail', externalId: 'c' },
  ]);
  const decisions = async (id: string) =>
    (await readWeek(session(base.store, id, '2026-04-15', 17), undefined)).accounts.map(
      ({ name, decision }) => [name, contentHash(decision)],
    );
  assert.deepEqual(await decisions(workspace), await decisions(fresh));
});
