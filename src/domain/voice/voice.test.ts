import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, sampleView, type Sample, type SampleRow } from '#domain/profile/sample-view.ts';
import { voiceCalculator } from './voice.ts';

const today = '2026-04-15';
const values = (sample: Omit<Sample, 'day'>) =>
  leavesOf(voiceCalculator, sampleView({ day: today, ...sample })).values;
const answer = (day: string, score: number, more: Partial<SampleRow<'survey-answered'>> = {}) => ({
  on: day,
  instrument: 'nps',
  score,
  ...more,
});

test('nobody answered: no score, and without a source no age', () => {
  assert.deepEqual(values({}), {});
  const asked = values({ covered: { survey: ['2025-12-16', today] } });
  assert.equal(asked['voice.nps.last'], undefined);
  assert.equal(asked['voice.nps.sponsorAgeDays'], 120);
  assert.equal(asked['voice.responses12m'], undefined);
});

test('the last answer stands, with its age, whatever is covered', () => {
  const found = values({ rows: { 'survey-answered': [answer('2026-03-07', 6), answer('2026-01-10', 9)] } });
  assert.equal(found['voice.nps.last'], 6);
  assert.equal(found['voice.nps.ageDays'], 39);
  assert.equal(found['voice.nps.trend'], undefined);
});

test('a zero is an answer', () => {
  assert.equal(values({ rows: { 'survey-answered': [answer('2026-03-18', 0)] } })['voice.nps.last'], 0);
});

test('the sponsor is who holds the role now', () => {
  const rows = {
    'contact-joined': [
      { on: '2025-01-01', contact: 1, role: 'executive_sponsor' },
      { on: '2025-01-01', contact: 2, role: 'user' },
    ],
    'survey-answered': [answer('2026-03-01', 9, { contact: 1 }), answer('2026-04-01', 5, { contact: 2 })],
  } as const;
  const found = values({ rows });
  assert.equal(found['voice.nps.sponsor'], 9);
  assert.equal(found['voice.nps.sponsorAgeDays'], 45);
  assert.equal(found['voice.nps.last'], 5);
  const left = values({ rows: { ...rows, 'contact-left': [{ on: '2026-04-10', contact: 1 }] } });
  assert.equal(left['voice.nps.sponsor'], undefined);
});

test('means of 90 days, by instrument', () => {
  const rows = {
    'survey-answered': [
      answer('2026-04-01', 5, { instrument: 'csat' }),
      answer('2026-03-01', 2, { instrument: 'csat' }),
      answer('2025-12-01', 1, { instrument: 'csat' }),
      answer('2026-04-01', 7, { instrument: 'ces' }),
      answer('2026-04-01', 50, { instrument: 'mhs' }),
      answer('2026-04-01', 10, { instrument: 'journey_nps' }),
    ],
    'ticket-closed': [
      { on: '2026-04-01', ticket: '1', sentiment: -0.5 },
      { on: '2026-04-02', ticket: '2' },
    ],
  } as const;
  const found = values({ rows });
  assert.equal(found['voice.csat.avg90d'], 3.5);
  assert.equal(found['voice.ces.avg90d'], 7);
  assert.equal(found['voice.mhs.last'], 50);
  assert.equal(found['voice.mhs.ageDays'], 14);
  assert.equal(found['voice.journeyNps.last'], 10);
  assert.equal(found['voice.nps.last'], undefined);
  assert.equal(found['voice.ticketSentiment'], -0.5);
});

test('trend compares half years; answers of a year need a covered year', () => {
  const rows = {
    'survey-answered': [answer('2025-08-01', 9), answer('2026-03-01', 6), answer('2026-04-01', 7)],
  } as const;
  assert.equal(values({ rows })['voice.nps.trend'], -2.5);
  assert.equal(values({ rows, covered: { survey: ['2025-01-01', today] } })['voice.responses12m'], 3);
});

test('an answer known later, or given later, is not seen', () => {
  const seen = [answer('2026-03-01', 6)];
  const unseen = [answer('2026-04-01', 1, { knownOn: '2026-04-16' } as object), answer('2026-04-16', 2)];
  assert.deepEqual(
    values({ rows: { 'survey-answered': [...unseen, ...seen] } }),
    values({ rows: { 'survey-answered': seen } }),
  );
});
