// What the notes of a table of a draft suggest: which words were found, and how many rows ask about each event.
import { noteFields } from '#domain/events/notes.ts';
import type { UnderstoodTable } from './draft-file.ts';

export type TableSuggestion = {
  readonly event: string;
  /** The words found, most often found first. */
  readonly words: readonly string[];
  readonly rows: number;
};

const most = 5;

const isNote = (fact: { readonly type: string; readonly body: unknown }): boolean => {
  const field = (noteFields as Readonly<Record<string, string>>)[fact.type];
  return field !== undefined && (fact.body as Readonly<Record<string, unknown>>)[field] !== undefined;
};

/** Events that the rows suggest, most rows first; null: no row of the table holds a note. */
export function suggestedIn({ sheet }: Pick<UnderstoodTable, 'sheet'>): readonly TableSuggestion[] | null {
  const found = new Map<string, { rows: Set<number>; words: Map<string, number> }>();
  let notes = false;
  for (const { row, facts } of sheet.rows)
    for (const fact of facts) {
      notes ||= isNote(fact);
      if (fact.type !== 'event-suggested') continue;
      const { event, keyword } = fact.body;
      const told = found.get(event) ?? { rows: new Set(), words: new Map() };
      found.set(event, told);
      told.rows.add(row);
      told.words.set(keyword, (told.words.get(keyword) ?? 0) + 1);
    }
  if (!notes) return null;
  return [...found]
    .map(([event, { rows, words }]) => ({
      event,
      rows: rows.size,
      words: [...words]
        .toSorted(([, a], [, b]) => b - a)
        .flatMap(([word]) => word)
        .slice(0, most),
    }))
    .toSorted((a, b) => b.rows - a.rows);
}
