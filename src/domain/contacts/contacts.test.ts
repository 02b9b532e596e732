// Contacts by number: who they are, and what the contact policy counts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { contactRanks, contactStates } from './contacts.ts';

const view = (rows: NonNullable<Sample['rows']>) => sampleView({ day: '2026-04-15', rows, contacts: 9 });

test('roles, leaving and coming back; contacts are numbered among those known now', () => {
  const rows = {
    'contact-joined': [
      { on: '2026-01-01', contact: 3, role: 'champion', keyUser: true },
      { on: '2026-01-01', contact: 7, role: 'user' },
    ],
    'contact-changed': [{ on: '2026-02-01', contact: 7, role: 'decision_maker', optOut: true }],
    'contact-left': [{ on: '2026-03-01', contact: 3 }],
  };
  const brief = (list: ReturnType<typeof contactStates>) =>
    list.map((one) => [one.contact, one.role, one.left, one.keyUser, one.optOut]);
  assert.deepEqual(brief(contactStates(view(rows))), [
    [0, 'champion', true, true, false],
    [1, 'decision_maker', false, false, true],
  ]);
  assert.deepEqual(contactRanks(view(rows)), [3, 7]);
  const back = { ...rows, 'contact-joined': [...rows['contact-joined'], { on: '2026-04-01', contact: 3 }] };
  assert.equal(contactStates(view(back))[0]?.left, false);
});

test('caps look back 14 days; a proposal sent with a message that day is one contact', () => {
  const out = (on: string, more: object) => ({ on, contact: 0, channel: 'email', direction: 'out', ...more });
  const rows = {
    'message-exchanged': [
      out('2026-04-01', { commercial: true }),
      out('2026-04-02', { commercial: true }),
      out('2026-04-10', { automated: true }),
      out('2026-04-11', { automated: true, replied: true }),
    ],
    'offer-proposed': [
      { on: '2026-04-02', offer: 'a', contact: 0 },
      { on: '2026-04-12', offer: 'b', contact: 0 },
    ],
    'survey-answered': [{ on: '2026-03-16', instrument: 'nps', score: 9, contact: 0 }],
  };
  const [contact] = contactStates(view(rows));
  assert.equal(contact?.commercial14d, 2);
  assert.equal(contact?.automated14d, 2);
  assert.equal(contact?.daysSinceConversation, 4);
  assert.equal(contact?.daysSinceSurvey, 30);
});
