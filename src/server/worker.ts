// Runs queued jobs beside the server: each is a hint to look at a workspace again; the work itself reads the facts.
import { run, type TaskList } from 'graphile-worker';
import { dayAt } from '#base/zone.ts';
import { ensureList } from '#actions/ensure-list.ts';
import type { Session } from '#actions/session.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import type { JobKind } from '#store/jobs.ts';
import type { Store } from '#store/open.ts';

type Clockwork = { readonly now: () => number; readonly random: () => number; readonly log: (line: string) => void };

async function completeList(store: Store, clockwork: Clockwork, workspaceId: string): Promise<void> {
  const { now, random } = clockwork;
  const found = (await readWorkspaces(store, now(), random)).find((workspace) => workspace.id === workspaceId);
  // A workspace that is gone wants no list.
  if (!found) return;
  const session: Session = { store, workspaceId, actor: 'perene', door: 'system', now: now(), random };
  await ensureList(session, dayAt(session.now, found.zone), false);
}

const workspaceOf = (payload: unknown): string => String((payload as { workspace?: unknown }).workspace ?? '');

/** Starts the worker; `stop` waits for the job in hand. */
export async function startWorker(store: Store, clockwork: Clockwork): Promise<{ stop(): Promise<void> }> {
  const tasks: Record<JobKind, (payload: unknown) => Promise<void>> = {
    'complete-list': (payload) => completeList(store, clockwork, workspaceOf(payload)),
  };
  const runner = await run({
    pgPool: store.jobsPool(),
    schema: 'jobs',
    taskList: tasks as TaskList,
    parsedCronItems: [],
    noHandleSignals: true,
    concurrency: 1,
  });
  return { stop: () => runner.stop() };
}
