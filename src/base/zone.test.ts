import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay, parseDay } from './day.ts';
import { dayAt, endOfDay, instantAt, isZone, minuteAt, offsetAt, offsetsWithin, startOfDay } from './zone.ts';

const numRuns = 1500;
const zones = [
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Rio_Branco',
  'America/Noronha',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const on = (text: string): number => parseDay(text) ?? assert.fail(text);
const day = fc.integer({ min: on('2000-01-01'), max: on('2040-12-31') });
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });

test('day, minute and offset of an instant agree with Temporal', () => {
  fc.assert(
    fc.property(instant, zone, (ms, name) => {
      const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name);
      assert.equal(formatDay(dayAt(ms, name)), local.toPlainDate().toString());
      assert.equal(minuteAt(ms, name), local.hour * 60 + local.minute);
      assert.equal(offsetAt(ms, name), local.offsetNanoseconds / 1e6);
    }),
    { numRuns },
  );
});

test('T1: 09:00 in n days exists, keeps its wall time outside gaps, and is monotone in n', () => {
  fc.assert(
    fc.property(day, zone, fc.integer({ min: 0, max: 1439 }), (from, name, minute) => {
      let before = -Infinity;
      for (let n = 0; n < 5; n++) {
        const at = instantAt(from + n, minute, name);
        assert.ok(at >= before, 'monotone');
        before = at;
        const wanted = (from + n) * 1440 + minute;
        const shown = dayAt(at, name) * 1440 + minuteAt(at, name);
        assert.ok(shown >= wanted, 'never before the wall time asked');
        if (shown > wanted) assert.ok(offsetAt(at, name) > offsetAt(at - 1, name), 'only in a gap');
      }
    }),
    { numRuns },
  );
});

test('a day starts and ends inside itself, and days tile time', () => {
  fc.assert(
    fc.property(day, zone, (on, name) => {
      const start = startOfDay(on, name);
      assert.equal(endOfDay(on - 1, name), start - 1);
      assert.ok(dayAt(start - 1, name) < on);
      const skipped = startOfDay(on + 1, name) === start;
      if (skipped) return;
      assert.equal(dayAt(start, name), on);
      assert.equal(dayAt(endOfDay(on, name), name), on);
    }),
    { numRuns },
  );
});

test('T2: São Paulo, the gap at midnight and the hour that came twice', () => {
  const sp = 'America/Sao_Paulo';
  const gap = startOfDay(on('2018-11-04'), sp);
  assert.equal(new Date(gap).toISOString(), '2018-11-04T03:00:00.000Z');
  assert.equal(minuteAt(gap, sp), 60);
  assert.equal(minuteAt(gap - 1000, sp), 23 * 60 + 59);
  assert.equal(dayAt(gap - 1000, sp), on('2018-11-03'));
  const twice = instantAt(on('2019-02-16'), 23 * 60, sp);
  assert.equal(minuteAt(twice + 3_600_000, sp), 23 * 60);
  assert.equal(dayAt(twice + 3_600_000, sp), on('2019-02-16'));
  assert.equal(new Date(startOfDay(on('2019-02-17'), sp)).toISOString(), '2019-02-17T03:00:00.000Z');
  assert.equal(endOfDay(on('2019-02-16'), sp) - startOfDay(on('2019-02-16'), sp), 25 * 3_600_000 - 1);
});

test('a day that a zone skipped is empty', () => {
  const apia = 'Pacific/Apia';
  const skipped = on('2011-12-30');
  assert.equal(startOfDay(skipped, apia), startOfDay(skipped + 1, apia));
  assert.equal(dayAt(startOfDay(skipped, apia), apia), skipped + 1);
});

test('offsets over a span of time are those of its instants', () => {
  fc.assert(
    fc.property(instant, fc.nat({ max: 3e11 }), zone, fc.nat({ max: 100 }), (from, length, name, percent) => {
      const offsets = offsetsWithin(from, from + length, name);
      const at = from + Math.floor((length * percent) / 100);
      assert.equal(offsets.findLast(({ start }) => start <= at)?.offset, offsetAt(at, name));
    }),
    { numRuns: 300 },
  );
});

test('outside the known years the nearest offset holds, and days still start inside themselves', () => {
  const sp = 'America/Sao_Paulo';
  for (const text of ['0206-01-31', '1899-12-31', '1900-01-01', '2100-01-01', '2150-06-01']) {
    assert.equal(dayAt(startOfDay(on(text), sp), sp), on(text), text);
    assert.equal(dayAt(startOfDay(on(text), sp) - 1, sp), on(text) - 1, text);
  }
});

test('unknown zones are known as such', () => {
  assert.equal(isZone('America/Sao_Paulo'), true);
  assert.equal(isZone('America/Atlantis'), false);
  assert.equal(isZone(''), false);
  assert.throws(() => dayAt(0, 'America/Atlantis'));
});
