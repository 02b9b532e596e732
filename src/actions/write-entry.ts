// What a person writes on a customer: checked against the method and the account, recorded as one fact, decided at once.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { dayAt, startOfDay } from '#base/zone.ts';
import type { FactInput } from '#domain/facts/envelope.ts';
import { recordedEvents } from '#domain/facts/recorded-events.ts';
import type { Method } from '#domain/method/schema.ts';
import type { Frame } from '#domain/profile/shape.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { memberNames } from '#store/people.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { askedDay } from './days.ts';
import { openAccount } from './open-account.ts';
import { checkFacts, recordIn, type Recorded } from './record-facts.ts';
import { Refusal } from './refusal.ts';
import { checkOwner, dueBody, giveTo, ownAction, refuseEnded, type DueBody } from './task-checks.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';
import { seenRoots } from './seen.ts';

/** Facts that a person wrote here bear this source or that mark; only they can be taken back one by one. */
export const screenSource = 'perene:screen';
/** The outside id of a fact by hand that had to be told under another source begins so. */
export const handMark = 'perene:screen:';

export type Entry =
  | { readonly kind: 'talk'; readonly channel: 'phone' | 'whatsapp' | 'email' | 'meeting' }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'meeting';
      readonly meeting: 'check_in' | 'kick_off' | 'qbr' | 'training' | 'renewal' | 'other';
      readonly invited?: number | undefined;
      readonly attended?: number | undefined;
      readonly outcome?: 'positive' | 'neutral' | 'negative' | undefined;
      readonly notes?: string | undefined;
    }
  | {
      readonly kind: 'pulse';
      readonly verdict: 'green' | 'yellow' | 'red';
      readonly reason?: string | undefined;
    }
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly family?: string | undefined;
      readonly note?: string | undefined;
    }
  | { readonly kind: 'promise'; readonly what: string; readonly dueOn?: string | undefined }
  | {
      readonly kind: 'task';
      readonly what: string;
      readonly owner?: string | undefined;
      readonly dueOn?: string | undefined;
      readonly dueTime?: string | undefined;
    }
  | {
      readonly kind: 'milestone';
      readonly track: string;
      readonly milestone: string;
      readonly proof?: { readonly kind: 'number' | 'file' | 'link'; readonly text: string } | undefined;
    }
  | { readonly kind: 'stage'; readonly track: string; readonly stage: string }
  | {
      readonly kind: 'offer';
      readonly offer: string;
      readonly outcome: 'proposed' | 'accepted' | 'refused';
      readonly reason?: string | undefined;
      readonly cents?: number | undefined;
    };
type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

/** What the checks of an entry read; `tracks` is null where the entry is about none. */
type Known = {
  readonly method: Method;
  readonly day: Day;
  readonly currency: string;
  readonly tracks: Tracks | null;
  /** Until when a task is due. */
  readonly due: DueBody;
};
type Tracks = ReadonlyMap<
  string,
  { readonly scope: string; readonly milestones: ReadonlyMap<string, boolean> }
>;
type Told = { readonly type: FactInput['type']; readonly body: Readonly<Record<string, unknown>> };

type Fault = 'entry-unknown' | 'entry-due-past' | 'entry-proof' | 'entry-delivered' | 'entry-attended';

/** Refuses a field of an entry, named by its path. */
function wrong(fault: Fault, path: string, value: string): never {
  throw new Refusal(fault, { value }, [{ path: `entry.${path}`, code: fault, message: value }]);
}

function oneOf(path: string, key: string, keys: readonly string[]): string {
  return keys.includes(key) ? key : wrong('entry-unknown', path, key);
}

/** A conversation in both directions: a call, a meeting, or a message that was answered. */
function talkOf({ channel }: EntryOf<'talk'>): Told {
  if (channel === 'phone') return { type: 'call-held', body: { direction: 'out' } };
  if (channel === 'meeting') return { type: 'meeting-held', body: { meeting: 'other' } };
  return { type: 'message-exchanged', body: { channel, direction: 'out', replied: true } };
}

