// Loading the sample for a page that waits: one load at a time in this process, its progress for who asks, and one effect
// a key. A process that dies leaves a half sample, which no page shows and the next load takes away.
import { contentHash } from './fact-content.ts';
import type { Once } from './answered-once.ts';
import { findSample, loadSample, type SampleDoor, type SampleLoaded } from './sample-base.ts';
import { sampleDefaults } from './sample-truth.ts';
import { Refusal } from './refusal.ts';
import { keepAnswer, lockKey } from '#store/idempotency.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';

type Run = { done: number; of: number; readonly key: string | null; readonly ended: Promise<SampleLoaded> };
const running = new WeakMap<Store, Run>();

export type SampleState = {
  readonly state: 'none' | 'loading' | 'ready';
  /** Customers written so far, and in all; 0 unless it is loading. */
  readonly done: number;
  readonly of: number;
  /** Slug of its workspace once it is ready. */
  readonly workspace: string | null;
};

export async function sampleState(door: Pick<SampleDoor, 'store'>): Promise<SampleState> {
  const run = running.get(door.store);
  if (run) return { state: 'loading', done: run.done, of: run.of, workspace: null };
  const sample = await findSample(door);
  return { state: sample ? 'ready' : 'none', done: 0, of: 0, workspace: sample?.slug ?? null };
}

/** Waits until no load is under way here. */
export async function sampleEnded(store: Store): Promise<void> {
  await running.get(store)?.ended.catch(() => undefined);
}

async function answeredBefore(door: SampleDoor, once: Once): Promise<SampleLoaded | null> {
  const sample = once === null ? null : await findSample(door);
  if (once === null || sample === null) return null;
  const kept = await inWorkspace(door.store, sample.id, (tx) => lockKey(tx, sample.id, once.key));
  return kept === null ? null : (kept.response as SampleLoaded);
}

async function keep(door: SampleDoor, once: Once, answer: SampleLoaded): Promise<void> {
  const sample = once === null ? null : await findSample(door);
  if (once === null || sample === null) return;
  const response = { requestHash: contentHash(once.request), status: 200, response: answer, now: door.now };
  await inWorkspace(door.store, sample.id, (tx) => keepAnswer(tx, sample.id, once.key, response));
}

/** Loads the usual sample up to today. Asked again under its key it is not loaded again; another load meanwhile is refused. */
export async function startSample(door: SampleDoor, once: Once): Promise<SampleLoaded> {
  const busy = running.get(door.store);
  if (busy) {
    if (busy.key !== null && busy.key === once?.key) return busy.ended;
    throw new Refusal('sample-busy');
  }
  const work = async (): Promise<SampleLoaded> => {
    const before = await answeredBefore(door, once);
    if (before) return before;
    const loaded = await loadSample(door, { ...sampleDefaults, today: null }, (done, of) =>
      Object.assign(run, { done, of }),
    );
    await keep(door, once, loaded);
    return loaded;
  };
  // The run stands before its work begins, so that nobody begins a second one.
  const { promise, resolve } = Promise.withResolvers<void>();
  const run: Run = {
    done: 0,
    of: sampleDefaults.accounts,
    key: once?.key ?? null,
    ended: promise.then(work),
  };
  running.set(door.store, run);
  resolve();
  try {
    return await run.ended;
  } finally {
    running.delete(door.store);
  }
}
