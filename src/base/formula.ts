// A person's text on its way into a spreadsheet, which would run some of it.

/**
 * What a spreadsheet begins a formula with, full-width forms and line ends included, behind any apostrophes; and what
 * reading would otherwise take for our apostrophe.
 */
const formula = /^(?:'*[=+\-@\t\r\n＝＋－＠]|'+\s|\s+'*[=+\-@＝＋－＠])/;
/** `-5`, `+55119`: no formula, and a number to whoever reads it. */
const bare = /^[-+]?\d[\d.,]*$/;

/**
 * The text in normal form, with an apostrophe before what a spreadsheet would run: `=` with a stroke over it is one letter
 * that runs nothing. Reading takes one such apostrophe off again.
 */
export function neutral(value: string): string {
  const written = value.normalize('NFC');
  return formula.test(written) && !bare.test(written) ? `'${written}` : written;
}
