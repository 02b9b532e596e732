// Wake-up hints for work that may wait: queued in the same transaction as the facts that ask for it. A hint may be
// lost, late or doubled; what is to be done is always read from the facts.
import { Logger, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import type { Store } from './open.ts';

/** Kinds of background work; the server has one task for each. */
export const jobKinds = ['complete-list', 'scan-identity', 'read-notes'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Queues one job of a kind for a workspace; one that waits already is replaced. */
export async function enqueue(tx: Tx, kind: JobKind, workspaceId: string): Promise<void> {
  const ids = JSON.stringify({ workspace: workspaceId });
  await sql`select jobs.enqueue(${kind}, ${`${kind}:${workspaceId}`}, ${ids}::json)`.execute(tx);
}

/** The queue's own words, kept to what went wrong: a quiet terminal means that all is well. */
function failuresOnly(log: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log(message);
  });
}

function workspaceOf(payload: unknown): string {
  const named = (payload as { workspace?: unknown } | null)?.workspace;
  return typeof named === 'string' ? named : '';
}

/** Runs queued jobs one at a time until stopped; `stop` waits for the job in hand. Each task gets the workspace's id. */
export async function runJobs(
  store: Store,
  tasks: Readonly<Record<JobKind, (workspaceId: string) => Promise<void>>>,
  log: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {};
  for (const kind of jobKinds) taskList[kind] = (payload) => tasks[kind](workspaceOf(payload));
  const runner = await run({
    pgPool: store.jobsPool(),
    schema: 'jobs',
    taskList,
    parsedCronItems: [],
    noHandleSignals: true,
    concurrency: 1,
    logger: failuresOnly(log),
  });
  return { stop: () => runner.stop() };
}
