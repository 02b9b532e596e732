// A sheet comes in: what is counted, what is named, what it becomes; and told again it is nothing new.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { bring, difference, assessments, session } from '#actions/testing.ts';
import {
  brMoney,
  roughRows,
  sample,
  sheetBytes,
  type Header,
  type SampleRow,
} from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { randomFrom } from '#base/random.ts';
import { accountOf, factCounts, forms, peopleOf } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { weekOf } from '#words/week.ts';

const data = '../shared/data/planilha_br';
const there = existsSync(data);
let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

/** A workspace of its own for one test. */
async function fresh(): Promise<string> {
  return freshWorkspace(base.store);
}

test('a rough sheet: every row has one fate, problems are named, the base holds what was accepted', async () => {
  const workspace = await fresh();
  const made = sample(60, 'rough');
  const rough = roughRows(made.rows);
  const report = await bring(session(base.store, workspace, '2026-04-15'), sheetBytes(rough.rows));
  const [file] = report.files;
  assert.ok(file);
  assert.deepEqual(
    [file.accepted, file.refused, file.duplicates, file.skipped],
    [rough.accepted, 1, 1, { blank: 1, total: 1 }],
  );
  assert.equal(file.rows, rough.rows.length);
  const named = file.problems.map(({ column, code }) => [column, code]);
  assert.deepEqual(named, [
    ['CNPJ', 'tax_id_check_digits'],
    ['Valor mensal (R$)', 'money_unreadable'],
  ]);
  assert.equal(report.accounts, rough.accepted);
  const week = await readWeek(session(base.store, workspace, '2026-04-15'), '2026-04-15');
  assert.equal(week.accounts.length, rough.accepted);
});

test(
  'the Brazilian sheet gives exactly what is expected of it',
  { skip: there ? false : `skipped: ${data}` },
  async () => {
    const workspace = await fresh();
    const expected = JSON.parse(readFileSync(`${data}/esperado.json`, 'utf8')) as Record<string, number>;
    const by = session(base.store, workspace, '2026-05-20');
    const report = await bring(by, readFileSync(`${data}/clientes.csv`), 'clientes.csv', '2026-04-15');
    assert.equal(report.accounts, expected['accepted_rows']);
    assert.equal(report.facts.byKind.survey, expected['nps_answers_accepted']);
    const read = await readWeek(by, '2026-04-15');
    const { lines, ready, stages } = weekOf(read, 'pt-BR');
    assert.equal(lines.length, 121);
    assert.equal(
      lines.reduce((sum, line) => sum + (line.mrrCents ?? 0), 0),
      expected['mrr_cents_accepted'],
    );
    const renewal = lines.filter((line) => line.stageChips.some((chip) => chip.canonical === 'renewal'));
    const late = renewal.filter((line) =>
      line.stageChips.some((chip) => chip.canonical === 'renewal' && chip.late),
    );
    assert.deepEqual([renewal.length, late.length], [43, 24]);
    assert.equal(stages.find(({ stage }) => stage === 'renewal')?.accounts, 43);
    assert.equal(ready.length, 29);
    assert.ok(ready.every((line) => line.offer?.state === 'confirm' && line.offer.ask.length > 0));
    const bands = new Map<string, number>();
    for (const { health } of lines) bands.set(health.band, (bands.get(health.band) ?? 0) + 1);
    assert.ok(lines.length - (bands.get('unknown') ?? 0) >= 100);
    assert.ok([...bands.keys()].filter((band) => band !== 'unknown').length >= 2);
    const texts = new Map<string, number>();
    for (const { action } of lines) texts.set(action.text, (texts.get(action.text) ?? 0) + 1);
    assert.ok(Math.max(...texts.values()) <= lines.length / 10);
  },
);

test('no measure without data has points', async () => {
  const workspace = await fresh();
  const by = session(base.store, workspace, '2026-04-15');
  await bring(by, sheetBytes(sample(20, 'measures').rows));
  const found = await assessments(by);
  for (const { measures } of found)
    for (const measure of measures) if (measure.raw === null) assert.equal(measure.points, null, measure.key);
});

/** What may be new of the same sheet on another day: that it covers that day too. */
const covers = 'ws source-covered';

