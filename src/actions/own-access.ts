// What a person does about their own way in: the first owner's account, the link that was sent to them, their password.
import { isUuid, uuidv7 } from '#base/id.ts';
import { longestPassword, shortestPassword, type Role } from '#domain/access/roles.ts';
import type { Door } from '#domain/facts/envelope.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import {
  changeMember,
  hasOwner,
  insertMember,
  memberById,
  membershipsOf,
  type Membership,
} from '#store/members.ts';
import type { Store } from '#store/open.ts';
import { signInOf, type SignedIn } from '#store/sign-in.ts';
import { listWorkspaces, lockWorkspace, readWorkspace } from '#store/workspaces.ts';
import { auditPeople, emailOf, mustBeOursAlone, opens, readToken } from './people.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { readWorkspaces } from './workspaces.ts';

export { signInOf, type SignedIn } from '#store/sign-in.ts';
export type { Membership } from '#store/members.ts';

/** Who asks before anybody is signed in: the base, the door and the clock. */
export type Asking = {
  readonly store: Store;
  readonly door: Door;
  readonly now: number;
  readonly random: () => number;
};

/** Refuses with `password-invalid` what is too short or too long; nothing else makes a password better. */
export function checkPassword(password: string): void {
  const { length } = password;
  if (length < shortestPassword || length > longestPassword)
    throw new Refusal('password-invalid', { least: shortestPassword, most: longestPassword });
}

/** Whether this base asks for sign-in. */
export const baseHasOwner = (store: Store): Promise<boolean> => hasOwner(store);

/** Where a user may enter, and as what. */
export const placesOf = async (store: Store, userId: string): Promise<ReadonlyMap<string, Membership>> =>
  new Map((await membershipsOf(store, userId)).map((one) => [one.workspaceId, one]));

export type NewOwner = { readonly email: string; readonly name: string; readonly password: string };

/** The first owner's account, over every workspace there is but a sample; refuses with `owner-exists` a second first one. */
export async function createOwner(asking: Asking, owner: NewOwner): Promise<SignedIn> {
  const { store, now, random } = asking;
  checkPassword(owner.password);
  const email = emailOf(owner.email);
  const name = owner.name.trim();
  // A fresh base gets its first workspace here.
  await readWorkspaces(store, now, random);
  const workspaces = (await listWorkspaces(store)).filter(({ sample }) => !sample);
  const signIn = await signInOf(store);
  let userId: string | null = null;
  for (const { id: workspaceId } of workspaces) {
    await inWorkspace(store, workspaceId, async (tx) => {
      await lockWorkspace(tx);
      // The first workspace decides who came first; the others follow it.
      if (userId === null && (await hasOwner(store))) throw new Refusal('owner-exists');
      userId ??= (await signIn.findUser(email))?.userId ?? null;
      userId ??= await signIn.addUser({ email, name }, owner.password);
      const id = uuidv7(now, random);
      const row = { id, userId, email, name, role: 'owner', memberKey: null, sees: 'all' } as const;
      await insertMember(tx, workspaceId, { ...row, seesMoney: true, invitedAt: now, acceptedAt: now });
      await auditPeople(tx, { ...asking, workspaceId, actor: `member:${id}` }, 'create-owner', {
        member: id,
      });
    });
  }
  if (userId === null) throw new Refusal('workspace-not-found', { workspace: '', known: '' });
  // A user of that e-mail may be left from a creation that broke off: the password is the one given now.
  await signIn.setPassword(userId, owner.password);
  return { userId, email, name };
}

const notValid = (): Refusal => new Refusal('link-not-valid');

export type LinkRead = {
  readonly workspace: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  /** True: the person is here already and chooses another password. */
  readonly reset: boolean;
};

/** What a link opens. Wrong, used, replaced and expired ones are all `link-not-valid`. */
export async function readLink({ store, now }: Asking, token: string): Promise<LinkRead> {
  const named = readToken(token);
  if (named === null) throw notValid();
  return inWorkspace(store, named.workspaceId, async (tx) => {
    const person = await memberById(tx, named.workspaceId, named.memberId);
    if (!opens(person, named.hash, now)) throw notValid();
    const workspace = (await readWorkspace(tx))?.name ?? '';
    const { email, name, role } = person;
    return { workspace, email, name, role, reset: person.acceptedAt !== null };
  });
}

/**
 * Uses a link: the person has a name and a password from now on, and the link opens no more. Who has an account by another
 * workspace gives its password: `password-wrong` otherwise, and the link stays.
 */
export async function acceptLink(
  asking: Asking,
  token: string,
  given: { readonly name: string; readonly password: string },
): Promise<SignedIn> {
  const { store, now } = asking;
  const named = readToken(token);
  if (named === null) throw notValid();
  const { workspaceId, memberId } = named;
  checkPassword(given.password);
  const signIn = await signInOf(store);
  return inWorkspace(store, workspaceId, async (tx) => {
    const person = await memberById(tx, workspaceId, memberId);
    if (!opens(person, named.hash, now)) throw notValid();
    const { email } = person;
    const used = { linkHash: null, linkUntil: null };
    const as = { ...asking, workspaceId, actor: `member:${memberId}` };
    if (person.userId !== null) {
      await mustBeOursAlone(as, person.userId);
      await changeMember(tx, workspaceId, memberId, used);
      await auditPeople(tx, as, 'reset-password', { member: memberId });
      await signIn.setPassword(person.userId, given.password);
      await signIn.endSessions(person.userId);
      return { userId: person.userId, email, name: person.name ?? email };
    }
    const name = given.name.trim();
    const known = await signIn.findUser(email);
    if (known && !(await signIn.hasPassword(known.userId, given.password)))
      throw new Refusal('password-wrong');
    const userId = known?.userId ?? (await signIn.addUser({ email, name }, given.password));
    await changeMember(tx, workspaceId, memberId, { ...used, userId, name, acceptedAt: now });
    await auditPeople(tx, as, 'accept-invitation', { member: memberId });
    return { userId, email, name };
  });
}

/** Another password for who is signed in; every session of theirs ends, this one too. */
export async function changePassword(
  { store }: Pick<Asking, 'store'>,
  userId: string,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<void> {
  checkPassword(password);
  const signIn = await signInOf(store);
  if (!(await signIn.hasPassword(userId, current))) throw new Refusal('password-wrong');
  await signIn.setPassword(userId, password);
  await signIn.endSessions(userId);
}

/** The operator of the machine chooses another password for a person, wherever else it opens; their sessions end. */
export async function setPasswordOf(session: Session, id: string, password: string): Promise<void> {
  must(session, 'people.own');
  checkPassword(password);
  const { store, workspaceId } = session;
  const userId = await inWorkspace(store, workspaceId, async (tx) => {
    const person = isUuid(id) ? await memberById(tx, workspaceId, id) : null;
    if (person === null || person.userId === null) throw new Refusal('member-not-found', { member: id });
    await changeMember(tx, workspaceId, id, { linkHash: null, linkUntil: null });
    await auditPeople(tx, session, 'reset-password', { member: id });
    return person.userId;
  });
  const signIn = await signInOf(store);
  await signIn.setPassword(userId, password);
  await signIn.endSessions(userId);
}
