// Statements that a connection parses once and keeps: those of the path of one fact, where parsing would cost as much as
// running. A statement says so by beginning with `kept`; everything else is parsed each time.
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';

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

/** A client that keeps marked statements. Not for poolers that hand a connection on between transactions. */
export class KeepingClient extends pg.Client {}

const query: Send = function (text, values, ...rest) {
  const keeps = typeof text === 'string' && Array.isArray(values) && text.startsWith(mark);
  return keeps
    ? send.call(this, { name: nameOf(text), text, values: values as unknown[] }, ...rest)
    : send.call(this, text, values, ...rest);
};
Object.defineProperty(KeepingClient.prototype, 'query', { value: query });
