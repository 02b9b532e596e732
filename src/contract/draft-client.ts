// The client's functions of an import's draft: files, tables, questions, commit, and what follows. Reads no schema.
import type { Language } from './common.ts';
import type { DifferencePage, QuestionAnswer, QuestionsPage } from './draft-questions.ts';
import type { Draft, DraftTable, TableChange } from './drafts.ts';
import type { FirstValue } from './first-value.ts';
import type { Mappings } from './mappings.ts';
import { paths } from './paths.ts';

type Params = Readonly<Record<string, string>>;
type Query = Readonly<Record<string, string | number | undefined>>;
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How a request goes out; handed in by the client. `Send` replaces the way out where progress has to be seen. */
export type Wire<Send> = {
  readonly get: <T>(path: string, params: Params, query: Query, signal?: AbortSignal) => Promise<T>;
  readonly send: <T>(
    method: Method,
    path: string,
    params: Params,
    query: Query,
    body?: unknown,
    /** Idempotency key: sent again under it, the request has one effect. */
    once?: string,
  ) => Promise<T>;
  readonly upload: <T>(path: string, params: Params, query: Query, file: File, out?: Send) => Promise<T>;
};

/** Functions over the draft routes. Each rejects as the client's others do. */
export function draftClient<Send>({ get, send, upload }: Wire<Send>) {
  return {
    drafts: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<{ readonly items: readonly Draft[] }>(paths.drafts, { workspace }, { lang }, signal),
    beginDraft: (workspace: string, lang: Language) =>
      send<Draft>('POST', paths.drafts, { workspace }, { lang }, {}),
    draft: (workspace: string, draft: string, lang: Language, signal?: AbortSignal) =>
      get<Draft>(paths.draft, { workspace, draft }, { lang }, signal),
    discardDraft: (workspace: string, draft: string) =>
      send<{ readonly id: string }>('DELETE', paths.draft, { workspace, draft }, {}),
    /** Sends the file's bytes through `out`, or through the client's own `fetch`. */
    addDraftFile: (workspace: string, draft: string, file: File, lang: Language, out?: Send) =>
      upload<Draft>(paths.draftFiles, { workspace, draft }, { lang, name: file.name }, file, out),
    removeDraftFile: (workspace: string, draft: string, file: string, lang: Language) =>
      send<Draft>('DELETE', paths.draftFile, { workspace, draft, file }, { lang }),
    table: (workspace: string, draft: string, table: string, lang: Language, signal?: AbortSignal) =>
      get<DraftTable>(paths.draftTable, { workspace, draft, table }, { lang }, signal),
    changeTable: (workspace: string, draft: string, table: string, change: TableChange, lang: Language) =>
      send<DraftTable>('PATCH', paths.draftTable, { workspace, draft, table }, { lang }, change),
    difference: (
      workspace: string,
      draft: string,
      query: { readonly lang: Language; readonly cursor?: string; readonly limit?: number },
      signal?: AbortSignal,
    ) => get<DifferencePage>(paths.draftDifference, { workspace, draft }, query, signal),
    questions: (workspace: string, draft: string, lang: Language, signal?: AbortSignal) =>
      get<QuestionsPage>(paths.draftQuestions, { workspace, draft }, { lang }, signal),
    answer: (workspace: string, draft: string, question: string, answer: QuestionAnswer, lang: Language) =>
      send<QuestionsPage>('PUT', paths.draftQuestion, { workspace, draft, question }, { lang }, answer),
    commit: (workspace: string, draft: string, lang: Language) =>
      send<Draft>('POST', paths.draftCommit, { workspace, draft }, { lang }),
    cancel: (workspace: string, draft: string, lang: Language) =>
      send<Draft>('POST', paths.draftCancel, { workspace, draft }, { lang }),
    mappings: (workspace: string, signal?: AbortSignal) =>
      get<Mappings>(paths.mappings, { workspace }, {}, signal),
    forgetMapping: (workspace: string, mapping: string) =>
      send<{ readonly id: string }>('DELETE', paths.mapping, { workspace, mapping }, {}),
    firstValue: (workspace: string, signal?: AbortSignal) =>
      get<FirstValue>(paths.firstValue, { workspace }, {}, signal),
    /** A null text skips the question. */
    saveFirstValue: (workspace: string, text: string | null) =>
      send<FirstValue>('PUT', paths.firstValue, { workspace }, {}, { text }),
  };
}
