// Two rows of one file that name the same record with other content. Answers are kept apart in an order that does not
// depend on the rows'; anything else is refused by name.
import { contentOf, type FactDraft, type RowFacts } from './draft.ts';
import type { TableName } from './fields.ts';
import type { RowProblem } from './read-row.ts';

/** Rows with records of their own, and the rows refused because an earlier row has their record. */
export function apart(
  rows: readonly RowFacts[],
  table: TableName,
): { readonly rows: readonly RowFacts[]; readonly refused: readonly RowProblem[] } {
  // Movements and messages are gathered by day and customer; answers and meetings of one day are several.
  if (table === 'answers' || table === 'meetings') return { rows: answersApart(rows), refused: [] };
  if (table === 'movements' || table === 'messages') return { rows, refused: [] };
  if (table === 'accounts') return summed(rows);
  const owners = new Map<string, number>();
  const kept: RowFacts[] = [];
  const refused: RowProblem[] = [];
  for (const row of rows) {
    const other = row.facts.map((fact) => owners.get(fact.externalId)).find((found) => found !== undefined);
    if (other !== undefined) {
      refused.push({
        row: row.row,
        column: null,
        code: 'record_twice',
        value: row.facts[0]?.externalId.slice(0, 80) ?? null,
        other,
      });
      continue;
    }
    for (const fact of row.facts) owners.set(fact.externalId, row.row);
    kept.push(row);
  }
  return { rows: kept, refused };
}

/**
 * Several people of one customer may answer on one day, two meetings be held: they are numbered by content, and rows
 * of the very same content one after the other, so that the order of rows is nothing.
 */
function answersApart(rows: readonly RowFacts[]): readonly RowFacts[] {
  const groups = new Map<string, Set<string>>();
  for (const fact of rows.flatMap((row) => row.facts)) {
    const group = groups.get(fact.externalId) ?? new Set();
    groups.set(fact.externalId, group.add(contentOf(fact)));
  }
  const ranks = new Map(
    [...groups].map(([id, group]) => [id, new Map([...group].toSorted().map((each, at) => [each, at]))]),
  );
  const met = new Map<string, number>();
  const renamed = (fact: FactDraft): FactDraft => {
    const content = contentOf(fact);
    const rank = ranks.get(fact.externalId)?.get(content) ?? 0;
    const own = rank <= 0 ? fact.externalId : `${fact.externalId}~${rank + 1}`;
    const times = (met.get(own) ?? 0) + 1;
    met.set(own, times);
    return { ...fact, externalId: times === 1 ? own : `${own}=${times}` };
  };
  return rows.map((row) => ({ ...row, facts: row.facts.map(renamed) }));
}

type Monthly = Extract<FactDraft, { type: 'state-observed' }>;

/**
 * Two products of one customer, paid by the month and without a day: what the customer pays is their sum, told by the
 * first row. A second currency has no sum with it, and its row is refused.
 */
function summed(rows: readonly RowFacts[]): ReturnType<typeof apart> {
  const first = new Map<string, { readonly row: number; readonly fact: Monthly; cents: number }>();
  const refused: RowProblem[] = [];
  const kept: RowFacts[] = [];
  for (const row of rows) {
    const own = row.facts.find(isMonthly);
    const before = own && first.get(own.externalId);
    if (!own || !before) {
      if (own) first.set(own.externalId, { row: row.row, fact: own, cents: own.body.value });
      kept.push(row);
    } else if (before.fact.body.currency === own.body.currency) {
      before.cents += own.body.value;
      kept.push({ ...row, facts: row.facts.filter((fact) => fact !== own) });
    } else
      refused.push({
        row: row.row,
        column: null,
        code: 'record_twice',
        value: own.body.currency ?? null,
        other: before.row,
      });
  }
  const told = (fact: FactDraft): FactDraft => {
    const sum = first.get(fact.externalId);
    return isMonthly(fact) && sum ? { ...fact, body: { ...fact.body, value: sum.cents } } : fact;
  };
  return { rows: kept.map((row) => ({ ...row, facts: row.facts.map(told) })), refused };
}

function isMonthly(fact: FactDraft): fact is Monthly {
  return fact.type === 'state-observed' && fact.body.metric === 'mrr_cents';
}
