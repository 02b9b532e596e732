// `copy … from stdin` over the driver's own connection: rows as text, as fast as the server takes them.
import type pg from 'pg';

type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: { readonly writableNeedDrain: boolean; once(event: 'drain', then: () => void): void };
};

/** One value of a row; null is told apart from the empty text. */
export type Cell = string | number | boolean | null;

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell !== 'string') return String(cell);
  return /[\\\t\n\r]/.test(cell)
    ? cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : cell;
}

const chunkSize = 256 * 1024;

class CopyIn {
  readonly #sql: string;
  readonly #rows: Iterator<readonly Cell[]>;
  readonly #settle: (error: Error | null) => void;
  #error: Error | null = null;

  constructor(sql: string, rows: Iterable<readonly Cell[]>, settle: (error: Error | null) => void) {
    this.#sql = sql;
    this.#rows = rows[Symbol.iterator]();
    this.#settle = settle;
  }
  submit(wire: Wire): void {
    wire.query(this.#sql);
  }
  handleCopyInResponse(wire: Wire): void {
    for (let text = ''; ;) {
      const { value, done } = this.#rows.next();
      if (!done) text += `${value.map(cellText).join('\t')}\n`;
      if (text.length < chunkSize && !done) continue;
      if (text !== '') wire.sendCopyFromChunk(Buffer.from(text));
      text = '';
      if (done) return wire.endCopyFrom();
      if (wire.stream.writableNeedDrain)
        return wire.stream.once('drain', () => this.handleCopyInResponse(wire));
    }
  }
  handleCommandComplete(): void {}
  handleError(error: Error): void {
    this.#error = error;
    this.#settle(error);
  }
  handleReadyForQuery(): void {
    if (this.#error === null) this.#settle(null);
  }
}

/** Copies rows into a table; `columns` in their order. */
export async function copyIn(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const sql = `copy ${table} (${columns.join(', ')}) from stdin`;
    const copy = new CopyIn(sql, rows, (error) => (error === null ? resolve() : reject(error)));
    client.query(copy as unknown as pg.Submittable);
  });
}
