// The MRR algebra: the reference cases of the specification, an identity that holds for every history, and two published
// bases month by month.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { movementOf, retentionOf, sumOfMovements, type Step } from './movements.ts';

const step = (from: number, to: number, more: Partial<Step> = {}): Step => ({
  from,
  to,
  paidBefore: false,
  adjustment: 0,
  ...more,
});
const of = (steps: readonly Step[]) => {
  const sum = sumOfMovements(steps.map(movementOf));
  return { ...sum, ...retentionOf(sum) };
};
const near = (value: number | null, wanted: number) =>
  assert.ok(value !== null && Math.abs(value - wanted) < 1e-6, `${value} is not ${wanted}`);

const reference = [
  step(1000, 1200),
  step(500, 350),
  step(800, 0),
  step(300, 300),
  step(0, 250, { paidBefore: true }),
  step(0, 400),
];

test('six customers of the specification: every movement and every rate', () => {
  const found = of(reference);
  assert.deepEqual(
    [
      found.opening,
      found.closing,
      found.expansion,
      found.contraction,
      found.churn,
      found.reactivation,
      found.new,
    ],
    [2600, 2500, 200, 150, 800, 250, 400],
  );
  near(found.nrr, 0.7115384615);
  near(found.grr, 0.6346153846);
  near(found.logoChurn, 0.25);
  near(found.quickRatio, 0.8947368421);
});

test('an index step is an adjustment: in NRR, and in neither GRR nor quick ratio', () => {
  const found = of(reference.map((one) => (one.from === 300 ? step(300, 350, { adjustment: 50 }) : one)));
  assert.equal(found.closing, 2550);
  near(found.nrr, 0.7307692308);
  near(found.nrrWithoutAdjustment, 0.7115384615);
  near(found.grr, 0.6346153846);
  near(found.quickRatio, 0.8947368421);
});

test('a cohort of six: what each keeps, and who is left', () => {
  const [before, now] = [
    [100, 50, 80, 200, 30, 40],
    [120, 50, 0, 180, 45, 40],
  ];
  const found = of(before!.map((from, i) => step(from, now![i]!)));
  near(found.nrr, 0.87);
  near(found.grr, 0.8);
  near(1 - (found.logoChurn ?? 0), 0.8333333333);
});

test('nobody who paid at the start gives no rate; nothing lost no quick ratio', () => {
  const found = of([step(0, 100)]);
  assert.deepEqual([found.nrr, found.grr, found.logoChurn, found.quickRatio], [null, null, null, null]);
});

const cents = fc.integer({ min: 0, max: 5_000_000 });
const steps = fc.array(
  fc.record({
    from: cents,
    to: cents,
    paidBefore: fc.boolean(),
    adjustment: fc.integer({ min: -10_000, max: 10_000 }),
  }),
);

test('closing is opening and every movement, of each customer, each part and the whole; nothing turns on the order', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (all, cut) => {
      const closes = (part: readonly Step[]) => {
        const sum = sumOfMovements(part.map(movementOf));
        const gained = sum.new + sum.reactivation + sum.expansion + sum.adjustment;
        assert.equal(sum.closing, sum.opening + gained - sum.contraction - sum.churn);
        return sum;
      };
      for (const one of all) closes([one]);
      const whole = closes(all);
      const at = all.length === 0 ? 0 : cut % all.length;
      const parts = sumOfMovements([closes(all.slice(at)), closes(all.slice(0, at))]);
      assert.deepEqual(parts, whole);
      const { grr, nrrWithoutAdjustment } = retentionOf(whole);
      if (grr !== null) assert.ok(grr <= (nrrWithoutAdjustment ?? 0));
    }),
  );
});

