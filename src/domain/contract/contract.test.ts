// When a contract covers a day, when it ends, and what the leaves of the next one to end say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { contractCalculator, contractStates } from './contract.ts';
import { contractsAt } from './state.ts';

type Rows = NonNullable<Sample['rows']>;

const yearly = {
  on: '2025-05-01',
  contract: 'a',
  lines: [],
  start: on('2025-05-01'),
  plannedEnd: on('2026-04-30'),
};

function first(day: string, rows: Rows) {
  const contract = contractsAt(sampleView({ day, rows }))[0];
  assert.ok(contract);
  return contract;
}
const leaves = (day: string, rows: Rows) => leavesOf(contractCalculator, sampleView({ day, rows })).values;

test('a planned end covers its day and no further', () => {
  const rows = { 'contract-signed': [yearly] };
  assert.equal(first('2026-04-30', rows).active, true);
  assert.equal(first('2026-04-30', rows).daysToEnd, 0);
  assert.equal(first('2026-05-01', rows).active, false);
  assert.equal(first('2026-05-01', rows).cancelled, false);
});

test('an automatic renewal rolls by its own term and counts; a tacit one goes on without an end', () => {
  const auto = first('2027-06-15', { 'contract-signed': [{ ...yearly, renewal: 'auto' }] });
  assert.equal(auto.plannedEnd, on('2028-04-30'));
  assert.equal(auto.timesRenewed, 2);
  assert.equal(auto.active, true);
  const tacit = first('2027-06-15', { 'contract-signed': [{ ...yearly, renewal: 'tacit' }] });
  assert.deepEqual([tacit.active, tacit.openEnded, tacit.daysToEnd], [true, true, null]);
});

test('a contract without a start covers every day up to its end', () => {
  const rows = { 'contract-signed': [{ ...yearly, on: '2026-04-15', start: null }] };
  assert.equal(first('2026-04-15', rows).active, true);
  assert.equal(first('2026-04-15', rows).start, null);
  assert.equal(first('2026-05-01', rows).active, false);
  assert.equal(leaves('2026-04-15', rows)['contract.daysToAnniversary'], undefined);
});

test('an end on the planned day serves that day; an earlier end does not, and is a cancellation', () => {
  const planned = { 'contract-signed': [yearly], 'contract-ended': [{ on: '2026-04-30', contract: 'a' }] };
  assert.equal(first('2026-04-30', planned).active, true);
  assert.equal(first('2026-05-01', planned).cancelled, false);
  const early = { 'contract-signed': [yearly], 'contract-ended': [{ on: '2026-02-10', contract: 'a' }] };
  assert.equal(first('2026-02-10', early).active, false);
  assert.equal(first('2026-02-10', early).cancelled, true);
});

test('notice sets the end; a renewal after it takes it back', () => {
  const notice = { on: '2026-02-01', contract: 'a', endsOn: on('2026-03-31') };
  const rows = { 'contract-signed': [yearly], 'notice-given': [notice] };
  assert.equal(first('2026-03-01', rows).daysToEnd, 30);
  assert.deepEqual([first('2026-04-01', rows).active, first('2026-04-01', rows).cancelled], [false, true]);
  const renewed = {
    ...rows,
    'contract-renewed': [{ on: '2026-03-05', contract: 'a', plannedEnd: on('2027-04-30') }],
  };
  assert.equal(first('2026-04-01', renewed).noticeEnd, null);
  assert.equal(first('2026-04-01', renewed).daysToEnd, 394);
  assert.equal(first('2026-04-01', renewed).timesRenewed, 1);
});

test('the leaves are those of the active contract that ends next', () => {
  const long = { ...yearly, contract: 'b', plannedEnd: on('2028-04-30'), renewal: 'manual' };
  const found = leaves('2026-04-15', {
    'contract-signed': [long, { ...yearly, noticeDays: 30, index: 'IPCA' }],
  });
  assert.equal(found['contract.daysToEnd'], 15);
  assert.equal(found['contract.noticeDays'], 30);
  assert.equal(found['contract.termMonths'], 12);
  assert.equal(found['contract.multiYear'], false);
  assert.equal(found['contract.openEnded'], false);
  assert.equal(found['contract.autoRenew'], undefined);
  assert.equal(found['contract.daysToAnniversary'], 16);
  assert.equal(found['contract.adjustmentDue'], true);
});

