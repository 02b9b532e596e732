// A sheet of last month that comes after this month's: it tells of its own time and leaves the present as it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bring, session, weekPrints } from '#actions/testing.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { openAccount } from '#actions/open-account.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

type Row = readonly [mrr: string, end: string, seats: string, owner: string, status?: string];
const sheet = ([mrr, end, seats, owner, status = 'Ativo']: Row): Uint8Array =>
  Buffer.from(
    `Cliente;CNPJ;Valor mensal;Início;Vencimento;Licenças;Responsável;Situação\nAcme;11.222.333/0001-81;${mrr};20/06/2025;${end};${seats};${owner};${status}\n`,
  );
const today = '2026-05-20';

/** Brings sheets, each of its day, in this order; answers the contract as it stands at days. */
async function stands(order: readonly (readonly [string, Row])[], days: readonly string[]) {
  const by = session(base.store, await freshWorkspace(base.store), today);
  for (const [day, row] of order) await bring(by, sheet(row), 'clientes.csv', day);
  const { accounts } = await readWeek(by, today);
  assert.equal(accounts.length, 1);
  const seen: unknown[] = [];
  for (const day of days) {
    const { profile, decision } = await openAccount(by, accounts[0]?.id ?? '', day);
    const [contract] = profile.contracts;
    const leaves = profile.leaves as Record<string, Record<string, unknown>>;
    seen.push([
      decision.mrrCents,
      contract?.plannedEnd ?? null,
      leaves['contract']?.['seats'],
      profile.team[0]?.member,
      decision.status,
      contract?.timesRenewed,
    ]);
  }
  return seen;
}

const march = ['2026-03-15', ['100,00', '20/06/2026', '5', 'Ana']] as const;
const april = ['2026-04-15', ['200,00', '20/06/2027', '8', 'Bia']] as const;

test('the present is what the newest sheet says, whichever came last', async () => {
  const inOrder = await stands([march, april], [today]);
  assert.deepEqual(await stands([april, march], [today]), inOrder);
  const [now] = inOrder as [unknown[]];
  assert.deepEqual([now[0], now[2]], [20_000, 8]);
});

test('between the two days the older amount stands', async () => {
  const [mid] = (await stands([april, march], ['2026-03-20'])) as [unknown[]];
  assert.deepEqual([mid[0], mid[2]], [10_000, 5]);
});

test('three sheets in any order: each amount from its day on', async () => {
  const may = ['2026-05-15', ['300,00', '20/06/2027', '9', 'Bia']] as const;
  const days = ['2026-03-20', '2026-04-20', today];
  for (const order of [
    [may, march, april],
    [may, april, march],
    [april, may, march],
    [april, march, may],
  ]) {
    const seen = (await stands(order, days)) as unknown[][];
    assert.deepEqual(
      seen.map(([mrr, , seats]) => [mrr, seats]),
      [
        [10_000, 5],
        [20_000, 8],
        [30_000, 9],
      ],
      order.map(([day]) => day).join(),
    );
  }
});

test('a customer that left stays gone when an older sheet still calls it active', async () => {
  const left = ['2026-04-15', ['200,00', '13/04/2026', '8', 'Bia', 'Cancelado']] as const;
  const inOrder = await stands([march, left], [today]);
  const late = await stands([left, march], [today]);
  const status = (seen: unknown[]) => (seen[0] as unknown[])[4];
  assert.equal(status(late), status(inOrder));
  assert.equal((late[0] as unknown[])[5], 0);
});

test('a sheet that comes between two equal ones: each holds from its day, told again nothing is new, undone it never was', async () => {
  const may = ['2026-05-15', march[1]] as const;
  const days = ['2026-03-20', '2026-04-20', today];
  const present = (seen: unknown): unknown[] =>
    (seen as unknown[][]).map(([mrr, , seats, owner]) => [mrr, seats, owner]);
  const inOrder = present(await stands([march, april, may], days));
  assert.deepEqual(inOrder[0], inOrder[2]);
  assert.notDeepEqual(inOrder[0], inOrder[1]);
  for (const order of [
    [march, may, april],
    [may, march, april],
    [april, march, may],
  ])
    assert.deepEqual(present(await stands(order, days)), inOrder, order.map(([day]) => day).join());

  const by = session(base.store, await freshWorkspace(base.store), today);
  const told = async ([day, row]: readonly [string, Row]) => bring(by, sheet(row), 'clientes.csv', day);
  await told(march);
  await told(may);
  const before = await weekPrints(by, today);
  const late = await told(april);
  await undoImport(by, late.imports[0] ?? '');
  assert.deepEqual(await weekPrints(by, today), before);
  assert.ok((await told(april)).facts.recorded > 0);
  for (const one of [march, april, may]) assert.equal((await told(one)).facts.recorded, 0, one[0]);
});
