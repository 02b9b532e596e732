// Which rows of a table are data: blank rows, totals, exact repeats and rows that cannot be trusted are told apart
// before any meaning is read.
import { nameKey } from './cell-words.ts';
import { isCnpj } from './cell-tax-id.ts';
import { textOf } from './cell.ts';
import { readDate } from './cell-date.ts';
import type { RowProblem } from './read-row.ts';
import type { TableRow } from './table.ts';

export type SortedRows = {
  readonly data: readonly TableRow[];
  /** What each of the data rows says, as one text: equal rows have equal ones. */
  readonly contents: readonly string[];
  readonly blank: number;
  readonly total: number;
  readonly duplicates: number;
  /** Rows refused as they stand. */
  readonly refused: readonly RowProblem[];
  /** Said, not refused. */
  readonly notes: readonly RowProblem[];
};

const totals = new Set([
  'total',
  'totais',
  'total geral',
  'subtotal',
  'sub total',
  'grand total',
  'soma',
  'somatorio',
  'sum',
  'media',
  'average',
  'total mensal',
  'total clientes',
  'total de clientes',
  'totals',
]);

/** `Subtotal Simples`, `Total parcial`; a company may well be called Total. */
const partial = /^(?:sub ?total\b|total (?:parcial|geral|mensal|anual|de|do|da|dos|das)\b)/;
const company = / (?:ltda|s a|sa|me|epp|eireli)$/;

/** True for a word that stands for a sum where names stand. */
export function isSum(text: string): boolean {
  const name = nameKey(text);
  return totals.has(name) || (partial.test(name) && !company.test(name));
}

/**
 * Sorts the rows under a header of `width` columns. `repeats`: two equal rows are two records (answers of people whom
 * nothing tells apart), not one told twice.
 */
export function sortRows(rows: readonly TableRow[], width: number, repeats = false): SortedRows {
  const seen = new Set<string>();
  const data: TableRow[] = [];
  const contents: string[] = [];
  const refused: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const count = { blank: 0, total: 0, duplicates: 0 };
  for (const row of rows) {
    const problem = (code: RowProblem['code'], value: string | null = null): RowProblem => ({
      row: row.row,
      column: null,
      code,
      value,
    });
    const texts = row.cells.map((cell) => textOf(cell));
    const content = contentKey(texts, width);
    if (row.fault) refused.push(problem(row.fault, textOf(row.cells.join(' ')).slice(0, 80)));
    else if (texts.every((text) => text === '')) count.blank += 1;
    else if (isTotal(texts)) count.total += 1;
    else if (!repeats && seen.has(content)) count.duplicates += 1;
    else {
      seen.add(content);
      data.push(row);
      contents.push(content);
      for (const repair of row.repairs) notes.push(problem(repair));
      if (row.cells.length < width && row.cells.length > 0 && width > 1) notes.push(problem('cells_missing'));
      const over = texts.slice(width).filter((text) => text !== '');
      if (over.length > 0) notes.push(problem('cells_too_many', over.join(' ').slice(0, 80)));
    }
  }
  return { data, contents, refused, notes, ...count };
}

/** A word for a sum where names stand, and nothing that belongs to one customer. */
function isTotal(cells: readonly string[]): boolean {
  const texts = cells.filter((text) => text !== '');
  const label = texts.findIndex((text) => /\p{L}/u.test(text));
  if (label < 0 || label > 1 || !isSum(texts[label] ?? '')) return false;
  const rest = texts.filter((_, at) => at !== label);
  if (rest.some((text) => isCnpj(text.toUpperCase().replace(/[./-]/g, '')))) return false;
  return (
    !rest.some((text) => /\d[/-]\d/.test(text) && readDate(text, 'dmy').kind === 'value') &&
    !rest.some((text) => /^[\p{L} .'-]{4,}$/u.test(text))
  );
}

/** Stands in no text of a cell. */
export const between = '\u0001';

/** All cells as they read; cells missing at the end are empty cells. */
function contentKey(cells: readonly string[], width: number): string {
  const texts = [...cells];
  while (texts.length < width) texts.push('');
  while (texts.length > width && texts.at(-1) === '') texts.pop();
  return texts.join(between);
}
