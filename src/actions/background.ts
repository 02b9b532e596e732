// The work that queued hints ask for, while a server runs. Each task looks at its workspace again and reads the facts.
import { dayAt } from '#base/zone.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { runJobs } from '#store/jobs.ts';
import type { Store } from '#store/open.ts';
import { listWorkspaces } from '#store/workspaces.ts';
import { ensureList } from './ensure-list.ts';
import { scanIdentity } from './scan-identity.ts';
import { operatorRights, type Session } from './session.ts';

type Clockwork = {
  readonly now: () => number;
  readonly random: () => number;
  readonly log: (line: string) => void;
};

async function completeList(store: Store, clockwork: Clockwork, workspaceId: string): Promise<void> {
  const { now, random } = clockwork;
  const found = (await listWorkspaces(store)).find((workspace) => workspace.id === workspaceId);
  // A workspace that is gone wants no list.
  if (!found) return;
  const session: Session = {
    ...operatorRights,
    store,
    workspaceId,
    actor: 'perene',
    door: 'system',
    now: now(),
    random,
  };
  await ensureList(session, dayAt(session.now, found.zone), false);
}

/** Starts the queue's worker; `stop` waits for the job in hand. */
export async function startBackground(
  store: Store,
  clockwork: Clockwork,
): Promise<{ stop(): Promise<void> }> {
  const tasks = {
    'complete-list': (workspaceId: string) => completeList(store, clockwork, workspaceId),
    'scan-identity': (workspaceId: string) =>
      inWorkspace(store, workspaceId, (tx) => scanIdentity(tx, { workspaceId, now: clockwork.now() })),
  };
  return runJobs(store, tasks, clockwork.log);
}
