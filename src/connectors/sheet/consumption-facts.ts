// What of a service was contracted and used in a month ("Horas contratadas", "Horas utilizadas", "Mês"). Without the
// month nothing is read: half a month of hours is not half of the hours.
import { formatDay } from '#base/day.ts';
import { lastOfMonth } from './cell-date.ts';
import { headerWords } from './header.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { type Add, problemAt, type RowContext } from './row-context.ts';

/** Words of a header that say what is counted. */
const things: Readonly<Record<string, string>> = {
  hora: 'horas',
  hour: 'horas',
  post: 'posts',
  demanda: 'demandas',
  entrega: 'entregas',
  chamado: 'chamados',
};

/** The month's consumption of a row, when its month is told and over. */
export function consumptionFacts(
  row: RowValues,
  context: RowContext,
  add: Add,
  problems: RowProblem[],
): void {
  const contracted = row.number('contracted');
  const used = row.number('used');
  if (contracted === null && used === null) return;
  const field = used === null ? 'contracted' : 'used';
  const month = row.day('consumedIn');
  if (month === null) {
    problems.push(problemAt(row, field, 'month_missing', context, null));
    return;
  }
  const to = lastOfMonth(month);
  if (to > context.today) {
    problems.push(problemAt(row, 'consumedIn', 'date_future', context, formatDay(to)));
    return;
  }
  const header = context.columns.find((column) => column.field === field)?.header ?? '';
  const what = headerWords(header).flatMap((word) => things[word] ?? [])[0] ?? 'contratado';
  const from = `${formatDay(month).slice(0, 7)}-01`;
  add(
    `consumption:${what}:${from}`,
    'consumption-reported',
    { what, from, to: formatDay(to), contracted, used },
    { on: to, dated: true },
  );
}
