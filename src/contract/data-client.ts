// The typed client of data quality, identities and the download, beside the one of the lists.
import { address, read, type Fetch } from './client.ts';
import type { Language } from './common.ts';
import type { DataQuality, ImportPage } from './data-quality.ts';
import type { ExportFormat, ExportStyle, ExportTable } from './export.ts';
import type { GroupAnswer, Identity } from './identity.ts';
import type { FoundWords, KeywordList, OwnWords, SuggestionAnswer } from './keywords.ts';
import type { Members } from './merge.ts';
import { paths } from './paths.ts';

type Speech = { readonly lang: Language; readonly cursor?: string | undefined };
const json = { accept: 'application/json' };

/** Client over the `fetch` handed in; every function rejects as those of `client` do. */
export function dataClient(fetch: Fetch) {
  const get = async <T>(url: string, signal?: AbortSignal): Promise<T> =>
    read<T>(await fetch(url, { headers: json, ...(signal ? { signal } : {}) }));
  const post = async <T>(url: string, body: unknown): Promise<T> =>
    read<T>(
      await fetch(url, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...json, 'content-type': 'application/json' },
      }),
    );
  return {
    dataQuality: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<DataQuality>(address(paths.dataQuality, { workspace }, { lang }), signal),
    imports: (workspace: string, query: Speech & { readonly limit?: number }, signal?: AbortSignal) =>
      get<ImportPage>(address(paths.imports, { workspace }, query), signal),
    undoImport: async (workspace: string, id: string) =>
      read<{ id: string; withdrawn: number; accounts: number }>(
        await fetch(address(paths.import, { workspace, id }), { method: 'DELETE', headers: json }),
      ),
    identity: (workspace: string, query: Speech, signal?: AbortSignal) =>
      get<Identity>(address(paths.identity, { workspace }, query), signal),
    /** Reads `id` as part of `into` from now on. */
    merge: (workspace: string, id: string, into: string, reason: string) =>
      post<Members>(address(paths.accountMerge, { workspace, id }), { into, reason }),
    unmerge: (workspace: string, id: string) =>
      post<Members>(address(paths.accountUnmerge, { workspace, id }), {}),
    answerPair: (workspace: string, pair: { left: string; right: string }, rejected: boolean) =>
      post<{ rejected: boolean }>(address(paths.identityPairs, { workspace }), { ...pair, rejected }),
    answerGroup: (
      workspace: string,
      root: string,
      told: { readonly answer: GroupAnswer; readonly name?: string },
    ) =>
      post<{ group: string | null; accounts: number }>(address(paths.identityGroups, { workspace }), {
        root,
        ...told,
      }),
    assignShell: (workspace: string, id: string, assigned: boolean) =>
      post<{ id: string; assigned: boolean }>(address(paths.accountAssign, { workspace, id }), { assigned }),
    keywords: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<KeywordList>(address(paths.keywords, { workspace }, { lang }), signal),
    changeKeywords: async (workspace: string, lang: Language, change: OwnWords) =>
      read<KeywordList>(
        await fetch(address(paths.keywords, { workspace }, { lang }), {
          method: 'PUT',
          body: JSON.stringify(change),
          headers: { ...json, 'content-type': 'application/json' },
        }),
      ),
    findKeyword: (workspace: string, word: string, signal?: AbortSignal) =>
      get<FoundWords>(address(paths.keywordFound, { workspace }, { word }), signal),
    answerSuggestion: (workspace: string, id: string, told: SuggestionAnswer) =>
      post<{ answer: string }>(address(paths.accountSuggestions, { workspace, id }), told),
    takeBackAnswer: async (workspace: string, id: string, answer: string) =>
      read<{ answer: string }>(
        await fetch(address(paths.accountSuggestion, { workspace, id, answer }), {
          method: 'DELETE',
          headers: json,
        }),
      ),
    /** Where the download lies: a browser goes there by itself. */
    exportAddress: (
      workspace: string,
      query: { readonly format: ExportFormat; readonly style: ExportStyle; readonly table?: ExportTable },
    ) => address(paths.export, { workspace }, query),
  };
}
export type DataClient = ReturnType<typeof dataClient>;
