// Tables at length: ten thousand made sheets, and the weekly usage of the simulators whole.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addsUp, bring, facts, today } from '#connectors/sheet/sheet-fixture.ts';
import { countFates } from '#connectors/sheet/testing-sheet-runs.ts';

test('ten thousand made sheets: never a crash, never half an import', { timeout: 1_800_000 }, async (t) => {
  const counted = await countFates(10_000, 1);
  t.diagnostic(JSON.stringify(counted));
  assert.equal(counted.sheets, 10_000);
  assert.equal(counted.accepted + counted.refused + counted.duplicates + counted.skipped, counted.rows);
});

const data = '../shared/data';
for (const [folder, rows, metrics] of [
  ['fightchurn_sim_crm5', 27_420, 29],
  ['fightchurn_sim_socialnet7', 57_639, 10],
] as const) {
  const skip = existsSync(`${data}/${folder}`) ? false : `skipped: ${data}/${folder} is not here`;
  test(`${folder}: usage by week, every row and metric`, { skip, timeout: 600_000 }, async () => {
    const bytes = readFileSync(`${data}/${folder}/usage_weekly.csv`);
    const result = await bring(bytes, { path: 'usage_weekly.csv', today: today('2024-02-12') });
    assert.ok(result.ready);
    addsUp(result.report);
    assert.deepEqual([result.report.rows, result.report.accepted], [rows, rows]);
    const told = facts(result);
    assert.equal(told.filter((fact) => fact.type === 'usage-period-reported').length, rows * metrics);
    const covers = told.flatMap((fact) => (fact.type === 'source-covered' ? [fact.body] : []));
    assert.equal(covers.length, metrics);
    assert.ok(covers.every((body) => body.grain === 'week' && body.scope === 'workspace'));
  });
}
