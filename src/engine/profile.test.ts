// Of an account nobody has told anything about, only own records are known. Nothing unknown is zero.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brazilianCalendar } from '#base/calendar.ts';
import { endOfDay } from '#base/zone.ts';
import { leafRegistry } from '#domain/profile/registry.ts';
import type { AccountFile, Frame } from '#domain/profile/shape.ts';
import { profile, trace } from './profile.ts';

const zone = 'America/Sao_Paulo';
const today = 20_558;
const asOf = endOfDay(today, zone);
const frame: Frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [],
  coverage: [],
  criticalFeatures: null,
  advancedFeatures: null,
};
const empty: AccountFile = { rows: {}, contacts: 0 };

function leafOf(leaves: Readonly<Record<string, unknown>>, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], leaves);
}

test('without a source every leaf is missing, save own records and the status "unknown"', () => {
  const { leaves } = profile(empty, [], asOf, frame);
  for (const spec of leafRegistry.values()) {
    const value = leafOf(leaves, spec.key);
    if (spec.key === 'account.status') assert.equal(value, 'unknown');
    else if (spec.needsMethod || spec.key === 'pulse.ageDays') assert.equal(value, null, spec.key);
    else if (!spec.own) assert.equal(value, null, `${spec.key} is not known and not ${String(value)}`);
    else
      assert.ok([0, false, 'none'].includes(value as never) || (value as unknown[]).length === 0, spec.key);
  }
});

test('custom fields and days since runs stand in their dynamic groups', () => {
  const head = {
    occurred: asOf - 86_400_000,
    known: asOf - 86_400_000,
    day: today - 1,
    record: 0,
    revision: 1,
  };
  const described = {
    ...head,
    segment: 'smb',
    industry: null,
    size: null,
    tags: null,
    channel: null,
    profileToFollow: null,
    custom: { plan: 'gold', seats: 3, none: null },
  };
  const started = { ...head, run: 'r1', playbook: 'rescue' };
  const file: AccountFile = {
    rows: { 'account-described': [described], 'run-started': [started] },
    contacts: 0,
  };
  const { leaves } = profile(file, [], asOf, frame);
  assert.deepEqual(leafOf(leaves, 'account.custom'), { plan: 'gold', seats: 3 });
  assert.equal(leafOf(leaves, 'account.touch'), 'low');
  assert.deepEqual(leafOf(leaves, 'work.daysSinceRun'), { rescue: 1 });
  assert.deepEqual(leafOf(leaves, 'work.openRuns'), ['rescue']);
});

test('a trace names the rows of a leaf and dates the facts behind signals', () => {
  const head = {
    occurred: asOf - 86_400_000,
    known: asOf - 86_400_000,
    day: today - 1,
    record: 4,
    revision: 1,
  };
  const row = { ...head, event: 'budget_cut', family: null };
  const file: AccountFile = { rows: { 'event-recorded': [row] }, contacts: 0 };
  const rows = trace(file, [], asOf, frame)['events.budget_cut.count90d'] ?? [];
  assert.deepEqual(
    rows.map((one) => [one.type, one.row.record]),
    [['event-recorded', 4]],
  );
  assert.equal(profile(file, [], asOf, frame).dates['events.budget_cut.count90d'], today - 1);
});
