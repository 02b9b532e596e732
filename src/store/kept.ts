// The driver's client with two ways of its own: statements that a connection parses once and keeps (those of the path of
// one fact, where parsing would cost as much as running; they say so by beginning with `kept`), and COPY.
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { copied, runCopy } from './copy.ts';

const mark = '/* kept */';

/** Stands first in a statement whose text is the same each time and whose best plan does not hang on its values. */
export const kept = sql.raw(mark);

/** Up to here a plan made for one row serves as well. */
const fewRows = 100;

/** `kept` for few rows, nothing for many: those are worth a plan of their own, by what the tables hold now. */
export const keptFor = (rows: readonly unknown[]): RawBuilder<unknown> =>
  rows.length > fewRows ? sql`` : kept;

const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `kept_${names.size}`));
  return name;
}

type Send = (this: pg.Client, ...args: unknown[]) => unknown;
const send = Reflect.get(pg.Client.prototype, 'query') as Send;

/** A client that can COPY. */
export class CopyingClient extends pg.Client {}

/** The same, which also keeps marked statements. Not for poolers that hand a connection on between transactions. */
export class KeepingClient extends CopyingClient {}

const copying: Send = function (text, values, ...rest) {
  const lines = copied(text, values);
  if (lines === null) return send.call(this, text, values, ...rest);
  return runCopy((stream) => send.call(this, stream) as typeof stream, String(text), lines);
};
const keeping: Send = function (text, values, ...rest) {
  const keeps = typeof text === 'string' && Array.isArray(values) && text.startsWith(mark);
  return keeps
    ? send.call(this, { name: nameOf(text), text, values: values as unknown[] }, ...rest)
    : copying.call(this, text, values, ...rest);
};
Object.defineProperty(CopyingClient.prototype, 'query', { value: copying });
Object.defineProperty(KeepingClient.prototype, 'query', { value: keeping });
