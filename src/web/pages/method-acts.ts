// What one does with the method: a look at what another would change, and its publishing.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '#contract/client.ts';
import type { MethodChoice } from '#contract/methods.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { LanguageTag } from '#web/views/format.ts';
import type { Looked, RefusedMethod } from '#web/views/method-look.ts';
import { useMethodSpeech } from '#web/words/method-context.ts';

export const methodQuery = (workspace: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: ['method', workspace, lang],
    queryFn: ({ signal }) => api.method(workspace, lang, signal),
  });

function refusedOf(error: unknown, otherwise: string): RefusedMethod {
  const parts = error instanceof Refused ? (error.problem?.errors ?? []) : [];
  return { text: detailOf(error) ?? otherwise, parts };
}

export function useMethodActs(workspace: string) {
  const { w, m } = useMethodSpeech();
  const queries = useQueryClient();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [refused, setRefused] = useState<RefusedMethod | null>(null);
  const [told, setTold] = useState('');
  const look = useMutation({
    mutationFn: ({ choice }: Looked) => api.previewMethod(workspace, w.language, choice),
    onMutate: (asked) => {
      setRefused(null);
      setTold('');
      setLooked(asked);
    },
    onSuccess: (preview, { choice, label }) => setLooked({ choice, label, preview }),
    onError: (error) => {
      setLooked(null);
      setRefused(refusedOf(error, m.preview.failed));
    },
  });
  const publish = useMutation({
    mutationFn: ({ choice, preview }: Looked) =>
      api.publishMethod(workspace, choice, preview?.over ?? Number.NaN),
    onSuccess: async ({ version }) => {
      setLooked(null);
      setTold(m.told.published(version));
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      setLooked(null);
      setRefused(refusedOf(error, m.preview.failed));
      // Somebody may have published another one meanwhile.
      await queries.invalidateQueries({ queryKey: ['method', workspace] });
    },
  });
  return {
    looked,
    refused,
    told,
    publishing: publish.isPending,
    look: (choice: MethodChoice, label: string) => look.mutate({ choice, label, preview: null }),
    publish: () => looked?.preview && publish.mutate(looked),
    leave: () => setLooked(null),
  };
}
