// A draft of an import: files given so far, what each table of them was understood as, what is still to decide, and
// what the commit would change. It lives on the server: closing the browser loses nothing and commits nothing.
import { z } from 'zod';
import {
  conflict,
  isoDay,
  json,
  language,
  onceHeader,
  refusals,
  workspaceParams,
  jsonBody,
} from './common.ts';
import { draftParams, option } from './draft-questions.ts';
import { importReport } from './imports.ts';
import { paths } from './paths.ts';

const id = z.string().min(1).max(120);
const speech = z.object({ lang: language.default('pt-BR') });
export const tableParams = draftParams.extend({ table: id });
const fileParams = draftParams.extend({ file: id });

/** One table of a file: a CSV has one, a workbook one a sheet. */
export const draftTableLine = z.object({
  id: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  /** What it is (`accounts`, `usage`, …) and in words; null when nobody can tell. */
  kind: z.string().nullable(),
  kindLabel: z.string(),
  /** False: a person left it out. */
  included: z.boolean(),
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  duplicates: z.int(),
  skipped: z.int(),
  columns: z.int(),
  columnsUnderstood: z.int(),
  /** Things to decide before it can be recorded, and things a look would not hurt. */
  toDecide: z.int(),
  toConfirm: z.int(),
  /** Rows with a problem, each counted once. */
  problems: z.int(),
  /** Why nothing of it can be recorded, in words; null when it can. */
  blocked: z.string().nullable(),
});

export const draftFile = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  /** What was found out on the way, in words: separator, encoding, sheets. */
  about: z.string(),
  /** What is wrong with it and what to do; null when it was read. */
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export const draft = z.object({
  id: z.string(),
  /** Day of the files: states of the present are dated to it. */
  today: isoDay,
  /** `open` → `committing` → `committed`; a commit that is cancelled or fails leaves it `open`. */
  state: z.enum(['open', 'committing', 'committed']),
  files: z.array(draftFile),
  tables: z.array(draftTableLine),
  /** What holds the commit back, in words, each with the table it is about; none: it may be committed. */
  blockers: z.array(z.object({ table: z.string().nullable(), message: z.string() })),
  /** As of the last look at what the commit would change; 0 before there was one. */
  questionsOpen: z.int(),
  /** Of a commit under way; rows of all included tables. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** Why the last commit did not happen, in words. */
  failure: z.string().nullable(),
  /** After the commit: one id a table, to undo by, and the report of all of them. */
  result: z
    .object({ imports: z.array(z.string()), report: importReport, firstValueAsked: z.boolean() })
    .nullable(),
});

export const draftColumn = z.object({
  /** As the spreadsheet names it: `A`, `B`, … */
  letter: z.string(),
  header: z.string(),
  /** False: the header cell is blank. */
  named: z.boolean(),
  field: z.string(),
  state: z.enum(['sure', 'confirm', 'decide', 'left_out']),
  /** 0 to 1. */
  confidence: z.number(),
  /** The first filled cells, as they stand. */
  samples: z.array(z.string()),
  /** How its cells are read, in words ("dia primeiro", "vírgula decimal"); null: nothing to say. */
  readsAs: z.string().nullable(),
});

/** Something only a person can settle about a column or a table. */
export const draftAsk = z.object({
  id: z.string(),
  code: z.string(),
  column: z.string().nullable(),
  title: z.string(),
  /** What hangs on it: how many rows, what would change. */
  why: z.string(),
  options: z.array(option),
  answer: z.string().nullable(),
});

export const draftProblem = z.object({
  row: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
  message: z.string(),
  /** True: the row stays out as it is; false: the cell is left empty. */
  refused: z.boolean(),
  /** What a person may type instead of the cell; null where typing cannot mend it. */
  fix: z.enum(['text', 'day', 'money', 'taxId', 'number']).nullable(),
  /** The mended value, `''` for "without it", null while nobody touched it. */
  fixed: z.string().nullable(),
});

export const draftTable = draftTableLine.extend({
  /** What it may be said to be. */
  kinds: z.array(z.object({ key: z.string(), label: z.string() })),
  /** What its columns may be said to hold; labels are the screen's. */
  fields: z.array(z.string()),
  columnList: z.array(draftColumn),
  asks: z.array(draftAsk),
  /** The first problems, at most 50; a row may have several. */
  problemList: z.array(draftProblem),
  /** How the first rows will stand in Perene: fields and their values in words. */
  preview: z.object({ fields: z.array(z.string()), rows: z.array(z.array(z.string().nullable())) }),
  /** Events that its notes suggest, with the words found, most rows first; null: it holds no note. */
  suggested: z
    .array(
      z.object({ event: z.string(), label: z.string(), words: z.array(z.string()).max(5), rows: z.int() }),
    )
    .nullable(),
  /** The saved mapping that was applied; null: none. */
  savedMapping: z.object({ id: z.string(), name: z.string() }).nullable(),
});

