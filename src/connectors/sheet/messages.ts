// Codes of an import → sentences in Portuguese for people. Codes are stable; the sentences are not.
import type { TableName } from './fields.ts';
import type { Ask } from './infer.ts';
import type { RowProblem } from './read-row.ts';
import type { FileFault } from './table.ts';

const fileFaults: Readonly<Record<FileFault, string>> = {
  empty_file: 'O arquivo está vazio. Nada foi gravado.',
  no_table: 'Não há uma tabela neste arquivo: falta uma linha de títulos com dados abaixo. Nada foi gravado.',
  xlsx_content:
    'Isto é uma planilha XLSX com outro nome. Abra no Excel ou no Google Planilhas e salve como CSV.',
  zip_content: 'Isto é um arquivo ZIP. Extraia a planilha e envie o CSV.',
  xls_content: 'Isto é uma planilha XLS antiga. Abra no Excel e salve como CSV.',
  pdf_content: 'Isto é um PDF. Exporte a planilha como CSV.',
  html_content: 'Isto é uma página da internet (HTML). Abra no Excel e salve como CSV.',
  binary_content: 'Isto não é um arquivo de texto. Exporte a planilha como CSV.',
  too_many_rows: 'O arquivo tem linhas demais para uma importação. Divida-o e envie as partes.',
  too_many_columns:
    'O arquivo tem colunas demais para uma tabela. Deixe só as que interessam e salve de novo como CSV.',
  too_broken:
    'Há aspas que abrem e não fecham em muitas linhas. Salve a planilha de novo como CSV e importe outra vez.',
};

export function fileMessage(code: FileFault): string {
  return fileFaults[code];
}

const rowMessages: Readonly<Record<RowProblem['code'], string>> = {
  date_unreadable: 'Não é uma data. A célula ficou vazia.',
  date_impossible: 'Esta data não existe. A célula ficou vazia.',
  date_ambiguous: 'Pode ser dia/mês ou mês/dia, e a coluna não decide. A célula ficou vazia.',
  date_future: 'Esta data ainda não chegou. A célula ficou vazia.',
  date_missing: 'Falta a data. A linha ficou fora.',
  money_unreadable: 'Não é um valor em dinheiro. A linha ficou fora.',
  money_ambiguous:
    "Pode ser milhar ou decimal, e a coluna não decide; diga no --map: { decimal: ',' } ou { decimal: '.' }. A linha ficou fora.",
  money_negative: 'O valor é negativo. A linha ficou fora.',
  number_unreadable: 'Não é um número. A célula ficou vazia.',
  number_ambiguous: 'Pode ser milhar ou decimal, e a coluna não decide. A célula ficou vazia.',
  count_unreadable: 'Não é uma quantidade inteira. A célula ficou vazia.',
  score_out_of_range: 'A nota não é um número inteiro de 0 a 10. A célula ficou vazia.',
  percent_unreadable: 'Não é uma porcentagem. A célula ficou vazia.',
  tax_id_check_digits: 'O dígito do CNPJ não confere. A célula ficou vazia.',
  tax_id_unreadable: 'Não é um CNPJ. A célula ficou vazia.',
  tax_id_personal: 'É o CPF de uma pessoa, um dado pessoal. Não foi gravado.',
  email_unreadable: 'Não é um endereço válido. A célula ficou vazia.',
  option_unknown: 'Não conheço este valor para esta coluna. A célula ficou vazia.',
  text_too_long: 'O texto é longo demais para esta coluna. A célula ficou vazia.',
  formula_error: 'A fórmula da planilha deu erro. A célula ficou vazia.',
  custom_type: 'Este campo foi declarado com outro tipo de valor. A célula ficou vazia.',
  key_missing: 'Falta o nome, o CNPJ ou o código do cliente. A linha ficou fora.',
  key_ambiguous: 'Dois clientes diferentes têm este nome; falta o CNPJ ou o código. A linha ficou fora.',
  key_twice: 'Este cliente já está em outra linha, com outro conteúdo. A linha ficou fora; a primeira vale.',
  record_twice:
    'Este registro já está em outra linha, com outro conteúdo. A linha ficou fora; a primeira vale.',
  other_contract: 'Este cliente já está em outra linha. Esta foi lida como mais um contrato dele.',
  end_before_start: 'O fim vem antes do início. A data ficou vazia.',
  end_passed:
    'O vencimento já passou e a situação diz que o cliente está ativo: foi lido como em vigor, sem prazo. Confira o vencimento.',
  term_passed: 'O prazo contado desde o início já passou. O fim ficou vazio; informe o vencimento.',
  month_missing:
    'Falta o mês em que isto foi contratado e usado. Não foi lido; acrescente uma coluna com o mês.',
  no_customer_yet:
    'A situação diz que ainda não é cliente. A linha entrou sem contrato e sem valor; tire-a da planilha se não for cliente.',
  end_day_unknown:
    'Já encerrou e não tem data de saída. Vale o dia ao lado; informe a data para acertar os meses passados.',
  quote_not_closed: 'Há aspas que abrem nesta linha e não fecham. A linha ficou fora.',
  line_too_long: 'A linha é longa demais para ser de uma planilha. Ficou fora.',
  nul_bytes: 'Havia caracteres inválidos (NUL). Foram retirados.',
  bad_encoding: 'Há letras que não puderam ser lidas. Salve o arquivo como UTF-8.',
  cells_missing: 'A linha acaba antes da última coluna. O que falta ficou vazio.',
  cells_too_many: 'Há valores depois da última coluna. Não foram lidos.',
  row_shifted:
    'Há mais valores que colunas, e eles não cabem nos seus lugares: falta aspas em algum texto. A linha ficou fora.',
  fact_invalid: 'A linha tem um valor que não pode ser gravado. Ficou fora.',
};

