// Which bases there are, and the first one of a fresh installation.
import { uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { countAccounts } from '#store/accounts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';
import { createWorkspace, listWorkspaces, type Workspace } from '#store/workspaces.ts';
import { Refusal } from './refusal.ts';

export type { Workspace } from '#store/workspaces.ts';
export type WorkspaceHead = Workspace & { readonly accounts: number; readonly today: number };

/** The slug of the workspace that a fresh installation opens. */
export const firstSlug = 'minha-empresa';

/** Every workspace with its number of customers (those that `seen` leaves, by the owner's key), oldest first; a fresh base gets its first one. */
export async function readWorkspaces(
  store: Store,
  now: number,
  random: () => number,
  seen: (workspaceId: string) => string | null = () => null,
): Promise<WorkspaceHead[]> {
  let found = await listWorkspaces(store);
  if (found.length === 0) {
    await openFirst(store, now, random);
    found = await listWorkspaces(store);
  }
  const heads: WorkspaceHead[] = [];
  for (const workspace of found) {
    const accounts = await inWorkspace(store, workspace.id, (tx) =>
      countAccounts(tx, workspace.id, seen(workspace.id)),
    );
    heads.push({ ...workspace, accounts, today: dayAt(now, workspace.zone) });
  }
  return heads;
}

async function openFirst(store: Store, now: number, random: () => number): Promise<void> {
  try {
    await createWorkspace(store, {
      id: uuidv7(now, random),
      slug: firstSlug,
      name: 'Minha empresa',
      createdAt: now,
    });
  } catch (error) {
    // Another process opened it at this moment: there is one, which is what was wanted.
    if ((error as { code?: string }).code !== '23505') throw error;
  }
}

/** The workspace of a name (slug or id); without one, the only workspace, or the first that is not a sample. */
export async function chooseWorkspace(
  store: Store,
  name: string | undefined,
  now: number,
  random: () => number,
): Promise<Workspace> {
  let found = await listWorkspaces(store);
  if (found.length === 0) {
    await openFirst(store, now, random);
    found = await listWorkspaces(store);
  }
  const chosen =
    name === undefined
      ? (found.find((workspace) => !workspace.sample) ?? found[0])
      : found.find((workspace) => workspace.slug === name || workspace.id === name);
  if (!chosen)
    throw new Refusal('workspace-not-found', {
      workspace: name ?? '',
      known: found.map((w) => w.slug).join(', '),
    });
  return chosen;
}
