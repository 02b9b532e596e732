// The people of a customer: roles held, warmth, places nobody holds, and a relation that hangs on one person.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { levelOf, influenceOfLevel, influenceLevels, stakeholders, warmthOf } from './stakeholders.ts';

const day = '2026-04-15';
const view = (rows: NonNullable<Sample['rows']>, covered?: Sample['covered']) =>
  sampleView({ day, rows, contacts: 9, ...(covered ? { covered } : {}) });
const call = (on: string, contact: number | null) => ({ on, contact, direction: 'out', outcome: null });
const year = { call: ['2025-04-01', day] } as const;

test('a talk is warm for 14 days, cools up to 60, is then cold; none known is unknown', () => {
  assert.deepEqual([0, 14, 15, 60, 61, null].map(warmthOf), [
    'warm',
    'warm',
    'cooling',
    'cooling',
    'cold',
    'unknown',
  ]);
});

test('a level chosen on a screen is read back as the same level', () => {
  for (const level of influenceLevels) assert.equal(levelOf(influenceOfLevel[level]), level);
});

test('who took over holds the role too; who left keeps theirs; the place is missing where nobody holds it', () => {
  const joined = [
    { on: '2025-01-01', contact: 0, role: 'executive_sponsor' },
    { on: '2025-01-01', contact: 1, role: 'champion' },
    { on: '2025-01-01', contact: 2, role: 'influencer', influence: 0.3 },
  ];
  const left = [
    { on: '2026-03-01', contact: 0, replacedBy: 2 },
    { on: '2026-03-02', contact: 1 },
  ];
  const { people, missing } = stakeholders(view({ 'contact-joined': joined, 'contact-left': left }));
  const told = people.map(({ rank, roles, left: gone, influence }) => [rank, roles, gone, influence]);
  assert.deepEqual(told, [
    [2, ['executive_sponsor', 'influencer'], false, 0.3],
    [0, ['executive_sponsor'], true, 0.9],
    [1, ['champion'], true, 0.6],
  ]);
  assert.deepEqual(missing, [
    { place: 'champion', had: 1 },
    { place: 'operator', had: null },
  ]);
});

test('the last NPS is the person’s own, and a key user operates', () => {
  const rows = {
    'contact-joined': [{ on: '2025-01-01', contact: 0, keyUser: true }],
    'survey-answered': [
      { on: '2026-01-01', contact: 0, instrument: 'nps', score: 9 },
      { on: '2026-02-01', contact: 0, instrument: 'csat', score: 1 },
      { on: '2026-03-01', contact: 1, instrument: 'nps', score: 2 },
    ],
  };
  const { people, missing } = stakeholders(view(rows));
  assert.equal(people.find(({ rank }) => rank === 0)?.nps?.score, 9);
  assert.deepEqual(
    missing.map(({ place }) => place),
    ['sponsor', 'champion'],
  );
});

test('a relation hangs on whoever alone took part, or did 60% of it; fewer than five acts tell no share', () => {
  const thread = (calls: readonly (number | null)[], covered: Sample['covered'] = year) =>
    stakeholders(view({ 'call-held': calls.map((contact) => call('2026-04-01', contact)) }, covered)).thread;
  assert.deepEqual(thread([4, 4]), { contact: 4, why: 'alone', share: 1 });
  assert.deepEqual(thread([4, 4, 4, 5, 6]), { contact: 4, why: 'most', share: 0.6 });
  assert.equal(thread([4, 4, 4, 5]), null);
  assert.equal(thread([4, 4, 5, 5, 6, 6]), null);
  assert.equal(thread([]), null);
});

test('a relation hangs on nobody where the talking names too few, or the 90 days are not covered', () => {
  const calls = [4, null, null].map((contact) => call('2026-04-01', contact));
  assert.equal(stakeholders(view({ 'call-held': calls }, year)).thread, null);
  const short = { call: ['2026-03-01', day] } as const;
  assert.equal(stakeholders(view({ 'call-held': [call('2026-04-01', 4)] }, short)).thread, null);
});
