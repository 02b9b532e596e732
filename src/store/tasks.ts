// Open tasks, with the record each is a word of; who of ours may be given one. Set-based.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal, textsOfFact } from './standing.ts';

export type TaskRow = {
  /** The account as it is read, and its name. */
  readonly accountId: string;
  readonly name: string;
  /** The account whose fact it is: a later word goes there. */
  readonly homeId: string;
  readonly task: string;
  readonly action: string;
  readonly owner: string | null;
  /** ISO day, `10:30`. */
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly withinHours: number | null;
  readonly what: string | null;
  readonly source: string;
  readonly externalId: string;
  /** Instant (ms) at which it was first opened. */
  readonly openedAt: number;
  /** Instant (ms) of its newest word. */
  readonly toldAt: number;
  /** Fact of the newest word, and the word whole, texts included. */
  readonly version: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Name of who told it last; null where it is no member's word. */
  readonly by: string | null;
};

/** Which tasks: on accounts (as they are read), of an owner, of the customers whom a member owns, of a source. Null: all. */
export type TaskAsk = {
  readonly roots?: readonly string[] | null;
  readonly owner?: string | null;
  readonly sees?: string | null;
  readonly source?: string | null;
};

/** Tasks open at an instant (ms), oldest first; of each its newest word. Those without an owner are of nobody. */
export async function openTasks(
  tx: Tx,
  workspaceId: string,
  asOf: number,
  { roots = null, owner = null, sees = null, source = null }: TaskAsk = {},
): Promise<TaskRow[]> {
  const until = sql`to_timestamp(${asOf}::float8 / 1000)`;
  const held = (type: string) => sql`
    from app.fact f
    join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
    ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.type = ${type}
      and (${roots}::uuid[] is null or a.root_id = any(${roots}::uuid[]))
      and (${sees}::text is null or a.root_id in (select o.account_id from app.account_file o
        where o.workspace_id = ${workspaceId}::uuid and o.owner = ${sees}))
      and f.occurred_at <= ${until} and f.known_at <= ${until} and not coalesce(w.withdrawn, false)`;
  const result = await sql<TaskRow>`
    with words as (
      select distinct on (f.account_id, f.source, f.external_id) a.root_id, f.workspace_id, f.account_id, f.fact_id,
        f.body, f.source, f.external_id, f.known_at, f.actor, ${textsOfFact} as texts,
        min(f.occurred_at) over (partition by f.account_id, f.source, f.external_id) as opened_at
      ${held('task-opened')} and (${source}::text is null or f.source = ${source})
      order by f.account_id, f.source, f.external_id, f.known_at desc, f.revision desc),
    done as (select distinct a.root_id, f.body ->> 'task' as task ${held('task-done')})
    select f.root_id as "accountId", coalesce(r.name, '') as name, f.account_id as "homeId", f.body ->> 'task' as task,
      f.body ->> 'action' as action, f.body ->> 'owner' as owner, f.body ->> 'dueOn' as "dueOn",
      f.body ->> 'dueTime' as "dueTime", (f.body ->> 'withinHours')::int as "withinHours",
      f.texts ->> 'what' as what, f.source, f.external_id as "externalId",
      round(extract(epoch from f.opened_at) * 1000)::float8 as "openedAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "toldAt", f.fact_id as version,
      f.body || coalesce(f.texts, '{}'::jsonb) as body,
      (select m.name from app.member m where m.workspace_id = f.workspace_id
        and f.actor = 'member:' || m.member_id) as by
    from words f
    join app.account r on r.workspace_id = f.workspace_id and r.account_id = f.root_id
    where not exists (select from done d where d.root_id = f.root_id and d.task = f.body ->> 'task')
      and (${owner}::text is null or f.body ->> 'owner' = ${owner})
    order by f.opened_at, f.root_id, f.body ->> 'task'`.execute(tx);
  return result.rows;
}

/** Somebody of ours a task may be given to, or who once could be. */
export type Giveable = {
  readonly key: string;
  /** They signed in here once and have left. */
  readonly left: boolean;
  /** They see only the customers they own. */
  readonly limited: boolean;
};

/** Everyone of ours by key: those whom facts name, and those who sign in. */
export async function giveable(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, Giveable>> {
  const result = await sql<Giveable>`
    select k.key, coalesce(bool_and(m.left_at is not null) filter (where m.member_id is not null), false) as left,
      coalesce(bool_and(m.sees = 'own') filter (where m.left_at is null), false) as limited
    from (select key from app.person where workspace_id = ${workspaceId}::uuid and side = 'ours'
      union select member_key from app.member where workspace_id = ${workspaceId}::uuid and member_key is not null) k
    left join app.member m on m.workspace_id = ${workspaceId}::uuid and m.member_key = k.key
    group by k.key`.execute(tx);
  return new Map(result.rows.map((row) => [row.key, row]));
}

/** The action and status on an account's row of a day's list; null where it has none. */
export async function actionOfDay(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  root: string,
): Promise<{ readonly key: string; readonly owner: string | null; readonly due: number } | null> {
  const result = await sql<{ key: string; owner: string | null; due: number }>`
    select decision -> 'action' ->> 'key' as key, decision -> 'action' ->> 'owner' as owner,
      (decision -> 'action' ->> 'due')::int as due
    from app.account_list where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date
      and account_id = ${root}::uuid`.execute(tx);
  return result.rows[0] ?? null;
}

export type TaskFact = {
  readonly accountId: string;
  readonly factId: string;
  readonly type: 'task-opened' | 'task-done' | 'call-held' | 'message-exchanged' | 'meeting-held';
  readonly source: string;
  readonly externalId: string;
  /** Nothing was told of the same record after it. */
  readonly newest: boolean;
  /** Instants (ms). */
  readonly occurredAt: number;
  readonly knownAt: number;
};

/** Standing facts of an account (or of those read as it) by id, of the kinds that work on tasks writes. */
export async function taskFacts(
  tx: Tx,
  workspaceId: string,
  root: string,
  ids: readonly string[],
): Promise<TaskFact[]> {
  const result = await sql<TaskFact>`
    select f.account_id as "accountId", f.fact_id as "factId", f.type, f.source, f.external_id as "externalId",
      not exists (select from app.fact l
        left join lateral (select w.withdrawn from app.withdrawal w where w.workspace_id = l.workspace_id
          and w.account_id = l.account_id and w.fact_id = l.fact_id order by w.seq desc limit 1) lw on true
        where l.workspace_id = f.workspace_id and l.account_id = f.account_id and l.source = f.source
          and l.type = f.type and l.external_id = f.external_id and l.revision > f.revision
          and not coalesce(lw.withdrawn, false)) as newest,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt"
    from app.account a
    join app.fact f on f.workspace_id = a.workspace_id and f.account_id = a.account_id
    ${newestWithdrawal}
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = ${root}::uuid and f.fact_id = any(${ids}::uuid[])
      and f.type in ('task-opened', 'task-done', 'call-held', 'message-exchanged', 'meeting-held')
      and not coalesce(w.withdrawn, false)`.execute(tx);
  return result.rows;
}
