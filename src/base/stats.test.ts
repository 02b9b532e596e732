import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mean, median, quantile, standardDeviation } from './stats.ts';
import { normalise, tokens } from './text.ts';

test('of nothing there is no statistic', () => {
  assert.equal(mean([]), null);
  assert.equal(median([]), null);
  assert.equal(quantile([], 0.9), null);
  assert.equal(standardDeviation([1]), null);
});

test('statistics of small samples', () => {
  assert.equal(mean([1, 2, 6]), 3);
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([1, 2, 3, 10]), 2.5);
  assert.equal(quantile([1, 2, 3, 4, 5], 0.25), 2);
  assert.equal(quantile([10, 20], 0.75), 17.5);
  assert.equal(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])?.toFixed(6), '2.138090');
});

test('text is compared without case, accents and extra spaces', () => {
  assert.equal(normalise('  São  Paulo\tÁgua '), 'sao paulo agua');
  assert.deepEqual(tokens('Observações: não-renova (R$ 1.200)'), [
    'observacoes',
    'nao',
    'renova',
    'r',
    '1',
    '200',
  ]);
  assert.deepEqual(tokens(' – '), []);
});
