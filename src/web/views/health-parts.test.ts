import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ExplainedHealth } from '#contract/customer.ts';
import { customerPt } from '#web/words/customer-pt.ts';
import { formatter } from './format.ts';
import { healthTitle, pillarRows, tenthsThatSum } from './health-parts.ts';

const f = formatter('pt-BR');
const pillar = (label: string, weight: number, points: number | null) => ({
  key: label,
  label,
  weight,
  points,
  contribution: weight * (points ?? 0),
  change30d: null,
  why: '',
});
const health = (
  pillars: ExplainedHealth['pillars'],
  band: ExplainedHealth['band'] = 'yellow',
): ExplainedHealth => ({
  score: 58,
  band,
  coverage: 0.9,
  depth: 0.5,
  shallow: false,
  trend: null,
  limits: { yellow: 40, green: 75 },
  pillars,
  measures: [],
  cap: null,
  missing: [],
});

test('shown tenths always sum to the shown sum, none off by a whole tenth', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 8 }), (values) => {
      const shown = tenthsThatSum(values);
      const sum = values.reduce((total, value) => total + value, 0);
      assert.equal(Math.round(shown.reduce((total, value) => total + value * 10, 0)), Math.round(sum * 10));
      shown.forEach((value, index) => assert.ok(Math.abs(value - (values[index] ?? 0)) < 0.1 + 1e-9));
    }),
  );
});

test('the title names the pillar that lacks most, and falls back when none does', () => {
  assert.match(
    healthTitle(health([pillar('Valor', 0.5, 90), pillar('Adoção', 0.5, 26)]), f, customerPt),
    /^Adoção .* 37,0 pontos$/,
  );
  assert.equal(
    healthTitle(health([pillar('Valor', 1, 99.5)], 'green'), f, customerPt),
    customerPt.health.titleFull,
  );
  assert.match(healthTitle(health([pillar('Valor', 1, 50)], 'unknown'), f, customerPt), /90%/);
});

test('a pillar without data has no figure', () => {
  const row = pillarRows(health([pillar('Valor', 0, null)]), f)[0];
  assert.equal(row?.contribution, '—');
  assert.equal(row?.known, false);
});
