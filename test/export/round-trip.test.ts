// A base goes out as sheets and comes back into an empty base: the same facts, by type, body and day, of everything that
// came by import on the day of the files.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exportCsv, exportWorkbook, readBack, type OutTable, type Style } from '#actions/export-base.ts';
import { importFiles } from '#actions/import-files.ts';
import { bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { toldFacts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

const today = '2026-04-15';
let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const csv = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The tables of a workspace as text. */
async function exported(workspace: string, style: Style): Promise<Map<OutTable, string>> {
  const tables = new Map<OutTable, string>();
  const by = session(base.store, workspace, today);
  await exportCsv(by, readBack, style, async (table, piece) => {
    tables.set(table, (tables.get(table) ?? '') + piece);
  });
  return tables;
}

/** Brings exported tables, in their order, into a workspace of its own. */
async function broughtBack(tables: ReadonlyMap<OutTable, string>): Promise<string> {
  const workspace = await freshWorkspace(base.store);
  for (const table of readBack) {
    const text = tables.get(table);
    if (text === undefined) continue;
    const by = session(base.store, workspace, today);
    const source = { path: `${table}.csv`, bytes: once(Buffer.from(text)), today, map: null };
    const report = await importFiles(by, [source], { dryRun: false });
    const [file] = report.files;
    assert.equal(file?.table, table);
    assert.deepEqual([file.refused, file.duplicates], [0, 0], JSON.stringify(file.problems.slice(0, 5)));
  }
  return workspace;
}

/** The same as one workbook. */
async function bookBack(from: string, style: Style): Promise<string> {
  const { bytes } = await exportWorkbook(session(base.store, from, today), style);
  const workspace = await freshWorkspace(base.store);
  const source = { path: 'perene.xlsx', bytes: once(bytes), today, map: null };
  const report = await importFiles(session(base.store, workspace, today), [source], { dryRun: false });
  for (const file of report.files)
    assert.deepEqual([file.refused, file.duplicates], [0, 0], JSON.stringify(file.problems.slice(0, 5)));
  return workspace;
}

async function same(workspace: string): Promise<void> {
  const told = await toldFacts(base.store, workspace);
  assert.ok(told.length > 0);
  for (const style of ['br', 'iso'] as const) {
    const tables = await exported(workspace, style);
    assert.deepEqual(await toldFacts(base.store, await broughtBack(tables)), told, style);
    assert.deepEqual(
      await toldFacts(base.store, await bookBack(workspace, style)),
      told,
      `${style} workbook`,
    );
  }
}

test('a customer sheet as firms keep it', async () => {
  const workspace = await freshWorkspace(base.store);
  await bring(session(base.store, workspace, today), sheetBytes(sample(60, 'export').rows));
  await same(workspace);
});

test('every table: contacts, contracts, tickets, answers, messages', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = () => session(base.store, workspace, today);
  await bring(by(), sheetBytes(sample(20, 'all').rows));
  const names = sample(20, 'all').rows.map(({ Cliente }) => Cliente);
  await bring(
    by(),
    csv([
      'Cliente;Nome do contato;E-mail;Telefone;Cargo;Departamento;Usuário-chave',
      `${names[0]};Ana Prado;ana@prado.com.br;(11) 98888-7777;Diretora;Compras;sim`,
      `${names[0]};João Reis;;;Analista;;não`,
      `${names[1]};=HYPERLINK("x");maria@barro.com.br;+55 11 91234-5678;Champion;@ti;`,
    ]),
    'contatos.csv',
  );
  await bring(
    by(),
    csv([
      'Cliente;Contrato;Produto;Início;Vencimento;Valor mensal;Licenças',
      `${names[2]};C-1;Plano Ouro;15/01/2026;14/01/2027;1.234,56;10`,
      `${names[2]};C-2;Plano Prata;20/02/2026;;900,00;`,
      `${names[3]};C-3;;13/03/2025;20/02/2026;500,00;3`,
    ]),
    'contratos.csv',
  );
  await bring(
    by(),
    csv([
      'Número do chamado;Cliente;Aberto em;Fechado em;Prioridade;Assunto',
      `77;${names[0]};20/03/2026;22/03/2026;P1;-sum(1) não abre`,
      `78;${names[4]};21/03/2026;;média;Relatório "atrasado"; duas vezes`,
      `79;Empresa que ninguém conhece;25/03/2026;;baixa;Senha`,
    ]),
    'chamados.csv',
  );
  await bring(
    by(),
    csv([
      'Cliente;Nota;Data da resposta;Comentário;Pesquisa',
      `${names[5]};9;20/03/2026;Ótimo;NPS`,
      `${names[5]};7;20/03/2026;+ rápido, por favor;NPS`,
      `${names[6]};4;18/03/2026;;CSAT`,
    ]),
    'respostas.csv',
  );
  await bring(
    by(),
    csv([
      'Cliente;Data da mensagem;Sentido;Canal da mensagem;Nome do contato;Respondida',
      `${names[0]};20/03/2026;Enviada;whatsapp;Ana Prado;sim`,
      `${names[0]};21/03/2026;Recebida;whatsapp;Ana Prado;`,
      `${names[1]};21/03/2026;Recebida;email;+55 21 91234-0000;`,
      `${names[2]};22/03/2026;Enviada;sms;;não`,
    ]),
    'mensagens.csv',
  );
  await same(workspace);
});

test('wide sheet: terms, phases, colours, notes, own fields, what looks like a formula', async () => {
  const workspace = await freshWorkspace(base.store);
  await bring(
    session(base.store, workspace, today),
    csv([
      'Código;Empresa;CNPJ;Porte;Ramo;Grupo econômico;Canal;Etiquetas;Site;E-mail;Contato;Telefone;Fase;Farol;Início;Vencimento;Cancelado em;Motivo;Situação;Prazo em meses;Renovação automática;Índice de reajuste;Valor anual;Valor em atraso;Dias em atraso;Chamados críticos;Próxima ação;Observações;Histórico do cliente;Índice interno;Código de fora',
      'A1;Aurora;11.222.333/0001-81;PME;Saúde;Grupo Sol;Indicação;vip, piloto;aurora.com.br;;;;Adoção;verde;15/01/2025;14/01/2027;;;Ativo;24;sim;IPCA;12.000,00;0,00;0;0;Ligar para a Ana na sexta;=1+1 é dois, dizem eles aqui;Começou em 2020 com outro time;1,5;0012',
      'A2;Bruma;;Enterprise;Varejo;;;;;bia@bruma.com.br;Bia Lopes;+55 11 95555-4444;Expansão;amarelo;20/02/2024;;13/03/2026;preço;Cancelado;;;;24.000,00;1.500,50;12;1;;;Veio do evento do ano passado;-2;0013',
      'A3;-Hífen Ltda;;Médio;Indústria;;Site;;;;;;Ativação;vermelho;18/03/2026;17/03/2027;;;Pausado;;não;;6.000,00;;;;;@todos precisam saber disto;Nada ainda para contar dele;1234,567;0014',
    ]),
  );
  await same(workspace);
});
