import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { brazilianCalendar } from '#base/calendar.ts';
import { formatDay } from '#base/day.ts';
import { factTypes, specOf, type FactType, type SlimHead } from '#domain/facts/catalogue.ts';
import type { SlimCodec } from '#domain/facts/spec.ts';
import { viewAt } from '#domain/profile/view.ts';
import { decodeFile } from './decode.ts';
import { encodeFile } from './encode.ts';
import { entersFile, type FoldFact } from './order.ts';

const numRuns = 40;
const zone = 'America/Sao_Paulo';
const frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [],
  coverage: [],
  criticalFeatures: null,
  advancedFeatures: null,
};

const book = new URL('../../../docs/book/winner-rule.md', import.meta.url);
const table = readFileSync(book, 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-z-]+ +\| [a-z]+-[a-z-]+ +\|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, kind = '', type = '', thing = '', rule = '']) => ({ kind, type: type as FactType, thing, rule }));

/** A few values of each codec, so that things meet often. */
const codecs: Readonly<Record<SlimCodec, fc.Arbitrary<unknown>>> = {
  number: fc.integer({ min: 0, max: 9 }),
  code: fc.constantFrom('a', 'b'),
  codes: fc.subarray(['x', 'y', 'z']),
  contact: fc.constantFrom('ana@firma.com', 'bia@firma.com'),
  contacts: fc.subarray(['ana@firma.com', 'bia@firma.com']),
  day: fc.integer({ min: 20_000, max: 20_002 }).map(formatDay),
  instant: fc.integer({ min: 0, max: 9 }),
  flag: fc.boolean(),
  lines: fc.constant([]),
  custom: fc.dictionary(fc.constantFrom('k', 'l'), fc.integer({ min: 0, max: 3 })),
};

function facts(type: FactType): fc.Arbitrary<FoldFact[]> {
  const body = fc.record(
    Object.fromEntries(
      Object.entries(specOf(type).slim).map(([field, codec]) => [
        field,
        fc.option(codecs[codec], { freq: 3 }),
      ]),
    ),
  );
  const fact = fc.record({
    body,
    occurredAt: fc.constantFrom(1e12, 1e12 + 1, 1.1e12),
    delay: fc.constantFrom(0, 5),
    sourcePriority: fc.constantFrom(1, 2),
    externalId: fc.constantFrom('1', '2', '10'),
  });
  const same = (a: { externalId: string; sourcePriority: number }): string =>
    `${a.sourcePriority}/${a.externalId}`;
  return fc.uniqueArray(fact, { selector: same, minLength: 1, maxLength: 6 }).map((list) =>
    list.map(({ delay, ...rest }, i) => ({
      ...rest,
      id: `f${i}`,
      type,
      knownAt: rest.occurredAt + delay,
      source: `fonte-${rest.sourcePriority}`,
      revision: 1,
    })),
  );
}

/** The rule in the book's own words: compare four things, one after the other. */
function beats(a: FoldFact, b: FoldFact): boolean {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt > b.occurredAt;
  if (a.knownAt !== b.knownAt) return a.knownAt > b.knownAt;
  if (a.sourcePriority !== b.sourcePriority) return a.sourcePriority > b.sourcePriority;
  return a.externalId > b.externalId;
}

function fieldOf(row: object, field: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[field] ?? null;
}

function thingOf(row: object, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => fieldOf(row, field)));
}

/** The rows of a type beside the facts they came from. */
function foldedOf(list: readonly FoldFact[], type: FactType): { row: SlimHead; fact: FoldFact }[] {
  const { file, refs } = encodeFile(list, zone);
  const byId = new Map(list.map((fact) => [fact.id, fact]));
  const ids = refs.split(',');
  const rows = viewAt(decodeFile(file), [], 2e12, frame).rows(type);
  assert.equal(rows.length, list.length);
  return rows.map((row, i) => ({ row, fact: byId.get(ids[i] ?? '') ?? assert.fail('a row without a fact') }));
}

/** Values that are the same in body and row tell whether a row stands beside its own fact. */
function isOwn({ row, fact }: { row: SlimHead; fact: FoldFact }): boolean {
  return Object.entries(specOf(fact.type).slim).every(([field, codec]) => {
    const plain = codec === 'number' || codec === 'code' || codec === 'flag';
    return !plain || fieldOf(row, field) === fieldOf(fact.body, field);
  });
}

test('the table names every type of the account file once, with its kind and fields that exist', () => {
  assert.deepEqual(table.map((row) => row.type).sort(), factTypes.filter(entersFile));
  for (const { type, kind, thing, rule } of table) {
    assert.equal(kind, specOf(type).kind);
    assert.ok(rule === 'last' || rule === 'each', type);
    if (thing === 'account' || thing === 'record') continue;
    for (const field of thing.split(', ')) assert.ok(field in specOf(type).slim, `${type}: ${field}`);
  }
});

for (const { type, thing, rule } of table) {
  const keys = thing === 'account' || thing === 'record' ? [] : thing.split(', ');
  test(`${type}: ${rule === 'last' ? `per field the last row of one (${thing}) holds` : 'every record stands'}`, () => {
    fc.assert(
      fc.property(facts(type), fc.infiniteStream(fc.nat()), (list, luck) => {
        const folded = foldedOf(
          [...list].sort(() => (luck.next().value % 2 === 0 ? 1 : -1)),
          type,
        );
        assert.ok(folded.every(isOwn));
        if (rule === 'each') return;
        for (const field of Object.keys(specOf(type).slim)) {
          for (const { row } of folded) {
            const filled = folded.filter(
              (other) =>
                thingOf(other.row, keys) === thingOf(row, keys) && fieldOf(other.row, field) !== null,
            );
            const winner = filled.reduce<FoldFact | null>(
              (best, { fact }) => (!best || beats(fact, best) ? fact : best),
              null,
            );
            assert.equal(filled.at(-1)?.fact.id, winner?.id);
          }
        }
      }),
      { numRuns },
    );
  });
}

test('of one record the highest revision known at the instant holds, whatever its time', () => {
  const fact = (revision: number, occurredAt: number, knownAt: number): FoldFact => ({
    id: `r${revision}`,
    type: 'survey-answered',
    body: { instrument: 'nps', score: revision },
    occurredAt,
    knownAt,
    source: 's',
    sourcePriority: 1,
    externalId: 'x',
    revision,
  });
  const list = [fact(1, 1000, 1000), fact(2, 500, 5000), fact(3, 900, 9000)];
  const scores = (asOf: number): unknown[] =>
    viewAt(decodeFile(encodeFile(list, zone).file), [], asOf, frame)
      .rows('survey-answered')
      .map((row) => row.score);
  assert.deepEqual([999, 1000, 5000, 9000].map(scores), [[], [1], [2], [3]]);
});
