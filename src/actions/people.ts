// People of a workspace: who there is, invitations by link, roles, leaving. Who may do it to whom is `domain/access`.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isUuid, uuidv7 } from '#base/id.ts';
import { linkLastsMs, mayBeLimited, mayBeWithoutMoney, mayGive, type Role } from '#domain/access/roles.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import {
  changeMember,
  insertMember,
  memberById,
  members,
  membershipsOf,
  type MemberRow,
} from '#store/members.ts';
import { memberNames } from '#store/people.ts';
import { signInOf } from '#store/sign-in.ts';
import { readWorkspace } from '#store/workspaces.ts';
import { passOnAll } from './leaving.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

export type Person = {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly memberKey: string | null;
  readonly sees: 'all' | 'own';
  readonly seesMoney: boolean;
  /** `invited` until the link was used; `expired`: it was not, in time. */
  readonly state: 'active' | 'invited' | 'expired';
  /** The open link ends then (ms); null: none is open. */
  readonly linkUntil: number | null;
};
export type People = {
  readonly people: readonly Person[];
  /** People the facts speak of: key → name. */
  readonly inFacts: Readonly<Record<string, string>>;
};
/** A link that opens once. The token is said here and never again. */
export type OpenLink = { readonly id: string; readonly token: string; readonly until: number };

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const secretBytes = 24;

/** Workspace, person and secret in one word for an address. */
function tokenOf(workspaceId: string, memberId: string, secret: Buffer): string {
  return Buffer.concat([bytesOf(workspaceId), bytesOf(memberId), secret]).toString('base64url');
}

const hashOf = (secret: Buffer): string => createHash('sha256').update(secret).digest('hex');

/** What a token names; null for anything that is none of ours. */
export function readToken(token: string): { workspaceId: string; memberId: string; hash: string } | null {
  if (!/^[\w-]{74,75}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 32 + secretBytes) return null;
  const [workspaceId, memberId] = [idOf(bytes.subarray(0, 16)), idOf(bytes.subarray(16, 32))];
  return isUuid(workspaceId) && isUuid(memberId)
    ? { workspaceId, memberId, hash: hashOf(bytes.subarray(32)) }
    : null;
}

/** Whether a person's open link is the one with this hash, at an instant (ms). */
export function opens(person: MemberRow | null, hash: string, now: number): person is MemberRow {
  if (person === null || person.linkHash === null || (person.linkUntil ?? 0) <= now) return false;
  return timingSafeEqual(Buffer.from(person.linkHash), Buffer.from(hash));
}

function personOf(row: MemberRow, now: number): Person {
  const open = row.linkHash !== null && (row.linkUntil ?? 0) > now;
  return {
    id: row.id,
    userId: row.userId,
    email: row.email,
    name: row.name,
    role: row.role,
    memberKey: row.memberKey,
    sees: row.sees,
    seesMoney: row.seesMoney,
    state: row.acceptedAt !== null ? 'active' : open ? 'invited' : 'expired',
    linkUntil: open ? row.linkUntil : null,
  };
}

export async function listPeople(session: Session): Promise<People> {
  must(session, 'people.read');
  return inWorkspace(session.store, session.workspaceId, async (tx) => ({
    people: (await members(tx, session.workspaceId)).map((row) => personOf(row, session.now)),
    inFacts: await memberNames(tx, session.workspaceId),
  }));
}

/** Refuses what the role of who acts may not do to that role. */
function mustGive(session: Session, role: Role): void {
  must(session, 'people.manage');
  if (!mayGive(session.role, role)) throw new Refusal('not-allowed', { capability: 'people.own' });
}

export async function auditPeople(
  tx: Tx,
  session: Pick<Session, 'workspaceId' | 'actor' | 'door' | 'now' | 'random'>,
  verb: string,
  detail: unknown,
): Promise<void> {
  const { workspaceId, actor, door, now, random } = session;
  await insertAudit(tx, workspaceId, { auditId: uuidv7(now, random), at: now, actor, door, verb, detail });
}

/** An e-mail as it is kept; refuses with `email-invalid` what is none. */
export function emailOf(typed: string): string {
  const email = typed.trim().toLowerCase();
  if (!/^[^\s@\0]+@[^\s@.\0]+(\.[^\s@.\0]+)+$/.test(email) || email.length > 200)
    throw new Refusal('email-invalid', { email: typed.slice(0, 80) });
  return email;
}

export type Invited = {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly memberKey: string | null;
  readonly sees: 'all' | 'own';
  readonly seesMoney: boolean;
};

/** Refuses to limit who may not be, or who is nobody in the facts. */
function checkLimit(person: Omit<Invited, 'email' | 'name'>): void {
  if (person.sees === 'own' && (person.memberKey === null || !mayBeLimited(person.role)))
    throw new Refusal('limit-not-possible');
  if (!person.seesMoney && !mayBeWithoutMoney(person.role)) throw new Refusal('money-not-hideable');
}

/**
 * Invites a person by a link to copy; refuses with `member-exists` who is here already, and with `sample-without-people`
 * in a base of invented data, which belongs to whoever owns a base beside it.
 */
