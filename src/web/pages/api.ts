// The one client of the screens, and the queries they share, keyed by what they ask.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, Refused } from '#contract/client.ts';
import type { AccountsQuery } from '#contract/accounts.ts';
import type { FactGroup } from '#contract/facts.ts';
import type { LanguageTag } from '#web/views/format.ts';

export const api = client((input, init) => window.fetch(input, init));
const pageRows = 100;

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) => api.workspaces(signal),
  staleTime: 60_000,
});

/** Pages of the Base; the key holds all that the answer depends on but the cursor. */
export const accountsQuery = (workspace: string, query: AccountsQuery) =>
  infiniteQueryOptions({
    queryKey: ['accounts', workspace, query],
    queryFn: ({ pageParam, signal }) =>
      api.accounts(
        workspace,
        { ...query, limit: pageRows, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const accountQuery = (workspace: string, id: string, asOf: string | undefined, lang: LanguageTag) =>
  queryOptions({
    queryKey: ['account', workspace, id, asOf, lang],
    queryFn: ({ signal }) => api.account(workspace, id, { asOf, lang }, signal),
  });

export const factsQuery = (
  workspace: string,
  id: string,
  asOf: string | undefined,
  group: FactGroup,
  lang: LanguageTag,
) =>
  infiniteQueryOptions({
    queryKey: ['facts', workspace, id, asOf, group, lang],
    queryFn: ({ pageParam, signal }) =>
      api.accountFacts(
        workspace,
        id,
        { asOf, lang, group, limit: 12, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Where the answer about a draft is kept. */
export const draftKey = (workspace: string, draft: string, lang: LanguageTag) =>
  ['draft', workspace, draft, lang] as const;

/** What the server said of a failure, when it said something. */
export const detailOf = (error: unknown): string | undefined =>
  error instanceof Refused ? (error.problem?.detail ?? error.problem?.title) : undefined;

/** True when a customer was not known yet on the day asked for. */
export const isNotYet = (error: unknown): boolean =>
  error instanceof Refused && error.problem?.code === 'account-not-yet';

/** True when the thing asked for is not there. */
export const isMissing = (error: unknown): boolean => error instanceof Refused && error.status === 404;
