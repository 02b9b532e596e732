// Movements on top of what was signed, leavers on every contract that is known: what is left once the stored side is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffRow, type PreviousRow } from './diff-row.ts';
import type { FactDraft } from './draft.ts';
import { bring, facts, today } from './sheet-fixture.ts';

const line = (product: string | null, cents: number | null) => ({
  product,
  cents,
  currency: 'BRL',
  seats: null,
  recurring: true,
  months: 1,
});
const known = (...contracts: readonly string[]): PreviousRow => ({
  contracts: contracts.map((contract) => ({
    contract,
    signed: [line('crm', 100_000)],
    current: [line('crm', 100_000)],
    signedOn: today('2025-01-20'),
  })),
  seats: null,
  answers: [],
});
const moves =
  'Cliente;Data;Movimento;Valor;Produto\nAcme;20/03/2026;Downgrade;R$ 50,00;CRM\nAcme;13/03/2026;Upgrade;R$ 200,00;BI\nAcme;13/03/2026;Upgrade;R$ 10,00;BI\n';

/** Contract and cents of each line, by day. */
function amended(drafts: readonly FactDraft[]) {
  return drafts
    .toSorted((a, b) => a.occurredOn - b.occurredOn)
    .flatMap((fact) =>
      fact.type === 'contract-amended'
        ? [[fact.body.contract, fact.body.lines.map((each) => each.cents)]]
        : [],
    );
}

test('movements of a day are told once, in the order of days, whatever the order of rows', async () => {
  const told = amended(facts(await bring(moves)));
  assert.deepEqual(told, [
    ['main', [null, 21_000]],
    ['main', [null, 21_000, -5000]],
  ]);
  const [head = '', ...rows] = moves.trim().split('\n');
  const turned = amended(facts(await bring([head, ...rows.toReversed(), ''].join('\n'))));
  assert.deepEqual(turned, told);
});

test('what was signed takes the place of what is not known; without it the amount stays unknown', async () => {
  const { rows } = await bring(moves);
  const left = (previous: PreviousRow | null) =>
    amended(rows.flatMap((row) => diffRow(previous, row, today()).facts));
  assert.deepEqual(left(known('crm')), [
    ['crm', [100_000, 21_000]],
    ['crm', [100_000, 21_000, -5000]],
  ]);
  assert.deepEqual(left(null), [
    ['main', [null, 21_000]],
    ['main', [null, 21_000, -5000]],
  ]);
});

test('a table that begins with the customer’s first day knows all of it', async () => {
  const sheet =
    'Cliente;Data;Movimento;Valor\nAcme;13/01/2026;Novo;R$ 1.000,00\nAcme;13/02/2026;Upgrade;R$ 200,00\n';
  const result = facts(await bring(sheet));
  assert.deepEqual(amended(result), [['main', [120_000]]]);
  const signed = result.find((fact) => fact.type === 'contract-signed');
  assert.deepEqual([signed?.body.start, signed?.body.lines[0]?.cents], ['2026-01-13', 100_000]);
});

test('a customer who left ends every contract that is known, or the one that the row names', async () => {
  const ended = async (sheet: string, previous: PreviousRow) => {
    const { rows } = await bring(sheet);
    return rows
      .flatMap((row) => diffRow(previous, row, today()).facts)
      .flatMap((fact) => (fact.type === 'contract-ended' ? [[fact.body.contract, fact.externalId]] : []));
  };
  assert.deepEqual(
    await ended('Cliente;Data de saída\nAcme;31/03/2026\nBeta;31/03/2026\n', known('crm', 'erp')),
    [
      ['crm', 'name:acme|ended:crm'],
      ['erp', 'name:acme|ended:erp'],
      ['crm', 'name:beta|ended:crm'],
      ['erp', 'name:beta|ended:erp'],
    ],
  );
  const named = 'Cliente;Data de saída;Produto\nAcme;31/03/2026;ERP\nBeta;31/03/2026;ERP\n';
  assert.deepEqual(
    (await ended(named, known('crm', 'erp'))).map(([contract]) => contract),
    ['erp', 'erp'],
  );
});
