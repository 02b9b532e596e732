// Phases of the journey as people write them in a sheet ("2. Adoção", "Em renovação") → stage keys of the method in
// force. A word that names no stage of it is said, not guessed.
import { tokens } from '#base/text.ts';
import { canonicalStages, type MethodStage } from '#domain/method/schema.ts';
import { bad, type Read, readShort, value } from './cell.ts';
import type { Cell } from './table.ts';

/** What a sheet must know of a stage. */
export type StageName = Pick<MethodStage, 'key' | 'canonical' | 'label' | 'of'>;
/** Words of a stage, normalised → its key. */
export type StageWords = ReadonlyMap<string, string>;

export const noStages: StageWords = new Map();

/** What the field calls the stages, whatever label a method gives them. */
const common: Readonly<Record<(typeof canonicalStages)[number], string>> = {
  onboarding:
    'onboarding, ativacao, implantacao, implementacao, setup, kick off, kickoff, activation, implementation',
  adoption: 'adocao, adoption, uso, usage',
  value_realisation: 'realizacao valor, value realisation, value realization, valor, value',
  retention: 'retencao, retention, ongoing, recorrente, sustentacao',
  expansion: 'expansao, expansion, crescimento, upsell, cross sell, growth',
  renewal: 'renovacao, renewal, a renovar, renovando',
  advocacy: 'advocacy, advocacia, promotor, promotores, defensor, defensores, embaixador',
};
const small = new Set([
  'fase',
  'etapa',
  'estagio',
  'stage',
  'phase',
  'em',
  'de',
  'da',
  'do',
  'dia',
  'dias',
  'days',
]);

function wordsOf(text: string): string {
  const all = tokens(text).filter((word) => !/^\d+$/.test(word));
  const kept = all.filter((word) => !small.has(word));
  return (kept.length > 0 ? kept : all).join(' ');
}

/** Words of a method's stages: its own labels and keys first, then what the field calls them. */
export function stageWords(stages: readonly StageName[]): StageWords {
  const words = new Map<string, string>();
  const add = (text: string, key: string): void => {
    const word = wordsOf(text);
    if (word !== '' && !words.has(word)) words.set(word, key);
  };
  for (const { key, label } of stages) for (const text of [label.pt, label.en, key]) add(text, key);
  for (const { key, canonical } of stages) for (const text of common[canonical].split(', ')) add(text, key);
  return words;
}

/** Key of the stage that a cell names. */
export function readStage(cell: Cell, words: StageWords): Read<string> {
  return readShort(cell, 'option_unknown', (text) => {
    const found = words.get(wordsOf(text));
    return found === undefined ? bad('option_unknown') : value(found);
  });
}

/** What a track in this stage follows: the work, the contract, or the account. */
export function scopeOfStage(stages: readonly StageName[], key: string): 'product' | 'contract' | 'account' {
  const of = stages.find((stage) => stage.key === key)?.of;
  return of === 'contract' || of === 'account' ? of : 'product';
}
