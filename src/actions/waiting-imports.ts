// Imports that were read and never recorded: a person closed the door in between. Nothing of them counts until
// somebody says so.
import { listImports } from '#store/imports.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { must, type Session } from './session.ts';

export type WaitingImport = { readonly id: string; readonly file: string; readonly today: string };

/** The staged imports of a workspace, newest first, at most 20. */
export async function waitingImports(session: Session): Promise<WaitingImport[]> {
  must(session, 'data.import');
  const rows = await inWorkspace(session.store, session.workspaceId, (tx) =>
    listImports(tx, session.workspaceId, { state: 'staged', limit: 20 }),
  );
  return rows.map(({ importId, fileName, today }) => ({ id: importId, file: fileName, today }));
}
