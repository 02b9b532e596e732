import assert from 'node:assert/strict';
import { test } from 'node:test';
import { habits } from './habits-fixture.ts';
import { addsUp, bring, monthlyCents, sound } from './sheet-fixture.ts';

for (const habit of habits) {
  test(`a sheet: ${habit.name}`, async () => {
    const result = await bring(habit.sheet, habit.yaml === undefined ? {} : { yaml: habit.yaml });
    assert.deepEqual(result.report.mapping, habit.mapping);
    assert.equal(result.report.table, habit.table ?? 'accounts');
    assert.equal(result.report.accepted, habit.accepted);
    assert.equal(monthlyCents(result), habit.cents ?? 0);
    assert.deepEqual([...new Set(result.report.problems.map((problem) => problem.code))], habit.codes ?? []);
    assert.equal(result.ready, habit.ready ?? true);
    addsUp(result.report);
    sound(result);
  });
}