test('an adjustment is due by record or near the anniversary, answered once applied, unknown without an index', () => {
  const signed = { ...yearly, index: 'IPCA', plannedEnd: on('2028-04-30') };
  const at = (state: string | null, over: object = signed) =>
    leaves('2026-04-15', {
      'contract-signed': [over as typeof signed],
      ...(state ? { 'adjustment-changed': [{ on: '2026-03-20', contract: 'a', state }] } : {}),
    })['contract.adjustmentDue'];
  assert.equal(at(null), true);
  assert.equal(at('applied'), false);
  assert.equal(at('waived'), false);
  assert.equal(at('due', yearly), true);
  assert.equal(at(null, yearly), undefined);
  assert.equal(leaves('2025-12-01', { 'contract-signed': [signed] })['contract.adjustmentDue'], false);
});

test('seats: lines of active contracts together, a newer report corrects them', () => {
  const lines = [{ product: null, cents: null, currency: 'BRL', seats: 30, recurring: true, months: 1 }];
  const rows = {
    'contract-signed': [
      { ...yearly, lines },
      { ...yearly, contract: 'b', lines },
    ],
  };
  assert.equal(leaves('2026-04-15', rows)['contract.seats'], 60);
  const observed = [{ on: '2026-04-01', metric: 'seats', value: 75 }];
  assert.equal(leaves('2026-04-15', { ...rows, 'state-observed': observed })['contract.seats'], 75);
  assert.equal(leaves('2026-04-15', {})['contract.seats'], undefined);
});

test('an end counts no more once the contract is signed anew with a later start; work that is done was not cancelled', () => {
  const ended = [{ on: '2026-02-10', contract: 'a' }];
  const back = { ...yearly, on: '2026-03-01', start: on('2026-03-01'), plannedEnd: on('2027-02-28') };
  assert.equal(first('2026-04-15', { 'contract-signed': [back], 'contract-ended': ended }).active, true);
  // Signed ahead of its start and called off before it: that end does count.
  const ahead = { ...yearly, on: '2026-01-15', start: on('2026-03-01'), plannedEnd: on('2027-02-28') };
  assert.equal(first('2026-04-15', { 'contract-signed': [ahead], 'contract-ended': ended }).active, false);
  const done = [{ on: '2026-02-10', contract: 'a', reason: 'concluded' }];
  const over = first('2026-04-15', { 'contract-signed': [yearly], 'contract-ended': done });
  assert.deepEqual([over.active, over.cancelled], [false, false]);
});

test('a project tells when its last delivery was, once nothing is left to deliver', () => {
  const line = { product: null, cents: 100, currency: 'BRL', seats: null, recurring: false, months: 1 };
  const signed = { on: '2025-10-01', contract: 'p', lines: [line], start: on('2025-10-01') };
  const doneOn = (rows: Rows) =>
    contractStates(sampleView({ day: '2026-04-15', rows: { 'contract-signed': [signed], ...rows } }))[0]
      ?.projectDoneOn;
  const planned = [{ on: '2025-10-05', delivery: 'd', dueOn: on('2026-01-10') }];
  assert.equal(doneOn({}), on('2025-10-01'));
  assert.equal(doneOn({ 'delivery-planned': planned }), undefined);
  const done = [{ on: '2026-02-02', delivery: 'd' }];
  assert.equal(doneOn({ 'delivery-planned': planned, 'delivery-done': done }), on('2026-02-02'));
  assert.equal(
    doneOn({ 'contract-signed': [{ ...signed, lines: [{ ...line, recurring: true }] }] }),
    undefined,
  );
});
