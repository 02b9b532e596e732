// Invented sheets of Brazilian service firms (a board of phases, an accountant's export, projects, an agency's CRM):
// what is read, what is asked, and what a changed word does on the next import.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactBodyInput, FactType } from '#domain/facts/catalogue.ts';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { methodSchema } from '#domain/method/schema.ts';
import { diffRow, type PreviousRow } from './diff-row.ts';
import type { SheetImport } from './import-sheet.ts';
import { addsUp, bring, facts, sound, today } from './sheet-fixture.ts';

const yaml = readFileSync(new URL('../../templates/servicos-b2b.yaml', import.meta.url), 'utf8');
const { stages } = methodSchema.parse(parse(yaml));

async function read(sheet: string | Uint8Array): Promise<SheetImport> {
  const result = await bring(sheet, { stages });
  addsUp(result.report);
  sound(result);
  return result;
}

function bodies<T extends FactType>(result: SheetImport, type: T): readonly FactBodyInput<T>[] {
  return facts(result).flatMap((fact) => (fact.type === type ? [fact.body as FactBodyInput<T>] : []));
}

const codes = (result: SheetImport) => result.report.problems.map((problem) => problem.code);

test('a board of customer, phase and next step places each customer and keeps the step as a note', async () => {
  const result = await read(
    'Cliente;Fase;Próxima ação\nClínica Bem Viver;1. Ativação;Marcar kick-off com a Dra. Helena\nTransportes Rocha;em adoção;Treinar equipe do pátio\nColégio Horizonte;EXPANSÃO;Levar proposta da unidade Sul\nMetalúrgica Aurora;Renovação;\nHotel Maré;Adocao;Ligar\n',
  );
  assert.deepEqual(result.report.mapping, { Cliente: 'name', Fase: 'stage', 'Próxima ação': 'nextStep' });
  assert.deepEqual(
    bodies(result, 'stage-placed').map((body) => [body.stage, body.scope]),
    [
      ['onboarding', 'product'],
      ['adoption', 'product'],
      ['expansion', 'product'],
      ['renewal', 'contract'],
      ['adoption', 'product'],
    ],
  );
  assert.deepEqual(bodies(result, 'note-written')[0], {
    text: 'Próxima ação: Marcar kick-off com a Dra. Helena',
  });
  assert.deepEqual(bodies(result, 'account-described')[0], { name: 'Clínica Bem Viver' });
  assert.ok(result.ready);
});

test('a column of phases that are not those of the method is kept, not guessed', async () => {
  const funnel = await read('Cliente;Etapa\nAcme;Negociação\nBeta;Proposta enviada\nGama;Fechamento\n');
  assert.equal(funnel.report.mapping['Etapa'], 'custom.etapa');
  const some = await read('Cliente;Etapa\nAcme;Adoção\nBeta;Ativação\nGama;Limbo\n');
  assert.deepEqual([some.report.mapping['Etapa'], codes(some)], ['stage', ['option_unknown']]);
});

test("an accountant's export: fees, a subtotal in the middle, words for closed and late payers", async () => {
  const result = await read(
    'Cód.\tRazão Social\tDt. Início\tHonorários\tSituação\tResp.\n101\tPadaria Trigo\t13/01/2023\t890,00\tAtivo\tAna\n102\tAuto Peças\t15/03/2022\t1.250,00\tInadimplente\tAna\nSubtotal Simples\t\t\t2.140,00\t\t\n103\tLoja Vitrine\t20/05/2020\t650,00\tBaixada\tAna\nTotal geral\t\t\t2.790,00\t\t\n',
  );
  assert.equal(result.report.mapping['Honorários'], 'monthly');
  assert.deepEqual([result.report.accepted, result.report.skipped.total], [3, 2]);
  assert.deepEqual(codes(result), ['end_day_unknown']);
  assert.equal(bodies(result, 'contract-ended').length, 1);
});

