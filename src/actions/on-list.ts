// The list of a day, complete, for whoever reads it; and what was counted of it, from memory while it has not changed.
import type { Day } from '#base/day.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';
import { readWorkspace, type Workspace } from '#store/workspaces.ts';
import { askedDay } from './days.ts';
import { ensureList, stateOfList } from './ensure-list.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

export type ListAt = {
  readonly workspace: Workspace;
  readonly day: Day;
  readonly today: Day;
  /** Tells one state of the list from another. */
  readonly changes: number;
};

/** Reads the list of a day (ISO; today when left out) in one transaction. The list is completed first. */
export async function onList<T>(
  session: Session,
  asOf: string | undefined,
  work: (tx: Tx, at: ListAt) => Promise<T>,
): Promise<T> {
  const { store, workspaceId, now } = session;
  for (let completed: Day | null = null; ;) {
    const done: { read: T } | { lacking: Day } = await inWorkspace(store, workspaceId, async (tx) => {
      const workspace = await readWorkspace(tx);
      if (!workspace) throw new Refusal('workspace-not-found', { workspace: workspaceId });
      const { day, today } = askedDay(asOf, now, workspace.zone);
      const state = await stateOfList(tx, session, day);
      if (!state.complete && completed !== day) return { lacking: day };
      return { read: await work(tx, { workspace, day, today, changes: state.changes }) };
    });
    if ('read' in done) return done.read;
    await ensureList(session, done.lacking, false);
    completed = done.lacking;
  }
}

type Known = { readonly changes: number; readonly value: unknown };
/** What was counted last, by what was asked, oldest first: most readers ask what was just counted. */
const memory = new WeakMap<Store, Map<string, Known>>();
const mostKnown = 300;

/**
 * What `count` answers, from memory while the list has not changed. `changes` was read before, so what is remembered is
 * never older. `asked` holds all that the answer depends on beside the workspace, who sees what included.
 */
export async function countedOnce<T>(
  session: Session,
  { changes }: Pick<ListAt, 'changes'>,
  asked: readonly unknown[],
  count: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([session.workspaceId, ...asked]);
  const known = memory.get(session.store) ?? new Map<string, Known>();
  memory.set(session.store, known);
  const found = known.get(key);
  if (found?.changes === changes) return found.value as T;
  const value = await count();
  known.delete(key);
  known.set(key, { changes, value });
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break;
    known.delete(oldest);
  }
  return value;
}
