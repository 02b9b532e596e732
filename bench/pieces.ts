// The pieces of the bench, in the order in which they run, and whether they measure on the large base.
export const pieces = {
  start: { base: false },
  'in-memory': { base: false },
  fact: { base: true },
  ingest: { base: false },
  sweep: { base: true },
  list: { base: false },
  import: { base: false },
  usage: { base: false },
  rest: { base: true },
} as const;

export type PieceName = keyof typeof pieces;
