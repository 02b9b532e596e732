// COPY on the connections of the application: the lines travel as the statement's only parameter, so that they run in the
// same transaction as everything else and by the same way to a connection.
import { sql, type RawBuilder } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const mark = '/* copy */';

/** Lines in the text format of COPY, a few thousand in each piece. */
export type CopyLines = AsyncIterable<string>;

/** A statement `copy table (columns) from stdin` that is fed from `lines`. */
export function copyInto(table: string, columns: readonly string[], lines: CopyLines): RawBuilder<unknown> {
  return sql`${sql.raw(mark)} copy ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    from stdin /* ${lines} */`;
}

/** The lines of a statement made by `copyInto`; null for every other one. */
export function copied(text: unknown, values: unknown): CopyLines | null {
  if (typeof text !== 'string' || !text.startsWith(mark) || !Array.isArray(values)) return null;
  return values[0] as CopyLines;
}

/** Runs it; answers like a statement that returns no rows. What the lines throw ends the statement and is thrown on. */
export async function runCopy(
  send: (stream: ReturnType<typeof copyFrom>) => ReturnType<typeof copyFrom>,
  text: string,
  lines: CopyLines,
): Promise<Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>> {
  const stream = send(copyFrom(text));
  await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 2 }), stream);
  return { command: 'COPY', rowCount: stream.rowCount, rows: [] };
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as COPY reads it; null is null. */
export function copyValue(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number' || !special.test(value)) return String(value);
  return value.replace(/[\\\t\n\r]/g, (one) => escapes[one] ?? one);
}
