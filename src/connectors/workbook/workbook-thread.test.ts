import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { spool } from '#connectors/sheet/spool.ts';
import { defaultLimits, type TableItem } from '#connectors/sheet/table.ts';
import { bookOf, textRow } from './testing-workbooks.ts';
import { type ThreadLimits, withWorkbook } from './workbook-thread.ts';

const row = textRow(['Cliente', 'CNPJ', 'x'.repeat(500)]);
const large = bookOf({ sheets: [{ name: 'A', rows: row.repeat(25_000) }] });

async function read(
  limits: ThreadLimits | undefined,
  use: (item: TableItem, at: number) => void,
): Promise<void> {
  const kept = await spool(once(large), large.length);
  assert.ok(kept);
  try {
    const data = { path: kept.path, limits: defaultLimits };
    let at = 0;
    const items = withWorkbook(
      data,
      (book) => ('fault' in book ? once<TableItem>({ kind: 'fault', code: book.fault }) : book.items(0)),
      limits,
    );
    for await (const item of items) use(item, at++);
  } finally {
    await kept.remove();
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

test('memory does not grow with the rows, and what the reader takes to look at them is no time of the file', async () => {
  let rows = 0;
  // Fifteen megabytes of rows in ten of heap.
  await read({ heap: 10, work: 60_000 }, (item, at) => {
    assert.equal(item.kind, 'row');
    rows += 1;
    if (at === 600) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  });
  assert.equal(rows, 25_000);
});

test('a sheet that is left before its end does not run into the next one', async () => {
  const other = textRow(['outra']);
  const bytes = bookOf({
    sheets: [
      { name: 'A', rows: row.repeat(5000) },
      { name: 'B', rows: other },
    ],
  });
  const kept = await spool(once(bytes), bytes.length);
  assert.ok(kept);
  const items = withWorkbook({ path: kept.path, limits: defaultLimits }, async function* (book) {
    assert.ok('sheets' in book);
    for await (const item of book.items(0)) {
      yield item;
      break;
    }
    yield* book.items(1);
  });
  const seen = await Array.fromAsync(items, (item) => (item.kind === 'row' ? item.cells[0] : item.code));
  assert.deepEqual(seen, ['Cliente', 'outra']);
  await kept.remove();
});

test('many files at once take turns', async () => {
  const small = bookOf({ sheets: [{ name: 'A', rows: row }] });
  const kept = await spool(once(small), small.length);
  assert.ok(kept);
  const data = { path: kept.path, limits: defaultLimits };
  const all = Array.from({ length: 5 }, async () => {
    const names = withWorkbook(data, async function* (book) {
      if ('sheets' in book) yield book.sheets.map(({ name }) => name).join();
    });
    return (await Array.fromAsync(names)).join();
  });
  assert.deepEqual(await Promise.all(all), ['A', 'A', 'A', 'A', 'A']);
  await kept.remove();
});

test('a file that takes too long is stopped, and said', async () => {
  const seen: TableItem[] = [];
  await read({ heap: 256, work: 60 }, (item) => seen.push(item));
  assert.deepEqual(seen.at(-1), { kind: 'fault', code: 'too_slow' });
});

test('a file that needs more memory than a thread may have is stopped, and said', async () => {
  const texts = Array.from(
    { length: 30_000 },
    (_, at) => `<si><t>${String(at).padStart(400, '–')}</t></si>`,
  ).join('');
  const bytes = bookOf({ sheets: [{ name: 'A', rows: '<row><c t="s"><v>1</v></c></row>' }], texts });
  const kept = await spool(once(bytes), bytes.length);
  assert.ok(kept);
  const items = withWorkbook(
    { path: kept.path, limits: defaultLimits },
    (book) => ('fault' in book ? once<TableItem>({ kind: 'fault', code: book.fault }) : book.items(0)),
    { heap: 16, work: 30_000 },
  );
  assert.deepEqual(await Array.fromAsync(items), [{ kind: 'fault', code: 'too_large' }]);
  await rm(kept.path, { force: true });
  await kept.remove();
});

test('more bytes than an archive may have are not set down', async () => {
  assert.equal(await spool(once(large), large.length - 1), null);
});
