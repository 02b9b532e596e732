// A table of a draft as the contract shows it: its line among the others, and the table whole.
import { optionsIn } from '#actions/draft-change.ts';
import {
  columnViews,
  countsOf,
  fieldsToSay,
  kindsToSay,
  previewOf,
  problemViews,
  rowsToLookAt,
  shownProblems,
} from '#actions/draft-columns.ts';
import { suggestedIn } from '#actions/draft-suggested.ts';
import type { UnderstoodTable } from '#actions/draft-file.ts';
import { answerOf, askName, blockersOf, isIncluded, type WholeDraft } from '#actions/draft-whole.ts';
import type { DraftTable, DraftTableLine } from '#contract/drafts.ts';
import { askTitle, askWhy, blockerText, kindText, optionText, readsAsText, shownText } from '#words/draft.ts';
import type { Locale } from '#words/format.ts';
import { labelIn } from '#words/suggested.ts';
import { fieldText } from '#words/sheet-fields.ts';

/** A table in the list of a draft. */
export function lineOf(found: UnderstoodTable, whole: WholeDraft, locale: Locale): DraftTableLine {
  const { report, plan } = found.sheet;
  const counts = countsOf(found);
  const blocked = blockersOf(whole).find((one) => one.table === found.id && one.code !== 'asks');
  return {
    id: found.id,
    file: found.file.fileId,
    sheet: found.sheetName,
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
    problems: rowsToLookAt(found),
    blocked: blocked ? blockerText(blocked, locale) : null,
  };
}

/** One table of a draft in one language. */
export function tableAnswer(found: UnderstoodTable, whole: WholeDraft, locale: Locale): DraftTable {
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
      why: askWhy(ask, found.sheet.report.rows, locale),
      options: optionsIn(found, ask).map((key) => ({
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
    suggested:
      suggestedIn(found)?.map(({ event, words, rows }) => ({
        event,
        label: labelIn(whole.events, event, locale) ?? event,
        words: [...words],
        rows,
      })) ?? null,
    savedMapping: found.saved && { id: found.saved.mappingId, name: found.saved.name },
  };
}
