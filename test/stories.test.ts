// Facts → decisions, reviewed as diffs: `UPDATE_GOLDEN=1` writes what the decisions are now.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatDay, parseDay } from '#base/day.ts';
import { decideStory, readStory, reviewed, type Story } from './story.ts';

const here = new URL('./golden/', import.meta.url);
const stories = readdirSync(here).filter((name) => name.endsWith('.yaml'));

for (const name of stories) {
  const story = readStory(name);
  test(story.title, () => {
    const file = new URL(name.replace(/\.yaml$/, '.json'), here);
    const now = `${JSON.stringify(reviewed(story, decideStory(story).decision), null, 2)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) writeFileSync(file, now);
    assert.equal(now, readFileSync(file, 'utf8'));
  });
}

const withoutDay = (story: Story, day: string): unknown => {
  const { decision } = decideStory(story, day);
  // Days that run on are no news: the content is band, score, signals and their start, action, offer.
  return {
    band: decision.health.band,
    signals: decision.signals.map((signal) => [signal.key, signal.since]),
    action: decision.action.key,
    offer: decision.offer,
  };
};

test('deciding once or fifty times in a week gives the same decision', () => {
  const story = readStory('detractor.yaml');
  const first = JSON.stringify(decideStory(story).decision);
  for (let i = 0; i < 50; i++) assert.equal(JSON.stringify(decideStory(story).decision), first);
  // Wednesday to Sunday of the same week: what was decided stays decided.
  const wednesday = parseDay(story.asOf) ?? 0;
  const base = JSON.stringify(withoutDay(story, formatDay(wednesday)));
  for (let i = 1; i <= 4; i++)
    assert.equal(JSON.stringify(withoutDay(story, formatDay(wednesday + i))), base);
});
