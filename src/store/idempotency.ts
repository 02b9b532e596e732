// Answers already given to a POST: the same key gives the same answer, in the transaction of the effect.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type KeptAnswer = { requestHash: string; status: number; response: unknown };

/** Takes the key for this transaction: a second request with it waits until the first one ends. */
export async function lockKey(tx: Tx, workspaceId: string, key: string): Promise<KeptAnswer | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${key}`}, 7))`.execute(tx);
  const result = await sql<KeptAnswer>`
    select request_hash as "requestHash", status, response from app.idempotency
    where workspace_id = ${workspaceId}::uuid and key = ${key}`.execute(tx);
  return result.rows[0] ?? null;
}

export async function keepAnswer(
  tx: Tx,
  workspaceId: string,
  key: string,
  answer: KeptAnswer & { now: number },
): Promise<void> {
  await sql`
    insert into app.idempotency (workspace_id, key, request_hash, status, response, created_at)
    values (${workspaceId}::uuid, ${key}, ${answer.requestHash}, ${answer.status},
      ${JSON.stringify(answer.response)}::json, to_timestamp(${answer.now}::float8 / 1000))`.execute(tx);
}

/** Forgets answers older than the promised days. */
export async function forgetAnswers(tx: Tx, workspaceId: string, before: number): Promise<void> {
  await sql`delete from app.idempotency
    where workspace_id = ${workspaceId}::uuid and created_at < to_timestamp(${before}::float8 / 1000)`.execute(
    tx,
  );
}
