// The small line of the trend column: points in a box, gaps where the score was not known. Knows no component.

export type Spark = {
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
};

/** Points the height of the box stands for: the same in every row, so that slopes compare. */
const span = 45;

/** Scores 0 to 100 over a box of `width` × `height` pixels, oldest at the left, around the middle of their range. */
export function spark(scores: readonly (number | null)[], width: number, height: number): Spark {
  const step = scores.length > 1 ? width / (scores.length - 1) : 0;
  const known = scores.filter((score) => score !== null);
  const middle = (Math.min(...known) + Math.max(...known)) / 2;
  let path = '';
  let pen = 'M';
  let end: Spark['end'] = null;
  scores.forEach((score, index) => {
    if (score === null) {
      pen = 'M';
      end = null;
      return;
    }
    const x = round(index * step);
    const y = round(height / 2 - (Math.min(Math.max(score - middle, -span / 2), span / 2) / span) * height);
    path += `${pen}${x} ${y}`;
    pen = 'L';
    end = { x, y };
  });
  return { path, end };
}

const round = (n: number) => Math.round(n * 10) / 10;
