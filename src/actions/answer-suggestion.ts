// A person's answer to what a note suggests: it happened, and is recorded as the event on the day of the note; or it did
// not, and no note up to that one asks again. The answer stands whatever becomes of the words, and can be taken back.
import { uuidv7 } from '#base/id.ts';
import { refusedSuggestion } from '#domain/events/events.ts';
import { membersOf } from '#store/accounts.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { standingUnder } from '#store/notes.ts';
import { setWithdrawn } from '#store/withdrawals.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { decideToday } from './decide-today.ts';
import { openAccount } from './open-account.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { roleThatLeft, type OpenSuggestion } from './suggested-events.ts';
import { readSetting } from './workspace-setting.ts';

const source = 'perene:screen';

export type SuggestionAnswer = {
  readonly event: string;
  readonly happened: boolean;
  /** Who left (`id` of one of those it may be), where the event is of a person and several may be meant. */
  readonly contact?: string | undefined;
};
/** What takes the answer back. */
export type Answered = { readonly answer: string };

type Told = {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly source: string;
};

/** The facts that an answer is recorded as. Who left is told under the source that knows the person. */
function factsOf(open: OpenSuggestion, { happened, contact }: SuggestionAnswer): readonly Told[] {
  const { event, family, who } = open;
  if (!happened) return [{ type: 'event-closed', body: { event, reason: refusedSuggestion }, source }];
  const role = roleThatLeft[event];
  if (role === undefined)
    return [{ type: 'event-recorded', body: { event, ...(family === null ? {} : { family }) }, source }];
  const left = who.length === 1 ? who[0] : who.find(({ id }) => id === contact);
  if (left) return [{ type: 'contact-left', body: { contact: left.contact }, source: left.source }];
  if (who.length > 0) throw new Refusal('suggestion-who');
  // Nobody of that role was known: somebody had it, and is gone.
  const unknown = `unnamed:${role}`;
  return [
    { type: 'contact-joined', body: { contact: unknown, role }, source },
    { type: 'contact-left', body: { contact: unknown }, source },
  ];
}

const answerId = ({ event, occurredAt }: OpenSuggestion): string => `suggestion:${event}:${occurredAt}`;

/** Records the answer and decides the customer anew; refuses with `suggestion-not-open` what asks nothing (any more). */
export async function answerSuggestion(
  session: Session,
  accountId: string,
  told: SuggestionAnswer,
  once: Once,
): Promise<Answered> {
  must(session, 'facts.write');
  const { account, suggested } = await openAccount(session, accountId, undefined);
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const open = suggested.find(({ event }) => event === told.event);
      if (!open) throw new Refusal('suggestion-not-open');
      const id = answerId(open);
      const occurredAt = new Date(open.occurredAt).toISOString();
      const facts = factsOf(open, told).map((fact) => ({
        ...fact,
        externalId: id,
        occurredAt,
        account: { id: account.accountId },
      }));
      await recordIn(tx, session, checkFacts(facts));
      return { answer: id };
    });
    return answer;
  });
}

const answerTypes = ['event-recorded', 'event-closed', 'contact-joined', 'contact-left'];

/** Takes an answer back: the suggestion asks again. */
export async function takeBackAnswer(
  session: Session,
  accountId: string,
  answer: string,
  once: Once,
): Promise<Answered> {
  must(session, 'facts.write');
  const { workspaceId } = session;
  const { account } = await openAccount(session, accountId, undefined);
  return inWorkspace(session.store, workspaceId, async (tx) => {
    const done = await answeredOnce(tx, session, once, async () => {
      await withdraw(tx, session, account.accountId, answer);
      return { answer };
    });
    return done.answer;
  });
}

async function withdraw(tx: Tx, session: Session, root: string, answer: string): Promise<void> {
  const { workspaceId, actor, door, now } = session;
  await lockAccounts(tx, workspaceId, [root]);
  const members = (await membersOf(tx, workspaceId, [root])).map((row) => row.accountId);
  const asked = answer.startsWith('suggestion:') ? answer : '';
  const standing = await standingUnder(tx, workspaceId, members, answerTypes, asked);
  if (standing.length === 0) throw new Refusal('suggestion-not-open');
  await setWithdrawn(tx, workspaceId, standing, { withdrawn: true, importId: null, actor, door, now });
  const setting = await readSetting(tx, workspaceId);
  await refold(tx, workspaceId, setting.frame.zone, [root]);
  // What was withdrawn was never true here, on any day.
  await dropCheckpoints(tx, workspaceId, [{ accountId: root, from: '1900-01-01' }]);
  await decideToday(tx, session, [root], setting);
  const auditId = uuidv7(now, session.random);
  const detail = { account: root, answer };
  await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'take-back-answer', detail });
}
