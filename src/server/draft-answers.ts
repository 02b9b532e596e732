// Drafts as the contract shows them: what was understood, put into the shapes and words of the wire.
import type { DraftResult } from '#actions/draft-commit.ts';
import type { Understood, UnderstoodTable } from '#actions/draft-file.ts';
import { blockersOf, type WholeDraft } from '#actions/draft-whole.ts';
import type { DraftFiles } from '#actions/drafts.ts';
import type { Draft } from '#contract/drafts.ts';
import { blockerText, fileText } from '#words/draft.ts';
import { failureText, type FailureCode } from '#words/failures.ts';
import type { Locale } from '#words/format.ts';
import { lineOf } from './draft-table-answers.ts';
import { importAnswer } from './import-answer.ts';

const isTable = (one: Understood): one is UnderstoodTable => one.fault === null;

/** A draft by what is stored of it alone: its files are not looked into. */
export function draftHead({ draft, files, progress }: DraftFiles, locale: Locale): Draft {
  const result = draft.result as DraftResult | null;
  const { failure } = draft;
  return {
    id: draft.draftId,
    today: draft.today,
    state: draft.state === 'committed' ? 'committed' : progress ? 'committing' : 'open',
    files: files.map(({ fileId, name, bytes }) => ({ id: fileId, name, bytes, about: '', fault: null })),
    tables: [],
    blockers: [],
    questionsOpen: 0,
    progress: draft.state === 'committed' ? null : progress,
    failure:
      failure === null ? null : failureText(failure.code as FailureCode, failure.detail, locale).detail,
    result: result && {
      imports: [...result.imports],
      report: importAnswer(result.committed),
      firstValueAsked: result.firstValueAsked,
    },
  };
}

/** What was found in a file that was read: rows and columns, or its sheets, and why some of them stay out. */
function aboutOf(read: readonly Understood[], locale: Locale): string {
  const found = read.filter(isTable).map(({ table, sheetName }) => {
    const size = fileText(table.rows.length, table.headers.length, locale);
    return sheetName === null ? size : `${sheetName}: ${size}`;
  });
  const left = read.flatMap((one) => (one.fault === null ? [] : [one.message]));
  return [found.join('; '), ...left].filter((part) => part !== '').join('. ');
}

/** A draft in one language. */
export function draftAnswer(whole: WholeDraft, questionsOpen: number, locale: Locale): Draft {
  const { draft, tables } = whole;
  const head = draftHead(whole, locale);
  return {
    ...head,
    files: head.files.map((file) => {
      const read = tables.filter((one) => one.file.fileId === file.id);
      const fault = read.find((one) => one.fault !== null && one.sheet === null);
      if (fault?.fault) return { ...file, fault: { code: fault.fault, message: fault.message } };
      return { ...file, about: aboutOf(read, locale) };
    }),
    tables: tables.filter(isTable).map((found) => lineOf(found, whole, locale)),
    blockers:
      draft.state === 'open'
        ? blockersOf(whole).map((one) => ({ table: one.table, message: blockerText(one, locale) }))
        : [],
    questionsOpen,
  };
}
