// Which character parts the cells, seen from the first rows. Quoted text does not count.

export const delimiters = [';', '\t', ',', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Records looked at. */
const sample = 200;

/**
 * The delimiter under which most rows have the width of the widest-spread table; null when no row has two cells.
 * @param text the first part of the file
 * @param whole false when the text is cut off (its last line is then left out)
 */
export function findDelimiter(text: string, whole: boolean): Delimiter | null {
  const told = /^sep=([;,\t|])\r?\n/i.exec(text)?.[1];
  if (told) return told as Delimiter;
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of delimiters) {
    const score = scoreOf(widths(text, delimiter, whole));
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Share of rows of the commonest width above one, a little more for a matching first row and for more columns. */
function scoreOf(counts: readonly number[]): number {
  const filled = counts.filter((count) => count > 0);
  const tally = new Map<number, number>();
  for (const count of filled) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  let width = 0;
  let rows = 0;
  for (const [count, times] of tally)
    if (times > rows || (times === rows && count > width)) [width, rows] = [count, times];
  if (width === 0) return 0;
  const first = filled[0] === width ? 0.5 : 0;
  return rows / filled.length + first + Math.min(width, 50) / 100;
}

/** Cells per record; 0 for a blank line. */
function widths(text: string, delimiter: string, whole: boolean): number[] {
  const counts: number[] = [];
  let cells = 1;
  let blank = true;
  let quoted = false;
  let fresh = true;
  for (let i = 0; i < text.length && counts.length < sample; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"') quoted = false;
      continue;
    }
    if (char === '"' && (fresh || text[i - 1] === '"')) quoted = true;
    else if (char === delimiter) cells += 1;
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') continue;
      counts.push(blank ? 0 : cells);
      cells = 1;
      blank = true;
      fresh = true;
      continue;
    }
    if (char !== ' ') blank = false;
    fresh = char === delimiter;
  }
  if (whole && !blank && counts.length < sample) counts.push(cells);
  return counts;
}
