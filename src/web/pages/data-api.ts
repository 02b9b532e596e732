// The client of the Dados pages and the queries they share, keyed by what they ask.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { dataClient } from '#contract/data-client.ts';
import type { LanguageTag } from '#web/views/format.ts';

export const dataApi = dataClient((input, init) => window.fetch(input, init));
const importsPerPage = 20;

export const dataQuery = (workspace: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: ['data', workspace, lang],
    queryFn: ({ signal }) => dataApi.dataQuality(workspace, lang, signal),
  });

/** Pages of imports after the first, which comes with the quality itself. */
export const importsQuery = (workspace: string, lang: LanguageTag, first: string) =>
  infiniteQueryOptions({
    queryKey: ['data', workspace, 'imports', lang, first],
    queryFn: ({ pageParam, signal }) =>
      dataApi.imports(workspace, { lang, cursor: pageParam, limit: importsPerPage }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    enabled: false,
  });

export const identityQuery = (workspace: string, lang: LanguageTag, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['identity', workspace, lang, cursor],
    queryFn: ({ signal }) => dataApi.identity(workspace, { lang, cursor }, signal),
    // A comparison under way is asked for again until it is done.
    refetchInterval: ({ state }) => (state.data?.suggestions.comparing === true ? 3000 : false),
  });

export const keywordsQuery = (workspace: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: ['keywords', workspace, lang],
    queryFn: ({ signal }) => dataApi.keywords(workspace, lang, signal),
    // Notes that are being read again are asked for until they are done.
    refetchInterval: ({ state }) => (state.data?.reading === true ? 2000 : false),
  });

/** Pause after the last key before words are looked for (ms). */
const typingPause = 250;

export const foundQuery = (workspace: string, phrase: string) =>
  queryOptions({
    queryKey: ['keywords', workspace, 'found', phrase],
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, typingPause));
      signal.throwIfAborted();
      return dataApi.findKeyword(workspace, phrase, signal);
    },
  });
