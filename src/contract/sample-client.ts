// The typed client of the sample base. Reads no schema.
import { read, type Fetch } from './client.ts';
import { paths } from './paths.ts';
import type { SampleLoaded, SampleState } from './sample.ts';

const accept = { accept: 'application/json' };

/** Client over the `fetch` handed in; every function rejects as those of `client` do. */
export function sampleClient(fetch: Fetch) {
  return {
    state: async (signal?: AbortSignal) =>
      read<SampleState>(await fetch(paths.sample, { headers: accept, ...(signal ? { signal } : {}) })),
    /** Asked again under the same key it is loaded once. */
    load: async (key: string) =>
      read<SampleLoaded>(
        await fetch(paths.sample, { method: 'POST', headers: { ...accept, 'idempotency-key': key } }),
      ),
    remove: async () =>
      read<{ removed: boolean }>(await fetch(paths.sample, { method: 'DELETE', headers: accept })),
  };
}
