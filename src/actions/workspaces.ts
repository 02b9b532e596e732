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

/** All workspaces, oldest first; a base without one of the firm's own gets it: a sample is nobody's. */
async function withOwn(store: Store, now: number, random: () => number): Promise<readonly Workspace[]> {
  const found = await listWorkspaces(store);
  if (found.some(({ sample }) => !sample)) return found;
  await openFirst(store, now, random);
  return listWorkspaces(store);
}

/**
 * Every workspace with its number of customers (those that `seen` leaves, by the owner's key), oldest first; a fresh base
 * gets its first one.
 */
export async function readWorkspaces(
  store: Store,
  now: number,
  random: () => number,
  seen: (workspaceId: string) => string | null = () => null,
): Promise<WorkspaceHead[]> {
  const found = await withOwn(store, now, random);
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

/** The workspace of a name (slug or id); without one the first that is no sample. */
export async function chooseWorkspace(
  store: Store,
  name: string | undefined,
  now: number,
  random: () => number,
): Promise<Workspace> {
  const found = await withOwn(store, now, random);
  const chosen = found.find(({ id, slug, sample }) =>
    name === undefined ? !sample : slug === name || id === name,
  );
  if (!chosen)
    throw new Refusal('workspace-not-found', {
      workspace: name ?? '',
      known: found.map((w) => w.slug).join(', '),
    });
  return chosen;
}

/** For who only looks and names none: the sample, where the firm has no customers of its own yet; else as above. */
export async function chooseToRead(
  store: Store,
  name: string | undefined,
  now: number,
  random: () => number,
): Promise<Workspace> {
  const own = await chooseWorkspace(store, name, now, random);
  if (name !== undefined) return own;
  const accounts = await inWorkspace(store, own.id, (tx) => countAccounts(tx, own.id));
  if (accounts > 0) return own;
  return (await listWorkspaces(store)).find(({ sample }) => sample) ?? own;
}