/** Money that is no contract's (an overdue amount) empties its cell, it does not refuse the row. */
export function rowMessage(problem: RowProblem, refused: boolean): string {
  const base = rowMessages[problem.code];
  const text = refused
    ? base.replace('A célula ficou vazia.', 'A linha ficou fora.')
    : base.replace('A linha ficou fora.', 'A célula ficou vazia.');
  return problem.other === undefined ? text : `${text} Veja a linha ${problem.other}.`;
}

export function askMessage(ask: Ask): string {
  const at = ask.column === null ? '' : `"${ask.column}"`;
  const write = (field: string): string => `${at}: ${field}`;
  switch (ask.code) {
    case 'which_end':
      return `A coluna ${at} é o fim previsto ou a saída que aconteceu? Diga no --map: ${write('plannedEnd')} ou ${write('actualEnd')}.`;
    case 'which_period':
      return `O valor em ${at} é por mês, por ano ou de uma vez só (projeto)? Diga no --map: ${write('monthly')}, ${write('annual')} ou ${write('oneOff')}.`;
    case 'date_order':
      return `Em ${at}, 03/04 é 3 de abril ou 4 de março? Nenhum dia passa de 12. Diga no --map: { date: dd/mm/yyyy } ou { date: mm/dd/yyyy }.`;
    case 'decimal_mark':
      return `Em ${at}, o decimal é vírgula ou ponto? Diga no --map: { decimal: ',' } ou { decimal: '.' }.`;
    case 'two_columns':
      return `Duas colunas têm o título ${at} e conteúdos diferentes. Mude um dos títulos ou diga no --map qual vale.`;
    case 'confirm_content':
      return `A coluna ${at} não tem título que eu conheça; pelo conteúdo parece ${ask.options[0] ?? ''}. Confirme no --map: ${write(ask.options[0] ?? '')} ou ${write('ignore')}.`;
    case 'no_key':
      return 'Nenhuma coluna tem o nome, o CNPJ ou o código do cliente. Diga no --map qual é.';
  }
}

const tableWords: Readonly<Record<TableName, string>> = {
  accounts: 'clientes',
  contacts: 'contatos',
  subscriptions: 'contratos',
  usage: 'uso por período',
  tickets: 'chamados',
  answers: 'respostas de pesquisa',
  invoices: 'faturas',
  meetings: 'reuniões',
  churn: 'saídas de clientes',
  movements: 'movimentos de MRR',
};

/** A table that is known and not read from a file: what can be done with it. */
export function tableMessage(table: TableName): string {
  return (
    `Este arquivo é uma tabela de ${tableWords[table]}. Por arquivo entram clientes, contatos, contratos, chamados e respostas de pesquisa; ` +
    `envie ${tableWords[table]} pela API (POST /api/v1/facts). Se a tabela for outra, diga no --map: table. Nada deste arquivo foi gravado.`
  );
}

export function unknownHeaderMessage(header: string): string {
  return `O --map fala da coluna "${header}", que não existe neste arquivo. Confira o título.`;
}
