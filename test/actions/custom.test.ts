// Custom fields are typed: declared through a door or by the first sheet that has them, and kept to ever after.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customTypesOf } from '#actions/custom-fields.ts';
import { openAccount } from '#actions/open-account.ts';
import { Refusal } from '#actions/refusal.ts';
import { bring, record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const declared = (key: string, type: string) => ({
  type: 'custom-field-declared',
  body: { key, type, label: key },
  source: 'crm',
  externalId: key,
});
const described = (custom: Record<string, unknown>) => ({
  type: 'account-described',
  body: { name: 'Aurora', custom },
  source: 'crm',
  externalId: 'aurora',
  account: { source: 'crm', key: 'aurora' },
});

test('a value of another type than declared is refused with its field; nothing of the batch is recorded', async () => {
  const by = session(base.store, await freshWorkspace(base.store), today);
  await record(by, [declared('unidades', 'number'), declared('vip', 'flag'), declared('marco', 'day')]);
  await assert.rejects(
    record(by, [described({ unidades: 'muitas', vip: true, marco: '2026-02-30', livre: 'x' })]),
    (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, 'fact-invalid');
      assert.deepEqual(
        error.parts.map(({ path }) => path),
        ['facts.0.body.custom.unidades', 'facts.0.body.custom.marco'],
      );
      return true;
    },
  );
  await record(by, [described({ unidades: 4, vip: null, marco: '2026-02-28', livre: 'x' })]);
  // Declared in the same batch counts for it.
  await assert.rejects(record(by, [declared('novo', 'number'), described({ novo: 'texto' })]), Refusal);
});

const sheet = (rows: readonly string[]): Uint8Array =>
  bytes(['Cliente;Valor mensal;Unidades;Cor da pasta', ...rows, ''].join('\n'));

test('a sheet declares its own columns by what stands in them; a later one keeps to it and names what does not', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, today);
  await bring(by, sheet(['Aurora;R$ 100,00;3;12', 'Boreal;R$ 200,00;5;A2', 'Celeste;R$ 300,00;;A3']));
  const types = await inWorkspace(base.store, workspace, (tx) => customTypesOf(tx, workspace, by.now));
  assert.deepEqual(
    [...types].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    [
      ['cor_da_pasta', 'text'],
      ['unidades', 'number'],
    ],
  );
  const custom = async (name: string) => {
    const week = await readWeek(by, today);
    const id = week.accounts.find((account) => account.name === name)?.id ?? '';
    const { profile } = await openAccount(by, id, today);
    return (profile.leaves['account'] as { custom: unknown }).custom;
  };
  assert.deepEqual(await custom('Aurora'), { cor_da_pasta: '12', unidades: 3 });

  const later = await bring(by, sheet(['Aurora;R$ 100,00;três;13', 'Boreal;R$ 200,00;6;A2']));
  assert.deepEqual(
    later.files[0]?.problems.map(({ row, column, code, value }) => [row, column, code, value]),
    [[2, 'Unidades', 'custom_type', 'três']],
  );
  // The cell is left empty, as any other that cannot be read.
  assert.deepEqual(await custom('Aurora'), { cor_da_pasta: '13' });
  assert.deepEqual(await custom('Boreal'), { cor_da_pasta: 'A2', unidades: 6 });
  assert.equal(later.facts.byKind['custom-field'], undefined);
});
