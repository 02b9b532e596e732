// Who may enter a workspace and as what. Their passwords and sessions are not here (`sign-in.ts`).
import { sql } from 'kysely';
import type { Role } from '#domain/access/roles.ts';
import type { Tx } from './in-workspace.ts';
import type { Store } from './open.ts';

export type MemberRow = {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly memberKey: string | null;
  /** `own`: the customers alone whose owner is `memberKey`. */
  readonly sees: 'all' | 'own';
  /** False: amounts of money are not told. */
  readonly seesMoney: boolean;
  readonly invitedAt: number;
  /** sha256 (hex) of the open link's secret, and until when (ms) it opens. */
  readonly linkHash: string | null;
  readonly linkUntil: number | null;
  readonly acceptedAt: number | null;
};
type NewMember = Omit<MemberRow, 'linkUntil' | 'acceptedAt' | 'linkHash'> &
  Partial<Pick<MemberRow, 'linkUntil' | 'acceptedAt' | 'linkHash'>>;
export type MemberChange = Partial<
  Pick<
    MemberRow,
    'userId' | 'name' | 'role' | 'memberKey' | 'sees' | 'seesMoney' | 'linkHash' | 'linkUntil' | 'acceptedAt'
  >
> & { readonly leftAt?: number };

const columns = sql`member_id as id, user_id as "userId", email, name, role, member_key as "memberKey", sees, sees_money as "seesMoney",
  invited_at as "invitedAt", link_hash as "linkHash", link_until as "linkUntil", accepted_at as "acceptedAt"`;
const instant = (ms: number | null | undefined) => sql`to_timestamp(${ms ?? null}::float8 / 1000)`;

/** `memberId` is null where an owner of another workspace enters a sample. */
export type Membership = {
  readonly workspaceId: string;
  readonly memberId: string | null;
  readonly role: Role;
  readonly sample: boolean;
  /** Key of the member whose customers alone are seen; null: every customer. */
  readonly sees: string | null;
  readonly seesMoney: boolean;
};

/** Whether anybody must sign in to this base: true from the first owner on. */
export async function hasOwner(store: Store): Promise<boolean> {
  return await store.retrying(async () => {
    const asked = await sql<{ there: boolean }>`select app.has_owner() as there`.execute(store.app);
    return asked.rows[0]?.there === true;
  });
}

/** Workspaces a user may enter, with the role there. */
export async function membershipsOf(store: Store, userId: string): Promise<readonly Membership[]> {
  return await store.retrying(async () => {
    const found = await sql<Membership>`
      select workspace_id as "workspaceId", member_id as "memberId", role, sample, sees, sees_money as "seesMoney"
      from app.memberships(${userId})`.execute(store.app);
    return found.rows;
  });
}

/** Everyone of the workspace who has not left, in order of invitation; `locked` until the transaction ends. */
export async function members(tx: Tx, workspaceId: string, locked = false): Promise<MemberRow[]> {
  const found = await sql<MemberRow>`
    select ${columns} from app.member where workspace_id = ${workspaceId}::uuid and left_at is null
    order by invited_at, member_id ${locked ? sql`for update` : sql``}`.execute(tx);
  return found.rows;
}

/** One who has not left, locked until the transaction ends. */
export async function memberById(tx: Tx, workspaceId: string, id: string): Promise<MemberRow | null> {
  const found = await sql<MemberRow>`
    select ${columns} from app.member
    where workspace_id = ${workspaceId}::uuid and member_id = ${id}::uuid and left_at is null
    for update`.execute(tx);
  return found.rows[0] ?? null;
}

/** Adds a person. An e-mail that is there already is SQL error 23505. */
export async function insertMember(tx: Tx, workspaceId: string, row: NewMember): Promise<void> {
  await sql`
    insert into app.member (workspace_id, member_id, user_id, email, name, role, member_key, sees, sees_money, invited_at, link_hash,
      link_until, accepted_at)
    values (${workspaceId}::uuid, ${row.id}::uuid, ${row.userId}, ${row.email}, ${row.name}, ${row.role},
      ${row.memberKey}, ${row.sees}, ${row.seesMoney}, ${instant(row.invitedAt)}, ${row.linkHash ?? null}, ${instant(row.linkUntil)},
      ${instant(row.acceptedAt)})`.execute(tx);
}

/** Changes what is named and nothing else. */
export async function changeMember(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: MemberChange,
): Promise<void> {
  const sets = [
    ...(change.userId === undefined ? [] : [sql`user_id = ${change.userId}`]),
    ...(change.name === undefined ? [] : [sql`name = ${change.name}`]),
    ...(change.role === undefined ? [] : [sql`role = ${change.role}`]),
    ...(change.memberKey === undefined ? [] : [sql`member_key = ${change.memberKey}`]),
    ...(change.sees === undefined ? [] : [sql`sees = ${change.sees}`]),
    ...(change.seesMoney === undefined ? [] : [sql`sees_money = ${change.seesMoney}`]),
    ...(change.linkHash === undefined ? [] : [sql`link_hash = ${change.linkHash}`]),
    ...(change.linkUntil === undefined ? [] : [sql`link_until = ${instant(change.linkUntil)}`]),
    ...(change.acceptedAt === undefined ? [] : [sql`accepted_at = ${instant(change.acceptedAt)}`]),
    ...(change.leftAt === undefined ? [] : [sql`left_at = ${instant(change.leftAt)}`]),
  ];
  if (sets.length === 0) return;
  await sql`update app.member set ${sql.join(sets)}
    where workspace_id = ${workspaceId}::uuid and member_id = ${id}::uuid and left_at is null`.execute(tx);
}

/** Who a member is in the facts; null: nobody there. */
export async function memberKeyOf(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const found = await sql<{ key: string | null }>`
    select member_key as key from app.member
    where workspace_id = ${workspaceId}::uuid and member_id = ${id}::uuid and left_at is null`.execute(tx);
  return found.rows[0]?.key ?? null;
}
