// The list of words for suggested events over the fixture: the method's own words, what is said over them while it
// runs, and sentences in which some of them are found.
import type { FoundWords, KeywordList, OwnWords } from '#contract/keywords.ts';
import { templateSource } from '#actions/templates.ts';
import { hitsIn, sentenceAround } from '#domain/events/keywords.ts';
import { faultsOf, listedWords, mostWords, type OwnWord } from '#domain/events/own-keywords.ts';
import { phraseOf } from '#domain/events/phrase.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import { choicesIn, listedWordsIn } from '#words/suggested.ts';

const loaded = parseMethod(templateSource('servicos-b2b'), profileLeafTypes);
if ('problems' in loaded) throw new Error('the template does not load');
const { method } = loaded.compiled;
const first: readonly OwnWord[] = [
  { word: 'novo centro de distribuicao', event: 'predictable_need', family: 'escala' },
  { word: 'em crescimento', event: null, family: null },
];
const told = new Map<string, { own: readonly OwnWord[]; times: number; readAt: number }>();
const stateOf = (slug: string) =>
  told.get(slug) ?? { own: slug === 'exemplo' ? first : [], times: 0, readAt: 0 };

export function keywordList(slug: string): KeywordList {
  const { own, times, readAt } = stateOf(slug);
  return {
    words: listedWordsIn(listedWords(method.keywords, own), method, 'pt-BR'),
    events: choicesIn(method.events, 'pt-BR'),
    families: choicesIn(method.families, 'pt-BR'),
    most: mostWords,
    stamp: `${slug} ${times}`,
    reading: readAt > Date.now(),
    last:
      slug === 'exemplo'
        ? { at: '2026-10-14T10:30:00-03:00', notes: 1240, suggested: 14, withdrawn: 3 }
        : null,
  };
}

/** Status and answer of a change. */
export function keywordsChanged(slug: string, { over, words }: OwnWords): readonly [number, unknown] {
  const before = keywordList(slug);
  const refused = (status: number, title: string) =>
    [status, { type: 'about:blank', title, status, detail: title, code: 'fixture' }] as const;
  if (over !== before.stamp) return refused(409, 'A lista mudou enquanto você editava');
  if (
    faultsOf(
      words,
      before.families.map(({ key }) => key),
    ).length > 0
  )
    return refused(422, 'Palavra recusada');
  const times = stateOf(slug).times + 1;
  told.set(slug, { own: words, times, readAt: Date.now() + 1500 });
  return [200, keywordList(slug)];
}

const notes = [
  [
    'c000004',
    'Metalúrgica Itaúna Sul',
    '2026-10-09',
    'Ligou o diretor. Vão abrir o novo centro de distribuição em Recife até março.',
  ],
  [
    'c000014',
    'Escritório Mantiqueira',
    '2026-10-02',
    'Comentaram corte de orçamento no marketing; o contrato fica como está.',
  ],
  ['c000019', 'Oficina Ponto Certo', '2026-09-28', 'Equipe nova, time cresceu bastante. Pedem treinamento.'],
  ['c000023', 'Gráfica Três Rios', '2026-09-20', 'Ainda fazem o relatório na mão toda sexta.'],
] as const;

export function foundWords(word: string): FoundWords {
  const phrase = phraseOf(word);
  const keywords = [{ match: [phrase], event: 'growth', family: null }];
  const examples = notes.flatMap(([accountId, account, on, text]) => {
    const [hit] = hitsIn(text, keywords);
    return hit ? [{ accountId, account, on, sentence: sentenceAround(text, hit) }] : [];
  });
  const found = examples.length;
  return { phrase, notes: found * 7, customers: found * 5, read: 1240, whole: true, examples };
}
