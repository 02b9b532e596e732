// A leaf that counts days says up to which day it counted: signals are dated back from there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relationshipCalculator } from '#domain/relationship/relationship.ts';
import { leavesOf, on, sampleView } from '#domain/profile/sample-view.ts';
import { valueCalculator } from '#domain/value/value.ts';
import { voiceCalculator } from '#domain/voice/voice.ts';

const day = '2026-04-15';

test('what is told as a day, and the age of an answer, count to today', () => {
  const met = { on: '2026-04-01', metric: 'last_meeting_day', value: on('2026-03-01') };
  const told = leavesOf(relationshipCalculator, sampleView({ day, rows: { 'state-observed': [met] } }));
  assert.equal(told.values['relationship.daysSinceConversation'], 45);
  assert.equal(told.through['relationship.daysSinceConversation'], on(day));
  const answer = { on: '2025-10-01', instrument: 'nps', score: 8 };
  const voice = leavesOf(voiceCalculator, sampleView({ day, rows: { 'survey-answered': [answer] } }));
  assert.equal(voice.values['voice.nps.ageDays'], on(day) - on('2025-10-01'));
  assert.equal(voice.through['voice.nps.ageDays'], on(day));
});

test('a source that ended counts to its end', () => {
  const rows = { 'goal-set': [{ on: '2026-01-01', goal: 'g', metric: 'm', target: 1 }] };
  const covered = { goal: ['2025-01-01', '2026-04-05'] } as const;
  const { values, through } = leavesOf(valueCalculator, sampleView({ day, rows, covered }));
  const counted = through['value.daysSinceValueShown'];
  assert.equal(counted, on('2026-04-05'));
  assert.equal(values['value.daysSinceValueShown'], on('2026-04-05') - on('2025-01-01'));
});
