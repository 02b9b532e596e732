// Queries of the import wizard, keyed by what they ask. A commit under way is asked for anew until it has ended.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Draft } from '#contract/drafts.ts';
import { api, draftKey } from '#web/pages/api.ts';
import type { LanguageTag } from '#web/views/format.ts';

/** Milliseconds between two looks at a commit under way. */
const lookEvery = 700;

export const draftsQuery = (workspace: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: ['drafts', workspace, lang],
    queryFn: ({ signal }) => api.drafts(workspace, lang, signal),
  });

export const draftQuery = (workspace: string, draft: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: draftKey(workspace, draft, lang),
    queryFn: ({ signal }): Promise<Draft> => api.draft(workspace, draft, lang, signal),
    refetchInterval: (query) => (query.state.data?.state === 'committing' ? lookEvery : false),
  });

export const tableKey = (workspace: string, draft: string, table: string, lang: LanguageTag) =>
  ['draft-table', workspace, draft, table, lang] as const;

export const tableQuery = (workspace: string, draft: string, table: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: tableKey(workspace, draft, table, lang),
    queryFn: ({ signal }) => api.table(workspace, draft, table, lang, signal),
  });

export const differenceQuery = (workspace: string, draft: string, lang: LanguageTag) =>
  infiniteQueryOptions({
    queryKey: ['draft-difference', workspace, draft, lang],
    queryFn: ({ pageParam, signal }) =>
      api.difference(
        workspace,
        draft,
        { lang, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What is compared may have changed since: each visit compares anew.
    staleTime: 0,
  });

export const questionsKey = (workspace: string, draft: string, lang: LanguageTag) =>
  ['draft-questions', workspace, draft, lang] as const;

export const questionsQuery = (workspace: string, draft: string, lang: LanguageTag) =>
  queryOptions({
    queryKey: questionsKey(workspace, draft, lang),
    queryFn: ({ signal }) => api.questions(workspace, draft, lang, signal),
    staleTime: 0,
  });

export const firstValueQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['first-value', workspace],
    queryFn: ({ signal }) => api.firstValue(workspace, signal),
  });
