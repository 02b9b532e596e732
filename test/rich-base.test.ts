// A whole base through the public door: every fact lands once, and every page says what it has to say, in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayOf, at } from '#actions/testing.ts';
import { formatDay } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { accountsPage } from '#contract/accounts.ts';
import { maxBytes } from '#contract/common.ts';
import { customerPage } from '#contract/customer.ts';
import { recordedFacts, timelinePage } from '#contract/facts.ts';
import { week } from '#contract/week.ts';
import { factTypes } from '#domain/facts/catalogue.ts';
import { createApp } from '#server/app.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import type { ZodType } from 'zod';
import { richBase, sendRichBase } from './samples/rich-base.ts';
import { customers, type Customer } from './samples/rich-customers.ts';
import { faultsOf } from './samples/speech-faults.ts';

const today = '2026-04-15';
const pastDays = [20, 45, 100, 170, 260, 400].map((ago) => formatDay(dayOf(today) - ago));
const languages = ['pt-BR', 'en'] as const;
const facts = richBase(dayOf(today));
const ids = new Map<string, string>();
let base: TestStore;
let app: ReturnType<typeof createApp>;
let url: string;

before(async () => {
  base = await testStore();
  const slug = 'rica';
  await freshWorkspace(base.store, slug);
  const now = () => at(today, 20);
  const log = (line: string): void => assert.fail(line);
  const random = randomFrom('rich base');
  app = createApp({ store: base.store, now, random, operatorToken: 'secret', webDirectory: null, log });
  url = `http://localhost/api/v1/workspaces/${slug}`;
});
after(async () => await base.close());

const headers = { host: 'localhost', authorization: 'Bearer secret', 'content-type': 'application/json' };

async function post(batch: readonly unknown[]) {
  const answer = await app.request(`${url}/facts`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ facts: batch }),
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, text.slice(0, 2000));
  return recordedFacts.parse(JSON.parse(text));
}

/** A page that answers, keeps its shape and its size, and speaks in words; answers what is wrong with it. */
async function look<T>(path: string, schema: ZodType<T>): Promise<{ page: T; wrong: string[] }> {
  const answer = await app.request(`${url}/${path}`, { headers });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${path}: ${text.slice(0, 500)}`);
  assert.ok(Buffer.byteLength(text) <= maxBytes, `${path} holds ${Buffer.byteLength(text)} bytes`);
  const page = schema.parse(JSON.parse(text));
  return { page, wrong: faultsOf(page).map((fault) => `${path} ${fault}`) };
}

test('the sample tells every type of fact', () => {
  assert.deepEqual(new Set(facts.map((fact) => fact.type)), new Set(factTypes));
  assert.deepEqual(richBase(dayOf(today)), facts);
});

test('every fact is recorded once; all of them again are duplicates', async () => {
  const first = await sendRichBase(post, facts, ids);
  assert.deepEqual(
    first.filter(({ status }) => status !== 'recorded').map(({ fact, status }) => [status, fact]),
    [],
  );
  const again = await sendRichBase(post, facts, ids);
  assert.deepEqual(
    again.filter(({ status }) => status !== 'duplicate').map(({ fact, status }) => [status, fact]),
    [],
  );
});

for (const asOf of [today, ...pastDays])
  test(`every page speaks in words as of ${asOf}`, async () => {
    const wrong: string[] = [];
    for (const lang of languages) {
      const on = `asOf=${asOf}&lang=${lang}`;
      wrong.push(...(await look(`week?${on}`, week)).wrong);
      const list = await look(`accounts?${on}`, accountsPage);
      wrong.push(...list.wrong);
      for (const { id } of list.page.items)
        wrong.push(...(await look(`accounts/${id}?${on}`, customerPage)).wrong);
    }
    assert.deepEqual([...new Set(wrong)].slice(0, 60), []);
  });

test('a past list holds only whom one knew then, and the page of the others says so', async () => {
  const asOf = pastDays[2]!;
  const born = new Map(
    facts.filter(({ type }) => type === 'contract-signed').map((one) => [one.account, one.knownAt]),
  );
  const left = ({ plot, endsIn }: Customer): boolean =>
    plot === 'ended' && formatDay(dayOf(today) + endsIn) < asOf;
  const expected = customers
    .filter((customer) => (born.get(customer.key) ?? '').slice(0, 10) <= asOf && !left(customer))
    .map(({ name }) => name);
  const list = await look(`accounts?asOf=${asOf}`, accountsPage);
  assert.deepEqual(list.page.items.map(({ account }) => account).sort(), expected.sort());
  const brandNew = customers.find(({ plot }) => plot === 'brand_new')!;
  const answer = await app.request(`${url}/accounts/${ids.get(brandNew.key)}?asOf=${asOf}`, { headers });
  assert.equal(answer.status, 404);
  assert.equal(((await answer.json()) as { code: string }).code, 'account-not-yet');
});

test('every fact of every customer is a sentence in both languages', async () => {
  const wrong: string[] = [];
  for (const id of ids.values())
    for (const lang of languages) {
      let cursor = '';
      do {
        const { page, wrong: here } = await look(
          `accounts/${id}/facts?limit=200&lang=${lang}${cursor}`,
          timelinePage,
        );
        wrong.push(...here);
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
    }
  assert.deepEqual([...new Set(wrong.map((one) => one.replace(/^\S+ /, '')))].slice(0, 60), []);
});
