import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay, stepDay } from './as-of.ts';
import { daysFrom, formatter } from './format.ts';

const pt = formatter('pt-BR');
const en = formatter('en');

test('money reads as people write it, short in headlines', () => {
  assert.equal(pt.money(1_840_000, 'BRL'), 'R$\u00a018.400');
  assert.equal(pt.moneyShort(1_840_000, 'BRL'), 'R$\u00a018.400');
  assert.equal(pt.moneyShort(33_230_000, 'BRL'), 'R$\u00a0332\u00a0mil');
  assert.equal(pt.moneyShort(123_000_000, 'BRL'), 'R$\u00a01,2\u00a0mi');
  assert.equal(pt.moneyShort(141_722_420_000, 'BRL'), 'R$\u00a01,4\u00a0bi');
  assert.equal(en.moneyShort(123_000_000, 'USD'), '$1.2m');
});

test('signs are real, zero has none', () => {
  assert.equal(pt.signed(-14), '−14');
  assert.equal(pt.signed(3.25, 1), '+3,3');
  assert.equal(pt.signed(-0.04, 1), '0,0');
  assert.equal(pt.signed(0.04, 1), '0,0');
});

test('days lose their year within the year looked at', () => {
  assert.equal(pt.dayShort('2026-06-12', '2026-04-15'), '12/06');
  assert.equal(pt.dayShort('2027-06-12', '2026-04-15'), '12/06/27');
  assert.equal(pt.day('2026-06-12T10:30:00-03:00'), '12/06/2026');
  assert.equal(en.day('2026-06-12'), '12\u00a0Jun\u00a02026');
  assert.equal(en.dayShort('2026-06-12', '2026-04-15'), '12\u00a0Jun');
  assert.equal(en.dayTyped('2026-06-12'), '12/06/2026');
  assert.equal(pt.month('2026-01-01'), 'jan/26');
  assert.equal(daysFrom('2026-02-27', '2026-03-02'), 3);
});

test('a typed date is read in the ways people type it, never past today', () => {
  for (const typed of ['01/03/2026', '1/3/26', '01032026', '2026-03-01', ' 1.3.2026 '])
    assert.equal(readDay(typed, '2026-04-15'), '2026-03-01', typed);
  for (const typed of ['31/02/2026', '16/04/2026', 'ontem', ''])
    assert.equal(readDay(typed, '2026-04-15'), null, typed);
  assert.equal(stepDay('2026-04-15', 1, '2026-04-15'), '2026-04-15');
  assert.equal(stepDay('2026-03-01', -1, '2026-04-15'), '2026-02-28');
});
