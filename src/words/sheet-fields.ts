// Fields of a sheet as people call them.
import type { Locale } from './format.ts';
import { sheetFieldsEn } from './sheet-fields-en.ts';
import { sheetFieldsPt } from './sheet-fields-pt.ts';

/**
 * The name of a field, or of facts that are counted (`new.ticket`). `custom.KEY` and `measure.KEY` are named by their
 * key after what they are; a key nobody knows stands as it is.
 */
export function fieldText(field: string, locale: Locale): string {
  const fields = locale === 'en' ? sheetFieldsEn : sheetFieldsPt;
  const own = /^(custom|measure)\.(.+)$/.exec(field);
  const kind = own?.[1] ?? field;
  const label = Object.hasOwn(fields, kind) ? fields[kind] : undefined;
  if (label === undefined) return field.replace(/^new\./, '').replaceAll('_', ' ');
  return own ? `${label}: ${(own[2] ?? '').replaceAll('_', ' ')}` : label;
}
