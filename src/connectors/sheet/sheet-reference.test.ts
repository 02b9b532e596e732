import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { addsUp, bring, facts, monthlyCents, sound } from './sheet-fixture.ts';

const data = '../shared/data';

test('random tables never crash, and every row has one fate', async () => {
  const header = fc.constantFrom(
    'Cliente',
    'CNPJ',
    'MRR',
    'Valor',
    'Início',
    'Fim',
    'NPS',
    'Data',
    'Obs',
    'Status',
    'id',
    '',
    'x',
    'Produto',
    'score',
    'E-mail',
  );
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'Acme',
      'Beta Ltda',
      'R$ 10,00',
      '1.234',
      '03/04/2026',
      '31/02/2026',
      '2025-01-20',
      '01.815.908/0001-16',
      'Cancelado',
      'TOTAL',
      '9',
      '-5',
      'a@b.co',
      '__proto__',
      '#REF!',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const table = fc.tuple(
    fc.array(header, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }),
    fc.constantFrom(',', ';', '\t'),
  );
  await fc.assert(
    fc.asyncProperty(table, async ([headers, rows, mark]) => {
      const result = await bring([headers, ...rows].map((row) => row.join(mark)).join('\n'));
      addsUp(result.report);
      sound(result);
    }),
    { numRuns: 300 },
  );
});

const brazilian = `${data}/planilha_br`;

test(
  'the Brazilian sheet',
  { skip: existsSync(brazilian) ? false : `skipped: ${brazilian} is not here` },
  async () => {
    const expected = JSON.parse(readFileSync(`${brazilian}/esperado.json`, 'utf8')) as Record<string, number>;
    const bytes = readFileSync(`${brazilian}/clientes.csv`);
    const result = await bring(bytes);
    assert.equal(result.report.accepted, expected['accepted_rows']);
    assert.equal(result.report.refused, 1);
    assert.equal(result.report.duplicates, expected['duplicates']);
    assert.deepEqual(result.report.skipped, expected['skipped']);
    assert.equal(monthlyCents(result), expected['mrr_cents_accepted']);
    assert.equal(
      facts(result).filter((fact) => fact.type === 'survey-answered').length,
      expected['nps_answers_accepted'],
    );
    assert.deepEqual(
      result.report.problems.map((problem) => [problem.row, problem.code]),
      [
        [123, 'tax_id_check_digits'],
        [123, 'date_impossible'],
        [124, 'money_unreadable'],
      ],
    );
    assert.ok(result.ready);
    addsUp(result.report);
    sound(result);
  },
);

test(
  'the Brazilian sheet with its headers blanked',
  { skip: existsSync(brazilian) ? false : `skipped: ${brazilian} is not here` },
  async () => {
    const bytes = readFileSync(`${brazilian}/clientes.csv`);
    const named = Object.values((await bring(bytes)).report.mapping);
    const body = bytes.subarray(bytes.indexOf(10));
    for (const header of [';'.repeat(14), null]) {
      const result = await bring(
        header === null ? body.subarray(1) : Buffer.concat([Buffer.from(header), body]),
      );
      const fields = Object.values(result.report.mapping);
      const right = fields.filter(
        (field, at) => field === named[at] || (field === 'amount' && named[at] === 'monthly'),
      );
      assert.ok(right.length >= 0.8 * named.length, fields.join(' '));
    }
  },
);
