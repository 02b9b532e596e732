// How alike two names of companies are, for a person to judge: nothing is ever joined by it.
import { tokens } from '#base/text.ts';

/** Words of names that tell no company from another: legal forms and what joins words. */
export const commonNameWords: readonly string[] = [
  'ltda',
  'eireli',
  'epp',
  'mei',
  'sa',
  'inc',
  'llc',
  'ltd',
  'gmbh',
  'cia',
  'companhia',
  'grupo',
  'das',
  'dos',
  'the',
  'and',
];
const legal = new Set([...commonNameWords, 's', 'a', 'me', 'e', 'de', 'da', 'do', 'co']);

/** Words of a name that tell it apart, in order; all of them where none would be left. */
export function tellingWords(name: string): readonly string[] {
  const all = tokens(name);
  const kept = all.filter((word) => !legal.has(word));
  return kept.length > 0 ? kept : all;
}

function bigrams(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** Share of letter pairs two texts have in common, 0 to 1 (Dice). */
function dice(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [bigrams(a), bigrams(b)];
  let [common, all] = [0, 0];
  for (const [pair, count] of left) {
    common += Math.min(count, right.get(pair) ?? 0);
    all += count;
  }
  for (const count of right.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}

/**
 * Similarity of two names, 0 to 1. Numbers and single letters that differ tell two companies apart ("Unidade 1",
 * "Unidade 2"), however alike the rest is.
 */
export function nameSimilarity(a: string, b: string): number {
  const [left, right] = [tellingWords(a), tellingWords(b)];
  const marks = (words: readonly string[]): string =>
    words
      .filter((word) => word.length === 1 || /\d/.test(word))
      .toSorted()
      .join(' ');
  if (marks(left) !== marks(right)) return 0;
  const sorted = (words: readonly string[]): string => [...words].toSorted().join('');
  return Math.max(dice(left.join(''), right.join('')), dice(sorted(left), sorted(right)));
}

/** From here on two names are shown to a person as perhaps one company. */
export const similarEnough = 0.8;
