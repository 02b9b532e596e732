// The small line of the trend column: points in a box, gaps where the score was not known. Knows no component.

export type Spark = {
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
};

/** Scores 0 to 100 over a box of `width` × `height` pixels, oldest at the left; the scale is whole, never stretched. */
export function spark(scores: readonly (number | null)[], width: number, height: number): Spark {
  const step = scores.length > 1 ? width / (scores.length - 1) : 0;
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
    const y = round(height - (score / 100) * height);
    path += `${pen}${x} ${y}`;
    pen = 'L';
    end = { x, y };
  });
  return { path, end };
}

const round = (n: number) => Math.round(n * 10) / 10;
