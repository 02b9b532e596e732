// What a column of a sheet is read as, as the preview of an import shows it.
import { sheetFieldsEn } from '#web/words/sheet-fields-en.ts';
import { sheetFieldsPt } from '#web/words/sheet-fields-pt.ts';

/** A field of a report in words; `custom.KEY` and `measure.KEY` are named by their key. */
export function sheetFieldText(field: string, language: string): string {
  const words = language === 'en' ? sheetFieldsEn : sheetFieldsPt;
  const own = /^(custom|measure)\.(.+)$/.exec(field);
  const kind = own?.[1] ?? field;
  const label = Object.hasOwn(words, kind) ? words[kind] : undefined;
  if (label === undefined) return field;
  return own ? `${label}: ${(own[2] ?? '').replaceAll('_', ' ')}` : label;
}
