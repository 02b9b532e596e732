import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '#base/day.ts';
import { contractLine } from '#domain/facts/spec.ts';
import { diffRow, type PreviousRow } from './diff-row.ts';
import { contentOf, type FactDraft, type RowFacts } from './draft.ts';
import { bring } from './sheet-fixture.ts';

const april = parseDay('2026-04-15') ?? 0;
const may = parseDay('2026-05-15') ?? 0;

async function row(cells: string, today = may): Promise<RowFacts> {
  const sheet = `Cliente;Mensalidade;Início;Vencimento;Licenças;NPS;Data do NPS\n${cells}\n`;
  const result = await bring(sheet, { today, keywords: [] });
  assert.ok(result.rows[0], JSON.stringify(result.report.problems));
  return result.rows[0];
}

/** What the store would hold after a first import. */
function stored(first: RowFacts): PreviousRow {
  const signed = first.facts.find((fact) => fact.type === 'contract-signed');
  const lines = (signed?.body.lines ?? []).map((line) => contractLine.parse(line));
  const seats = first.facts.find((fact) => fact.type === 'state-observed' && fact.body.metric === 'seats');
  return {
    contracts: signed
      ? [{ contract: signed.body.contract, signed: lines, current: lines, signedOn: signed.occurredOn }]
      : [],
    seats: seats?.type === 'state-observed' ? { value: seats.body.value, on: april } : null,
    answers: first.facts
      .filter((fact) => fact.type === 'survey-answered')
      .map((fact) => ({
        externalId: fact.externalId,
        content: contentOf({ ...fact, dated: false }),
        on: fact.occurredOn,
      })),
  };
}

function fresh(before: RowFacts, after: RowFacts): readonly FactDraft[] {
  const known = new Set(before.facts.map((fact) => `${fact.externalId} ${contentOf(fact)}`));
  return after.facts.filter((fact) => !known.has(`${fact.externalId} ${contentOf(fact)}`));
}

const base = 'Acme;10,00;20/02/2025;20/02/2027;5;9;20/03/2026';

test('the same row again is nothing new', async () => {
  const first = await row(base, april);
  assert.deepEqual(fresh(first, diffRow(stored(first), await row(base), may)), []);
});

test('each changed cell is one new fact of its own kind', async () => {
  const first = await row(base, april);
  const cases: readonly (readonly [string, string])[] = [
    [base.replace('10,00', '12,00'), 'contract-amended'],
    [base.replace(';5;', ';8;'), 'contract-amended'],
    [base.replace('20/02/2025', '21/02/2025'), 'contract-signed'],
    [base.replace('20/02/2027', '20/03/2027'), 'contract-signed'],
    [base.replace(';9;', ';4;'), 'survey-answered'],
    [base.replace('20/03/2026', '21/03/2026'), 'survey-answered'],
  ];
  for (const [cells, type] of cases) {
    const news = fresh(first, diffRow(stored(first), await row(cells), may));
    assert.deepEqual(
      news.map((fact) => fact.type),
      [type],
      cells,
    );
    if (type === 'contract-amended') assert.ok(news[0]?.occurredOn === may && !news[0].history);
  }
});

test('a day of an answer that alone changed corrects the answer; a new score on a new day is a new answer', async () => {
  const first = await row(base, april);
  const known = first.facts.find((fact) => fact.type === 'survey-answered')?.externalId;
  const [corrected] = fresh(
    first,
    diffRow(stored(first), await row(base.replace('20/03/2026', '21/03/2026')), may),
  );
  assert.equal(corrected?.externalId, known);
  const [answered] = fresh(
    first,
    diffRow(stored(first), await row(base.replace('9;20/03/2026', '3;10/05/2026')), may),
  );
  assert.notEqual(answered?.externalId, known);
});

test('amended money stands when the sheet repeats it, and seats stay with the amendment', async () => {
  const first = await row(base, april);
  const before = stored(first);
  const current = [{ product: null, cents: 1200, currency: 'BRL', seats: 8, recurring: true, months: 1 }];
  const amended = { ...before, contracts: before.contracts.map((contract) => ({ ...contract, current })) };
  assert.deepEqual(
    fresh(first, diffRow(amended, await row('Acme;12,00;20/02/2025;20/02/2027;8;9;20/03/2026'), may)),
    [],
  );
  const emptied = diffRow(amended, await row('Acme;;20/02/2025;20/02/2027;8;9;20/03/2026'), may);
  assert.ok(!emptied.facts.some((fact) => fact.type === 'contract-amended'));
});

test('on the day they were observed seats are revised, not amended', async () => {
  const first = await row(base, april);
  const news = fresh(first, diffRow(stored(first), await row(base.replace(';5;', ';8;'), april), april));
  assert.deepEqual(
    news.map((fact) => fact.type),
    ['state-observed'],
  );
});

test('a new row is all new', async () => {
  const first = await row(base);
  assert.equal(diffRow(null, first, may), first);
});
