import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomerTrack } from '#contract/customer.ts';
import { customerPt } from '#web/words/customer-pt.ts';
import { pt } from '#web/words/pt.ts';
import { dueText } from './customer-strip.ts';
import { formatter } from './format.ts';
import { taxIdText } from './tax-id.ts';
import { trackRows, tracksTitle } from './track-cells.ts';
import { whyNotGroups } from './why-not.ts';

const f = formatter('pt-BR');
const track = (change: Partial<CustomerTrack>): CustomerTrack => ({
  id: 't',
  label: 'Projeto',
  scope: null,
  stage: 'b',
  stageLabel: 'B',
  canonical: 'adoption',
  startedOn: '2026-01-10',
  daysInStage: 28,
  late: false,
  estimated: false,
  steps: [
    { stage: 'a', label: 'A', on: '2026-01-10', regress: false },
    { stage: 'c', label: 'C', on: '2026-02-10', regress: false },
    { stage: 'b', label: 'B', on: '2026-03-18', regress: true },
  ],
  milestones: [],
  ...change,
});
const stages = ['a', 'b', 'c', 'd'].map((key) => ({ key, label: key.toUpperCase() }));

test('a track that went back is shown where it is, with the way it went', () => {
  const { stages: shown, rows } = trackRows(
    { asOf: '2026-04-15', stages, tracks: [track({})] },
    f,
    pt,
    customerPt,
  );
  assert.deepEqual(
    shown.map((stage) => stage.key),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(
    rows[0]?.cells.map((cell) => [cell.kind, cell.text, cell.note]),
    [
      ['past', '10/01', ''],
      ['now', 'há 28 d', 'voltou 18/03'],
      ['past', '10/02', ''],
    ],
  );
  assert.equal(rows[0]?.cells[1]?.back, 1, 'the arc spans one column');
});

test('the title counts what went back, what is late and what is only estimated', () => {
  assert.equal(tracksTitle([], customerPt), 'Nenhuma frente aberta');
  const onward = { steps: [{ stage: 'b', label: 'B', on: '2026-03-18', regress: false }] };
  assert.equal(
    tracksTitle([track({ ...onward, late: true }), track({ ...onward, estimated: true })], customerPt),
    '2 frentes abertas: uma atrasada, uma fase estimada, confirme',
  );
  assert.equal(tracksTitle([track({})], customerPt), '1 frente aberta: uma voltou de fase');
});

test('offers that stopped for the same reason are told once', () => {
  const offer = (key: string, text: string) => ({
    key,
    label: key,
    gate: 'applicability' as const,
    gateLabel: 'Relevância',
    text,
  });
  assert.deepEqual(
    whyNotGroups([offer('a', 'x'), offer('b', 'y'), offer('c', 'x')]).map((group) => group.names),
    [['a', 'c'], ['b']],
  );
});

test('a CNPJ reads in its groups, of letters too; other ids stay', () => {
  assert.equal(taxIdText('12345678000195'), '12.345.678/0001-95');
  assert.equal(taxIdText('12.ABC.345/01DE-35'), '12.ABC.345/01DE-35');
  assert.equal(taxIdText('US-99'), 'US-99');
});

test('a due day is today, ahead or past', () => {
  assert.deepEqual(
    ['2026-04-15', '2026-04-20', '2026-04-10'].map((due) => dueText(due, '2026-04-15', f, customerPt)),
    ['hoje', 'até 20/04', 'venceu em 10/04'],
  );
});
