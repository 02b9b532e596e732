// Drafts as the contract shows them: what was understood, put into the shapes and words of the wire.
import { optionsOf } from '#actions/draft-change.ts';
import {
  columnViews,
  countsOf,
  fieldsToSay,
  kindsToSay,
  previewOf,
  problemCount,
  problemViews,
  shownProblems,
} from '#actions/draft-columns.ts';
import { commitProgress, type DraftResult } from '#actions/draft-commit.ts';
import type { Difference } from '#actions/draft-difference.ts';
import type { Understood, UnderstoodTable } from '#actions/draft-file.ts';
import type { Question } from '#actions/draft-trial.ts';
import { answerOf, askName, blockersOf, isIncluded, type WholeDraft } from '#actions/draft-whole.ts';
import type { Store } from '#store/open.ts';
import type { DifferencePage, QuestionsPage } from '#contract/draft-questions.ts';
import type { Draft, DraftTable, DraftTableLine } from '#contract/drafts.ts';
import { failureText, type FailureCode } from '#words/failures.ts';
import {
  askTitle,
  askWhy,
  blockerText,
  fileText,
  kindText,
  optionText,
  questionTexts,
  readsAsText,
  shownText,
} from '#words/draft.ts';
import type { Locale } from '#words/format.ts';
import { fieldText } from '#words/sheet-fields.ts';
import { importAnswer } from './import-answer.ts';

function lineOf(found: UnderstoodTable, whole: WholeDraft, locale: Locale): DraftTableLine {
  const { report, plan } = found.sheet;
  const counts = countsOf(found);
  const blocked = blockersOf(whole).find((one) => one.table === found.file.fileId && one.code !== 'asks');
  return {
    id: found.file.fileId,
    file: found.file.fileId,
    sheet: null,
    kind: plan?.table ?? null,
    kindLabel: kindText(plan?.table ?? null, locale),
    included: isIncluded(found),
    rows: report.rows,
    accepted: report.accepted,
    refused: report.refused,
    duplicates: report.duplicates,
    skipped: report.skipped.blank + report.skipped.total,
    columns: counts.columns,
    columnsUnderstood: counts.understood,
    toDecide: counts.toDecide,
    toConfirm: counts.toConfirm,
    problems: problemCount(found),
    blocked: blocked ? blockerText(blocked, locale) : null,
  };
}

const isTable = (one: Understood): one is UnderstoodTable => one.fault === null;

/** A draft in one language. */
export function draftAnswer(store: Store, whole: WholeDraft, questionsOpen: number, locale: Locale): Draft {
  const { draft, files, tables } = whole;
  const progress = commitProgress(store, draft.draftId);
  const result = draft.result as DraftResult | null;
  const failure = draft.failure;
  return {
    id: draft.draftId,
    today: draft.today,
    state: draft.state === 'committed' ? 'committed' : progress ? 'committing' : 'open',
    files: files.map((file) => {
      const found = tables.find((one) => one.file.fileId === file.fileId);
      const about =
        found && isTable(found) ? fileText(found.table.rows.length, found.table.headers.length, locale) : '';
      const fault = found && !isTable(found) ? { code: found.fault, message: found.message } : null;
      return { id: file.fileId, name: file.name, bytes: file.bytes, about, fault };
    }),
    tables: tables.filter(isTable).map((found) => lineOf(found, whole, locale)),
    blockers:
      draft.state === 'open'
        ? blockersOf(whole).map((one) => ({ table: one.table, message: blockerText(one, locale) }))
        : [],
    questionsOpen,
    progress,
    failure:
      failure === null ? null : failureText(failure.code as FailureCode, failure.detail, locale).detail,
    result:
      result === null
        ? null
        : { imports: [...result.imports], report: importAnswer(result.committed), firstValueAsked: false },
  };
}

/** One table of a draft in one language. */
export function tableAnswer(found: UnderstoodTable, whole: WholeDraft, locale: Locale): DraftTable {
  const headers = found.table.headers;
  const preview = previewOf(found);
  return {
    ...lineOf(found, whole, locale),
    kinds: kindsToSay.map((key) => ({ key, label: kindText(key, locale) })),
    fields: [...fieldsToSay(found)],
    columnList: columnViews(found).map(({ kind, order, mark, ...column }) => ({
      ...column,
      samples: [...column.samples],
      readsAs: readsAsText({ kind, order, mark, field: column.field }, locale),
    })),
    asks: found.asks.map((ask) => ({
      id: askName(ask),
      code: ask.code,
      column: ask.column,
      title: askTitle(ask, locale),
      why: askWhy(ask, found.table.rows.length, locale),
      options: optionsOf(ask, headers).map((key) => ({
        key,
        label: optionText(ask, key, (field) => fieldText(field, locale), locale),
        note: null,
        needs: null,
      })),
      answer: answerOf(found, ask),
    })),
    problemList: problemViews(found)
      .slice(0, shownProblems)
      .map((problem) => ({ ...problem })),
    preview: {
      fields: [...preview.fields],
      rows: preview.rows.map((row) => row.map((value) => shownText(value, locale))),
    },
    savedMapping: found.saved && { id: found.saved.mappingId, name: found.saved.name },
  };
}

/** A page of a difference; `from` counts the entries before it. */
export function differenceAnswer(
  difference: Difference,
  from: number,
  limit: number,
  locale: Locale,
): DifferencePage {
  const items = difference.items.slice(from, from + limit).map((item) => ({
    ...item,
    changes: item.changes.map(({ field, before, after }) => ({
      field,
      before: shownText(before, locale),
      after: shownText(after, locale),
    })),
  }));
  const next = from + limit;
  return {
    counts: difference.counts,
    items,
    nextCursor: next < difference.items.length ? String(next) : null,
  };
}

type Told = { key: string; day: string | null; account: string | null };

/** The questions of a draft, open ones first. */
export function questionsAnswer(
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
  locale: Locale,
): QuestionsPage {
  const items = questions.map((question) => {
    const { accountId, name, mrrCents } = question.customer;
    const other = question.kind === 'look_alike' ? (question.row.name ?? '') : null;
    const answer = (answers[question.id] as Told | undefined) ?? null;
    const { text, why, options } = questionTexts({ kind: question.kind, name, other }, locale);
    return {
      id: question.id,
      kind: question.kind,
      account: { id: accountId, name },
      mrrCents,
      other,
      text,
      why,
      options,
      answer,
    };
  });
  const open = items.filter(({ answer }) => answer === null);
  return {
    items: [...open, ...items.filter(({ answer }) => answer !== null)].slice(0, 200),
    open: open.length,
  };
}
