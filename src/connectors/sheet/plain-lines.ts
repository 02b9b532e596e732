// Lines of a CSV in which nothing is quoted → cells, by cutting the text at line breaks and delimiters. Whatever needs a
// parser (a quote, a line break of old Macs) is refused; whoever asks then gives it to one, with what is left here.
import type { Delimiter } from './delimiter.ts';

/** A line break that is not `\n` or `\r\n`. */
const loneReturn = /\r[^\n]/;

export class PlainLines {
  readonly #delimiter: Delimiter;
  readonly #rowBytes: number;
  #rest: string;

  /** `rowBytes`: what one row may hold (UTF-8). `rest`: the beginning of a row that was read already. */
  constructor(delimiter: Delimiter, rowBytes: number, rest: string) {
    this.#delimiter = delimiter;
    this.#rowBytes = rowBytes;
    this.#rest = rest;
  }

  /** The text behind the last whole line. */
  get rest(): string {
    return this.#rest;
  }

  /** Cells of the lines that this text ends; null, and nothing taken, when it is not plain. */
  take(text: string): string[][] | null {
    const whole = this.#rest + text;
    if (whole.includes('"') || whole.length * 3 > this.#rowBytes) return null;
    const returns = whole.includes('\r');
    if (returns && loneReturn.test(whole)) return null;
    const lines: string[][] = [];
    let from = 0;
    for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', from)) {
      const last = returns && whole[end - 1] === '\r' && end > from ? end - 1 : end;
      lines.push(whole.slice(from, last).split(this.#delimiter));
      from = end + 1;
    }
    this.#rest = whole.slice(from);
    return lines;
  }
}
