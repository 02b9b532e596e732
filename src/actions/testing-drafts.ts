// For tests of drafts: a draft begun with one file, committed and waited for, and what a refusal is told by.
import assert from 'node:assert/strict';
import { commitDraft } from './draft-commit.ts';
import { commitEnded } from './draft-runs.ts';
import { lookAt } from './draft-trial.ts';
import { wholeDraft } from './draft-whole.ts';
import { addFile, beginDraft, readDraft } from './drafts.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

export const log = (line: string): void => assert.fail(line);

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
export const text = (lines: string): Uint8Array => Buffer.from(lines);

export async function drafted(by: Session, bytes: Uint8Array, name = 'clientes.csv') {
  const id = await beginDraft(by, undefined, null);
  return { id, table: await addFile(by, id, name, once(bytes)) };
}

/** Commits a draft and answers the ids to undo it by. */
export async function committed(by: Session, id: string): Promise<readonly string[]> {
  await commitDraft(by, id, log);
  await commitEnded(by.store, id);
  const { draft } = await readDraft(by, id);
  assert.equal(draft.state, 'committed', JSON.stringify(draft.failure));
  return (draft.result as { imports: string[] }).imports;
}

/** What a draft would change and what it asks. */
export const looked = async (by: Session, id: string) => lookAt(by, await wholeDraft(by, id, 'pt-BR'));

export const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
