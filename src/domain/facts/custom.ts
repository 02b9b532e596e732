// The registry of custom fields: what a declared type takes. It knows no field by name.
import { parseDay } from '#base/day.ts';
import type { CustomValue } from './spec.ts';

export const customTypes = ['number', 'text', 'flag', 'day'] as const;
export type CustomType = (typeof customTypes)[number];
/** Key → declared type. A key that nobody declared takes any value. */
export type CustomTypes = ReadonlyMap<string, CustomType>;

/** Whether a value may stand in a field of this type; nothing (null) may stand in any. */
export function fitsCustom(value: CustomValue, type: CustomType): boolean {
  if (value === null) return true;
  if (type === 'number') return typeof value === 'number';
  if (type === 'flag') return typeof value === 'boolean';
  return typeof value === 'string' && (type === 'text' || parseDay(value) !== null);
}