function meetingOf({ meeting, invited, attended, outcome, notes }: EntryOf<'meeting'>): Told {
  const body = { meeting, invited, attended, outcome, notes: notes || undefined };
  if (body.invited !== undefined && (body.attended ?? 0) > body.invited)
    wrong('entry-attended', 'attended', String(body.attended));
  return { type: 'meeting-held', body };
}

function promiseOf({ what, dueOn }: EntryOf<'promise'>, { day }: Known, id: string): Told {
  if (dueOn !== undefined) {
    const due = parseDay(dueOn);
    if (due === null) throw new Refusal('day-invalid', { value: dueOn });
    if (due < day) wrong('entry-due-past', 'dueOn', dueOn);
  }
  return { type: 'promise-made', body: { promise: id, what, dueOn } };
}

function trackOf(key: string, { tracks }: Known) {
  return tracks?.get(key) ?? wrong('entry-unknown', 'track', key);
}

function proofOf(proof: EntryOf<'milestone'>['proof']): Readonly<Record<string, unknown>> {
  if (proof === undefined) return {};
  const { kind, text } = proof;
  if (kind === 'number') {
    const value = Number(text.replace(',', '.'));
    if (text.trim() === '' || !Number.isFinite(value)) wrong('entry-proof', 'proof.text', text);
    return { proof: kind, proofValue: value };
  }
  if (kind === 'link' && !/^https?:\/\/\S+\.\S+$/i.test(text)) wrong('entry-proof', 'proof.text', text);
  return { proof: kind, proofText: text };
}

function milestoneOf(entry: EntryOf<'milestone'>, known: Known): Told {
  const delivered = trackOf(entry.track, known).milestones.get(entry.milestone);
  if (delivered === undefined) wrong('entry-unknown', 'milestone', entry.milestone);
  if (delivered) wrong('entry-delivered', 'milestone', entry.milestone);
  const { track, milestone } = entry;
  return { type: 'milestone-delivered', body: { milestone, track, ...proofOf(entry.proof) } };
}

function stageOf({ track, stage }: EntryOf<'stage'>, known: Known): Told {
  const { scope } = trackOf(track, known);
  oneOf(
    'stage',
    stage,
    known.method.stages.map(({ key }) => key),
  );
  return { type: 'stage-confirmed', body: { track, scope, stage } };
}

function offerOf(entry: EntryOf<'offer'>, { method, currency }: Known): Told {
  const offer = oneOf(
    'offer',
    entry.offer,
    method.offers.map(({ key }) => key),
  );
  if (entry.outcome === 'refused') {
    if (entry.reason === undefined) return { type: 'offer-refused', body: { offer } };
    const reason = oneOf('reason', entry.reason, refusalReasons(method));
    return { type: 'offer-refused', body: { offer, reason } };
  }
  const money = entry.cents === undefined ? {} : { cents: entry.cents, currency };
  const type = entry.outcome === 'accepted' ? ('offer-accepted' as const) : ('offer-proposed' as const);
  return { type, body: { offer, ...money } };
}

/** Reasons for which an offer may be refused: those of the phase that makes offers. */
export function refusalReasons(method: Method): readonly string[] {
  return method.reasons.filter(({ stage }) => stage === 'expansion').map(({ key }) => key);
}

function toldBy(entry: Entry, known: Known, id: string): Told {
  switch (entry.kind) {
    case 'talk':
      return talkOf(entry);
    case 'note':
      return { type: 'note-written', body: { text: entry.text } };
    case 'meeting':
      return meetingOf(entry);
    case 'pulse':
      return { type: 'pulse-taken', body: { verdict: entry.verdict, reason: entry.reason || undefined } };
    case 'event': {
      oneOf('event', entry.event, recordedEvents);
      const families = known.method.families.map(({ key }) => key);
      if (entry.family !== undefined) oneOf('family', entry.family, families);
      return {
        type: 'event-recorded',
        body: { event: entry.event, family: entry.family, note: entry.note || undefined },
      };
    }
    case 'task': {
      const { what, owner } = entry;
      return { type: 'task-opened', body: { task: id, action: ownAction, what, owner, ...known.due } };
    }
    case 'promise':
      return promiseOf(entry, known, id);
    case 'milestone':
      return milestoneOf(entry, known);
    case 'stage':
      return stageOf(entry, known);
    case 'offer':
      return offerOf(entry, known);
  }
}

