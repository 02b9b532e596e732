// A draft with a table of usage too long to be held: counted to the last row, recorded whole or not at all, taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeTable, readTable } from '#actions/draft-change.ts';
import { cancelDraft, commitDraft } from '#actions/draft-commit.ts';
import { commitEnded, commitProgress } from '#actions/draft-runs.ts';
import { readDraft } from '#actions/drafts.ts';
import { importFiles } from '#actions/import-files.ts';
import { committed, drafted, log, looked, once, text } from '#actions/testing-drafts.ts';
import { bring, session } from '#actions/testing.ts';
import { undoImport } from '#actions/undo-import.ts';
import { longBytes } from '#connectors/sheet/long-sample.ts';
import { killedAt } from '#actions/testing-kill.ts';
import { factCounts, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { sql } from 'kysely';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const day = '2026-05-10';
const customers = 'Código;Cliente;Mensalidade;Início\nC1;Aurora;1.000,00;20/02/2025\n';
const size = 3_000;
const filler = 'x'.repeat(720);

const clock = (n: number): string => new Date(n * 1000).toISOString().slice(11, 19);

/** One event a line, long enough that the file is; the last lines are a repeat, a bad day, a sum and a blank one. */
function events(): Uint8Array {
  const lines = ['account_id,event_time,user_id,event_type,event_value,payload'];
  for (let n = 0; n < size; n += 1)
    lines.push(
      `C${1 + (n % 3)},2026-04-${String(1 + (n % 28)).padStart(2, '0')} ${clock(n)},u${n % 50},login,1,${filler}${n}`,
    );
  lines.push(
    lines[1] ?? '',
    'C1,amanhã,u1,login,1,z',
    'Total,,,,9,',
    ',,,,,',
    'C2,2026-04-03 11:00:00,u1,login,1,w',
  );
  const bytes = text(`${lines.join('\n')}\n`);
  assert.ok(bytes.length > longBytes);
  return bytes;
}

const stored = async (workspace: string): Promise<unknown> =>
  (
    await rows(
      base.store,
      workspace,
      sql<{ events: number; days: number }>`
        select (select count(*)::int from app.usage_event) as events,
          (select count(*)::int from app.account_day) as days`,
    )
  )[0];
const whole = { events: size + 1, days: 84 };
const nothing = { events: 0, days: 0 };

async function seeded() {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, day);
  await bring(by, text(customers));
  return { workspace, by };
}

test('counted to the last row, shown by a sample, looked at, recorded and taken back', async () => {
  const { workspace, by } = await seeded();
  const { id, table } = await drafted(by, events(), 'eventos.csv');
  const found = await readTable(by, id, table, 'pt-BR');
  assert.ok(found.long !== null && found.sheet.rows.length <= 100);
  const { report } = found.sheet;
  assert.equal(report.table, 'events');
  assert.deepEqual(
    { ...report, mapping: null, problems: report.problems.map(({ row, code }) => [row, code]), path: null },
    {
      path: null,
      table: 'events',
      mapping: null,
      rows: size + 5,
      accepted: size + 1,
      refused: 1,
      duplicates: 1,
      skipped: { blank: 1, total: 1 },
      problems: [[size + 3, 'date_missing']],
    },
  );
  assert.deepEqual(await stored(workspace), nothing);
  // Two companies that nobody knows would wait to be assigned.
  assert.equal((await looked(by, id)).difference.counts.added, 2);
  assert.deepEqual(await stored(workspace), nothing);
  const [importId = ''] = await committed(by, id);
  assert.deepEqual(await stored(workspace), whole);
  const undone = await undoImport(session(base.store, workspace, day, 11), importId);
  assert.deepEqual([undone.withdrawn >= size + 1, undone.accounts], [true, 3]);
  assert.deepEqual(await stored(workspace), nothing);
});

test('a row mended in the draft is recorded as it was mended', async () => {
  const { workspace, by } = await seeded();
  const { id, table } = await drafted(by, events(), 'eventos.csv');
  const fixes = [{ row: size + 3, column: 'event_time', value: '2026-04-05 12:00:00' }];
  const found = await changeTable(by, id, table, { fixes }, 'pt-BR');
  assert.deepEqual([found.sheet.report.accepted, found.sheet.report.refused], [size + 2, 0]);
  await committed(by, id);
  assert.deepEqual(await stored(workspace), { ...whole, events: size + 2 });
});

test('said to be a table of another kind it is held whole', async () => {
  const { by } = await seeded();
  const { id, table } = await drafted(by, events(), 'eventos.csv');
  const found = await changeTable(by, id, table, { kind: 'tickets' }, 'pt-BR');
  assert.equal(found.long, null);
  assert.equal(found.table.rows.length, size + 5);
});

test('cancelled while it is recorded, nothing of it is, and it can be recorded again', async () => {
  const { workspace, by } = await seeded();
  const { id } = await drafted(by, events(), 'eventos.csv');
  await commitDraft(by, id, log);
  for (
    let at = commitProgress(base.store, id);
    at !== null && at.done < 1000;
    at = commitProgress(base.store, id)
  )
    await new Promise((resolve) => setTimeout(resolve, 5));
  await cancelDraft(by, id);
  assert.equal(((await readDraft(by, id)).draft.failure as { code: string }).code, 'import-cancelled');
  assert.deepEqual(await stored(workspace), nothing);
  await commitDraft(by, id, log);
  await commitEnded(base.store, id);
  assert.deepEqual(await stored(workspace), whole);
});

// At the half all of it is read, and being settled.
for (const share of [0.2, 0.5])
  test(`killed at ${share * 100} % of its commit, nothing of it is recorded, and it commits when asked again`, async () => {
    const { workspace, by } = await seeded();
    const { id } = await drafted(by, events(), 'eventos.csv');
    const before = await factCounts(base.store, workspace);
    await killedAt(base, { workspace, id, day, rows: Math.floor(size * share) });
    assert.deepEqual(await stored(workspace), nothing);
    assert.deepEqual(await factCounts(base.store, workspace), before);
    await committed(by, id);
    assert.deepEqual(await stored(workspace), whole);
  });

test('sent at once under a key it is recorded once, and a dry run records nothing', async () => {
  const { workspace, by } = await seeded();
  const send = async (dryRun: boolean) =>
    await importFiles(by, [{ path: 'eventos.csv', bytes: once(events()), map: null }], {
      dryRun,
      key: 'one',
    });
  const dry = await send(true);
  assert.equal(dry.files[0]?.accepted, size + 1);
  assert.deepEqual(await stored(workspace), nothing);
  const first = await send(false);
  assert.equal(first.facts.byKind.usage, size + 1);
  assert.deepEqual((await send(false)).imports, first.imports);
  assert.deepEqual(await stored(workspace), whole);
});
