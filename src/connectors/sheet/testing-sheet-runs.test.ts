import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFates } from './testing-sheet-runs.ts';

test('made sheets of every table: never a crash, never half an import, every row one fate', async (t) => {
  const counted = await countFates(400, 20_260_415);
  t.diagnostic(JSON.stringify(counted));
  assert.equal(counted.sheets, 400);
  assert.equal(counted.accepted + counted.refused + counted.duplicates + counted.skipped, counted.rows);
  assert.ok(counted.accepted > 500 && counted.refused > 100);
  assert.ok(Object.keys(counted.tables).length >= 9, Object.keys(counted.tables).join());
});