type ToChoose = {
  readonly method: Method;
  readonly giveTo: readonly string[];
  readonly names: Readonly<Record<string, string>>;
};

/** The method in force and the people of ours, for what a person may choose from. */
export async function entryMethod(session: Session): Promise<ToChoose> {
  must(session, 'facts.write');
  const { store, workspaceId, now } = session;
  return await inWorkspace(store, workspaceId, async (tx) => ({
    method: (await runningMethod(tx, workspaceId, now)).compiled.method,
    giveTo: await giveTo(tx, session),
    names: await memberNames(tx, workspaceId),
  }));
}

/** The tracks that a person moves: those of renewals follow their contracts. */
async function tracksOf(session: Session, accountId: string): Promise<Tracks> {
  const { profile } = await openAccount(session, accountId, undefined);
  return new Map(
    profile.tracks
      .filter(({ scope }) => scope !== 'contract')
      .map(({ key, scope, milestones }) => [
        key,
        { scope, milestones: new Map(milestones.map((one) => [one.key, one.deliveredOn !== null])) },
      ]),
  );
}

/** Until when a task is due, once it is sure that its owner may have it; of other entries nothing. */
async function dueOf(
  tx: Tx,
  session: Session,
  accountId: string,
  entry: Entry,
  frame: Frame,
): Promise<DueBody> {
  if (entry.kind !== 'task') return {};
  const { owner, dueOn = null, dueTime = null } = entry;
  const roots = await seenRoots(tx, session, [accountId]);
  if (owner !== undefined) await checkOwner(tx, session, owner, [...roots.values()]);
  return dueBody({ dueOn, dueTime, withinHours: null }, session.now, frame);
}

const aboutTracks: ReadonlySet<Entry['kind']> = new Set(['milestone', 'stage']);

/**
 * Records what a person wrote on an account on a day (ISO; today when left out) and decides the account anew. Refuses with
 * `entry-unknown` what the method or the account does not have, with `entry-due-past`, `entry-proof`, `entry-delivered`
 * and `entry-attended` what cannot be, with `day-in-future` a day that has not come, a task as `openTasks` does.
 */
export async function writeEntry<A>(
  session: Session,
  accountId: string,
  { on, entry }: { readonly on: string | undefined; readonly entry: Entry },
  once: Once,
  answer: (recorded: Recorded) => A,
): Promise<A> {
  must(session, 'facts.write');
  const { store, workspaceId, now, random } = session;
  const tracks = aboutTracks.has(entry.kind) ? await tracksOf(session, accountId) : null;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const { frame } = await readSetting(tx, workspaceId);
    const { day, today } = askedDay(on, now, frame.zone);
    const { compiled } = await runningMethod(tx, workspaceId, now);
    const id = uuidv7(now, random);
    const known = { method: compiled.method, day: dayAt(now, frame.zone), currency: frame.currency, tracks };
    const told = toldBy(entry, { ...known, due: await dueOf(tx, session, accountId, entry, frame) }, id);
    const body = Object.fromEntries(Object.entries(told.body).filter(([, value]) => value !== undefined));
    const occurredAt = new Date(day === today ? now : startOfDay(day, frame.zone)).toISOString();
    const inputs = checkFacts([
      { type: told.type, body, source: screenSource, externalId: id, occurredAt, account: { id: accountId } },
    ]);
    const asked = once && { key: once.key, request: ['entry', accountId, formatDay(day), once.request] };
    const record = async (): Promise<A> => {
      const recorded = await recordIn(tx, session, inputs);
      if (entry.kind === 'task') refuseEnded(recorded);
      return answer(recorded);
    };
    return (await answeredOnce(tx, session, asked, record)).answer;
  });
}
