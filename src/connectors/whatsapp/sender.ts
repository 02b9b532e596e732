// A sender of an exported conversation: the name that the exporting telephone knows the person by, or a number. Two
// spellings of one sender have one key; the key alone says nobody's name.
import { hash } from 'node:crypto';
import { normalise } from '#base/text.ts';

/** Digits from which on a text of digits is a telephone number. */
const shortestPhone = 8;

/**
 * A telephone number in one spelling: without the country code of Brazil, the zero of long distance, and the ninth digit
 * of mobile numbers. Null: no number.
 */
export function phoneKey(text: string): string | null {
  if (!/^[+\d\s().-]+$/.test(text)) return null;
  let digits = text.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < shortestPhone || digits.length > 15) return null;
  if (digits.startsWith('55') && digits.length >= 12) digits = digits.slice(2);
  return digits.length === 11 && digits[2] === '9' ? digits.slice(0, 2) + digits.slice(3) : digits;
}

/** What two spellings of one sender share: its number, or its name. */
export function senderName(sender: string): string {
  return phoneKey(sender) ?? normalise(sender);
}

/** The key of a sender: equal for equal senders, and nobody's name. */
export function senderKey(sender: string): string {
  return hash('sha256', senderName(sender), 'hex').slice(0, 16);
}
