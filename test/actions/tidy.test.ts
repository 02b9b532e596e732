// What is kept for a time only is forgotten in time, and what was promised is not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { checkFacts, recordFacts } from '#actions/record-facts.ts';
import { bring, dayOf, session, weekPrints } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { tidy } from '#actions/tidy.ts';
import { rows } from '#store/testing-forms.ts';
import { testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const on = (day: string, hours?: number) => session(base.store, base.workspaceId, day, hours);

test('answers are kept for seven days, lists of long past days are made again to the same', async () => {
  await bring(on('2026-04-01'), sheetBytes(sample(6, 'tidy').rows), 'clientes.csv', '2026-04-01');
  const note = { type: 'note-written', body: { text: 'x' }, source: 's', account: { source: 's', key: 'k' } };
  const keyed = async (day: string, externalId: string) =>
    recordFacts(on(day), checkFacts([{ ...note, externalId }]), {
      key: 'key-00000001',
      request: 1,
      answer: () => day,
    });
  assert.deepEqual(await keyed('2026-04-02', 'a'), { kept: '2026-04-02' });
  const past = await weekPrints(on('2026-04-10'), '2026-04-01');
  await weekPrints(on('2026-04-10'), undefined);
  await tidy(on('2026-04-09', 9), dayOf('2026-04-09'));
  assert.deepEqual(await keyed('2026-04-09', 'b'), { kept: '2026-04-02' });
  await tidy(on('2026-04-10'), dayOf('2026-04-10'));
  assert.deepEqual(await keyed('2026-04-10', 'c'), { kept: '2026-04-10' });
  const listed = await rows(
    base.store,
    base.workspaceId,
    sql<{ day: string }>`select distinct as_of::text as day from app.account_list`,
  );
  assert.deepEqual(
    listed.map(({ day }) => day),
    ['2026-04-10'],
  );
  assert.deepEqual(await weekPrints(on('2026-04-10'), '2026-04-01'), past);
});
