import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableHabits } from './tables-fixture.ts';
import { addsUp, bring, facts, monthlyCents, sound } from './sheet-fixture.ts';

for (const habit of tableHabits) {
  test(`a table: ${habit.name}`, async () => {
    const result = await bring(habit.sheet, habit.yaml === undefined ? {} : { yaml: habit.yaml });
    const counts: Record<string, number> = {};
    for (const { type } of facts(result)) counts[type] = (counts[type] ?? 0) + 1;
    assert.deepEqual(
      {
        table: result.report.table,
        fields: result.plan?.columns.map((column) => column.field).join(' '),
        accepted: result.report.accepted,
        refused: result.report.refused,
        codes: [...new Set(result.report.problems.map((problem) => problem.code))],
        facts: counts,
        cents: monthlyCents(result),
        ready: result.ready,
      },
      {
        table: habit.table,
        fields: habit.fields,
        accepted: habit.accepted,
        refused: habit.refused ?? 0,
        codes: habit.codes ?? [],
        facts: habit.facts,
        cents: habit.cents ?? 0,
        ready: habit.ready ?? true,
      },
    );
    addsUp(result.report);
    sound(result);
  });
}

test('taxes withheld are not owed', async () => {
  const sheet =
    'CNPJ;Fatura;Emissão;Vencimento;Valor;Impostos retidos\n01.815.908/0001-16;F1;20/01/2026;13/02/2026;R$ 1.000,00;R$ 50,00\n';
  const [issued] = facts(await bring(sheet));
  assert.ok(issued?.type === 'invoice-issued');
  assert.deepEqual([issued.body.grossCents, issued.body.netCents], [100_000, 95_000]);
});
