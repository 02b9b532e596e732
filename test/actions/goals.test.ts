// The shared goals over a base: what is summed in the store is what the domain says customer by customer, and a base that lacks
// owners, money or days still has its week, with what is missing named.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readCommittee } from '#actions/committee.ts';
import { readRitual } from '#actions/ritual.ts';
import type { Session } from '#actions/session.ts';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { formatDay, parseDay } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { movementOf, sumOfMovements } from '#domain/revenue/movements.ts';
import { yearSums } from '#store/goals.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { committeeOf } from '#words/committee.ts';
import { ritualOf } from '#words/ritual.ts';

const today = '2026-04-15';
let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());
const fresh = async (slug: string): Promise<Session> =>
  session(base.store, await freshWorkspace(base.store, slug), today);
const goalsIn = async (by: Session, locale: 'pt-BR' | 'en' = 'pt-BR') =>
  ritualOf(await readRitual(by), locale).goals;

const line = (cents: number) => ({ cents, currency: 'BRL', recurring: true, months: 1 });

/** A customer who paid `from` for two years and pays `to` since October; zero: left then. */
function customer(key: string, from: number, to: number): unknown[] {
  const told = (type: string, externalId: string, occurredAt: string, body: object) => ({
    type,
    source: 'erp',
    externalId: `${key} ${externalId}`,
    account: { source: 'erp', key },
    occurredAt: `${occurredAt}T15:00:00Z`,
    body,
  });
  const signed = told('contract-signed', 'signed', '2024-03-01', {
    contract: key,
    start: '2024-03-01',
    renewal: 'open_ended',
    lines: [line(from)],
  });
  if (from === to) return [signed];
  const change =
    to === 0
      ? told('contract-ended', 'ended', '2025-10-01', { contract: key, reason: 'price_objection' })
      : told('contract-amended', 'amended', '2025-10-01', { contract: key, lines: [line(to)] });
  return [signed, change];
}

test('the NRR of a base is that of its customers, one by one', async () => {
  const by = await fresh('nrr');
  const random = randomFrom('nrr');
  const amount = () => Math.floor(random() * 500_000) + 1000;
  const pairs = Array.from({ length: 30 }, (_, i) => {
    const from = amount();
    return [from, i % 6 === 0 ? 0 : i % 3 === 0 ? from : amount()] as const;
  });
  await record(
    by,
    pairs.flatMap(([from, to], i) => customer(`c${i}`, from, to)),
  );
  await readRitual(by);
  const sums = await inWorkspace(base.store, by.workspaceId, (tx) =>
    yearSums(tx, by.workspaceId, today, null),
  );
  const wanted = sumOfMovements(
    pairs.map(([from, to]) => movementOf({ from, to, paidBefore: true, adjustment: 0 })),
  );
  assert.deepEqual(
    [sums.openingCents, sums.expansionCents, sums.contractionCents, sums.churnCents, sums.opened, sums.lost],
    [
      wanted.opening,
      wanted.expansion,
      wanted.contraction,
      wanted.churn,
      wanted.openingLogos,
      wanted.lostLogos,
    ],
  );
  const [nrr] = await goalsIn(by);
  const rate = (wanted.opening + wanted.expansion - wanted.contraction - wanted.churn) / wanted.opening;
  assert.equal(nrr?.value, `${Math.round(rate * 100)}%`);
  assert.match(nrr?.sample ?? '', /^30 clientes de um ano atrás; GRR \d+%/);
  assert.match(
    ritualOf(await readRitual(by), 'pt-BR').text,
    /NRR: \d+% \(meta acima de 100%\), 12 meses, desde 15\/04\/2025/,
  );
});

