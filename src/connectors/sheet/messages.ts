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
  xlsx_content: [
    'Isto é uma planilha XLSX com outro nome. Abra no Excel ou no Google Planilhas e salve como CSV.',
    'This is an XLSX workbook under another name. Open it in Excel or Google Sheets and save it as CSV.',
  ],
  zip_content: [
    'Isto é um arquivo ZIP. Extraia a planilha e envie o CSV.',
    'This is a ZIP file. Extract the sheet and send the CSV.',
  ],
  xls_content: [
    'Isto é uma planilha XLS antiga. Abra no Excel e salve como CSV.',
    'This is an old XLS workbook. Open it in Excel and save it as CSV.',
  ],
  pdf_content: ['Isto é um PDF. Exporte a planilha como CSV.', 'This is a PDF. Export the sheet as CSV.'],
  html_content: [
    'Isto é uma página da internet (HTML). Abra no Excel e salve como CSV.',
    'This is a web page (HTML). Open it in Excel and save it as CSV.',
  ],
  binary_content: [
    'Isto não é um arquivo de texto. Exporte a planilha como CSV.',
    'This is not a text file. Export the sheet as CSV.',
  ],
  too_many_rows: [
    'O arquivo tem linhas demais para uma importação. Divida-o e envie as partes.',
    'The file has too many rows for one import. Split it and send the parts.',
  ],
  too_large: [
    'O arquivo passa de 64 MB, o limite de uma planilha que não é de uso. Divida-o, ou traga-o pela linha de comando.',
    'The file is larger than 64 MB, the limit of a sheet that is not of usage. Split it, or bring it by the command line.',
  ],
  too_many_columns: [
    'O arquivo tem colunas demais para uma tabela. Deixe só as que interessam e salve de novo como CSV.',
    'The file has too many columns for a table. Keep those that matter and save it as CSV again.',
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

export function fileMessage(code: FileFault, locale: SheetLocale): string {
  return pick(fileFaults[code], locale);
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
