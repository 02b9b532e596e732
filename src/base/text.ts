// Text reduced to what is compared and searched: no case, no accents, single spaces.

/** Lower case, without accents, single spaces, trimmed. */
export function normalise(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The letters-and-digits words of a text, normalised, in order, repeats kept. */
export function tokens(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same text with letters of its own: a piece cut out of a longer text keeps all of that in memory. */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
