// Codes of an import → sentences for people, in Portuguese and English. Codes are stable; the sentences are not.
import type { FileFault } from './table.ts';

/** Language of the sentences in a report. */
export type SheetLocale = 'pt-BR' | 'en';
export type Both = readonly [pt: string, en: string];
export const pick = ([pt, en]: Both, locale: SheetLocale): string => (locale === 'en' ? en : pt);

const fileFaults: Readonly<Record<FileFault, Both>> = {
  empty_file: ['O arquivo está vazio.', 'The file is empty.'],
  no_table: [
    'Não há uma tabela neste arquivo: falta uma linha de títulos com dados abaixo.',
    'There is no table in this file: a line of titles with data below is missing.',
  ],
  zip_content: [
    'Isto é um arquivo compactado. Extraia a planilha e envie o XLSX ou o CSV.',
    'This is a compressed archive. Extract the sheet and send the XLSX or the CSV.',
  ],
  xls_content: [
    'Isto é uma planilha .xls antiga. Abra no Excel e salve como XLSX ou CSV.',
    'This is an old .xls workbook. Open it in Excel and save it as XLSX or CSV.',
  ],
  xlsb_content: [
    'Isto é uma planilha XLSB (binária). Abra no Excel e salve como XLSX ou CSV.',
    'This is an XLSB (binary) workbook. Open it in Excel and save it as XLSX or CSV.',
  ],
  ods_content: [
    'Isto é uma planilha ODS (LibreOffice). Abra e salve como XLSX ou CSV.',
    'This is an ODS workbook (LibreOffice). Open it and save it as XLSX or CSV.',
  ],
  numbers_content: [
    'Isto é uma planilha do Numbers. Exporte-a como Excel (XLSX) ou CSV.',
    'This is a Numbers sheet. Export it as Excel (XLSX) or CSV.',
  ],
  document_content: [
    'Isto é um documento, não uma planilha. Passe a tabela para uma planilha e salve como XLSX ou CSV.',
    'This is a document, not a sheet. Bring its table into a spreadsheet and save it as XLSX or CSV.',
  ],
  password_protected: [
    'O arquivo está protegido por senha. Abra, tire a senha e salve de novo.',
    'The file is protected by a password. Open it, take the password off and save it again.',
  ],
  pdf_content: [
    'Isto é um PDF. Exporte a planilha como XLSX ou CSV.',
    'This is a PDF. Export the sheet as XLSX or CSV.',
  ],
  html_content: [
    'Isto é uma página da internet (HTML). Abra no Excel e salve como XLSX ou CSV.',
    'This is a web page (HTML). Open it in Excel and save it as XLSX or CSV.',
  ],
  xml_content: [
    'Isto é um arquivo XML. Abra no Excel e salve como XLSX ou CSV.',
    'This is an XML file. Open it in Excel and save it as XLSX or CSV.',
  ],
  json_content: [
    'Isto é um JSON. Exporte a tabela como XLSX ou CSV, ou envie os fatos pela API.',
    'This is JSON. Export the table as XLSX or CSV, or send the facts by the API.',
  ],
  image_content: [
    'Isto é uma imagem. Envie a planilha de onde ela veio, em XLSX ou CSV.',
    'This is an image. Send the sheet it was taken from, as XLSX or CSV.',
  ],
  binary_content: [
    'Não reconheço este tipo de arquivo. Exporte a planilha como XLSX ou CSV.',
    'I do not know this kind of file. Export the sheet as XLSX or CSV.',
  ],
  zip_broken: [
    'O arquivo está incompleto ou danificado. Baixe ou salve a planilha de novo e tente outra vez.',
    'The file is incomplete or damaged. Download or save the sheet again and try once more.',
  ],
  zip_bomb: [
    'O arquivo se expande para um tamanho que nenhuma planilha tem e não foi aberto. Salve só a tabela, como XLSX ou CSV.',
    'The file unpacks to a size that no sheet has and was not opened. Save only the table, as XLSX or CSV.',
  ],
  zip_unsafe: [
    'O arquivo foi montado de um jeito que nenhuma planilha usa e não foi aberto. Salve-o de novo no Excel ou no Google Planilhas.',
    'The file is put together as no sheet is and was not opened. Save it again in Excel or Google Sheets.',
  ],
  xlsx_broken: [
    'A planilha XLSX está danificada por dentro. Abra no Excel ou no Google Planilhas e salve de novo.',
    'The XLSX workbook is damaged inside. Open it in Excel or Google Sheets and save it again.',
  ],
  xml_refused: [
    'A planilha XLSX tem por dentro o que nenhum programa de planilhas escreve e não foi lida. Abra no Excel e salve de novo.',
    'The XLSX workbook holds what no spreadsheet program writes and was not read. Open it in Excel and save it again.',
  ],
  hidden_sheet: [
    'Aba oculta: não foi lida. Para importá-la, mostre a aba e salve de novo.',
    'Hidden sheet: not read. To import it, unhide it and save again.',
  ],
  no_table_sheet: ['Aba sem tabela: ficou de fora.', 'Sheet without a table: left out.'],
  ignored_sheet: ['O --map deixa esta aba de fora.', '--map leaves this sheet out.'],
  empty_sheet: ['Aba vazia: ficou de fora.', 'Empty sheet: left out.'],
  too_large: [
    'O arquivo é grande demais para ser lido de uma vez. Divida-o, salve só a tabela como CSV, ou traga-o pela linha de comando.',
    'The file is too large to be read at once. Split it, save only the table as CSV, or bring it by the command line.',
  ],
  too_slow: [
    'Ler este arquivo levou tempo demais e a leitura parou. Salve só a tabela, como XLSX ou CSV.',
    'Reading this file took too long and was stopped. Save only the table, as XLSX or CSV.',
  ],
  too_many_sheets: [
    'A planilha tem abas demais. Deixe só as que interessam e salve de novo.',
    'The workbook has too many sheets. Keep those that matter and save it again.',
  ],
  too_many_rows: [
    'O arquivo tem linhas demais para uma importação. Divida-o e envie as partes.',
    'The file has too many rows for one import. Split it and send the parts.',
  ],
  too_many_columns: [
    'O arquivo tem colunas demais para uma tabela. Deixe só as que interessam e salve de novo.',
    'The file has too many columns for a table. Keep those that matter and save it again.',
  ],
  two_conversations: [
    'Há duas conversas neste arquivo, uma depois da outra. Separe-as em dois arquivos e importe cada um.',
    'This file holds two conversations, one after the other. Part them into two files and import each.',
  ],
  too_broken: [
    'Há aspas que abrem e não fecham em muitas linhas. Salve a planilha de novo como CSV e importe outra vez.',
    'Many lines have quotes that open and never close. Save the sheet as CSV again and import it once more.',
  ],
};

/** The whole of a table whose rows were all left out, each for a reason of its own. */
export const noRow: Both = [
  'Nenhuma linha pôde ser lida; a lista diz por quê.',
  'No row could be read; the list says why.',
];

/** Why a file, or one sheet of it, holds no table. */
export function fileMessage(code: FileFault, locale: SheetLocale, sheet: string | null = null): string {
  const why = pick(fileFaults[code], locale);
  return sheet === null ? why : `“${sheet}”: ${why}`;
}

export function unknownHeaderMessage(header: string, locale: SheetLocale): string {
  return pick(
    [
      `O --map fala da coluna "${header}", que não existe neste arquivo. Confira o título.`,
      `--map speaks of the column "${header}", which is not in this file. Check the title.`,
    ],
    locale,
  );
}
