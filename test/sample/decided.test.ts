// The usual sample as the engine decides it: every sign, stage, row of the matrix and offer is somebody's, and the figures
// are those of a firm one could believe in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOfDay, endOfDay } from '#base/zone.ts';
import { numberLeaf } from '#domain/journey/segment.ts';
import { sampleExtras } from '#sample/extras.ts';
import { sampleAccounts } from '#sample/generate.ts';
import { profile } from '#engine/profile.ts';
import { compiled, decisionOn, frameOf, materialOf, shape, zone } from './decided-fixture.ts';

const of = shape('2026-04-15');
const frame = frameOf(of);
const accounts = [...sampleAccounts(of), ...sampleExtras(of).filter(({ customer }) => customer)];
const cases = accounts.flatMap((account) => {
  const material = materialOf(account);
  const decision = decisionOn(material, of.today, frame);
  return decision === null ? [] : [{ account, material, decision }];
});
const listed = cases.map(({ decision }) => decision).filter(({ status }) => status !== 'ended');
const { method } = compiled;
const keys = (rows: readonly { readonly key: string }[]): string[] => rows.map(({ key }) => key);

/** What of `wanted` nobody has. */
const missing = (wanted: readonly string[], had: Iterable<string>): string[] => {
  const found = new Set(had);
  return wanted.filter((key) => !found.has(key));
};
const share = (count: number, whole: number): number => count / whole;

test('every signal of the method is on at somebody', () => {
  const on = listed.flatMap(({ signals }) => keys(signals));
  assert.deepEqual(missing(keys(method.signals), on), []);
});

test('every offer of the catalogue is somebody’s next one, in each of its states', () => {
  const next = listed.flatMap(({ offer }) => (offer === null ? [] : [offer]));
  assert.deepEqual(missing(keys(method.offers), next), []);
  const states = listed.flatMap(({ offers }) => offers.map(({ state }) => state));
  assert.deepEqual(missing(['offer', 'prepare', 'confirm', 'blocked'], states), []);
  const reasons = listed.map(({ offerReason }) => offerReason);
  assert.deepEqual(missing(['best', 'fix_first', 'blocked'], reasons), []);
});

test('every row of the decision matrix holds somewhere', () => {
  const on = listed.map(({ signals }) => new Set(keys(signals)));
  const held = method.matrix.filter((row) =>
    on.some((signals) => row.signals.some((key) => signals.has(key))),
  );
  assert.deepEqual(missing(keys(method.matrix), keys(held)), []);
});

test('every stage, segment and status is somebody’s', () => {
  const stages = listed.flatMap((decision) => decision.stages.flatMap(({ stage }) => stage ?? []));
  assert.deepEqual(missing(keys(method.stages), stages), []);
  const segments = listed.map(({ segment }) => segment ?? '');
  assert.deepEqual(missing(['enterprise', 'mid_market', 'smb', 'product_led'], segments), []);
  const statuses = cases.map(({ decision }) => decision.status);
  assert.deepEqual(missing(['active', 'notice', 'no_contract', 'ended', 'unknown'], statuses), []);
});

test('health spreads over the bands: 8 to 20% red, most green', () => {
  const count = (band: string): number => listed.filter(({ health }) => health.band === band).length;
  const red = share(count('red'), listed.length);
  assert.ok(red >= 0.08 && red <= 0.2, `red ${red}`);
  assert.ok(share(count('yellow'), listed.length) >= 0.15, 'yellow');
  assert.ok(share(count('green'), listed.length) >= 0.5, 'green');
});

test('a year keeps nine in ten of the money and some more: NRR from 92 to 118%, logos lost from 5 to 20%', () => {
  const monthly = (material: (typeof cases)[number]['material'], at: number): number =>
    numberLeaf(profile(material.file, material.days, at, frame), 'contract', 'mrr') ?? 0;
  let [opening, closing, logos, lost] = [0, 0, 0, 0];
  for (const { material } of cases) {
    const then = monthly(material, startOfDay(of.today - 365, zone));
    const now = monthly(material, endOfDay(of.today, zone));
    if (then <= 0) continue;
    opening += then;
    closing += now;
    logos += 1;
    if (now === 0) lost += 1;
  }
  const nrr = share(closing, opening);
  assert.ok(logos > 60, `${logos} customers a year ago`);
  assert.ok(nrr >= 0.92 && nrr <= 1.18, `NRR ${nrr}`);
  assert.ok(share(lost, logos) >= 0.05 && share(lost, logos) <= 0.2, `lost ${share(lost, logos)}`);
});

test('the truth tells who left: by its own will and not, some came back; hazard falls as health rises', () => {
  const churns = accounts.flatMap(({ truth }) => truth.churn ?? []);
  assert.ok(churns.some(({ voluntary }) => voluntary) && churns.some(({ voluntary }) => !voluntary));
  assert.ok(churns.some(({ wonBackOn }) => wonBackOn !== null));
  const known = new Set(keys(method.reasons));
  assert.deepEqual(
    churns.map(({ reason }) => reason).filter((reason) => !known.has(reason)),
    [],
  );
  const own = accounts.filter(({ truth }) => truth.staged === null).map(({ truth }) => truth);
  const hazard = (low: number, high: number): number => {
    const months = own.flatMap(({ health, hazard: p }) =>
      Object.keys(p).flatMap((month) => {
        const h = health[month] ?? 0;
        return h >= low && h < high ? [p[month] ?? 0] : [];
      }),
    );
    return months.reduce((sum, p) => sum + p, 0) / months.length;
  };
  assert.ok(hazard(-9, -0.5) > 2 * hazard(0.5, 9));
});