test('projects: a price paid once is no monthly revenue, and a project that is done was not cancelled', async () => {
  const result = await read(
    'Cliente;Projeto;Valor do projeto;Início;Previsão de entrega;Status\nUsina;Mapeamento;R$ 48.000,00;20/02/2026;30/05/2026;Em andamento\nHospital;PMO;R$ 120.000,00;10/09/2025;28/02/2026;Concluído\nTavares;Diagnóstico;R$ 18.500,00;15/01/2026;15/05/2026;Entregue\n',
  );
  assert.deepEqual(result.report.mapping, {
    Cliente: 'name',
    Projeto: 'product',
    'Valor do projeto': 'oneOff',
    Início: 'start',
    'Previsão de entrega': 'deliveryDue',
    Status: 'status',
  });
  for (const body of bodies(result, 'contract-signed')) assert.equal(body.lines[0]?.recurring, false);
  assert.deepEqual(
    facts(result).flatMap((fact) => (fact.type === 'contract-ended' ? [[fact.body, fact.occurredOn]] : [])),
    [
      [{ contract: 'pmo', reason: 'concluded' }, today('2026-02-28')],
      [{ contract: 'diagnostico', reason: 'concluded' }, today()],
    ],
  );
  assert.deepEqual(bodies(result, 'delivery-planned')[0], {
    delivery: 'mapeamento',
    track: 'main',
    dueOn: '2026-05-30',
  });
  assert.equal(bodies(result, 'delivery-done').length, 2);
  assert.deepEqual(bodies(result, 'state-observed'), []);
});

test('an amount that names no period may also be paid once', async () => {
  const result = await read('Cliente;Valor\nAcme;100,00\nBeta;200,00\n');
  assert.deepEqual(result.asks[0]?.options, ['monthly', 'annual', 'oneOff']);
});

test('an end that passed while the customer is active means that it went on; a prospect is named', async () => {
  const result = await read(
    'Cliente;Situação;Início;Vencimento;Mensalidade\nUm;Ativo;01/02/2024;31/01/2026;R$ 1.000,00\nDois;Ativo;15/05/2025;14/05/2026;R$ 2.000,00\nTrês;Prospect;;;R$ 700,00\n',
  );
  assert.deepEqual(
    bodies(result, 'contract-signed').map((body) => body.renewal ?? null),
    ['tacit', null],
  );
  assert.deepEqual(codes(result), ['end_passed', 'no_customer_yet']);
  assert.deepEqual(bodies(result, 'state-observed'), []);
});

test('days are no contract number and no note', async () => {
  const result = await read(
    'Empresa;Contrato até;Nota;Data da nota\nUm;31/12/2026;8;20/03/2026\nDois;30/11/2026;3;12/03/2026\nTrês;30/06/2026;;\n',
  );
  assert.deepEqual(result.report.mapping, {
    Empresa: 'name',
    'Contrato até': 'plannedEnd',
    Nota: 'nps',
    'Data da nota': 'npsDate',
  });
});

test('shortened headers are read in full; a column that only looks like the name is asked about', async () => {
  const short = await read(
    'CLI;SEG;VLR MENS;DT INI;DT FIM;LIC;ULT CONT;CHAM AB;ATRASO\nZeta Eng;Médio;4.500,00;13/02/2025;12/02/2027;25;30/03/2026;1;0\nÔmega;Grande;22.000,00;17/06/2024;16/06/2026;90;12/01/2026;6;18\n',
  );
  assert.deepEqual(short.report.mapping, {
    CLI: 'name',
    SEG: 'segment',
    'VLR MENS': 'monthly',
    'DT INI': 'start',
    'DT FIM': 'plannedEnd',
    LIC: 'seats',
    'ULT CONT': 'lastMeeting',
    'CHAM AB': 'openTickets',
    ATRASO: 'overdueDays',
  });
  const odd = await read('Quem;MRR\nZeta Eng;10,00\nTau Móveis;12,00\nRio Claro;9,00\n');
  assert.deepEqual([odd.report.mapping['Quem'], codes(odd)], ['name', ['ask_confirm_content']]);
  assert.equal(odd.ready, false);
});

test("a colour in the sheet is our team's verdict; sentences under unknown headers are notes", async () => {
  const result = await read(
    'Empresa,Farol,Etapa,Como foi a última conversa\nDelta,Verde,Adoção,Pediram para integrar com o ERP\nOnda,🟡,Onboarding,Diretora nova ainda não conhece o projeto\nRio,Vermelho,Renovação,\n',
  );
  assert.deepEqual(
    bodies(result, 'pulse-taken').map((body) => body.verdict),
    ['green', 'yellow', 'red'],
  );
  assert.equal(result.report.mapping['Como foi a última conversa'], 'notes');
  assert.equal(bodies(result, 'note-written').length, 2);
  assert.equal(bodies(result, 'account-described')[0]?.custom, undefined);
});

