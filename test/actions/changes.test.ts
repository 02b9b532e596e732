// The mark that screens ask for: another one once something was told, the same while nothing was, and to who is limited
// only what became of their own customers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readMark } from '#actions/changes.ts';
import { decideLine, writeMinutes } from '#actions/decide-line.ts';
import { rightsOf } from '#actions/session.ts';
import { bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { writeEntry } from '#actions/write-entry.ts';
import { testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
const ids = new Map<string, string[]>();
const whole = () => session(base.store, base.workspaceId, '2026-04-15');
let anas = '';
const ana = () => ({ ...whole(), ...rightsOf('csm', anas) });

before(async () => {
  base = await testStore();
  const rows = sample(8, 'changes').rows.map((row, i) => ({
    ...row,
    'Responsável (CS)': i < 3 ? 'Ana Prado' : 'Beto Reis',
  }));
  await bring(whole(), sheetBytes(rows), 'base.csv');
  const { accounts, members } = await readWeek(whole(), undefined);
  anas = Object.keys(members).find((key) => /ana/i.test(members[key] ?? '')) ?? '';
  const own = new Set((await readWeek(ana(), undefined)).accounts.map(({ id }) => id));
  for (const { id } of accounts) {
    const who = own.has(id) ? 'ana' : 'beto';
    ids.set(who, [...(ids.get(who) ?? []), id]);
  }
});
after(async () => await base.close());

const note = (id: string) =>
  writeEntry(whole(), id, { on: undefined, entry: { kind: 'note', text: `nota ${id}` } }, null, () => null);
const decision = {
  what: 'Ligar para o diretor',
  owner: null,
  dueOn: null,
  task: null,
  over: null,
  offer: null,
};

async function changes(act: () => Promise<unknown>): Promise<{ whole: boolean; ana: boolean }> {
  const before = [await readMark(whole()), await readMark(ana())];
  await act();
  const now = [await readMark(whole()), await readMark(ana())];
  return { whole: before[0] !== now[0], ana: before[1] !== now[1] };
}

test('there are customers of both, or this proves nothing', () => {
  assert.deepEqual([ids.get('ana')?.length, ids.get('beto')?.length], [3, 5]);
});

test('reading changes no mark; what is told of a customer changes those of who sees them', async () => {
  assert.deepEqual(await changes(() => readWeek(whole(), undefined)), { whole: false, ana: false });
  assert.deepEqual(await changes(() => note(ids.get('ana')?.[0] ?? '')), { whole: true, ana: true });
  assert.deepEqual(await changes(() => note(ids.get('beto')?.[0] ?? '')), { whole: true, ana: false });
});

test('a line decided and the minutes kept are seen by others too', async () => {
  const line = (who: string) => decideLine(whole(), ids.get(who)?.[1] ?? '', decision, null);
  assert.deepEqual(await changes(() => line('beto')), { whole: true, ana: false });
  assert.deepEqual(await changes(() => line('ana')), { whole: true, ana: true });
  assert.deepEqual(await changes(() => writeMinutes(whole(), 'Ata', null)), { whole: true, ana: false });
});
