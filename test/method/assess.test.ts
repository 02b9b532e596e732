// The assessment of a profile: renormalising, ageing, coverage, caps, sums, and that worse is never better.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Profile } from '#domain/profile/shape.ts';
import { assessScope } from '#engine/assess.ts';
import { type Leaves, scopeOf, servicos } from './template.ts';

const profile = { day: 20_000, leaves: {} } as unknown as Profile;
const score = (leaves: Leaves) => assessScope(profile, scopeOf(leaves), servicos);

test('a score is renormalised within what is available', () => {
  const assessed = score({
    'relationship.daysSinceConversation': 30,
    'finance.overdueDays': 15,
    'value.goalProgress': 0.4,
  });
  // (25 × 75 + 10 × 60 + 30 × 40) / 65
  assert.equal(assessed.score, 56.5);
  assert.equal(assessed.band, 'yellow');
  assert.equal(assessed.coverage, 0.65);
  const exact = (25 * 0.35 + 10 * 0.4 + 30 * 0.3) / 100;
  assert.ok(Math.abs(assessed.depth - exact) < 1e-9);
});

test('below the coverage limit the band is unknown, and without data there is no score', () => {
  assert.equal(score({ 'relationship.daysSinceConversation': 0 }).band, 'unknown');
  const nothing = score({});
  assert.deepEqual(
    [nothing.score, nothing.band, nothing.coverage, nothing.depth, nothing.cap],
    [null, 'unknown', 0, 0, null],
  );
});

test('age takes weight from a measure, and from its pillar in the score', () => {
  const fresh = { 'voice.nps.last': 0, 'voice.nps.ageDays': 10, 'relationship.daysSinceConversation': 0 };
  // voice 15 × 0, relationship 25 × 100: fresh 62.5; half of voice gone: 2500 / 32.5; all gone: 100
  assert.equal(score(fresh).score, 62.5);
  assert.equal(score({ ...fresh, 'voice.nps.ageDays': 227.5 }).score, 76.9);
  const old = score({ ...fresh, 'voice.nps.ageDays': 365 });
  assert.equal(old.score, 100);
  assert.equal(old.coverage, 0.25);
  assert.equal(score({ ...fresh, 'voice.nps.ageDays': 227.5 }).coverage, 0.4);
});

test('a cap is one named entry and sets the score below its limit', () => {
  const good = {
    'relationship.daysSinceConversation': 0,
    'value.goalProgress': 1,
    'relationship.sponsor': 'present',
  };
  const capped = score({ ...good, 'finance.overdueDays': 61, 'finance.punctuality12m': 1 });
  assert.equal(capped.score, 39.9);
  assert.equal(capped.band, 'red');
  assert.equal(capped.cap?.key, 'overdue_60');
  const parts = capped.measures.reduce((sum, measure) => sum + measure.contribution, capped.cap?.points ?? 0);
  assert.equal(Math.round(parts * 100), 3990);
  assert.equal(score(good).cap, null);
});

test('conditions over the profile are told, those over health and signals are not', () => {
  const { truths } = score({ 'voice.nps.last': 3 });
  assert.equal(truths['signals.detractor.when'], true);
  assert.equal(truths['signals.silent.when'], null);
  assert.equal('signals.health_drop.when' in truths, false);
  assert.equal('offers.suporte_premium.when' in truths, false);
});

/** Leaf, values from worst to best. */
const ladders: readonly (readonly [string, readonly unknown[]])[] = servicos.method.health.measures
  .filter((measure) => measure.complementOf === null)
  .map((measure) => {
    const corners = measure.curve
      ? measure.curve.map(([x]) => x)
      : ['false', 'true', 'present', 'left'].filter((word) => word in (measure.map ?? {}));
    const values = corners.map((x) => (x === 'true' ? true : x === 'false' ? false : x));
    const points = (value: unknown) => score({ [measure.leaf]: value }).score ?? 0;
    return [measure.leaf, values.toSorted((a, b) => points(a) - points(b))];
  });
const levels = fc.tuple(...ladders.map(([, values]) => fc.option(fc.nat(values.length - 1), { freq: 2 })));

test('contributions sum to the score exactly, and a worse value never raises it', () => {
  fc.assert(
    fc.property(levels, fc.nat(ladders.length - 1), fc.nat(), (chosen, which, drop) => {
      const leaves: Record<string, unknown> = {};
      chosen.forEach((level, i) => {
        const ladder = ladders[i];
        if (ladder && level !== null) leaves[ladder[0]] = ladder[1][level];
      });
      const before = score(leaves);
      if (before.score !== null) {
        const sum = before.measures.reduce(
          (total, measure) => total + Math.round(measure.contribution * 100),
          0,
        );
        assert.equal(sum + Math.round((before.cap?.points ?? 0) * 100), Math.round(before.score * 100));
        const pillars = before.pillars.reduce(
          (total, pillar) => total + Math.round(pillar.contribution * 100),
          0,
        );
        assert.equal(pillars, sum);
      }
      const ladder = ladders[which];
      const level = chosen[which];
      if (!ladder || level === null || level === undefined || before.score === null) return;
      const after = score({ ...leaves, [ladder[0]]: ladder[1][drop % (level + 1)] });
      assert.ok(
        after.score !== null && after.score <= before.score,
        `${ladder[0]}: ${before.score} → ${after.score}`,
      );
    }),
    { numRuns: 300 },
  );
});
