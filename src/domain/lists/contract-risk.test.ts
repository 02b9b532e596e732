import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractAtRisk, contractSignals } from './contract-risk.ts';

type Judged = Parameters<typeof contractAtRisk>[0];
const judged = (band: string, canonical: string, ...signals: string[]): Judged =>
  ({
    health: { band },
    stages: [{ canonical }],
    signals: signals.map((key) => ({ key })),
  }) as unknown as Judged;

test('red, yellow in its renewal window, asked to reduce, escalated: at risk; the rest is not', () => {
  const rows: [Judged, boolean][] = [
    [judged('red', 'adoption'), true],
    [judged('yellow', 'renewal'), true],
    [judged('yellow', 'adoption'), false],
    [judged('green', 'renewal'), false],
    [judged('unknown', 'renewal'), false],
    [judged('green', 'adoption', 'downgrade_asked'), true],
    [judged('unknown', 'adoption', 'escalation'), true],
    [judged('green', 'adoption', 'usage_drop'), false],
  ];
  const marked = ['downgrade_asked', 'escalation'].map((key) => ({ key, marks: ['contract_risk'] }));
  const signals = [...marked, { key: 'usage_drop', marks: ['at_risk'] }] as Parameters<
    typeof contractSignals
  >[0]['signals'];
  const alone = contractSignals({ signals });
  for (const [one, expected] of rows) assert.equal(contractAtRisk(one, alone), expected, JSON.stringify(one));
});
