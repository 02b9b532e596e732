// What a person changes in the list of words: saved whole by the API, told where it was done, taken back from there.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeywordList } from '#contract/keywords.ts';
import { detailOf } from '#web/pages/api.ts';
import { dataApi, keywordsQuery } from '#web/pages/data-api.ts';
import { ownOf, withoutWord, withWord, type ListedWord, type OwnWord } from '#web/views/keyword-list.ts';
import { useKeywordSpeech } from '#web/words/keyword-context.ts';

type Change = {
  readonly words: readonly OwnWord[];
  readonly said: string;
  /** What the firm said before; null: taking back is not taken back. */
  readonly before: readonly OwnWord[] | null;
};
export type Told = {
  readonly text: string;
  readonly back: readonly OwnWord[] | null;
  readonly failed: boolean;
};

export function useKeywordActs(workspace: string, list: KeywordList) {
  const { w, k } = useKeywordSpeech();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told | null>(null);
  const query = keywordsQuery(workspace, w.language);
  const save = useMutation({
    mutationFn: ({ words }: Change) =>
      dataApi.changeKeywords(workspace, w.language, { over: list.stamp, words: [...words] }),
    onSuccess: async (answer, { said, before }) => {
      queries.setQueryData(query.queryKey, answer);
      setTold({ text: said, back: before, failed: false });
      await queries.invalidateQueries({ queryKey: query.queryKey });
    },
    onError: async (error) => {
      setTold({ text: detailOf(error) ?? k.told.failed, back: null, failed: true });
      // The list may have changed under the hands of somebody else.
      await queries.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  const own = ownOf(list);
  const change = (words: readonly OwnWord[], said: string, done?: () => void) =>
    save.mutate({ words, said, before: own }, done ? { onSuccess: done } : {});
  const labelOf = (event: string | null) => list.events.find(({ key }) => key === event)?.label ?? '';
  return {
    told,
    busy: save.isPending,
    own,
    save: (word: OwnWord, done: () => void) =>
      change(withWord(own, word), k.told.saved(word.word, labelOf(word.event)), done),
    turnOff: ({ word }: ListedWord) =>
      change(withWord(own, { word, event: null, family: null }), k.told.off(word)),
    forget: ({ word, origin }: ListedWord) =>
      change(withoutWord(own, word), origin === 'own' ? k.told.removed(word) : k.told.back(word)),
    reset: () => change([], k.told.reset),
    takeBack: (back: readonly OwnWord[]) => save.mutate({ words: back, said: k.told.undone, before: null }),
  };
}
