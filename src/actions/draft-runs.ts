// Commits of drafts that are under way in this process. Nobody else knows of them: a process that dies leaves its drafts open.
import type { Store } from '#store/open.ts';
import { Refusal } from './refusal.ts';

export type Run = {
  /** Rows done, of all included tables. */
  done: number;
  readonly total: number;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
};
const running = new WeakMap<Store, Map<string, Run>>();

/** The commits under way over a store, by draft. */
export function runsOf(store: Store): Map<string, Run> {
  const known = running.get(store) ?? new Map<string, Run>();
  running.set(store, known);
  return known;
}

/** How far the commit of a draft is, in rows; null when none is under way here. */
export function commitProgress(store: Store, draftId: string): Progress | null {
  return progressOf(runsOf(store).get(draftId));
}

/** Rows done and rows in all. */
export type Progress = { readonly done: number; readonly total: number };
export const progressOf = (run: Run | undefined): Progress | null =>
  run ? { done: run.done, total: run.total } : null;

/** Refuses with `draft-busy` while a draft is being committed. */
export function notCommitting(store: Store, draftId: string): void {
  if (runsOf(store).has(draftId)) throw new Refusal('draft-busy', { draft: draftId });
}

/** Waits until no commit of a draft is under way here. */
export async function commitEnded(store: Store, draftId: string): Promise<void> {
  await runsOf(store).get(draftId)?.ended;
}

/** Stops every commit under way here: a server that closes leaves its drafts open. */
export async function stopCommits(store: Store): Promise<void> {
  const runs = [...runsOf(store).values()];
  for (const run of runs) run.stop.abort();
  await Promise.all(runs.map((run) => run.ended));
}
