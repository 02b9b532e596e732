// How well a header names a field: a number from 0 to 1. Knows words, not cells.
import { tokens } from '#base/text.ts';
import type { DateOrder } from './cell-date.ts';
import type { DecimalMark } from './cell-number.ts';
import { synonyms } from './synonyms.ts';

const small = new Set(
  'a o as os de da do das dos e em no na nos nas of the in on at for to por para com um uma ao is'.split(' '),
);

/** How firms shorten their headers; `ultima` and `ultimo` are one word. */
const abbreviations: Readonly<Record<string, string>> = {
  dt: 'data',
  dta: 'data',
  vlr: 'valor',
  vl: 'valor',
  qtd: 'quantidade',
  qtde: 'quantidade',
  ini: 'inicio',
  inic: 'inicio',
  venc: 'vencimento',
  vcto: 'vencimento',
  vencto: 'vencimento',
  mens: 'mensal',
  cli: 'cliente',
  cod: 'codigo',
  seg: 'segmento',
  sit: 'situacao',
  lic: 'licenca',
  usu: 'usuario',
  atv: 'ativo',
  ult: 'ultimo',
  ultima: 'ultimo',
  cham: 'chamado',
  reun: 'reuniao',
  resp: 'responsavel',
  obs: 'observacao',
  num: 'numero',
  nro: 'numero',
  hon: 'honorario',
  prox: 'proximo',
  proxima: 'proximo',
};

/**
 * Words that count, without plural `s`: `companyId`, `company_id` and `Company IDs` are one. What an export sets before
 * each name (`property_`, `hs_`) is no word.
 */
export function headerWords(header: string): readonly string[] {
  const parted = header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, (aside) => (/cr[ií]tic|urgent|\bp1\b|mes/i.test(aside) ? aside : ' '))
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const all = tokens(parted.replace(/^(?:property[ _])?(?:hs[ _])?/i, '') || parted);
  const kept = all.filter((word) => !small.has(word));
  return (kept.length > 0 ? kept : all).map((word) => {
    const whole = abbreviations[word] ?? singular(word);
    return abbreviations[whole] ?? whole;
  });
}

/** Enough of the plural for headers: `licencas`, `reunioes`, `usuarios`, `contratuais`. */
function singular(word: string): string {
  if (word.length < 4 || word === 'status') return word;
  if (word.endsWith('oes')) return `${word.slice(0, -3)}ao`;
  if (word.endsWith('ais')) return `${word.slice(0, -3)}al`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const known: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries(synonyms).map(([field, list]) => [field, list.map((synonym) => headerWords(synonym))]),
);

/** Questions of a form that stand as headers: the whole sentence names the field. */
const questions: Readonly<Record<string, RegExp>> = {
  score: /\b(?:recomendaria|recomendar|recommend)\b/,
  nps: /\b(?:recomendaria|recomendar|recommend)\b/,
  comment: /\b(?:por ?que|porque|motivo|why)\b.*\b(?:nota|score|avaliacao|rating)\b/,
  npsComment: /\b(?:por ?que|porque|motivo|why)\b.*\b(?:nota|score|avaliacao|rating)\b/,
};

/** 1: the header is a synonym; above 0: it holds one among other words; 0: it does not. */
export function headerScore(header: string, field: string): number {
  if (header.length > 20 && questions[field]?.test(tokens(header).join(' '))) return 1;
  const words = headerWords(header);
  let best = 0;
  for (const synonym of known.get(field) ?? []) best = Math.max(best, overlap(words, synonym));
  return best;
}

function overlap(words: readonly string[], synonym: readonly string[]): number {
  if (words.length === 0 || synonym.length === 0) return 0;
  if (!synonym.every((word) => words.includes(word))) return 0;
  if (words.length === synonym.length) return words.join(' ') === synonym.join(' ') ? 1 : 0.97;
  // One short word among many ("id" in "data id nps") says little; most of the words said much.
  return 0.45 + (0.5 * synonym.length) / words.length;
}

export type HeaderHints = {
  readonly date: DateOrder | null;
  readonly decimal: DecimalMark | null;
  readonly currency: string | null;
  /** Amounts are whole cents (`total_cents`). */
  readonly amounts: 'cents' | null;
};

/** What a header says about its cells: `Data (dd/mm/aaaa)`, `Valor (R$)`, `Amount USD`, `total_cents`. */
export function headerHints(header: string): HeaderHints {
  const text = header.toLowerCase();
  const date = /\bd{1,2}[/-]m{1,2}/.test(text) ? 'dmy' : /\bm{1,2}[/-]d{1,2}/.test(text) ? 'mdy' : null;
  const amounts = headerWords(header).some((word) => /^(?:cent|centavo)$/.test(word)) ? 'cents' : null;
  return { date, decimal: null, currency: currencyIn(header), amounts };
}

function currencyIn(header: string): string | null {
  if (/r\$|\bBRL\b|\breais\b/i.test(header)) return 'BRL';
  if (/us\$|u\$s?|\bUSD\b/i.test(header)) return 'USD';
  if (/€|\bEUR\b/i.test(header)) return 'EUR';
  return /£|\bGBP\b/.test(header) ? 'GBP' : null;
}
