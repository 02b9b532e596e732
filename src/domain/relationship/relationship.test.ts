import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { relationshipCalculator } from './relationship.ts';

const today = '2026-04-15';
const values = (sample: Omit<Sample, 'day'>) =>
  leavesOf(relationshipCalculator, sampleView({ day: today, contacts: 0, ...sample })).values;
const meetings = { meeting: ['2025-01-01', today] } as const;
const joined = (contact: number, role: string, day = '2025-01-01') => ({ on: day, contact, role });

test('nothing known: every leaf is missing, also where people are named who are not known yet', () => {
  assert.deepEqual(values({ contacts: 5 }), {});
});

test('present, left, unknown', () => {
  const of = (rows: Sample['rows']) => values({ contacts: 3, rows: rows ?? {} })['relationship.champion'];
  assert.equal(of({ 'contact-joined': [joined(1, 'user')] }), 'unknown');
  assert.equal(of({ 'contact-joined': [joined(1, 'champion')] }), 'present');
  const gone = {
    'contact-joined': [joined(1, 'champion')],
    'contact-left': [{ on: '2026-03-01', contact: 1 }],
  };
  assert.equal(of(gone), 'left');
  assert.equal(of({ ...gone, 'contact-joined': [joined(1, 'champion'), joined(2, 'champion')] }), 'present');
  assert.equal(of({ ...gone, 'contact-left': [{ on: '2026-03-01', contact: 1, replacedBy: 2 }] }), 'present');
  assert.equal(of({ ...gone, 'contact-left': [{ on: '2026-05-01', contact: 1 }] }), 'present');
});

test('out of the role is as gone as out of the company', () => {
  const rows = {
    'contact-joined': [joined(1, 'executive_sponsor')],
    'contact-changed': [{ on: '2026-03-01', contact: 1, role: 'user' }],
  } as const;
  const found = values({ contacts: 1, rows });
  assert.equal(found['relationship.sponsor'], 'left');
  assert.equal(found['relationship.sponsorChanged90d'], true);
  const named = values({
    contacts: 1,
    rows: { 'contact-joined': [joined(1, 'executive_sponsor', '2026-04-01')] },
  });
  assert.equal(named['relationship.sponsorChanged90d'], false);
});

test('a new sponsor after an old one left is a change, a second one beside the first is none', () => {
  const first = joined(1, 'executive_sponsor');
  const second = joined(2, 'executive_sponsor', '2026-04-01');
  const beside = values({ contacts: 2, rows: { 'contact-joined': [first, second] } });
  assert.equal(beside['relationship.sponsorChanged90d'], false);
  const after = values({
    contacts: 2,
    rows: { 'contact-joined': [first, second], 'contact-left': [{ on: '2025-10-01', contact: 1 }] },
  });
  assert.equal(after['relationship.sponsorChanged90d'], true);
});

test('the last conversation is the newest of meetings, calls and replies', () => {
  const rows = {
    'meeting-held': [
      { on: '2026-03-01', meeting: 'check_in' },
      { on: '2026-04-01', meeting: 'check_in', attended: 0 },
    ],
    'call-held': [
      { on: '2026-03-05', direction: 'out' },
      { on: '2026-04-02', direction: 'out', outcome: 'no_answer' },
    ],
    'message-exchanged': [
      { on: '2026-03-10', direction: 'out', replied: true },
      { on: '2026-04-03', direction: 'out', replied: false },
      { on: '2026-04-04', direction: 'in', automated: true },
    ],
  } as const;
  assert.equal(values({ rows, covered: meetings })['relationship.daysSinceConversation'], 36);
  const calls = { 'call-held': rows['call-held'], 'message-exchanged': rows['message-exchanged'] };
  // What a person entered covers its own account, whatever it was; an attempt that nobody answered is no entry.
  assert.equal(values({ rows: calls })['relationship.daysSinceConversation'], 36);
  const attempt = { 'call-held': [rows['call-held'][1]] };
  assert.equal(values({ rows: attempt })['relationship.daysSinceConversation'], undefined);
});

test('nobody is silent before being a customer', () => {
  const rows = { 'contract-signed': [{ on: '2026-04-05', contract: 'c', start: on('2026-04-05') }] };
  const covered = { meeting: ['2024-01-01', '2026-04-15'], survey: ['2024-01-01', '2026-04-15'] } as const;
  assert.equal(values({ rows, covered })['relationship.daysSinceConversation'], 10);
  assert.equal(values({ covered })['relationship.daysSinceConversation'], 835);
});

test('a meeting entered by a person covers its own account from that day on', () => {
  const rows = {
    'meeting-held': [{ on: '2026-03-16', meeting: 'check_in', invited: 2, attended: 1 }],
  } as const;
  const alone = values({ rows });
  assert.equal(alone['relationship.daysSinceConversation'], 30);
  assert.equal(alone['relationship.attendance60d'], undefined);
  const after = values({ rows, covered: { meeting: ['2025-01-01', '2025-12-31'] } });
  assert.equal(after['relationship.daysSinceConversation'], 30);
  const within = values({ rows, covered: { meeting: ['2025-01-01', '2026-03-16'] } });
  assert.equal(within['relationship.attendance60d'], 0.5);
});

