// Typed words → filters: "vermelho, renova em 90 dias, aurora". What is no known word is searched in names.
import { normalise } from '#base/text.ts';
import type { Band } from '#contract/line.ts';
import type { BaseSearch } from './base-search.ts';

type Facet = { readonly key: string; readonly label: string };
type Facets = { readonly segments: readonly Facet[]; readonly stages: readonly Facet[] };
type Found = Pick<BaseSearch, 'q' | 'band' | 'segment' | 'stage' | 'renews'>;

const bandWords: Readonly<Record<string, Band>> = {
  vermelho: 'red',
  vermelhos: 'red',
  red: 'red',
  amarelo: 'yellow',
  amarelos: 'yellow',
  yellow: 'yellow',
  verde: 'green',
  verdes: 'green',
  green: 'green',
  'sem dado': 'unknown',
  'sem dados': 'unknown',
  'sem saude': 'unknown',
  'no data': 'unknown',
  unknown: 'unknown',
};
const renewal =
  /^(?:renova[mr]?|renovacao|renews?|renewal)(?: (?:em|ate|em ate|in|within))? (\d{1,3})(?: ?(?:d|dias?|days?))?$/;

/** Filters of a typed sentence, its parts parted by commas or "e"/"and". Empty text gives none. */
export function readFilterWords(typed: string, facets: Facets): Found {
  const found: Found = {};
  const rest: string[] = [];
  for (const part of typed.split(/[,;]| e | and /i)) {
    const word = normalise(part);
    if (word !== '' && !readPart(word, facets, found)) rest.push(part.trim());
  }
  return rest.length === 0 ? found : { ...found, q: rest.join(' ') };
}

function readPart(word: string, facets: Facets, found: Found): boolean {
  const band = bandWords[word.replace(/^(?:saude|health) /, '')];
  const days = renewal.exec(word)?.[1];
  const segment = facets.segments.find((item) => normalise(item.label) === word);
  const stage = facets.stages.find((item) => normalise(item.label) === word);
  if (band !== undefined) found.band = band;
  else if (days !== undefined && Number(days) >= 1 && Number(days) <= 730) found.renews = Number(days);
  else if (segment !== undefined) found.segment = segment.key;
  else if (stage !== undefined) found.stage = stage.key;
  else return false;
  return true;
}
