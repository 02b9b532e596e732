// The base of invented data as a whole: taken away in one statement, which refuses any other base.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/** Removes the workspace of this transaction with all that is in it. SQL error 23514 when it is no sample. */
export async function removeSampleRows(tx: Tx): Promise<void> {
  await sql`select app.remove_sample()`.execute(tx);
}

/** Settings of the workspace of this transaction, in place of those it had. */
export async function setSettings(tx: Tx, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await sql`update app.workspace set settings = ${JSON.stringify(settings)}::jsonb
    where workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`.execute(tx);
}
