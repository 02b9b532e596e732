// Once a day: forgets what is kept for a time only. Nothing that cannot be made again, and nothing still promised.
import { formatDay, type Day } from '#base/day.ts';
import { forgetDrafts } from '#store/drafts.ts';
import { forgetAnswers } from '#store/idempotency.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { forgetListsBefore } from '#store/lists.ts';
import type { Session } from './session.ts';

/** How long a request of the same idempotency key is answered from memory (ms). */
const answersKeptMs = 7 * 86_400_000;
/** How long a draft that nobody touches is kept (ms). */
const draftsKeptMs = 30 * 86_400_000;
/** Days whose lists are kept; older ones are made again when somebody asks. */
const listsKeptDays = 8;

/** Forgets answers past their promise and lists of days long past. */
export async function tidy(session: Session, today: Day): Promise<void> {
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    await forgetDrafts(tx, session.workspaceId, session.now - draftsKeptMs);
    await forgetAnswers(tx, session.workspaceId, session.now - answersKeptMs);
    await forgetListsBefore(tx, session.workspaceId, formatDay(today - listsKeptDays + 1));
  });
}