const data = '../shared/data';
const missing = existsSync(data) ? false : `skipped: data in ${data} not present`;
const rowsOf = (path: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(`${data}/${path}`, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
};

/** Who paid how much at two days, by the subscriptions that ran then. */
function simulated(from: string, to: string): Step[] {
  const paid = new Map<string, { from: number; to: number }>();
  for (const row of rowsOf('fightchurn_sim_crm5/subscription.csv')) {
    const one = paid.get(row['account_id'] ?? '') ?? { from: 0, to: 0 };
    const cents = Math.round(Number(row['mrr']) * 100);
    const runs = (day: string) => (row['start_date'] ?? '') <= day && day < (row['end_date'] ?? '');
    if (runs(from)) one.from += cents;
    if (runs(to)) one.to += cents;
    paid.set(row['account_id'] ?? '', one);
  }
  return [...paid.values()].map((one) => step(one.from, one.to));
}

test('the simulated CRM: net retention of a year as the book has it', { skip: missing }, () => {
  const [wanted] = rowsOf('fightchurn_sim_crm5/reference/l2_1_net_retention_annual.csv');
  const found = of(simulated('2022-12-01', '2023-12-01'));
  near(found.nrr, Number(wanted?.['net_mrr_retention_rate']));
  assert.equal(found.opening, Number(wanted?.['start_mrr']) * 100);
});

test('the simulated CRM: every month of two years', { skip: missing }, () => {
  for (const month of rowsOf('fightchurn_sim_crm5/reference/own_mrr_movements_grr_nrr_monthly.csv')) {
    const found = of(simulated(month['start_date'] ?? '', month['end_date'] ?? ''));
    const told = (name: string) => Number(month[name]) * 100;
    assert.deepEqual(
      [found.opening, found.closing, found.new, found.expansion, found.contraction, found.churn],
      ['start_mrr', 'end_mrr', 'new_or_returning_mrr', 'expansion_mrr', 'contraction_mrr', 'churn_mrr'].map(
        told,
      ),
    );
    near(found.grr, Number(month['grr']));
    near(found.nrr, Number(month['nrr']));
  }
});

/** What each company of the HR case paid before a day: signed, moved, gone. */
function moved(): (day: string) => Map<string, number> {
  const iso = (text = '') => {
    const [day = '', month = '', year = ''] = text.split('/');
    return text === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  };
  const customers = rowsOf('personio_case/customer.csv');
  const movements = rowsOf('personio_case/mrr_movements.csv');
  return (day) => {
    const paid = new Map<string, number>();
    for (const row of customers) {
      const gone = iso(row['Churn_Date']);
      const runs = iso(row['Activation_Date']) < day && (gone === '' || gone >= day);
      paid.set(row['Company_ID'] ?? '', runs ? Number(row['Initial_MRR']) * 100 : 0);
    }
    for (const row of movements) {
      const before = paid.get(row['Company_ID'] ?? '') ?? 0;
      if (before === 0 || iso(row['Movement_Date']) >= day) continue;
      const by = Number(row['Movement_Amount']) * (row['Movement_Type'] === 'Upgrade' ? 100 : -100);
      paid.set(row['Company_ID'] ?? '', before + by);
    }
    return paid;
  };
}

test('the HR case: five months as its reference has them', { skip: missing }, () => {
  const paidAt = moved();
  for (const wanted of rowsOf('personio_case/reference_mrr_movements_monthly.csv')) {
    const month = wanted['month'] ?? '';
    const next = `2023-${String(Number(month.slice(5)) + 1).padStart(2, '0')}-01`;
    const [before, now] = [paidAt(`${month}-01`), paidAt(next)];
    const found = of([...before].map(([company, from]) => step(from, now.get(company) ?? 0)));
    const told = (name: string) => Number(wanted[name]) * 100;
    assert.deepEqual(
      [found.opening, found.new, found.expansion, found.contraction, found.churn, found.closing],
      ['start_mrr', 'new', 'expansion', 'contraction', 'churn', 'end_mrr'].map(told),
    );
    assert.deepEqual([found.openingLogos, found.lostLogos].map(String), [
      wanted['n_start'],
      wanted['n_churn'],
    ]);
    near(found.nrr, Number(wanted['nrr']));
    near(found.grr, Number(wanted['grr']));
    near(found.quickRatio, Number(wanted['quick_ratio']));
  }
});