test('terms: a range of days, a length in months, the index, how it goes on', async () => {
  const range = await read(
    'Cliente;Vigência;Valor mensal;Prazo\nUm;01/02/2025 a 31/01/2027;R$ 2.100,00;24 meses\nDois;15/03/2025 até 14/09/2026;R$ 980,00;18 meses\n',
  );
  assert.deepEqual(
    bodies(range, 'contract-signed').map((body) => [body.start, body.plannedEnd, body.termMonths]),
    [
      ['2025-02-01', '2027-01-31', 24],
      ['2025-03-15', '2026-09-14', 18],
    ],
  );
  const length = await read(
    'Cliente,Início,Prazo (meses),Fee mensal,Reajuste,Renovação automática\nUm,13/02/2025,24,"R$ 2.100,00",IPCA,Sim\nDois,15/03/2020,12,"R$ 980,00",IGP-M,Não\n',
  );
  assert.deepEqual(
    bodies(length, 'contract-signed').map((body) => [body.plannedEnd, body.renewal, body.index]),
    [
      ['2027-02-12', 'auto', 'IPCA'],
      [null, 'manual', 'IGP-M'],
    ],
  );
  assert.deepEqual(codes(length), ['term_passed']);
  const pay = await read('Cliente;Prazo\nUm;30\nDois;15\n');
  assert.equal(pay.report.mapping['Prazo'], 'custom.prazo');
});

test('hours contracted and used belong to a month that is over; without the month they are named, not read', async () => {
  const told = await read(
    'Cliente;Horas contratadas;Horas utilizadas;Mês\nUm;40;44;03/2026\nDois;20;7,5;03/2026\nTrês;10;2;04/2026\n',
  );
  assert.deepEqual(bodies(told, 'consumption-reported'), [
    { what: 'horas', from: '2026-03-01', to: '2026-03-31', contracted: 40, used: 44 },
    { what: 'horas', from: '2026-03-01', to: '2026-03-31', contracted: 20, used: 7.5 },
  ]);
  assert.deepEqual(codes(told), ['date_future']);
  const open = await read('Cliente;Horas contratadas;Horas utilizadas\nUm;40;44\n');
  assert.deepEqual([bodies(open, 'consumption-reported').length, codes(open)], [0, ['month_missing']]);
});

test('two lines of titles, an aside that changes the meaning, a person beside the company', async () => {
  const two = await read(
    'Cliente;Contrato;;Financeiro;\n;Início;Fim;Mensal;Em atraso\nAlfa;13/01/2025;12/01/2027;R$ 1.000,00;0\nBeta;20/05/2025;19/05/2026;R$ 2.500,00;R$ 2.500,00\n',
  );
  assert.deepEqual(Object.values(two.report.mapping), [
    'name',
    'start',
    'plannedEnd',
    'monthly',
    'overdueAmount',
  ]);
  const aside = await read('Empresa;Licenças ativas;Tickets abertos (críticos)\nAlfa;47;0\nBeta;2;1\n');
  assert.deepEqual(Object.values(aside.report.mapping), ['name', 'activeUsers', 'criticalTickets']);
  const people = await read(
    'Nome;Empresa;Cargo\nMarina Luz;Clínica Olhar;Diretora\nRui Sá;Clínica Olhar;Analista\n',
  );
  assert.deepEqual([people.report.table, people.report.mapping['Nome']], ['contacts', 'contactName']);
});

const previous = (stopped: 'paused' | 'ended' | null): PreviousRow => ({
  contracts: [{ contract: 'main', signed: lines, current: lines, signedOn: today('2025-01-20'), stopped }],
  seats: null,
  answers: [],
});
const lines = [{ product: null, cents: 10_000, currency: 'BRL', seats: null, recurring: true, months: 1 }];

test('a customer called active again goes on; one that was active stays as it was', async () => {
  const sheet = (word: string) =>
    read(`Cliente;Situação;Início;Vencimento;Mensalidade\nUm;${word};20/01/2025;19/01/2027;100,00\n`);
  const left = async (word: string, stopped: 'paused' | 'ended' | null) => {
    const [row] = (await sheet(word)).rows;
    assert.ok(row);
    return diffRow(previous(stopped), row, today()).facts.map((fact) => fact.type);
  };
  assert.ok(!(await left('Ativo', null)).includes('contract-resumed'));
  assert.ok((await left('Ativo', 'paused')).includes('contract-resumed'));
  assert.ok((await left('Ativo', 'ended')).includes('contract-renewed'));
  assert.ok((await left('Suspenso', null)).includes('contract-paused'));
  assert.ok(!(await left('Suspenso', 'paused')).includes('contract-paused'));
});
