// What the first value is for the customers of this firm, in its own words: asked once, told as a fact of the firm.
import { uuidv7 } from '#base/id.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lastFirmFact } from '#store/workspace-facts.ts';
import { must, type Session } from './session.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

export type FirstValueTold = { readonly text: string | null; readonly skipped: boolean };

const type = 'first-value-told';

/** As it was told by an instant (ms). */
export async function firstValueAsOf(tx: Tx, workspaceId: string, asOf: number): Promise<FirstValueTold> {
  const told = await lastFirmFact(tx, workspaceId, type, asOf);
  return { text: told?.texts['text'] ?? null, skipped: told?.body['skipped'] === true };
}

/** As last told. */
export async function readFirstValue(session: Session): Promise<FirstValueTold> {
  must(session, 'accounts.read');
  return await inWorkspace(session.store, session.workspaceId, (tx) =>
    firstValueAsOf(tx, session.workspaceId, session.now),
  );
}

/** Tells it; a null text says that the question was skipped, and leaves a text that was told before as it is. */
export async function tellFirstValue(session: Session, text: string | null): Promise<FirstValueTold> {
  must(session, 'method.write');
  const { workspaceId, actor, door, now } = session;
  return await inWorkspace(session.store, workspaceId, async (tx) => {
    const before = await firstValueAsOf(tx, workspaceId, now);
    if (text === null && before.text !== null) return before;
    await writeWorkspaceFacts(tx, { ...session, importId: null }, [
      {
        accountId: null,
        type,
        body: text === null ? { skipped: true } : { text, skipped: false },
        occurredAt: now,
        knownAt: null,
        correctedAt: null,
        hindsight: false,
        dated: false,
        source: 'perene:screen',
        externalId: 'first-value',
      },
    ]);
    const auditId = uuidv7(now, session.random);
    const detail = { skipped: text === null };
    await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'tell-first-value', detail });
    return await firstValueAsOf(tx, workspaceId, now);
  });
}
