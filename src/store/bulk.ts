// What a transaction that writes many rows has to tell the planner.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/**
 * Counts tables that the planner takes for short, this transaction's own rows included: one that it takes for empty is
 * read whole at every check of a key. Call it once some rows are written and many are to follow.
 */
export async function countShortTables(tx: Tx): Promise<void> {
  await sql`select app.count_short_tables()`.execute(tx);
}
