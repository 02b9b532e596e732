// The profile as a whole over arbitrary facts: the future changes nothing, and every leaf keeps its type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brazilianCalendar } from '#base/calendar.ts';
import { endOfDay } from '#base/zone.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import { leafRegistry } from '#domain/profile/registry.ts';
import type { Frame, Profile } from '#domain/profile/shape.ts';
import { foldFile } from '#engine/fold.ts';
import { profile } from '#engine/profile.ts';
import { facts } from './generators/facts.ts';

const zone = 'America/Sao_Paulo';
const frame: Frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [{ base: 'USD', quote: 'BRL', rate: 5.25, day: 17_000, known: 0 }],
  coverage: ['contract', 'invoice', 'ticket', 'meeting', 'message', 'milestone', 'goal', 'event'].map(
    (covers) => ({
      covers,
      metric: null,
      from: 17_400,
      to: 30_000,
      grain: 'day',
      scope: 'workspace',
      known: 0,
    }),
  ),
  criticalFeatures: ['a'],
  advancedFeatures: ['b'],
};
/** 15 April 2026, close to where the generated facts crowd. */
const asOf = endOfDay(20_558, zone);

function profileOf(list: readonly FoldFact[], at: number): Profile {
  return profile(decodeFile(foldFile(list, zone).file), [], at, frame);
}

test('facts that occurred or were known later leave the profile equal to the last byte', () => {
  fc.assert(
    fc.property(facts(60), facts(20), (known, planted) => {
      const past = known.filter((fact) => fact.occurredAt <= asOf && fact.knownAt <= asOf);
      const future = planted.map((fact, i) => {
        // The future brings facts of its own, and later revisions of records that are known.
        const hidden = fact.knownAt > asOf ? fact : { ...fact, knownAt: asOf + 1 + i };
        const own = { ...hidden, id: `later-${i}` };
        return i % 2 === 0 ? { ...own, externalId: own.id } : { ...own, revision: fact.revision + 5 };
      });
      const before = profileOf(past, asOf);
      const after = profileOf([...past, ...future], asOf);
      assert.deepEqual(after, before);
      assert.ok(JSON.stringify(after) === JSON.stringify(before), 'same bytes');
    }),
    { numRuns: 200 },
  );
});

test('every leaf is null or of its type, and the profile survives its text', () => {
  fc.assert(
    fc.property(facts(60), (list) => {
      const found = profileOf(list, asOf);
      assert.deepEqual(JSON.parse(JSON.stringify(found)), JSON.parse(JSON.stringify(structuredClone(found))));
      for (const spec of leafRegistry.values()) {
        const value = spec.key
          .split('.')
          .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], found.leaves);
        if (spec.needsMethod) assert.equal(value, null, spec.key);
        else assertType(spec.key, spec.type, value, spec.own === true);
      }
    }),
    { numRuns: 200 },
  );
});

function assertType(key: string, type: string, value: unknown, own: boolean): void {
  if (value === null) {
    assert.ok(!own || key === 'pulse.ageDays', `${key} is an own record and is never missing`);
    return;
  }
  if (type === 'flag') assert.equal(typeof value, 'boolean', key);
  else if (type === 'code') assert.equal(typeof value, 'string', key);
  else if (type === 'codes') assert.ok(Array.isArray(value), key);
  else assert.ok(typeof value === 'number' && Number.isFinite(value), `${key} is ${JSON.stringify(value)}`);
  if (type === 'cents' || type === 'day')
    assert.ok(Number.isInteger(value), `${key} is ${JSON.stringify(value)}`);
  const towards = /daysTo(End|Anniversary)/.test(key);
  if ((type === 'days' || type === 'count') && !towards)
    assert.ok(Number(value) >= 0, `${key} is ${JSON.stringify(value)}`);
}
