// Synonyms of headers, by field: the shape, and both lists together.
import { accountSynonyms } from './synonyms-accounts.ts';
import { otherSynonyms } from './synonyms-others.ts';

/** Field → headers that name it. A header matches when its words hold all the words of a synonym. */
export const synonyms: Readonly<Record<string, readonly string[]>> = { ...accountSynonyms, ...otherSynonyms };
