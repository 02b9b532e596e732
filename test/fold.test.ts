// The promise of the account file: a set of facts gives one file, whatever way it came; and a view at an instant
// knows nothing of what was not yet true or not yet known.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brazilianCalendar } from '#base/calendar.ts';
import { endOfDay } from '#base/zone.ts';
import { decodeFile, factIdOf } from '#domain/account-file/decode.ts';
import { contactTable } from '#domain/account-file/encode.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import { factTypes } from '#domain/facts/catalogue.ts';
import type { Frame, View } from '#domain/profile/shape.ts';
import { foldFile, viewOfFacts } from '#engine/fold.ts';
import { facts, fileTypes, rearranged } from './generators/facts.ts';

const numRuns = 150;
const zone = 'America/Sao_Paulo';
const frame: Frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [],
  coverage: [],
  criticalFeatures: null,
  advancedFeatures: null,
};

/** Everything a calculator could read. Positions of records in the file are no content: only which rows share one. */
function contentOf(view: View): unknown {
  const rows = factTypes.map((type) => {
    const list = view.rows(type);
    const records = [...new Set(list.map((row) => row.record))];
    return [type, list.map((row) => ({ ...row, record: records.indexOf(row.record) }))];
  });
  const covered = ['a', 'b', 'produto-x'].map((kind) => [view.covered(kind), view.covered(kind, 'a')]);
  return { asOf: view.asOf, day: view.day, rows, covered, usage: view.usage };
}

const asOf = fc.oneof(
  fc
    .constantFrom('2018-11-04T03:00:00Z', '2025-12-31T03:00:00Z', '2026-04-15T12:00:00Z')
    .map((text) => Temporal.Instant.from(text).epochMilliseconds),
  fc.integer({ min: 17_500, max: 20_600 }).map((day) => endOfDay(day, zone)),
);

test('any order and any repetition of the same facts gives the same file, refs and views', () => {
  fc.assert(
    fc.property(
      facts().chain((list) => fc.tuple(fc.constant(list), rearranged(list))),
      asOf,
      ([list, other], at) => {
        assert.deepEqual(foldFile(other, zone), foldFile(list, zone));
        assert.deepEqual(
          contentOf(viewOfFacts(other, [], at, frame)),
          contentOf(viewOfFacts(list, [], at, frame)),
        );
      },
    ),
    { numRuns },
  );
});

test('other minted ids change refs alone', () => {
  fc.assert(
    fc.property(facts(), fc.integer({ min: 1, max: 97 }), (list, turn) => {
      const renamed = list.map((fact, i) => ({ ...fact, id: `outro-${(i * turn) % 1009}` }));
      assert.equal(foldFile(renamed, zone).file, foldFile(list, zone).file);
    }),
    { numRuns },
  );
});

test('a retracted fact leaves the file as if it had never been', () => {
  fc.assert(
    fc.property(facts(20), facts(20), (kept, undone) => {
      const withdrawn = undone.map((fact) => ({ ...fact, id: `x${fact.id}`, source: `${fact.source}-x` }));
      const all = [...withdrawn, ...kept];
      const left = all.filter((fact) => !fact.source.endsWith('-x'));
      assert.deepEqual(foldFile(left, zone), foldFile(kept, zone));
    }),
    { numRuns: 50 },
  );
});

test('facts that occur or become known after the instant leave the view as it was', () => {
  fc.assert(
    fc.property(facts(), facts(20), asOf, (list, planted, at) => {
      const future = planted.map((fact, i) => plant(fact, at, i));
      assert.deepEqual(
        withoutContactNumbers(contentOf(viewOfFacts([...future, ...list], [], at, frame))),
        withoutContactNumbers(contentOf(viewOfFacts(list, [], at, frame))),
      );
    }),
    { numRuns },
  );
});

/** Half of the facts happen later, half were true before but nobody could know. */
function plant(fact: FoldFact, at: number, i: number): FoldFact {
  const late = 1 + i * 1000;
  const times =
    i % 2 === 0
      ? { occurredAt: at + late, knownAt: at + late }
      : { occurredAt: at - late, knownAt: at + late };
  return { ...fact, ...times, id: `futuro-${i}` };
}

/** Ranks shift when a contact joins; who is who among the rows must not. */
function withoutContactNumbers(content: unknown): unknown {
  const seen: number[] = [];
  const rank = (value: number): number => (seen.includes(value) ? seen.indexOf(value) : seen.push(value) - 1);
  return JSON.parse(
    JSON.stringify(content, (key, value: unknown) =>
      (key === 'contact' || key === 'replacedBy') && typeof value === 'number'
        ? rank(value)
        : key === 'contacts' && Array.isArray(value)
          ? value.length
          : value,
    ),
  );
}

test('every row of the file is its fact: times, day, contact, revision and evidence', () => {
  fc.assert(
    fc.property(facts(), (list) => {
      const { file, refs } = foldFile(list, zone);
      const decoded = decodeFile(file);
      const table = contactTable(list, zone);
      assert.equal(decoded.contacts, table.length);
      const byId = new Map(list.map((fact) => [fact.id, fact]));
      const ids = refs === '' ? [] : refs.split(',');
      const rows = Object.entries(decoded.rows).flatMap(([type, some]) => some.map((row) => ({ type, row })));
      assert.equal(rows.length, ids.length);
      rows.forEach(({ type, row }, i) => {
        const fact = byId.get(ids[i] ?? '') ?? assert.fail('a row without a fact');
        assert.equal(fact.type, type);
        assert.deepEqual(
          [row.occurred, row.known, row.revision],
          [fact.occurredAt, fact.knownAt, fact.revision],
        );
        assert.equal(row.day, dayIn(fact.occurredAt));
        const { contact } = fact.body as { contact?: string };
        const number = (row as { contact?: number | null }).contact;
        if (typeof contact === 'string' && typeof number === 'number') {
          assert.ok(table[number]?.toLowerCase().endsWith(contact.toLowerCase()));
        }
        const found = factIdOf(decoded, refs, { type: fact.type, row });
        assert.equal(byId.get(found ?? '')?.externalId, fact.externalId);
      });
    }),
    { numRuns },
  );
});

function dayIn(ms: number): number {
  const plain = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  return plain.since('1970-01-01').days;
}

test('no text that names or tells leaves the facts: a file holds no body field outside the slim ones', () => {
  const marked = 'segredo-que-ninguem-le';
  const list: FoldFact[] = [
    ['account-described', { name: marked, taxId: marked, domains: [marked], segment: 'smb' }],
    ['survey-answered', { instrument: 'nps', score: 3, contact: marked, comment: marked }],
    ['message-exchanged', { channel: 'email', direction: 'in', subject: marked, text: marked }],
    ['note-written', { text: marked }],
  ].map(([type, body], i) => ({
    id: `f${i}`,
    type: type as FoldFact['type'],
    body: body as object,
    occurredAt: 1.7e12,
    knownAt: 1.7e12,
    source: marked,
    sourcePriority: 1,
    externalId: marked,
    revision: 1,
  }));
  assert.equal(foldFile(list, zone).file.includes(marked), false);
});

test('the generator reaches every type of the file', () => {
  const seen = new Set(
    fc.sample(facts(40), { numRuns: 200, seed: 7 }).flatMap((list) => list.map((fact) => fact.type)),
  );
  assert.deepEqual([...seen].sort(), [...fileTypes].sort());
});
