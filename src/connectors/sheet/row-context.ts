// What every maker of facts is handed, and how it gathers drafts. Knows no table.
import type { Day } from '#base/day.ts';
import { hitsIn, type Keyword } from '#domain/events/keywords.ts';
import { suggestionId } from '#domain/events/notes.ts';
import type { FactType } from '#domain/facts/catalogue.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { Instrument } from './cell-instrument.ts';
import type { StageName } from './cell-stage.ts';
import type { ReadColumn } from './columns.ts';
import type { FactDraft, RowFacts } from './draft.ts';
import type { Constant, RowProblem, RowValues } from './read-row.ts';
import type { SenderBook } from './senders.ts';
import type { UsagePeriods } from './usage-grain.ts';

export type RowContext = {
  /** Day of the file. */
  readonly today: Day;
  /** ISO 4217 where cell and header name none. */
  readonly currency: string;
  readonly delayDays: number;
  readonly keywords: readonly Keyword[];
  readonly columns: readonly ReadColumn[];
  /** Stages of the method in force, for a column that names them. */
  readonly stages: readonly StageName[];
  readonly source: string;
  /** What a person said of every row. */
  readonly constants?: readonly Constant[];
  /** How the periods of a table of usage are told. */
  readonly periods?: UsagePeriods | null;
  /** Whose side the senders of messages are on. */
  readonly senders?: SenderBook;
  /** What the answers of a table answer, where no cell says it. */
  readonly instrument?: Instrument | null;
};
export type RowOutcome = { readonly facts: RowFacts; readonly problems: readonly RowProblem[] };
export type Add = <T extends FactType>(
  part: string,
  type: T,
  body: FactDraft<T>['body'],
  when?: { on: Day; dated: boolean },
) => void;

/** Gathers drafts under the strongest key of a row; facts without a day of their own are states of the file's day. */
export function collector(
  keys: readonly AccountKey[],
  context: Pick<RowContext, 'today' | 'delayDays' | 'source'>,
): { readonly facts: readonly FactDraft[]; readonly add: Add } {
  const facts: FactDraft[] = [];
  const account = keys[0] ?? null;
  const add: Add = (part, type, body, when) => {
    const on = when?.on ?? context.today;
    facts.push({
      type,
      body,
      account,
      occurredOn: on,
      history: on < context.today,
      delayDays: on < context.today ? context.delayDays : 0,
      source: context.source,
      externalId: `${account?.key ?? ''}|${part}`,
      dated: when?.dated ?? false,
    } as FactDraft);
  };
  return { facts, add };
}

/** Currency of an amount: its cell, its header, the workspace. */
export function currencyOf(told: string | null, field: string, context: RowContext): string {
  return told ?? context.columns.find((column) => column.field === field)?.currency ?? context.currency;
}

/** A problem at the column of a field. */
export function problemAt(
  row: RowValues,
  field: string,
  code: RowProblem['code'],
  context: Pick<RowContext, 'columns'>,
  value: string | null,
): RowProblem {
  return {
    row: row.row,
    column: context.columns.find((column) => column.field === field)?.header ?? null,
    code,
    value,
  };
}

/**
 * Events that the words of a text suggest, as parts of its record. They are dated as it, but the day is no content of
 * theirs: reading the same note again, now or with another list, must come to the same fact.
 */
export function suggest(
  text: string,
  part: string,
  context: Pick<RowContext, 'keywords'>,
  add: Add,
  when?: { on: Day },
): void {
  for (const { event, family, keyword } of hitsIn(text, context.keywords))
    add(
      suggestionId(part, event, family),
      'event-suggested',
      { event, keyword, ...(family === null ? {} : { family }) },
      when && { on: when.on, dated: false },
    );
}
