// What a transaction that writes many rows has to tell the planner.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/**
 * Comes first in a transaction that writes many rows: it finds every row by a key. The planner reads a table whole that
 * it takes for empty, and goes on doing so, row after row, while the transaction fills it.
 */
export async function readByKey(tx: Tx): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(tx);
}

/**
 * Counts tables that the planner takes for short, this transaction's own rows included: one that it takes for empty is
 * read whole at every check of a key. Call it once some rows are written and many are to follow, and at the end, for
 * those who read them next.
 */
export async function countShortTables(tx: Tx): Promise<void> {
  await sql`select app.count_short_tables()`.execute(tx);
}
