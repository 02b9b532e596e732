// One row a measure: its value at corners of its curve and between them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Leaves, scopeOf, servicos } from './template.ts';

const of = (leaf: string, values: readonly (readonly [unknown, number | null])[]) =>
  values.map(([value, points]): readonly [Leaves, number | null] => [{ [leaf]: value }, points]);
const rows: Readonly<Record<string, readonly (readonly [Leaves, number | null])[]>> = {
  milestones_on_time: [
    [{ 'value.late': 0, 'value.milestonesDue': 4 }, 100],
    [{ 'value.late': 2, 'value.milestonesDue': 4 }, 40],
    [{ 'value.late': 4, 'value.milestonesDue': 4 }, 0],
    [{ 'value.late': 0, 'value.milestonesDue': 0 }, null],
  ],
  goal: of('value.goalProgress', [
    [0, 0],
    [0.4, 40],
    [0.6, 57.5],
    [0.8, 75],
    [1.2, 100],
  ]),
  first_value: of('value.ttfvRatio', [
    [0.5, 100],
    [1, 100],
    [1.5, 65],
    [2, 30],
    [3, 0],
    [9, 0],
  ]),
  value_shown: of('value.daysSinceValueShown', [
    [0, 100],
    [90, 75],
    [180, 39],
    [365, 0],
  ]),
  seat_use: of('usage.seatUse', [
    [0, 0],
    [0.5, 40],
    [0.7, 75],
    [0.9, 95],
    [1, 95],
  ]),
  use_change: of('usage.change30d', [
    [-1, 0],
    [-0.3, 39],
    [0, 75],
    [0.1, 87.5],
    [0.2, 100],
  ]),
  days_without_activity: of('usage.daysSinceActivity', [
    [0, 100],
    [15, 39],
    [30, 0],
  ]),
  sticky_features: of('usage.criticalFeatures30d', [
    [0, 0],
    [1, 39],
    [2, 60],
    [3, 80],
    [4, 100],
  ]),
  key_users: of('usage.keyUsersActive', [
    [0, 0],
    [0.5, 40],
    [0.8, 75],
    [1, 100],
  ]),
  dau_mau: of('usage.dauMau', [
    [0, 0],
    [0.1, 40],
    [0.2, 75],
    [0.4, 100],
  ]),
  contracted_use: of('consumption.useRate', [
    [0, 0],
    [0.5, 39],
    [0.8, 85],
    [1, 100],
    [1.4, 100],
  ]),
  routine: of('usage.activeWeeks4', [
    [0, 0],
    [1, 39],
    [2, 57],
    [3, 75],
    [4, 100],
  ]),
  open_tickets: of('support.open', [
    [0, 100],
    [3, 75],
    [8, 40],
    [15, 0],
  ]),
  ticket_volume: of('support.volumeRatio', [
    [1, 100],
    [1.5, 75],
    [2, 39],
    [4, 0],
  ]),
  oldest_critical: of('support.oldestCriticalDays', [
    [0, 100],
    [3, 39],
    [10, 0],
  ]),
  reopened: of('support.reopenRate', [
    [0, 100],
    [0.1, 75],
    [0.3, 0],
  ]),
  nps: [
    ...of('voice.nps.last', [
      [0, 0],
      [6, 39],
      [8, 70],
      [9, 85],
      [10, 100],
    ]),
    [{ 'voice.nps.sponsor': 10, 'voice.nps.last': 0 }, 100],
  ],
  csat: of('voice.csat.avg90d', [
    [1, 0],
    [3, 39],
    [4, 75],
    [5, 100],
  ]),
  ces: of('voice.ces.avg90d', [
    [1, 0],
    [4, 39],
    [5, 70],
    [7, 100],
  ]),
  mhs: of('voice.mhs.last', [
    [100, 100],
    [50, 50],
    [0, 0],
  ]),
  conversation: of('relationship.daysSinceConversation', [
    [0, 100],
    [30, 75],
    [90, 30],
    [180, 0],
  ]),
  attendance: of('relationship.attendance60d', [
    [0, 0],
    [0.5, 40],
    [0.8, 80],
    [1, 100],
  ]),
  contacts_engaged: of('relationship.engagedContacts90d', [
    [0, 0],
    [1, 39],
    [2, 75],
    [3, 100],
  ]),
  sponsor: of('relationship.sponsor', [
    ['present', 100],
    ['left', 0],
    ['unknown', null],
  ]),
  champion: of('relationship.champion', [
    ['present', 100],
    ['left', 0],
    ['unknown', null],
  ]),
  qbr: of('relationship.qbrs12m', [
    [0, 0],
    [2, 75],
    [4, 100],
  ]),
  overdue: of('finance.overdueDays', [
    [0, 100],
    [15, 60],
    [60, 0],
  ]),
  punctuality: of('finance.punctuality12m', [
    [0, 0],
    [0.8, 40],
    [0.95, 85],
    [1, 100],
  ]),
  failed_charges: of('finance.failedCharges30d', [
    [0, 100],
    [1, 39],
    [3, 0],
  ]),
  downgrade: of('finance.downgradeAsked', [
    [false, 100],
    [true, 0],
  ]),
};

const measures = [...servicos.measures.values()].flat();
for (const measure of measures) {
  test(`${measure.key} follows its curve`, () => {
    const row = rows[measure.key];
    assert.ok(row, `measure ${measure.key} has a row here`);
    for (const [leaves, points] of row) {
      const got = measure.read(scopeOf(leaves)).points;
      if (points === null) assert.equal(got, null);
      else
        assert.ok(
          got !== null && Math.abs(got - points) < 1e-9,
          `${JSON.stringify(leaves)}: ${got}, not ${points}`,
        );
    }
    assert.equal(measure.read({}).points, null);
  });
}

test('an answer weighs in full for 90 days and nothing from 365 on', () => {
  const nps = measures.find((measure) => measure.key === 'nps');
  const at = (age: number) => nps?.read(scopeOf({ 'voice.nps.last': 9, 'voice.nps.ageDays': age })).fresh;
  assert.deepEqual([at(0), at(90), at(365), at(900)], [1, 1, 0, 0]);
  assert.ok(Math.abs((at(227.5) ?? 0) - 0.5) < 1e-9);
});
