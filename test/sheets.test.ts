// Made sheets of every table. The long run brings ten thousand (PERENE_SHEETS).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFates } from './generators/sheet-runs.ts';

const runs = Number(process.env['PERENE_SHEETS'] ?? 400);

test('made sheets of every table: never a crash, never half an import, every row one fate', async (t) => {
  const counted = await countFates(runs, 1);
  t.diagnostic(JSON.stringify(counted));
  assert.equal(counted.sheets, runs);
  assert.equal(counted.accepted + counted.refused + counted.duplicates + counted.skipped, counted.rows);
  assert.ok(counted.accepted > runs && counted.refused > runs);
  assert.ok(Object.keys(counted.tables).length >= 9, Object.keys(counted.tables).join());
});
