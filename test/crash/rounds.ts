// How many kills of each sort a run of the crash test holds; the long run has thirty (`test/long`).
export const rounds = 5;
