import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeFile } from './decode.ts';
import { encodeFile, hardBudget } from './encode.ts';
import type { FoldFact } from './order.ts';

const zone = 'America/Sao_Paulo';
const start = Date.UTC(2023, 0, 2, 15);
const dayMs = 86_400_000;

function fact(type: FoldFact['type'], externalId: string, days: number, body: object, known = 0): FoldFact {
  const occurredAt = start + days * dayMs;
  const head = { source: 's', sourcePriority: 1, revision: 1, id: `${type}/${externalId}` };
  return { ...head, type, body, occurredAt, knownAt: known || occurredAt, externalId };
}

function messages(count: number, everyDays: number): FoldFact[] {
  const body = { channel: 'email', direction: 'out' };
  return Array.from({ length: count }, (_, i) => fact('message-exchanged', `m${i}`, i * everyDays, body));
}

test('four hundred entries of a busy kind stand by themselves, however old', () => {
  const file = decodeFile(encodeFile(messages(400, 3), zone).file);
  assert.equal(file.rows['message-exchanged']?.length, 400);
  assert.equal(file.since, undefined);
});

test('one more, and those older than 400 days before the newest become monthly counters', () => {
  const file = decodeFile(encodeFile(messages(401, 3), zone).file);
  const rows = file.rows['message-exchanged'] ?? [];
  const newest = rows.at(-1)?.day ?? 0;
  assert.equal(file.since?.['message'], newest - 400);
  assert.ok(rows.every((row) => row.day >= newest - 400));
  const counted = (file.monthly ?? []).reduce((total, { count }) => total + count, 0);
  assert.equal(rows.length + counted, 401);
  assert.deepEqual(file.monthly?.[0], { type: 'message-exchanged', month: 19_358, count: 10 });
});

test('an entry dated in a far future does not move the window', () => {
  const slip = fact(
    'message-exchanged',
    'slip',
    15_000,
    { channel: 'email', direction: 'in' },
    start + 1200 * dayMs,
  );
  const file = decodeFile(encodeFile([...messages(401, 3), slip], zone).file);
  assert.equal(file.since?.['message'], (file.rows['message-exchanged']?.at(-2)?.day ?? 0) - 400);
});

test('an open ticket is kept, and one that reaches into the window whole; a closed old one is counted', () => {
  const tickets = Array.from({ length: 300 }, (_, i) => [
    fact('ticket-opened', `o${i}`, i * 4, { ticket: `t${i}` }),
    ...(i === 5 ? [] : [fact('ticket-closed', `c${i}`, i * 4 + 1, { ticket: `t${i}` })]),
  ]).flat();
  const file = decodeFile(encodeFile(tickets, zone).file);
  const old = (file.rows['ticket-opened'] ?? []).filter((row) => row.day < (file.since?.['ticket'] ?? 0));
  assert.deepEqual(
    old.map((row) => row.ticket),
    ['t5', 't199'],
  );
});

test('no file passes the hard budget, and the order of arrival still does not matter', () => {
  const many = [
    ...messages(3000, 0.1),
    ...Array.from({ length: 4000 }, (_, i) =>
      fact('contract-amended', `a${i}`, i * 0.1, { contract: `contrato-muito-comprido-${i}`, lines: [] }),
    ),
  ];
  const folded = encodeFile(many, zone);
  assert.ok(folded.file.length <= hardBudget, `${folded.file.length} bytes`);
  assert.deepEqual(encodeFile(many.toReversed(), zone), folded);
  assert.ok((decodeFile(folded.file).rows['contract-amended']?.length ?? 0) >= 100);
});

test('a file of another version is refused', () => {
  assert.throws(() => decodeFile('{"v":0}'), /version 0/);
});