test('who sees their own customers alone has their own goals', async () => {
  const by = await fresh('own-goals');
  const owned = (key: string, member: string) => ({
    type: 'team-assigned',
    source: 'erp',
    externalId: `${key} team`,
    account: { source: 'erp', key },
    occurredAt: '2024-03-01T15:00:00Z',
    body: { member, role: 'csm' },
  });
  await record(by, [
    ...customer('meu', 1000, 1500),
    owned('meu', 'ana'),
    ...customer('outro', 5000, 1000),
    owned('outro', 'beto'),
  ]);
  const [all] = await goalsIn(by);
  const [own] = await goalsIn({ ...by, sees: 'ana' });
  assert.deepEqual([all?.value, own?.value], ['42%', '150%']);
  assert.match(own?.sample ?? '', /^1 cliente de um ano atrás/);
});

test('the time to first value is a median once half of them got there', async () => {
  const by = await fresh('ttfv');
  const wait = (key: string, days: number) => ({
    type: 'milestone-delivered',
    source: 'erp',
    externalId: `${key} first`,
    account: { source: 'erp', key },
    occurredAt: `${formatDay((parseDay('2024-03-01') ?? 0) + days)}T15:00:00Z`,
    body: { milestone: 'first', track: 'main', proof: 'number', proofValue: 3 },
  });
  await record(by, [
    ...customer('a', 1000, 1000),
    ...customer('b', 1000, 1000),
    wait('a', 20),
    wait('b', 50),
  ]);
  const ttfv = (await goalsIn(by)).find(({ key }) => key === 'ttfv');
  assert.deepEqual([ttfv?.value, ttfv?.target, ttfv?.met], ['20 dias', 'até 30 dias', true]);
});

/** A sheet of twelve with some of its columns empty. */
const without = (slug: string, columns: readonly string[]) =>
  sheetBytes(
    sample(12, slug).rows.map((row) => ({
      ...row,
      ...Object.fromEntries(columns.map((column) => [column, ''])),
    })),
  );

for (const [slug, columns, names] of [
  ['no-owner', ['Responsável (CS)'], 'owner'],
  ['no-money', ['Valor mensal (R$)'], 'money'],
  ['no-dates', ['Início do contrato', 'Vencimento', 'Data do NPS', 'Última reunião'], 'dates'],
] as const)
  test(`a base without ${names} has its week, and says what is missing`, async () => {
    const by = await fresh(slug);
    await bring(by, without(slug, columns), 'clientes.csv');
    for (const locale of ['pt-BR', 'en'] as const) {
      const ritual = ritualOf(await readRitual(by), locale);
      const committee = committeeOf(await readCommittee(by), locale);
      const lines = [...ritual.atRisk.lines, ...ritual.ready.lines, ...ritual.contractRisk.lines];
      assert.ok(lines.length > 0);
      assert.ok(lines.every(({ suggestion }) => suggestion.what.length > 3));
      assert.ok(ritual.goals.every(({ value, missing }) => value !== null || (missing ?? '').length > 20));
      for (const text of [ritual.text, committee.text, JSON.stringify(ritual), JSON.stringify(committee)])
        assert.doesNotMatch(text, /undefined|NaN|\[object/);
      if (names === 'owner') assert.ok(lines.every(({ suggestion }) => suggestion.owner === null));
      if (names === 'money') {
        assert.equal(ritual.atRisk.mrrCents, null);
        assert.match(
          ritual.goals[0]?.missing ?? '',
          locale === 'en' ? /known monthly value/ : /valor mensal conhecido/,
        );
      }
    }
  });

test('the committee has everyone at contract risk, with what is open until it is closed', async () => {
  const by = await fresh('committee');
  await bring(by, sheetBytes(sample(40, 'ritual').rows), 'clientes.csv');
  const { lines, total, decided } = await readCommittee(by);
  assert.ok(total > 0 && lines.length === total);
  assert.equal(decided.size, 0);
  const { text, list } = committeeOf(await readCommittee(by), 'pt-BR');
  assert.match(text, new RegExp(`^\\*Contrato em risco 15/04/2026\\* \\(${total} clientes\\)`));
  assert.equal(text.split('\n').length, total + 1);
  assert.ok(text.includes('falta decidir'));
  assert.equal(list.total, total);
});
