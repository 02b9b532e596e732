// Wake-up hints for work that may wait: queued in the same transaction as the facts that ask for it. A hint may be
// lost, late or doubled; what is to be done is always read from the facts.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

/** Kinds of background work; the server has one task for each. */
export const jobKinds = ['complete-list'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Queues one job of a kind for a workspace; one that waits already is replaced. */
export async function enqueue(tx: Tx, kind: JobKind, workspaceId: string): Promise<void> {
  const ids = JSON.stringify({ workspace: workspaceId });
  await sql`select jobs.enqueue(${kind}, ${`${kind}:${workspaceId}`}, ${ids}::json)`.execute(tx);
}