export const tableChange = z
  .strictObject({
    included: z.boolean(),
    kind: z.string().max(60),
    /** Header → field, `custom` or `ignore`; only what changes. */
    columns: z.record(z.string().max(250), z.string().max(60)),
    /** Ask → key of the option. */
    asks: z.record(z.string().max(250), z.string().max(60)),
    /** What to read instead of single cells; null takes a mending back. */
    fixes: z
      .array(
        z.strictObject({ row: z.int(), column: z.string().max(250), value: z.string().max(500).nullable() }),
      )
      .max(200),
  })
  .partial();

const drafts = z.object({ items: z.array(draft) });
const answers = (schema: z.ZodType, description: string) => ({
  200: json(schema, description),
  ...refusals,
  ...conflict,
});

export const postDraft = {
  method: 'post',
  path: paths.drafts,
  summary: 'Begin an import that is looked at before it is committed',
  request: {
    headers: onceHeader,
    params: workspaceParams,
    query: speech,
    body: jsonBody(z.strictObject({ today: isoDay.optional() })),
  },
  responses: { 200: json(draft, 'The empty draft'), ...refusals },
} as const;
export const listDrafts = {
  method: 'get',
  path: paths.drafts,
  summary: 'Imports that were begun and not committed, newest first',
  request: { params: workspaceParams, query: speech },
  responses: { 200: json(drafts, 'At most 20'), ...refusals },
} as const;
export const getDraft = {
  method: 'get',
  path: paths.draft,
  summary: 'A draft: its files, tables, what is still to decide, progress and result',
  request: { params: draftParams, query: speech },
  responses: { 200: json(draft, 'The draft'), ...refusals },
} as const;
export const deleteDraft = {
  method: 'delete',
  path: paths.draft,
  summary: 'Throw a draft away; nothing of it was recorded',
  request: { params: draftParams },
  responses: answers(z.object({ id: z.string() }), 'Gone'),
} as const;
export const postDraftFile = {
  method: 'post',
  path: paths.draftFiles,
  summary: 'Add a file, sent as the bytes of the body',
  request: {
    headers: onceHeader,
    params: draftParams,
    query: speech.extend({ name: z.string().min(1).max(200) }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
  responses: { 200: json(draft, 'The draft with the file in it'), ...refusals, ...conflict },
} as const;
export const deleteDraftFile = {
  method: 'delete',
  path: paths.draftFile,
  summary: 'Take a file out of a draft',
  request: { params: fileParams, query: speech },
  responses: { 200: json(draft, 'The draft without it'), ...refusals, ...conflict },
} as const;
export const getDraftTable = {
  method: 'get',
  path: paths.draftTable,
  summary: 'One table of a draft: columns, what is asked, problems, preview',
  request: { params: tableParams, query: speech },
  responses: { 200: json(draftTable, 'The table'), ...refusals },
} as const;
export const patchDraftTable = {
  method: 'patch',
  path: paths.draftTable,
  summary: 'Say what a table is, what a column holds, answer what is asked, mend a cell',
  request: { params: tableParams, query: speech, body: jsonBody(tableChange) },
  responses: { 200: json(draftTable, 'The table, understood anew'), ...refusals, ...conflict },
} as const;
export const postDraftCommit = {
  method: 'post',
  path: paths.draftCommit,
  summary: 'Record a draft, whole or not at all; ask for the draft to see how far it is',
  request: { headers: onceHeader, params: draftParams, query: speech },
  responses: { 200: json(draft, 'The draft, being committed'), ...refusals, ...conflict },
} as const;
export const postDraftCancel = {
  method: 'post',
  path: paths.draftCancel,
  summary: 'Stop a commit under way: nothing of it is kept, the draft stays',
  request: { headers: onceHeader, params: draftParams, query: speech },
  responses: { 200: json(draft, 'The draft, open again'), ...refusals, ...conflict },
} as const;

export type Draft = z.output<typeof draft>;
export type DraftFile = z.output<typeof draftFile>;
export type DraftTableLine = z.output<typeof draftTableLine>;
export type DraftTable = z.output<typeof draftTable>;
export type DraftColumn = z.output<typeof draftColumn>;
export type DraftAsk = z.output<typeof draftAsk>;
export type DraftProblem = z.output<typeof draftProblem>;
export type TableChange = z.output<typeof tableChange>;
