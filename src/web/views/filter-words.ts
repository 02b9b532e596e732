// Typed words → filters: "vermelho, renova em 90 dias, aurora". What is no known word is searched in names.
import { normalise } from '#base/text.ts';
import type { Band } from '#contract/line.ts';
import type { BaseSearch, FilterKey, Status } from './base-search.ts';

type Facet = { readonly key: string; readonly label: string };
type Facets = Readonly<Record<'segments' | 'stages' | 'signals' | 'owners', readonly Facet[]>>;
type Found = Pick<BaseSearch, FilterKey>;

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

const quiet =
  /^(?:sem (?:conversa|contato|reuniao|falar)|quiet|silent|no (?:conversation|contact))(?: (?:ha|a|mais de|for|in))* (\d{1,4})(?: ?(?:d|dias?|days?)(?: ou mais| or more)?)?$/;
const stake =
  /^(?:em jogo|at stake)(?: (?:acima de|a partir de|mais de|above|from|over))? (?:r\$? ?)?(\d{1,9})( mil| k| thousand)?$/;
const unowned: readonly string[] = ['sem dono', 'sem responsavel', 'no owner', 'unowned'];
const mine: readonly string[] = ['minha carteira', 'meus clientes', 'my customers', 'mine'];
const statusWords: Readonly<Record<string, Status>> = {
  ativo: 'active',
  ativos: 'active',
  active: 'active',
  'em aviso': 'notice',
  'notice given': 'notice',
  'sem contrato': 'no_contract',
  'no contract': 'no_contract',
};

/** Filters of a typed sentence, its parts parted by commas or "e"/"and". Empty text gives none. */
export function readFilterWords(typed: string, facets: Facets): Found {
  const found: Found = {};
  const rest: string[] = [];
  for (const part of typed.split(/[,;]| e | and /i)) {
    // A dot between thousands is no end of a word.
    const word = normalise(part.replace(/(\d)\.(?=\d{3}\b)/g, '$1'));
    if (word === '') continue;
    const said = partOf(word, facets);
    if (said === null) rest.push(part.trim());
    else Object.assign(found, said);
  }
  return rest.length === 0 ? found : { ...found, q: rest.join(' ') };
}

const days = (text: string | undefined, most: number): number | undefined =>
  text !== undefined && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;

/** What one part says as filters; null: it is no sentence of ours. */
function partOf(word: string, facets: Facets): Found | null {
  const band = bandWords[word.replace(/^(?:saude|health) /, '')];
  if (band !== undefined) return { band };
  const renews = days(renewal.exec(word)?.[1], 730);
  if (renews !== undefined) return { renews };
  const silent = days(quiet.exec(word)?.[1], 3650);
  if (silent !== undefined) return { quiet: silent };
  const money = stake.exec(word);
  if (money) return { stake: Number(money[1]) * (money[2] === undefined ? 1 : 1000) };
  if (unowned.includes(word)) return { owner: '_none' };
  if (mine.includes(word)) return { owner: '_me' };
  const status = statusWords[word.replace(/^(?:situacao|status) /, '')];
  return status === undefined ? facetOf(word, facets) : { status };
}

/** A part that is the name of something the base has. */
function facetOf(word: string, facets: Facets): Found | null {
  const named = (list: readonly Facet[], said: string) => list.find((item) => normalise(item.label) === said);
  const segment = named(facets.segments, word);
  if (segment !== undefined) return { segment: segment.key };
  const stage = named(facets.stages, word);
  if (stage !== undefined) return { stage: stage.key };
  const signal = named(facets.signals, word.replace(/^(?:com sinal(?: de)?|sinal|with signal|signal) /, ''));
  if (signal !== undefined) return { signal: signal.key };
  const owner = named(facets.owners, word.replace(/^(?:carteira d[eoa]|de|of|owner|looked after by) /, ''));
  return owner === undefined ? null : { owner: owner.key };
}
