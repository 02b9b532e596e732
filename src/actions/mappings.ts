// Mappings that were saved when a draft was committed: what was said of a sheet, used by itself for the next one with the
// same headers.
import { isUuid } from '#base/id.ts';
import type { Choice } from '#connectors/sheet/choices.ts';
import { deleteMapping, listMappings } from '#store/drafts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

export type Mapping = {
  readonly id: string;
  /** Name of the file it was last used for. */
  readonly name: string;
  /** What the sheet was said to be; null: that was not said. */
  readonly kind: string | null;
  /** Header → field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Questions that were answered, with the option. */
  readonly answers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 (UTC). */
  readonly savedAt: number;
};

const shown = 200;

/** The saved mappings, those used last first. */
export async function readMappings(session: Session): Promise<Mapping[]> {
  must(session, 'data.import');
  const rows = await inWorkspace(session.store, session.workspaceId, (tx) =>
    listMappings(tx, session.workspaceId, shown),
  );
  return rows.map(({ mappingId, name, choice, savedAt }) => {
    const { kind = null, columns = {}, asks = {} } = choice as Choice;
    return { id: mappingId, name, kind, columns, answers: asks, savedAt };
  });
}

/** Forgets a mapping; refuses with `mapping-not-found` when there is none of this id. */
export async function forgetMapping(session: Session, id: string): Promise<void> {
  must(session, 'data.import');
  const gone =
    isUuid(id) &&
    (await inWorkspace(session.store, session.workspaceId, (tx) =>
      deleteMapping(tx, session.workspaceId, id),
    ));
  if (!gone) throw new Refusal('mapping-not-found', { mapping: id });
}
