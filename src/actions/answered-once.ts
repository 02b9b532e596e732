// A request that names a key has one effect: asked again, it is answered from memory, in the transaction of the effect.
import { keepAnswer, lockKey } from '#store/idempotency.ts';
import type { Tx } from '#store/in-workspace.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

/** The caller's key and all that was asked under it; null: the caller named none. */
export type Once = { readonly key: string; readonly request: unknown } | null;

/**
 * Does `work`, unless the same request was answered within seven days: then that answer is given again, and `kept` is true.
 * Another request under the same key is refused as `key-reused`. Requests of one key take turns.
 */
export async function answeredOnce<A>(
  tx: Tx,
  session: Session,
  once: Once,
  work: () => Promise<A>,
): Promise<{ readonly answer: A; readonly kept: boolean }> {
  if (once === null) return { answer: await work(), kept: false };
  // Another person's answer is not this one's to be given.
  const requestHash = contentHash([session.actor, once.request]);
  const known = await lockKey(tx, session.workspaceId, once.key);
  if (known && known.requestHash !== requestHash) throw new Refusal('key-reused', { key: once.key });
  if (known) return { answer: known.response as A, kept: true };
  const answer = await work();
  const kept = { requestHash, status: 200, response: answer, now: session.now };
  await keepAnswer(tx, session.workspaceId, once.key, kept);
  return { answer, kept: false };
}
