// Plain tables for a terminal: columns as wide as their words, numbers to the right, nothing cut that cannot be read.
export type Column = { readonly title: string; readonly right?: boolean; readonly max?: number };

const wide = (text: string): number => Array.from(text).length;

function cut(text: string, max: number): string {
  const letters = Array.from(text);
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`;
}

/** Rows under their titles, two spaces between columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((column, i) => cut(row[i] ?? '', column.max ?? 80)));
  const widths = columns.map((column, i) =>
    Math.max(wide(column.title), ...cells.map((row) => wide(row[i] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const gap = ' '.repeat(Math.max(0, (widths[i] ?? 0) - wide(text)));
        return columns[i]?.right ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  const titles = line(columns.map((column) => column.title));
  return [titles, ...cells.map(line)].join('\n');
}