test('with a source and no conversation the days count from where it begins', () => {
  assert.equal(
    values({ covered: { meeting: ['2026-01-15', today] } })['relationship.daysSinceConversation'],
    90,
  );
});

test('an observed last conversation is a state and keeps counting', () => {
  const rows = {
    'state-observed': [{ on: '2026-03-15', metric: 'last_conversation_day', value: on('2026-03-01') }],
  } as const;
  assert.equal(values({ rows })['relationship.daysSinceConversation'], 45);
  const newer = { ...rows, 'meeting-held': [{ on: '2026-04-05', meeting: 'check_in' }] } as const;
  assert.equal(values({ rows: newer, covered: meetings })['relationship.daysSinceConversation'], 10);
  assert.equal(values({ rows: newer })['relationship.daysSinceConversation'], 10);
});

test('engaged contacts need a covered window and a name', () => {
  const talk = { on: '2026-04-01', meeting: 'check_in' };
  const engaged = (rows: Sample['rows'], covered: Sample['covered'] = meetings) =>
    values({ contacts: 4, rows: rows ?? {}, covered: covered ?? {} })['relationship.engagedContacts90d'];
  assert.equal(engaged({}), 0);
  assert.equal(engaged({ 'meeting-held': [talk] }), undefined);
  assert.equal(
    engaged({
      'meeting-held': [
        { ...talk, contacts: [1, 2] },
        { ...talk, contacts: [2] },
      ],
    }),
    2,
  );
  assert.equal(
    engaged({ 'meeting-held': [{ ...talk, contacts: [1] }] }, { meeting: ['2026-03-01', today] }),
    undefined,
  );
});

test('days since the sponsor was in a conversation', () => {
  const of = (rows: Sample['rows']) =>
    values({
      contacts: 3,
      covered: meetings,
      rows: { 'contact-joined': [joined(1, 'executive_sponsor', '2026-01-15')], ...rows },
    })['relationship.daysSinceSponsorContact'];
  assert.equal(of({}), 90);
  assert.equal(
    of({
      'meeting-held': [
        { on: '2026-04-05', contacts: [1, 2] },
        { on: '2026-04-10', contacts: [2] },
      ],
    }),
    10,
  );
  assert.equal(of({ 'meeting-held': [{ on: '2026-04-05' }] }), undefined);
});

test('attendance, reviews, replies', () => {
  const rows = {
    'meeting-held': [
      { on: '2026-04-01', meeting: 'qbr', invited: 4, attended: 1, outcome: 'positive' },
      { on: '2026-03-10', meeting: 'check_in', invited: 4, attended: 4 },
      { on: '2026-01-10', meeting: 'qbr', invited: 4, attended: 0, outcome: 'negative' },
    ],
    'message-exchanged': [
      { on: '2026-04-01', direction: 'out', replied: true },
      { on: '2026-04-02', direction: 'out', replied: false },
      { on: '2026-04-03', direction: 'in' },
      { on: '2026-04-04', direction: 'out' },
    ],
  } as const;
  const found = values({ rows, covered: { ...meetings, message: ['2025-01-01', today] } });
  assert.equal(found['relationship.attendance60d'], 0.625);
  assert.equal(found['relationship.qbrs12m'], 1);
  assert.equal(found['relationship.lastQbrOutcome'], 'positive');
  assert.equal(found['relationship.replyRate90d'], 0.5);
  assert.equal(found['relationship.inboundShare90d'], 0.25);
  const untold = values({
    rows: { 'meeting-held': [{ on: '2026-04-01', meeting: 'check_in' }] },
    covered: meetings,
  });
  assert.equal(untold['relationship.attendance60d'], undefined);
});

test('a first assignment of ours is no change', () => {
  const of = (rows: Sample['rows']) => values({ rows: rows ?? {} })['relationship.ourTeamChanged90d'];
  const ana = { on: '2026-04-01', member: 'ana', role: 'csm' };
  assert.equal(of({ 'team-assigned': [ana] }), false);
  assert.equal(
    of({
      'team-assigned': [
        { ...ana, on: '2025-04-01' },
        { ...ana, member: 'bia' },
      ],
    }),
    true,
  );
  assert.equal(of({ 'team-assigned': [{ ...ana, on: '2025-04-01' }, ana] }), false);
  assert.equal(
    of({
      'team-assigned': [
        { ...ana, on: '2024-04-01' },
        { ...ana, member: 'bia', on: '2025-04-01' },
      ],
    }),
    false,
  );
  assert.equal(of({ 'team-assigned': [{ ...ana, revision: 2 }] }), true);
  assert.equal(
    of({ 'team-assigned': [ana], 'team-released': [{ on: '2026-04-02', member: 'ana', role: 'csm' }] }),
    true,
  );
  assert.equal(of({ 'team-assigned': [{ ...ana, role: 'sales', revision: 2 }] }), undefined);
});
