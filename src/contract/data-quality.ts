// GET data: what the base's data can tell, what to collect next, feeds that fell silent, imports and their quality.
import { z } from 'zod';
import { isoDay, isoInstant, json, language, money, pageQuery, refusals, workspaceParams } from './common.ts';
import { paths } from './paths.ts';

const share = z.number().min(0).max(1);

export const measureCoverage = z.object({
  key: z.string(),
  label: z.string(),
  /** Accounts in which it has data that counts. */
  accounts: z.int(),
  share,
  /** What a person asks to learn it. */
  question: z.string(),
});
export const pillarCoverage = z.object({
  key: z.string(),
  label: z.string(),
  /** Accounts with any measure of weight that speaks. */
  accounts: z.int(),
  share,
  measures: z.array(measureCoverage),
});

/** One thing to begin to collect: a column of the customer sheet, a table of its own, or records kept here. */
export const collect = z.object({
  key: z.string(),
  way: z.enum(['column', 'table', 'record']),
  label: z.string(),
  text: z.string(),
  /** Accounts that come out of "not enough data" by it alone. */
  lifted: z.int(),
  gaining: z.int(),
});

export const importLine = z.object({
  id: z.string(),
  file: z.string(),
  /** What it is in words: "clientes", "chamados"; null when nobody could tell. */
  table: z.string().nullable(),
  state: z.enum(['committed', 'undone']),
  /** Day of the file. */
  today: isoDay,
  at: isoInstant,
  actor: z.string(),
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  problems: z.int(),
  /** Facts by kind in words, most first; null for imports of before this was kept. */
  brought: z
    .object({
      recorded: z.int(),
      known: z.int(),
      accounts: z.int(),
      opened: z.int(),
      kinds: z.array(z.object({ label: z.string(), facts: z.int() })),
    })
    .nullable(),
});
export const importPage = z.object({ items: z.array(importLine), nextCursor: z.string().nullable() });

export const dataQuality = z.object({
  asOf: isoDay,
  accounts: z.int(),
  /** Accounts below the method's limit of coverage: "sem dados suficientes". */
  unknown: z.int(),
  pillars: z.array(pillarCoverage),
  /** Most lifting first; empty when nothing would change anything. */
  collect: z.array(collect),
  /** One notice for all late feeds; null when none is late. */
  lateNotice: z.string().nullable(),
  late: z.array(
    z.object({ label: z.string(), source: z.string(), last: isoDay, everyDays: z.int(), lateDays: z.int() }),
  ),
  feeds: z.int(),
  imports: importPage,
  /** Of the newest imports in force, at most `countedImports`. */
  sources: z.array(
    z.object({
      table: z.string(),
      label: z.string(),
      imports: z.int(),
      rows: z.int(),
      accepted: z.int(),
      refused: z.int(),
      reasons: z.array(z.object({ code: z.string(), label: z.string(), cells: z.int() })),
    }),
  ),
  countedImports: z.int(),
  inbox: z.object({ shells: z.int(), facts: z.int(), mrrCents: money }),
  currency: z.string().length(3),
  workbook: z.boolean().describe('False: too many customers for one XLSX; they go out as CSV'),
});

export const getDataQuality = {
  method: 'get',
  path: paths.dataQuality,
  summary: 'Quality of the data: coverage of health, what to collect, late feeds, imports',
  request: { params: workspaceParams, query: z.object({ lang: language.default('pt-BR') }) },
  responses: { 200: json(dataQuality, 'As it stands today'), ...refusals },
} as const;

export const listImports = {
  method: 'get',
  path: paths.imports,
  summary: 'Imports that were recorded, newest first, undone ones too',
  request: {
    params: workspaceParams,
    query: pageQuery.extend({ lang: language.default('pt-BR') }),
  },
  responses: { 200: json(importPage, 'One page'), ...refusals },
} as const;

export type DataQuality = z.output<typeof dataQuality>;
export type ImportLine = z.output<typeof importLine>;
export type ImportPage = z.output<typeof importPage>;