export async function invitePerson(session: Session, invited: Invited): Promise<OpenLink> {
  mustGive(session, invited.role);
  checkLimit(invited);
  const { workspaceId, now } = session;
  const email = emailOf(invited.email);
  const id = uuidv7(now, session.random);
  const secret = randomBytes(secretBytes);
  const until = now + linkLastsMs;
  await inWorkspace(session.store, workspaceId, async (tx) => {
    if ((await readWorkspace(tx))?.sample === true) throw new Refusal('sample-without-people');
    const row = { ...invited, id, email, userId: null, invitedAt: now };
    await insertMember(tx, workspaceId, { ...row, linkHash: hashOf(secret), linkUntil: until });
    await auditPeople(tx, session, 'invite-person', { member: id, role: invited.role });
  }).catch((error: unknown) => {
    throw (error as { code?: string }).code === '23505' ? new Refusal('member-exists', { email }) : error;
  });
  return { id, token: tokenOf(workspaceId, id, secret), until };
}

const notFound = (id: string): Refusal => new Refusal('member-not-found', { member: id });

/** The person, locked; refuses one who is not here and one whose role who acts may not touch. */
async function personToManage(tx: Tx, session: Session, id: string): Promise<MemberRow> {
  const row = isUuid(id) ? await memberById(tx, session.workspaceId, id) : null;
  if (row === null) throw notFound(id);
  mustGive(session, row.role);
  return row;
}

/** Refuses what would leave the workspace without an owner. The owners are locked one after the other. */
async function mustKeepAnOwner(tx: Tx, session: Session, leaving: MemberRow): Promise<void> {
  if (leaving.role !== 'owner' || leaving.acceptedAt === null) return;
  const owners = (await members(tx, session.workspaceId, true)).filter(
    (row) => row.role === 'owner' && row.acceptedAt !== null && row.id !== leaving.id,
  );
  if (owners.length === 0) throw new Refusal('last-owner');
}

export type PersonChange = {
  readonly role?: Role;
  readonly memberKey?: string | null;
  readonly sees?: 'all' | 'own';
  readonly seesMoney?: boolean;
};

/** Changes a person's role, who they are in the facts and what they see; acts from the next request on. */
export async function changePerson(session: Session, id: string, change: PersonChange): Promise<Person> {
  must(session, 'people.manage');
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const row = await personToManage(tx, session, id);
    if (change.role !== undefined && change.role !== row.role) {
      mustGive(session, change.role);
      await mustKeepAnOwner(tx, session, row);
    }
    checkLimit({ ...row, ...change });
    await changeMember(tx, session.workspaceId, id, change);
    await auditPeople(tx, session, 'change-person', { member: id, ...change });
    return personOf({ ...row, ...change }, session.now);
  });
}

/**
 * Takes a person out: they cannot enter from now on, and sessions they hold end. Their customers and open tasks pass to `to`,
 * or to nobody (null); answers how many of each.
 */
export async function removePerson(
  session: Session,
  id: string,
  to: string | null = null,
): Promise<{ id: string; customers: number; tasks: number }> {
  must(session, 'people.manage');
  const left = await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const row = await personToManage(tx, session, id);
    await mustKeepAnOwner(tx, session, row);
    const gone = { linkHash: null, linkUntil: null, leftAt: session.now };
    await changeMember(tx, session.workspaceId, id, gone);
    const passed = await passOnAll(tx, session, row, to);
    await auditPeople(tx, session, 'remove-person', { member: id, ...passed });
    return { ...passed, userId: row.userId };
  });
  if (left.userId !== null) {
    const signIn = await signInOf(session.store);
    await signIn.endSessions(left.userId);
    // Who may enter nothing any more is nobody's user: the name, e-mail and password go.
    if ((await membershipsOf(session.store, left.userId)).length === 0) await signIn.removeUser(left.userId);
  }
  return { id, customers: left.customers, tasks: left.tasks };
}

/**
 * A new link for a person, which closes the one before: to accept the invitation, or to choose another password. The
 * password of one who enters another workspace too is not this one's to change: `member-elsewhere`.
 */
export async function freshLink(session: Session, id: string): Promise<OpenLink> {
  must(session, 'people.manage');
  const { workspaceId, now } = session;
  const secret = randomBytes(secretBytes);
  const until = now + linkLastsMs;
  await inWorkspace(session.store, workspaceId, async (tx) => {
    const row = await personToManage(tx, session, id);
    if (row.userId !== null) await mustBeOursAlone(session, row.userId);
    await changeMember(tx, workspaceId, id, { linkHash: hashOf(secret), linkUntil: until });
    await auditPeople(tx, session, 'link-person', { member: id });
  });
  return { id, token: tokenOf(workspaceId, id, secret), until };
}

/** Refuses for a user who enters another workspace too; samples belong to whoever owns one beside them. */
export async function mustBeOursAlone(
  { store, workspaceId }: Pick<Session, 'store' | 'workspaceId'>,
  userId: string,
): Promise<void> {
  const elsewhere = (await membershipsOf(store, userId)).some(
    (one) => one.workspaceId !== workspaceId && !one.sample,
  );
  if (elsewhere) throw new Refusal('member-elsewhere');
}
