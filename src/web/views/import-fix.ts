// What a person types in place of a cell, looked at before it is sent: only what can be seen to be wrong is refused here.
import { dayOf } from '#base/day.ts';
import type { DraftProblem } from '#contract/drafts.ts';

export type FixKind = NonNullable<DraftProblem['fix']>;
export type FixFault = 'empty' | 'day' | 'money' | 'taxId' | 'number';

/** Why a typed value cannot stand for the cell; null when it can. Days are dd/mm/yyyy in both languages. */
export function fixFault(fix: FixKind, typed: string): FixFault | null {
  const text = typed.trim();
  if (text === '') return 'empty';
  if (fix === 'day') return isTypedDay(text) ? null : 'day';
  if (fix === 'money') return /^(R\$\s?)?-?\d[\d.,\s]*$/.test(text) ? null : 'money';
  if (fix === 'number') return /^-?\d[\d.,\s]*%?$/.test(text) ? null : 'number';
  if (fix === 'taxId') return [11, 14].includes(text.replace(/[^\dA-Za-z]/g, '').length) ? null : 'taxId';
  return null;
}

function isTypedDay(text: string): boolean {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text);
  if (!found) return false;
  const year = Number(found[3]);
  return dayOf(year < 100 ? 2000 + year : year, Number(found[2]), Number(found[1])) !== null;
}

/** ISO day of dd/mm/yyyy; null when it is none. */
export function isoOfTyped(typed: string): string | null {
  const text = typed.trim();
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!found || !isTypedDay(text)) return null;
  return `${found[3]}-${(found[2] ?? '').padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`;
}
