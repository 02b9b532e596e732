// CNPJ, numeric and alphanumeric (letters valid since July 2026), by their check digits; CPF, which is personal data.
import { bad, type Read, readShort, value } from './cell.ts';
import type { Cell } from './table.ts';

/** Fourteen characters without marks, upper case. */
export type TaxId = string;

const shape = /^[0-9A-Z]{12}\d{2}$/;

/**
 * Reads a CNPJ. Leading zeros that a spreadsheet ate are given back when the check digits then hold.
 * A valid CPF is `tax_id_personal`: it names a person and is not kept.
 */
export function readTaxId(cell: Cell): Read<TaxId> {
  return readShort(cell, 'tax_id_unreadable', (text) => {
    const bare = text
      .toUpperCase()
      .replace(/^CNPJ:? */, '')
      .replace(/[\s./-]/g, '');
    if (isCpf(bare)) return bad('tax_id_personal');
    const id = /^\d{11,13}$/.test(bare) ? bare.padStart(14, '0') : bare;
    if (!shape.test(id)) return bad('tax_id_unreadable');
    return isCnpj(id) ? value(id) : bad(bare === id ? 'tax_id_check_digits' : 'tax_id_unreadable');
  });
}

/** Check digits by modulo 11 over the character codes less 48: digits keep their value, letters follow (A = 17). */
export function isCnpj(id: string): boolean {
  if (!shape.test(id) || /^(.)\1*$/.test(id)) return false;
  const codes = id.split('').map((char) => char.charCodeAt(0) - 48);
  return checkDigit(codes.slice(0, 12), 9) === codes[12] && checkDigit(codes.slice(0, 13), 9) === codes[13];
}

/** True for the eleven digits of a person's CPF with right check digits. */
export function isCpf(id: string): boolean {
  if (!/^\d{11}$/.test(id) || /^(.)\1*$/.test(id)) return false;
  const codes = id.split('').map(Number);
  return checkDigit(codes.slice(0, 9), 11) === codes[9] && checkDigit(codes.slice(0, 10), 11) === codes[10];
}

/** What of a CPF may be shown: the middle six digits. */
export function maskedCpf(text: string): string {
  const digits = text.replace(/\D/g, '').padStart(11, '0');
  return `***.${digits.slice(3, 6)}.${digits.slice(6, 9)}-**`;
}

/** Weights run 2, 3, … from the right and start again after `top`. */
function checkDigit(codes: readonly number[], top: number): number {
  let total = 0;
  codes.toReversed().forEach((code, index) => {
    total += code * (2 + (index % (top - 1)));
  });
  const rest = total % 11;
  return rest < 2 ? 0 : 11 - rest;
}
