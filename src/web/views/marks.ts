// Marked rows of a list: by single ones, by stretches, or all that the filter holds. Pure.

export type Marks = {
  readonly ids: ReadonlySet<string>;
  /** All of the filter is marked, loaded or not; `ids` then holds those of what is loaded. */
  readonly all: boolean;
  /** Row that a stretch begins at. */
  readonly from: number;
};
export const noMarks: Marks = { ids: new Set(), all: false, from: -1 };

/** Turns the mark of a row round; a stretch then begins at it. */
export function marked(marks: Marks, rows: readonly { id: string }[], at: number): Marks {
  const id = rows[at]?.id;
  if (id === undefined) return marks;
  const ids = new Set(marks.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, all: false, from: at };
}

/** Marks every row between where the stretch begins and `at`. */
export function markedTo(marks: Marks, rows: readonly { id: string }[], at: number): Marks {
  if (rows[at] === undefined) return marks;
  const from = marks.from < 0 ? at : marks.from;
  const ids = new Set(marks.ids);
  for (const row of rows.slice(Math.min(from, at), Math.max(from, at) + 1)) ids.add(row.id);
  return { ids, all: false, from };
}

/** Marks all that the filter holds. */
export const markedAll = (rows: readonly { id: string }[]): Marks => ({
  ids: new Set(rows.map(({ id }) => id)),
  all: true,
  from: -1,
});

/** How many are marked, of a list of so many. */
export const countOf = (marks: Marks, total: number): number => (marks.all ? total : marks.ids.size);

/** Pieces of at most `most`, in order. */
export function pieces<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );
}
