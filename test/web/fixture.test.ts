import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsPage as pageSchema } from '#contract/accounts.ts';
import { maxBytes } from '#contract/common.ts';
import { client } from '#contract/client.ts';
import { customerPage as customerSchema } from '#contract/customer.ts';
import {
  differencePage as differenceSchema,
  questionsPage as questionsSchema,
} from '#contract/draft-questions.ts';
import { draft as draftSchema, draftTable as tableSchema } from '#contract/drafts.ts';
import { ritual } from '#contract/rituals.ts';
import { timelinePage } from '#contract/facts.ts';
import { access as accessSchema } from '#contract/access.ts';
import { people as peopleSchema } from '#contract/people.ts';
import { access, people } from './fixture-people.ts';
import { entryChoices, writtenEntry } from '#contract/entries.ts';
import { serveFixture } from './fixture-api.ts';
import { sampleChoices, sampleWritten } from './fixture-entries.ts';
import { today } from '#contract/today.ts';
import { sampleDay } from './fixture-day.ts';
import { sampleRitual } from './fixture-ritual.ts';
import { customerPage } from './sample-customer.ts';
import { timeline } from './sample-timeline.ts';
import { accountOf, accountsPage } from './sample-list.ts';

test('the fixture answers as the contract says, within the limit of bytes', () => {
  const page = accountsPage(120, new URLSearchParams({ limit: '200' }));
  assert.deepEqual(pageSchema.strict().parse(page), page);
  assert.ok(JSON.stringify(page).length < maxBytes);
});

test('pages by cursor hold every account once', () => {
  const seen = new Set<string>();
  for (let cursor: string | null = '0'; cursor !== null;) {
    const page = accountsPage(120, new URLSearchParams({ limit: '50', cursor }));
    for (const item of page.items) seen.add(item.id);
    cursor = page.nextCursor;
  }
  assert.equal(seen.size, 120);
});

test('every sample customer and its facts fit the contract, and the pillars sum to the score', () => {
  for (let n = 0; n < 120; n += 1) {
    const account = accountOf(120, `c${String(n).padStart(6, '0')}`);
    assert.ok(account);
    const page = customerSchema.parse(customerPage(account, new URLSearchParams()));
    const sum = page.health.pillars.reduce((total, pillar) => total + pillar.contribution, 0);
    if (page.health.score !== null)
      assert.ok(Math.abs(sum - page.health.score) < 0.05, `${n}: ${sum} ${page.health.score}`);
    timelinePage.parse(timeline(account, new URLSearchParams()));
  }
});

test('the sample ritual fits the contract', () => {
  for (const size of [0, 120, 100_000]) today.strict().parse(sampleDay(size, 'exemplo', null));
  for (const size of [0, 120]) ritual.strict().parse(sampleRitual(size, 'exemplo', false));
});

test('what the fixture answers to writing fits the contract', () => {
  entryChoices.strict().parse(sampleChoices(false));
  writtenEntry.strict().parse(sampleWritten);
});

test('every sample import fits the contract: drafts, their tables, differences and questions', async () => {
  const { server, url } = await serveFixture('.');
  const api = client((input, init) => fetch(url + input, init));
  const lang = 'pt-BR';
  const { items } = await api.drafts('exemplo', lang);
  assert.ok(items.length > 0);
  for (const id of ['csv', 'xlsx', 'conversa', 'ilegivel', 'mes', 'gravando', 'gravado', 'falhou']) {
    const draft = draftSchema.strict().parse(await api.draft('exemplo', id, lang));
    for (const line of draft.tables)
      tableSchema.strict().parse(await api.table('exemplo', id, line.id, lang));
    differenceSchema.strict().parse(await api.difference('exemplo', id, { lang, limit: 50 }));
    questionsSchema.strict().parse(await api.questions('exemplo', id, lang));
  }
  const huge = await api.draft('grande', 'cem-mil', lang);
  const page = await api.difference('grande', 'cem-mil', { lang, limit: 200 });
  assert.equal(huge.tables[0]?.rows, 100_000);
  assert.ok(JSON.stringify(page).length < maxBytes);
  server.close();
});

test('people and access of the fixture fit the contract', () => {
  assert.deepEqual(peopleSchema.strict().parse(people), people);
  for (const page of ['/fechada/base', '/equipe/base', '/leitura/base', '/exemplo/base']) {
    const who = access(page, ['equipe']);
    assert.deepEqual(accessSchema.strict().parse(who), who);
  }
});
