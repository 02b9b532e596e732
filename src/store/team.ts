// Who serves customers, read for handing them over: files and names, who may take over, tasks that go along, what can be
// taken back. Set-based.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal, textsOfFact } from './standing.ts';

/** Name and file of accounts as they are read, in id order. */
export async function servedAccounts(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
): Promise<{ readonly id: string; readonly name: string; readonly file: string }[]> {
  const result = await sql<{ id: string; name: string; file: string }>`
    select a.account_id as id, coalesce(a.name, '') as name, f.file from app.account a
    join app.account_file f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
    where a.workspace_id = ${workspaceId}::uuid and a.account_id = any(${roots}::uuid[])
    order by a.account_id`.execute(tx);
  return result.rows;
}

/** Everyone of ours by key, those whom facts name and those who sign in: whether they signed in once and have left. */
export async function mayTakeOver(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, boolean>> {
  const result = await sql<{ key: string; left: boolean }>`
    select k.key, coalesce(bool_and(m.left_at is not null) filter (where m.member_id is not null), false) as left
    from (select key from app.person where workspace_id = ${workspaceId}::uuid and side = 'ours'
      union select member_key from app.member where workspace_id = ${workspaceId}::uuid and member_key is not null) k
    left join app.member m on m.workspace_id = ${workspaceId}::uuid and m.member_key = k.key
    group by k.key order by k.key`.execute(tx);
  return new Map(result.rows.map(({ key, left }) => [key, left]));
}

/** Who a member is in the facts; null: nobody said, or they have left. */
export async function memberKeyOf(tx: Tx, workspaceId: string, memberId: string): Promise<string | null> {
  const result = await sql<{ key: string | null }>`
    select member_key as key from app.member where workspace_id = ${workspaceId}::uuid
      and member_id = ${memberId}::uuid and left_at is null`.execute(tx);
  return result.rows[0]?.key ?? null;
}

/** Accounts, as they are read, to which facts ever assigned somebody of ours; they may have been released since. */
export async function everServedBy(tx: Tx, workspaceId: string, key: string): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select distinct a.root_id as id from app.fact f
    join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
    where f.workspace_id = ${workspaceId}::uuid and f.type = 'team-assigned' and f.body ->> 'member' = ${key}
    order by 1`.execute(tx);
  return result.rows.map(({ id }) => id);
}

/** Locks those who sign in as somebody of ours against leaving, until the transaction ends. */
export async function holdMember(tx: Tx, workspaceId: string, key: string): Promise<void> {
  await sql`select from app.member where workspace_id = ${workspaceId}::uuid and member_key = ${key}
    and left_at is null for share`.execute(tx);
}

export type OwnedTask = {
  /** The account as it is read, and the one whose fact it is: a later word goes there. */
  readonly root: string;
  readonly homeId: string;
  readonly source: string;
  readonly externalId: string;
  /** The newest word whole, texts included. */
  readonly body: Readonly<Record<string, unknown>> & { readonly owner: string };
};

/** Which tasks: on accounts as they are read (null: on all), of an owner (null: of anybody). */
type TaskAsk = { readonly roots: readonly string[] | null; readonly owner: string | null };

/** Tasks open at an instant (ms) that somebody owns; of each its newest word. */
export async function ownedTasks(
  tx: Tx,
  workspaceId: string,
  { roots, owner }: TaskAsk,
  asOf: number,
): Promise<OwnedTask[]> {
  const until = sql`to_timestamp(${asOf}::float8 / 1000)`;
  const held = (type: string) => sql`
    from app.fact f
    join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
    ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.type = ${type}
      and (${roots}::uuid[] is null or a.root_id = any(${roots}::uuid[]))
      and f.occurred_at <= ${until} and f.known_at <= ${until} and not coalesce(w.withdrawn, false)`;
  const result = await sql<OwnedTask>`
    with words as (
      select distinct on (f.account_id, f.source, f.external_id) a.root_id, f.account_id, f.body, f.source,
        f.external_id, ${textsOfFact} as texts
      ${held('task-opened')}
      order by f.account_id, f.source, f.external_id, f.known_at desc, f.revision desc),
    done as (select distinct a.root_id, f.body ->> 'task' as task ${held('task-done')})
    select o.root_id as root, o.account_id as "homeId", o.source, o.external_id as "externalId",
      o.body || coalesce(o.texts, '{}'::jsonb) as body
    from words o
    where o.body ->> 'owner' is not null and (${owner}::text is null or o.body ->> 'owner' = ${owner})
      and not exists (select from done d where d.root_id = o.root_id and d.task = o.body ->> 'task')
    order by o.root_id, o.source, o.external_id`.execute(tx);
  return result.rows;
}

export type HandedFact = {
  readonly root: string;
  readonly accountId: string;
  readonly factId: string;
  readonly type: string;
  readonly source: string;
  readonly actor: string;
  /** Instants (ms). */
  readonly occurredAt: number;
  readonly knownAt: number;
  /** Nothing that stands was told later: of the same record, or of the account's team. */
  readonly newest: boolean;
};

/** Standing facts by id that a hand-over may have written, with the account each is read as. */
export async function handedFacts(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<HandedFact[]> {
  const result = await sql<HandedFact>`
    select a.root_id as root, f.account_id as "accountId", f.fact_id as "factId", f.type, f.source, f.actor,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt",
      not exists (select from app.account b
        join app.fact l on l.workspace_id = b.workspace_id and l.account_id = b.account_id
        left join lateral (select w.withdrawn from app.withdrawal w where w.workspace_id = l.workspace_id
          and w.account_id = l.account_id and w.fact_id = l.fact_id order by w.seq desc limit 1) lw on true
        where b.workspace_id = f.workspace_id and b.root_id = a.root_id and not coalesce(lw.withdrawn, false)
          and l.fact_id <> all(${ids}::uuid[])
          and ((f.type like 'team-%' and l.type in ('team-assigned', 'team-released') and l.recorded_at > f.recorded_at)
            or (l.account_id = f.account_id and l.type = f.type and l.source = f.source
              and l.external_id = f.external_id and l.revision > f.revision))) as newest
    from app.fact f
    join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
    ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.fact_id = any(${ids}::uuid[])
      and f.type in ('team-assigned', 'team-released', 'note-written', 'task-opened')
      and not coalesce(w.withdrawn, false)`.execute(tx);
  return result.rows;
}
