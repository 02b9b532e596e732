// The generator: the same for the same seed, any account by itself, every kind of fact, nothing that the catalogue refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '#base/day.ts';
import { startOfDay } from '#base/zone.ts';
import { isCnpj } from '#connectors/sheet/cell-tax-id.ts';
import { factSpecs, factTypes, specOf } from '#domain/facts/catalogue.ts';
import { sampleExtras } from './extras.ts';
import { sampleAccount, sampleAccounts, sampleFirmFacts } from './generate.ts';
import { withheldOf } from './invoices.ts';
import { defaultSample, type SampleFact, type SampleShape } from './shape.ts';

const shape: SampleShape = {
  ...defaultSample,
  today: parseDay('2026-04-15') ?? 0,
  zone: 'America/Sao_Paulo',
};
const accounts = [...sampleAccounts(shape)];
const firm = sampleFirmFacts(shape);
const told: readonly (readonly SampleFact[])[] = [
  firm,
  ...[...accounts, ...sampleExtras(shape)].map(({ facts }) => facts),
];

test('the same seed gives the same bytes, another seed another base', () => {
  assert.equal(JSON.stringify([...sampleAccounts(shape)]), JSON.stringify(accounts));
  assert.notEqual(JSON.stringify(sampleAccount({ ...shape, seed: 2 }, 7)), JSON.stringify(accounts[7]));
});

test('an account does not depend on how many there are', () => {
  assert.deepEqual(sampleAccount({ ...shape, accounts: 100_000 }, 41), accounts[41]);
});

test('every type of fact is told', () => {
  const types = new Set(told.flatMap((facts) => facts.map(({ type }) => type)));
  // What reading the notes came to is told by the reading itself.
  assert.deepEqual(
    factTypes.filter((type) => !types.has(type)),
    ['notes-read'],
  );
});

test('the catalogue takes every fact, and no id is told twice', () => {
  const wrong = told.flatMap((facts) =>
    facts.flatMap(({ type, body }) => {
      const read = factSpecs.get(type)?.body.safeParse(body);
      return read?.success === true ? [] : [`${type} ${JSON.stringify(body)}`];
    }),
  );
  assert.deepEqual(wrong.slice(0, 5), []);
  for (const facts of told) {
    const ids = facts.map(({ type, source, externalId }) => `${type} ${source} ${externalId}`);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('nothing is known before it happened, and nothing of today', () => {
  const end = startOfDay(shape.today, shape.zone);
  for (const { occurredAt, knownAt } of told.flat()) assert.ok(occurredAt <= knownAt && knownAt < end);
});

test('what is older than the first record is marked as hindsight, what is newer is not', () => {
  const facts = told.flat();
  const marked = facts.filter(({ hindsight }) => hindsight);
  const live = facts.filter(({ hindsight }) => !hindsight);
  assert.ok(marked.length > 0 && live.length > marked.length);
  const last = marked.reduce((latest, { knownAt }) => Math.max(latest, knownAt), 0);
  assert.ok(live.every(({ knownAt }) => knownAt > last));
});

test('tax ids pass their check digits; sisters of a group share the root', () => {
  for (const { taxId } of accounts) assert.ok(isCnpj(taxId), taxId);
  assert.equal(new Set(accounts.map(({ taxId }) => taxId)).size, accounts.length);
  assert.equal(accounts[14]?.taxId.slice(0, 8), accounts[13]?.taxId.slice(0, 8));
});

test('customers and people have names of their own', () => {
  assert.equal(new Set(accounts.map(({ name }) => name)).size, accounts.length);
  for (const { people } of accounts)
    assert.equal(new Set(people.map(({ name }) => name)).size, people.length);
});

test('no text of a fact names a person of the customer', () => {
  for (const { facts, people } of accounts)
    for (const { type, body } of facts)
      for (const field of specOf(type).texts)
        for (const { name } of people) assert.ok(!JSON.stringify(body[field] ?? '').includes(name));
});

test('R$ 10.000 of service: 1.5% and 4.65% are withheld, and ISS where the town takes it', () => {
  assert.equal(withheldOf(1_000_000, 0), 15_000 + 46_500);
  assert.equal(withheldOf(1_000_000, 0.05), 15_000 + 46_500 + 50_000);
  // Income tax of R$ 9,00 is let be, contributions of R$ 27,90 are not.
  assert.equal(withheldOf(60_000, 0), 2790);
});
