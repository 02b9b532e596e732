// What the first value is, in the firm's own words: told, skipped, shown where the method speaks of it, as of its day.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFirstValue, tellFirstValue } from '#actions/first-value.ts';
import { openAccount } from '#actions/open-account.ts';
import { bring, record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { customerPageOf } from '#words/customer-page.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const april = '2026-04-15';
const may = '2026-05-15';

test('the first value is told once, in the firm’s own words, or skipped', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  assert.deepEqual(await readFirstValue(by), { text: null, skipped: false });
  assert.deepEqual(await tellFirstValue(by, null), { text: null, skipped: true });
  assert.deepEqual(await tellFirstValue(by, 'Primeiro relatório no ar'), {
    text: 'Primeiro relatório no ar',
    skipped: false,
  });
  assert.equal((await tellFirstValue(by, null)).text, 'Primeiro relatório no ar', 'skipping unsays nothing');
});

test('the customer\u2019s page calls the first milestone by it, from the day it was told', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, april);
  await bring(by, Buffer.from('Cliente;Valor mensal;Início\nAcme;10,00;20/03/2026\n'));
  const [account] = (await readWeek(by, undefined)).accounts;
  const id = account?.id ?? '';
  const { method, decision } = await openAccount(by, id, undefined);
  const stage = method.compiled.method.stages.find(({ milestones }) => milestones.length > 0);
  const milestone = stage?.milestones[0]?.key ?? '';
  const track = decision.stages[0]?.track ?? 'main';
  const body = { milestone, track, stage: stage?.key ?? '', dueOn: '2026-04-30' };
  await record(by, [{ type: 'milestone-planned', body, source: 'crm', externalId: 'm1', account: { id } }]);
  const told = session(base.store, workspace, may);
  await tellFirstValue(told, 'primeiro relatório no ar');
  const labels = async (asOf: string | undefined, locale: 'pt-BR' | 'en'): Promise<string[]> => {
    const opened = await openAccount(told, id, asOf);
    const source = {
      ...opened,
      account: { id, name: opened.account.name, taxId: opened.account.taxId },
      currency: opened.workspace.currency,
      method: { version: opened.method.version, method: opened.method.compiled.method },
    };
    const page = customerPageOf(source, locale);
    return page.tracks.flatMap(({ milestones }) => milestones.map(({ label }) => label));
  };
  assert.deepEqual(await labels(undefined, 'pt-BR'), ['Primeiro valor: primeiro relatório no ar']);
  assert.deepEqual(await labels(undefined, 'en'), ['First value: primeiro relatório no ar']);
  assert.deepEqual(await labels(april, 'pt-BR'), [stage?.milestones[0]?.result.pt]);
});
