// People's week over decisions: what counts for whom, in which order, and that no capacity is no limit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, mondayOf } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import { allocate } from '#engine/allocate.ts';
import { peopleWeek } from '#engine/people-week.ts';
import { peopleWords } from '#words/people-week.ts';
import { decided, today } from './leaf-profile.ts';

const base = decided({ 'voice.nps.last': 2 });
const sunday = mondayOf(today) + 6;
type Over = Partial<Decision['action']> & Partial<Pick<Decision, 'atRisk' | 'atStakeCents' | 'status'>>;
const one = (id: string, { atRisk = true, atStakeCents = 1, status = 'active', ...action }: Over = {}) => ({
  id,
  decision: {
    ...base,
    atRisk,
    atStakeCents,
    status,
    action: { ...base.action, owner: 'ana', ownerRole: 'csm', due: today, ...action },
  },
});

test('a week holds what is due by Sunday and done by a person of whom capacity is told', () => {
  const all = [
    one('late', { due: today - 9 }),
    one('sunday', { due: sunday }),
    one('next', { due: sunday + 1 }),
    one('automatic', { ownerRole: 'automatic' }),
    one('left', { status: 'ended' }),
    one('nobody', { owner: null }),
    one('bia', { owner: 'bia' }),
  ];
  assert.deepEqual(peopleWeek(all, { ana: 1, caio: 3 }, today), [
    { member: 'ana', room: 1, asked: 2, outside: ['sunday'] },
    { member: 'caio', room: 3, asked: 0, outside: [] },
  ]);
  assert.deepEqual(peopleWeek(all, {}, today), [], formatDay(today));
});

test('allocate: at risk first, then money at stake; the answer keeps the order of the question', () => {
  const all = [
    one('calm', { atRisk: false, atStakeCents: 900 }),
    one('small', { atStakeCents: 10 }),
    one('large', { atStakeCents: 500 }),
  ];
  const outside = (week?: Readonly<Record<string, number>>) =>
    allocate(all, { capacity: {}, ...(week ? { week } : {}) }).map(({ id, decision }) => [
      id,
      decision.action.outsideWeek ?? false,
    ]);
  assert.deepEqual(outside(), [
    ['calm', false],
    ['small', false],
    ['large', false],
  ]);
  assert.deepEqual(outside({ ana: 1 }), [
    ['calm', true],
    ['small', true],
    ['large', false],
  ]);
  assert.deepEqual(outside({ ana: 2 }), [
    ['calm', true],
    ['small', false],
    ['large', false],
  ]);
  assert.deepEqual(outside({ ana: 0 }), [
    ['calm', true],
    ['small', true],
    ['large', true],
  ]);
});

test('a week is said whole: what is asked, what fits, and whose action does not', () => {
  const say = (outside: readonly string[], locale: 'pt-BR' | 'en') =>
    peopleWords(
      [{ member: 'ana', room: 8, asked: 8 + outside.length, outside }],
      { ana: 'Ana Souza' },
      (id) => id.toUpperCase(),
      locale,
    )[0]?.text;
  assert.equal(say([], 'pt-BR'), 'Ana Souza: 8 ações nesta semana, cabem 8.');
  assert.equal(say(['a'], 'pt-BR'), 'Ana Souza: 9 ações nesta semana, cabem 8; fica fora 1: A.');
  assert.equal(
    say(['a', 'b', 'c', 'd'], 'en'),
    'Ana Souza: 12 actions this week, room for 8; 4 do not fit: A, B, C and 1 more.',
  );
});
