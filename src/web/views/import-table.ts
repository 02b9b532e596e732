// One table of an import as it is drawn: open problems, columns that align right, and a change seen before the answer.
import type { DraftColumn, DraftProblem, DraftTable, TableChange } from '#contract/drafts.ts';

/** Fields of no table: kept under its own header, or not read at all. */
export const freeFields = ['custom', 'ignore'] as const;

/** Choices of a column: the table's fields, the free ones, and what it holds now if that is neither. */
export function fieldChoices(table: Pick<DraftTable, 'fields'>, now: string): readonly string[] {
  return [...new Set([...table.fields, ...(freeFields.some((free) => free === now) ? [] : [now])])].filter(
    (field) => !freeFields.some((free) => free === field),
  );
}

const rowsOf = (problems: readonly DraftProblem[]): number => new Set(problems.map(({ row }) => row)).size;

/** Rows that the list of problems names. */
export const listedRows = (table: Pick<DraftTable, 'problemList'>): number => rowsOf(table.problemList);

/** Rows still to look at. The list is whole up to its limit; past that the count is the server's. */
export function openProblems(table: Pick<DraftTable, 'problems' | 'problemList'>): number {
  if (table.problems > listedRows(table)) return table.problems;
  return rowsOf(table.problemList.filter((problem) => problem.fixed === null));
}

/** Columns that wait for a person, in order. */
export const columnsIn = (table: DraftTable, state: DraftColumn['state']): readonly DraftColumn[] =>
  table.columnList.filter((column) => column.state === state);

/** The header of the column that the first open question is about; null when none is. */
export const askedColumn = (table: DraftTable): string | null =>
  table.asks.find((ask) => ask.answer === null && ask.column !== null)?.column ?? null;

const figure = /^[−-]?(R\$|US\$|€|\$)?\s?[−-]?\d[\d.,\s]*%?$/;
const day = /^\d{1,2}\/\d{1,2}(\/\d{2,4})?$/;

/** True when all that a column shows are figures or days, so that it reads better at the right. */
export function alignsRight(values: readonly (string | null)[]): boolean {
  const filled = values.filter((value): value is string => value !== null && value !== '');
  return filled.length > 0 && filled.every((value) => figure.test(value.trim()) || day.test(value.trim()));
}

/** How a problem can be settled without typing: its row stays out, or comes in without the cell. */
export const withoutIt = (problem: DraftProblem): 'row' | 'cell' =>
  problem.refused && problem.value === null ? 'row' : 'cell';

/** The table as it will stand, so that a choice is seen at once; counts come with the answer. */
export function withChange(table: DraftTable, change: TableChange): DraftTable {
  return {
    ...table,
    ...(change.included === undefined ? {} : { included: change.included }),
    ...(change.kind === undefined ? {} : { kind: change.kind }),
    columnList: table.columnList.map((column) => {
      const field = change.columns?.[column.header];
      if (field === undefined) return column;
      return { ...column, field, state: field === 'ignore' ? 'left_out' : 'sure' };
    }),
    asks: table.asks.map((ask) => {
      const answer = change.asks?.[ask.id];
      return answer === undefined ? ask : { ...ask, answer };
    }),
    problemList: table.problemList.map((problem) => {
      const fix = change.fixes?.find((item) => item.row === problem.row && item.column === problem.column);
      return fix === undefined ? problem : { ...problem, fixed: fix.value };
    }),
  };
}
