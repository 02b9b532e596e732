// For tests only: brings many made sheets and counts what became of their rows.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sheets } from './testing-sheets.ts';
import { addsUp, bring, facts, sound } from './sheet-fixture.ts';

export type Fates = {
  sheets: number;
  rows: number;
  accepted: number;
  refused: number;
  duplicates: number;
  skipped: number;
  facts: number;
  ready: number;
  /** Sheets by the table they were taken for. */
  readonly tables: Record<string, number>;
};

/** Longest that one small sheet may take, in milliseconds: more is a hang. */
const longest = 5000;

/** Brings `runs` seeded sheets; throws on a crash, on facts of a refused row, on rows without a fate. */
export async function countFates(runs: number, seed: number): Promise<Fates> {
  const counted: Fates = {
    sheets: 0,
    rows: 0,
    accepted: 0,
    refused: 0,
    duplicates: 0,
    skipped: 0,
    facts: 0,
    ready: 0,
    tables: {},
  };
  const property = fc.asyncProperty(sheets(), async ({ text }) => {
    const begun = performance.now();
    const result = await bring(text);
    assert.ok(performance.now() - begun < longest, text);
    const { report } = result;
    addsUp(report);
    sound(result);
    assert.equal(result.rows.length, report.accepted);
    assert.equal(new Set(result.rows.map((row) => row.row)).size, report.accepted);
    if (report.accepted === 0) assert.equal(result.ready, false);
    counted.sheets += 1;
    counted.rows += report.rows;
    counted.accepted += report.accepted;
    counted.refused += report.refused;
    counted.duplicates += report.duplicates;
    counted.skipped += report.skipped.blank + report.skipped.total;
    counted.facts += facts(result).length;
    counted.ready += result.ready ? 1 : 0;
    counted.tables[report.table ?? 'none'] = (counted.tables[report.table ?? 'none'] ?? 0) + 1;
  });
  await fc.assert(property, { numRuns: runs, seed });
  return counted;
}
