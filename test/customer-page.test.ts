// The page of one customer, from facts: what its parts may say of the past.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthPage } from '#words/page-health.ts';
import { speakerOf } from '#words/line.ts';
import { tracksPage } from '#words/page-tracks.ts';
import { servicos } from './method/template.ts';
import { decideStory, type Story } from './story.ts';

const { method } = servicos;
const speaker = speakerOf({ id: 'a1', name: 'Ateliê Fonte', currency: 'BRL' }, method, 'pt-BR');
const story = (facts: Story['facts'], covered: readonly string[] = []): Story => ({
  title: '',
  account: 'Ateliê Fonte',
  asOf: '2026-04-15',
  covered,
  facts,
});

test('the renewal of a contract tells its own way, not that of a track of the same key', () => {
  const { decision, profile } = decideStory(
    story([
      ['2025-06-18', 'account-described', { name: 'Ateliê Fonte', segment: 'smb' }],
      [
        '2025-06-18',
        'contract-signed',
        {
          contract: 'main',
          start: '2025-06-18',
          plannedEnd: '2026-05-18',
          lines: [{ cents: 90_000, currency: 'BRL' }],
        },
      ],
      ['2026-03-01', 'stage-placed', { track: 'main', stage: 'adoption', since: '2025-06-18' }, 't'],
    ]),
  );
  const tracks = tracksPage(decision, profile, speaker);
  assert.deepEqual(
    tracks.map(({ id, steps }) => [id, steps.map((step) => [step.stage, step.on])]),
    [
      ['main', [['adoption', '2025-06-18']]],
      ['renewal:main', [['renewal', '2026-03-19']]],
    ],
  );
});

test('a pillar tells no change while there was no score to compare with', () => {
  const { decision, past } = decideStory(
    story(
      [
        ['2026-03-03', 'account-described', { name: 'Ateliê Fonte', segment: 'smb' }],
        ['2026-03-03', 'survey-answered', { instrument: 'nps', score: 6 }],
      ],
      ['survey'],
    ),
  );
  const before = past.findLast((one) => one.day <= decision.day - 30) ?? null;
  assert.ok(
    before?.pillars.some((pillar) => pillar.points !== null),
    'or this proves nothing',
  );
  assert.equal(decision.health.change30d, null);
  const { pillars } = healthPage(decision, before, () => [], speaker);
  assert.deepEqual([...new Set(pillars.map((pillar) => pillar.change30d))], [null]);
});
