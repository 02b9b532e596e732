// The moment at the head of a line of an exported conversation, in the forms that telephones write it. The day stays as
// it stands: which number is the day and which the month is settled by the column, as in any sheet.

export type Stamped = {
  /** Day as it stands in the file. */
  readonly day: string;
  /** Time as it stands in the file. */
  readonly time: string;
  /** What follows the moment: a sender and a message, or a notice. */
  readonly rest: string;
  /** A hidden mark stands after the sender: what follows was written by the telephone, not by a person. */
  readonly marked: boolean;
};

const day = String.raw`(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})`;
const time = String.raw`(\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?(?:[ap]\.? ?m\.?|da manhã|da tarde|da noite))?)`;
/** `25/05/2025 14:03 - …`, `5/25/25, 2:03 PM - …`. */
const dashed = new RegExp(String.raw`^${day},? ${time} - (.*)$`, 'isu');
/** `[25/05/2025, 14:03:21] …`. */
const bracketed = new RegExp(String.raw`^\[${day},? ${time}\] ?(.*)$`, 'isu');
/** Marks of direction and width that telephones put between letters; narrow and hard spaces are spaces. */
const marks = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const spaces = /[\u00a0\u202f\u2009]/gu;

/** A text without the marks that nobody sees. */
export function plain(text: string): string {
  return text.replace(marks, '').replace(spaces, ' ');
}

/** The time inside the brackets has colons of its own. */
const time1 = /^[^\]]*(?=\])/u;

/** Longest head of a line that can hold a moment and a sender. */
const headLength = 200;

/** The moment of a line; null: the line goes on with the message before it. */
export function stampOf(line: string): Stamped | null {
  // A cheap look first: most lines of a long message begin with no number.
  if (!/^[^\p{L}]{0,4}\d/u.test(line.slice(0, 8))) return null;
  const head = plain(line.slice(0, headLength));
  const found = dashed.exec(head) ?? bracketed.exec(head);
  if (!found) return null;
  const [, at = '', clock = '', rest = ''] = found;
  const marked = /\][^:]{0,130}: ?\u200e/u.test(line.slice(0, headLength).replace(time1, ''));
  return { day: at, time: clock, rest: rest + plain(line.slice(headLength)), marked };
}

/** A line that stops inside a moment: the file was cut off there. */
export function isCutStamp(line: string): boolean {
  const text = plain(line).trim();
  return /^\[?\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{0,4}(?:,? (?:\d{0,2}(?:[:.h]\d{0,2}){0,2})? ?(?:[ap]\.? ?m?\.?)?\]?(?: ?-?)?)?)?$/iu.test(
    text,
  );
}

/** Minutes since midnight; null: the text tells no time of day. */
export function minutesOf(text: string): number | null {
  const found =
    /^(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})? ?(?:([ap])\.? ?m\.?|(da manhã|da tarde|da noite))?$/iu.exec(
      plain(text).trim(),
    );
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const half =
    found[3]?.toLowerCase() ?? (found[4] === undefined ? null : found[4] === 'da manhã' ? 'a' : 'p');
  if (minute > 59 || hour > (half === null ? 23 : 12)) return null;
  return (half === null ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
}
