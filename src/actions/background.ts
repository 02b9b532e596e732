// The work that queued hints ask for, while a server runs. Each task looks at its workspace again and reads the facts.
import { dayAt } from '#base/zone.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { runJobs } from '#store/jobs.ts';
import type { Store } from '#store/open.ts';
import { listWorkspaces } from '#store/workspaces.ts';
import { ensureList } from './ensure-list.ts';
import { rereadNotes } from './reread-notes.ts';
import { scanIdentity } from './scan-identity.ts';
import { operatorRights, type Session } from './session.ts';

type Clockwork = {
  readonly now: () => number;
  readonly random: () => number;
  readonly log: (line: string) => void;
};

type Work = (session: Session, zone: string) => Promise<unknown>;

/** Does a workspace's work as the system. */
async function inside(store: Store, clockwork: Clockwork, workspaceId: string, work: Work): Promise<void> {
  const { now, random } = clockwork;
  const found = (await listWorkspaces(store)).find((workspace) => workspace.id === workspaceId);
  // A workspace that is gone wants none.
  if (!found) return;
  await work(
    { ...operatorRights, store, workspaceId, actor: 'perene', door: 'system', now: now(), random },
    found.zone,
  );
}

const completeList: Work = (session, zone) => ensureList(session, dayAt(session.now, zone), false);

/** Starts the queue's worker; `stop` waits for the job in hand. */
export async function startBackground(
  store: Store,
  clockwork: Clockwork,
): Promise<{ stop(): Promise<void> }> {
  const tasks = {
    'complete-list': (workspaceId: string) => inside(store, clockwork, workspaceId, completeList),
    'read-notes': (workspaceId: string) => inside(store, clockwork, workspaceId, rereadNotes),
    'scan-identity': (workspaceId: string) =>
      inWorkspace(store, workspaceId, (tx) => scanIdentity(tx, { workspaceId, now: clockwork.now() })),
  };
  return runJobs(store, tasks, clockwork.log);
}