test('the same sheet again, renamed, shuffled, on the next day: no fact is new', async () => {
  const workspace = await fresh();
  const { rows } = sample(40, 'again');
  await bring(session(base.store, workspace, '2026-04-15'), sheetBytes(rows));
  const before = await factCounts(base.store, workspace);
  const files = await forms(base.store, workspace);
  const random = randomFrom('shuffle');
  const shuffled = rows.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
  const again = await bring(
    session(base.store, workspace, '2026-04-15', 15),
    sheetBytes(shuffled.map(({ row }) => row)),
    'carteira abril.csv',
  );
  assert.equal(again.facts.recorded, 0);
  assert.deepEqual(difference(before, await factCounts(base.store, workspace)), {});
  const next = await bring(session(base.store, workspace, '2026-04-16'), sheetBytes(rows), 'outra.csv');
  const added = difference(before, await factCounts(base.store, workspace));
  assert.deepEqual(Object.keys(added), [covers]);
  assert.equal(next.facts.recorded, added[covers]);
  assert.deepEqual(await forms(base.store, workspace), files);
});

type Change = {
  readonly column: Header;
  readonly to: string;
  readonly type: string;
  readonly sameDay?: string;
};
const changes: readonly Change[] = [
  { column: 'Valor mensal (R$)', to: brMoney(1_234_500), type: 'contract-amended' },
  { column: 'NPS', to: '3', type: 'survey-answered' },
  { column: 'Data do NPS', to: '01/04/2026', type: 'survey-answered' },
  { column: 'Cliente', to: 'Açougue Novo Nome Ltda', type: 'account-described' },
  { column: 'Segmento', to: 'Enterprise', type: 'account-described' },
  { column: 'Licenças contratadas', to: '99', type: 'contract-amended', sameDay: 'state-observed' },
  { column: 'Usuários ativos', to: '1', type: 'state-observed' },
  { column: 'Chamados abertos', to: '12', type: 'state-observed' },
  { column: 'Última reunião', to: '14/04/2026', type: 'state-observed' },
  { column: 'Observações', to: 'pediu outra proposta', type: 'note-written' },
  { column: 'Início do contrato', to: '03/02/2026', type: 'contract-signed' },
  { column: 'Vencimento', to: '03/02/2028', type: 'contract-signed' },
  { column: 'Responsável (CS)', to: 'Zélia Prado', type: 'team-assigned' },
];

/** Rows whose first one has every cell filled, and no keyword in a note. */
function plainRows(seed: string): SampleRow[] {
  const full = { NPS: '8', 'Data do NPS': '10/03/2026', 'Última reunião': '01/04/2026', Segmento: 'PME' };
  const [first, ...rest] = sample(12, seed).rows;
  assert.ok(first);
  const plain = { ...first, ...full, Comentário: '', Observações: 'sem novidade', 'Usuários ativos': '2' };
  return [{ ...plain, 'Início do contrato': '01/02/2026', Vencimento: '01/02/2027' }, ...rest];
}

for (const { column, to, type, sameDay } of changes) {
  for (const day of ['2026-04-15', '2026-04-16']) {
    test(`one cell changed is one fact: ${column} on ${day}`, async () => {
      const workspace = await fresh();
      const rows = plainRows(column);
      await bring(session(base.store, workspace, '2026-04-15'), sheetBytes(rows));
      const before = await factCounts(base.store, workspace);
      const moved = rows.map((row, i) => (i === 0 ? { ...row, [column]: to } : row)).reverse();
      await bring(session(base.store, workspace, day, 18), sheetBytes(moved), 'nova.csv');
      const { [covers]: _, ...added } = difference(before, await factCounts(base.store, workspace));
      assert.deepEqual(added, { [day === '2026-04-15' ? (sameDay ?? type) : type]: 1 });
    });
  }
}

test('people of different customers are different people', async () => {
  const workspace = await fresh();
  const text =
    'Cliente;Contato;Mensalidade;Início\nAcme;Rita Prado;10,00;20/02/2025\nBeta;Ivo Reis;10,00;21/02/2025\n';
  await bring(session(base.store, workspace, '2026-04-15'), Buffer.from(text));
  assert.deepEqual(
    await peopleOf(base.store, workspace, await accountOf(base.store, workspace, 'name:acme')),
    ['Rita Prado'],
  );
  assert.deepEqual(
    await peopleOf(base.store, workspace, await accountOf(base.store, workspace, 'name:beta')),
    ['Ivo Reis'],
  );
});
