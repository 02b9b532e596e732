// A command's way to the base: joins the store (starting it when nobody runs it) as the local operator.
import { chooseToRead, chooseWorkspace, type Workspace } from '#actions/workspaces.ts';
import { operatorRights, type Session } from '#actions/session.ts';
import { openStore, type Store } from '#store/open.ts';
import type { Terminal } from './terminal.ts';

export type Joined = { readonly store: Store; readonly session: Session; readonly workspace: Workspace };

/** Runs `work` over the base of this home and leaves it as it was found. Who only looks may be shown the sample. */
export async function joined<T>(
  terminal: Terminal,
  workspaceName: string | undefined,
  work: (joined: Joined) => Promise<T>,
  only: 'writes' | 'looks' = 'writes',
): Promise<T> {
  const now = terminal.now();
  const store = await openStore({
    home: terminal.home,
    now,
    ...(terminal.databaseUrl === undefined ? {} : { databaseUrl: terminal.databaseUrl }),
  });
  try {
    const choose = only === 'looks' ? chooseToRead : chooseWorkspace;
    const workspace = await choose(store, workspaceName, now, terminal.random);
    const session: Session = {
      ...operatorRights,
      store,
      workspaceId: workspace.id,
      actor: 'operator',
      door: 'cli',
      now,
      random: terminal.random,
    };
    return await work({ store, session, workspace });
  } finally {
    await store.close();
  }
}
