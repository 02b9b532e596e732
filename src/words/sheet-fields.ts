// Fields of a sheet as people call them.
import type { Locale } from './format.ts';
import { sheetFieldsEn } from './sheet-fields-en.ts';
import { sheetFieldsPt } from './sheet-fields-pt.ts';

/** The name of a field, or of facts that are counted (`new.ticket`); of a field of the firm's own, its key as it stands. */
export function fieldText(field: string, locale: Locale): string {
  const fields = locale === 'en' ? sheetFieldsEn : sheetFieldsPt;
  if (Object.hasOwn(fields, field)) return fields[field] ?? field;
  return field.replace(/^(?:custom|new)\./, '').replaceAll('_', ' ');
}
