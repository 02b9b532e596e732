// Rows of MRR movements → the lines of a customer's contract as they stood after each day of movements. A table of
// changes alone does not tell what was paid before them: that line has no amount until the stored contract gives it.
import { type Day, formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { FactDraft, RowFacts } from './draft.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, currencyOf, problemAt, type RowContext } from './row-context.ts';

type Sort = 'new' | 'up' | 'down' | 'end';
const sorts: Readonly<Record<string, Sort>> = {
  ...each(
    'new',
    'new novo nova new_business new_mrr novo_mrr inicio start signup ativacao reactivation reativacao returning retorno',
  ),
  ...each(
    'up',
    'upgrade expansion expansao upsell up_sell cross_sell crosssell crescimento aumento increase add_on addon reajuste adjustment expansion_mrr',
  ),
  ...each(
    'down',
    'downgrade contraction contracao downsell down_sell reducao reduction decrease desconto contraction_mrr',
  ),
  ...each(
    'end',
    'churn churned cancelamento cancellation canceled cancelled cancelado perda lost saida encerramento churn_mrr',
  ),
};

function each(sort: Sort, list: string): Readonly<Record<string, Sort>> {
  return Object.fromEntries(list.split(' ').map((word) => [word, sort]));
}

export type KeyedRow = { readonly row: RowValues; readonly keys: readonly AccountKey[] };
type Movement = KeyedRow & {
  readonly day: Day;
  readonly sort: Sort;
  readonly cents: number;
  readonly currency: string;
  readonly product: string | null;
};
export type MovementRows = { readonly rows: readonly RowFacts[]; readonly refused: readonly RowProblem[] };

/** The contract that movements change. Which one it is in the store is settled where it is known. */
export const movedContract = 'main';

/** Facts of all rows of a table of movements; each row is in `rows` or refused. The last row of a day carries its facts. */
export function movementFacts(rows: readonly KeyedRow[], context: RowContext): MovementRows {
  const refused: RowProblem[] = [];
  const byAccount = new Map<string, Movement[]>();
  for (const keyed of rows) {
    const read = readMovement(keyed, context);
    if ('refused' in read) refused.push(read.refused);
    else {
      const key = keyed.keys[0]?.key ?? '';
      const list = byAccount.get(key);
      if (list) list.push(read);
      else byAccount.set(key, [read]);
    }
  }
  return { rows: [...byAccount.values()].flatMap((list) => ofAccount(list, context)), refused };
}

function readMovement(keyed: KeyedRow, context: RowContext): Movement | { readonly refused: RowProblem } {
  const { row } = keyed;
  const refuse = (field: string, code: RowProblem['code'], value: string | null = null) => ({
    refused: problemAt(row, field, code, context, value),
  });
  const day = row.day('movedOn');
  if (day === null) return refuse('movedOn', 'date_missing');
  if (day > context.today) return refuse('movedOn', 'date_future', formatDay(day));
  const told = row.text('movement');
  const money = row.money('amount');
  const sort = told === null ? (money ? bySign(money.cents) : null) : (sorts[told] ?? null);
  if (sort === null) return refuse('movement', 'option_unknown', told?.slice(0, 80) ?? null);
  if (!money && sort !== 'end') return refuse('amount', 'money_missing');
  const currency = currencyOf(money?.currency ?? null, 'amount', context);
  const size = money?.cents ?? 0;
  // A column of movements writes a fall with or without its sign; the word decides.
  const cents = sort === 'down' ? -Math.abs(size) : size;
  return { ...keyed, day, sort, cents, currency, product: row.text('product') };
}

function bySign(cents: number): Sort {
  return cents < 0 ? 'down' : 'up';
}

function ofAccount(list: readonly Movement[], context: RowContext): readonly RowFacts[] {
  const days = new Map<Day, Movement[]>();
  for (const one of list) {
    const same = days.get(one.day);
    if (same) same.push(one);
    else days.set(one.day, [one]);
  }
  const carried = new Map<number, readonly FactDraft[]>();
  let held: readonly ContractLine[] | null = null;
  for (const [day, moves] of [...days].toSorted(([a], [b]) => a - b)) {
    const gathered = collector(list[0]?.keys ?? [], context);
    held = afterDay(held ?? [baseLine(moves)], moves);
    tell(day, moves, held, gathered.add);
    carried.set(moves.at(-1)?.row.row ?? 0, gathered.facts);
  }
  return list.map(({ row, keys }) => ({
    row: row.row,
    keys,
    name: row.text('name'),
    facts: carried.get(row.row) ?? [],
    people: [],
  }));
}

/** What was paid before the first movement: nothing where that is the customer's first day, else not known. */
function baseLine(moves: readonly Movement[]): ContractLine {
  const fresh = moves.some((move) => move.sort === 'new');
  const currency = moves[0]?.currency ?? 'BRL';
  return { product: null, cents: fresh ? 0 : null, currency, seats: null, recurring: true, months: 1 };
}

/** Lines after the movements of a day: one line a product and currency, sorted, so that the order of rows is nothing. */
function afterDay(held: readonly ContractLine[], moves: readonly Movement[]): readonly ContractLine[] {
  const lines = new Map(held.map((line, at) => [at === 0 ? '' : keyOf(line), line] as const));
  const [base] = held;
  for (const { sort, cents, currency, product } of moves) {
    if (sort === 'end') continue;
    const key = keyOf({ product, currency });
    const cash = lines.get(key)?.cents ?? 0;
    lines.set(key, {
      product: product ?? 'mrr',
      cents: cash + cents,
      currency,
      seats: null,
      recurring: true,
      months: 1,
    });
  }
  lines.delete('');
  const rest = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return base ? [base, ...rest] : rest;
}

function keyOf({
  product,
  currency,
}: {
  readonly product: string | null;
  readonly currency: string;
}): string {
  return `${product ?? 'mrr'} ${currency}`;
}

function tell(
  day: Day,
  moves: readonly Movement[],
  held: readonly ContractLine[],
  add: ReturnType<typeof collector>['add'],
): void {
  const contract = movedContract;
  const when = { on: day, dated: true };
  const at = formatDay(day);
  const lines = held.filter((line) => line.cents !== 0);
  const changed = moves.some((move) => move.sort === 'up' || move.sort === 'down');
  if (moves.some((move) => move.sort === 'new'))
    add(
      `moved-in:${at}`,
      'contract-signed',
      { contract, lines: [...lines], start: at, plannedEnd: null, renewal: 'open_ended' },
      when,
    );
  else if (changed) add(`moved:${at}`, 'contract-amended', { contract, lines: [...lines] }, when);
  if (moves.some((move) => move.sort === 'end'))
    add(`ended:${contract}:${at}`, 'contract-ended', { contract }, when);
}
