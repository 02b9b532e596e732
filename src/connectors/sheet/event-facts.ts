// Rows of single events (who did what, when) → usage tracked. Without an id of its own an event is known by its moment.
import { formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, problemAt, type RowContext, type RowOutcome } from './row-context.ts';

/** An event without a name of its own: the customer was there. */
const unnamed = 'activity';
/** Bounds of a value, so that sums of a day stay whole. */
const largest = 1e8;

/** Facts of one event, or why its row is refused. */
export function eventFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
): RowOutcome | { readonly refused: RowProblem } {
  const day = row.day('at');
  if (day === null) return { refused: problemAt(row, 'at', 'date_missing', context, null) };
  if (day > context.today) return { refused: problemAt(row, 'at', 'date_future', context, formatDay(day)) };
  const [user, session] = [row.text('user'), row.text('session')];
  const [value, minutes] = [row.number('value'), row.number('minutes')];
  const event = row.text('event') ?? unnamed;
  const department = row.text('department');
  const id = row.text('eventId') ?? [row.shown('at'), event, user ?? '', value ?? ''].join(' ');
  const { add, facts } = collector(keys, context);
  add(
    `event:${id.slice(0, 160)}`,
    'usage-tracked',
    {
      event,
      ...(user === null ? {} : { user }),
      ...(value === null || Math.abs(value) > largest ? {} : { value }),
      ...(session === null ? {} : { session }),
      ...(department === null ? {} : { department }),
      ...(minutes === null || minutes < 0 || minutes > 1e6 ? {} : { minutes }),
    },
    { on: day, dated: true },
  );
  return { facts: { row: row.row, keys, name: row.text('name'), facts, people: [] }, problems: [] };
}
