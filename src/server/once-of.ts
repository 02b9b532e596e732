// The key under which a request has one effect, with all that was asked under it.
import type { Once } from '#actions/answered-once.ts';

/** Null where the caller named no key. */
export function onceOf(header: { 'idempotency-key'?: string | undefined }, request: unknown): Once {
  const key = header['idempotency-key'];
  return key === undefined ? null : { key, request };
}
