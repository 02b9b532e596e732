import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingOf, pointsCsv, scatterOf, type Point, type Points } from './scatter.ts';

const point = (id: string, score: number, mrr: number, more: Partial<Point> = {}): Point => ({
  id,
  name: `Cliente ${id}`,
  score,
  mrrCents: mrr * 100,
  atStakeCents: mrr * 100,
  band: score < 40 ? 'red' : score < 75 ? 'yellow' : 'green',
  ...more,
});
const dataOf = (points: readonly Point[], more: Partial<Points> = {}): Points => ({
  asOf: '2026-04-15',
  isToday: true,
  currency: 'BRL',
  bands: { yellow: 40, green: 75 },
  drawn: points.length,
  points: [...points],
  cells: [],
  columns: 40,
  rows: 24,
  topMrrCents: Math.max(...points.map(({ mrrCents }) => mrrCents)),
  withoutHealth: 0,
  withoutMrr: 0,
  out: [],
  ...more,
});

test('the finding is the red one and the yellow one about to join it, while that is true', () => {
  const both = dataOf([point('a', 27, 30_000), point('b', 43.2, 20_000), point('c', 90, 50_000)]);
  assert.deepEqual(findingOf(both), {
    kind: 'both',
    red: both.points[0],
    near: both.points[1],
    points: 4,
    arrCents: 60_000_000,
  });
  const far = dataOf([point('a', 27, 30_000), point('b', 60, 20_000)]);
  assert.deepEqual(findingOf(far), { kind: 'red', accounts: 1, arrCents: 36_000_000 });
  const light = dataOf([
    point('a', 20, 900),
    point('b', 43, 100),
    ...[1, 2, 3].map((i) => point(`r${i}`, 30, 800)),
  ]);
  assert.equal(findingOf(light).kind, 'red', 'two that weigh less than the other reds are no news');
});

test('without reds, or of part of the base, no claim is made', () => {
  assert.deepEqual(findingOf(dataOf([point('a', 80, 100)])), { kind: 'neutral' });
  const part = dataOf([point('a', 20, 100)], { cells: [{ x: 1, y: 1, accounts: 9 }] });
  assert.deepEqual(findingOf(part), { kind: 'neutral' });
});

test('names touch neither each other nor another point, and stay inside', () => {
  const crowd = Array.from({ length: 60 }, (_, i) => point(`n${i}`, 30 + (i % 20), 1000 + (i % 7) * 40));
  for (const width of [340, 800, 1188]) {
    const { labels, dots } = scatterOf(dataOf(crowd), width);
    const boxes = labels.map(({ x, y, text, anchor, id }) => {
      const wide = text.length * 6.2;
      return {
        id,
        left: anchor === 'start' ? x : x - wide,
        right: anchor === 'start' ? x + wide : x,
        top: y - 12,
        bottom: y + 4,
      };
    });
    for (const [i, a] of boxes.entries()) {
      assert.ok(a.left >= 0 && a.right <= width, String(width));
      for (const b of boxes.slice(i + 1))
        assert.ok(a.left >= b.right || a.right <= b.left || a.top >= b.bottom || a.bottom <= b.top);
      for (const dot of dots)
        assert.ok(
          dot.point.id === a.id ||
            dot.x + dot.r <= a.left ||
            dot.x - dot.r >= a.right ||
            dot.y + dot.r <= a.top ||
            dot.y - dot.r >= a.bottom,
        );
    }
  }
});

test('one that towers over the rest bends the height, and that is said', () => {
  const few = [1, 2, 3, 4, 5].map((i) => point(`s${i}`, 50, i * 10));
  assert.equal(scatterOf(dataOf(few), 800).root, false);
  assert.equal(scatterOf(dataOf([...few, point('big', 60, 10_000)]), 800).root, true);
});

test('the file is one a Brazilian spreadsheet opens, and no name in it runs', () => {
  const text = pointsCsv(
    [point('x', 41.5, 1234.5, { name: '=1+1;"a"', atStakeCents: null })],
    ['Cliente', 'Saúde', 'ARR', 'Em jogo'],
  );
  assert.equal(text, '\ufeffCliente;Saúde;ARR;Em jogo\r\n"\'=1+1;""a""";41,5;14814,00;\r\n');
});
