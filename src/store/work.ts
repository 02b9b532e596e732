// Work and moves of a whole workspace: tasks nobody has done, stages that were confirmed. Set-based, by type of fact.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal, textsOfFact } from './standing.ts';

/** Of the customers of one owner; null: of everybody's. */
const ownedBy = (workspaceId: string, owner: string | null) => sql`
  and (${owner}::text is null or exists (select from app.account_file o where o.workspace_id = ${workspaceId}::uuid
    and o.account_id = a.root_id and o.owner = ${owner}))`;

export type OpenTask = {
  /** The account as it is read, and its name. */
  readonly accountId: string;
  readonly name: string;
  readonly task: string;
  readonly action: string;
  readonly owner: string | null;
  /** ISO day. */
  readonly dueOn: string | null;
  readonly what: string | null;
  readonly source: string;
  readonly externalId: string;
  /** Instant (ms) at which it was first opened, and at which its newest word was told. */
  readonly openedAt: number;
  readonly toldAt: number;
  /** Fact of the newest word. */
  readonly version: string;
  /** Name of who told it last; null where it is no member's word. */
  readonly by: string | null;
};

/** Standing facts of some types, known and true by an instant (ms), with the root of their account; alias `f`, `a`. */
const held = (workspaceId: string, types: readonly string[], asOf: number) => sql`
  from app.fact f
  join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
  ${newestWithdrawal}
  where f.workspace_id = ${workspaceId}::uuid and f.type = any(${types}::text[])
    and f.occurred_at <= to_timestamp(${asOf}::float8 / 1000) and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
    and not coalesce(w.withdrawn, false)`;

/**
 * Tasks of a source that are open at an instant (ms), oldest first; of each its newest revision. `root`: of one account;
 * `owner`: of the customers of one owner.
 */
export async function openTasksOf(
  tx: Tx,
  workspaceId: string,
  asOf: number,
  source: string,
  among: { readonly root?: string; readonly owner?: string | null } = {},
): Promise<OpenTask[]> {
  const { root = null, owner = null } = among;
  const ofRoot = sql`and (${root}::uuid is null or a.root_id = ${root}::uuid) ${ownedBy(workspaceId, owner)}`;
  const result = await sql<OpenTask>`
    with opened as (
      select distinct on (f.account_id, f.source, f.external_id) a.root_id, f.account_id, f.fact_id,
        f.body, f.source, f.external_id, f.known_at, f.actor,
        min(f.occurred_at) over (partition by f.account_id, f.source, f.external_id) as opened_at,
        ${textsOfFact} ->> 'what' as what
      ${held(workspaceId, ['task-opened'], asOf)} ${ofRoot} and f.source = ${source}
      order by f.account_id, f.source, f.external_id, f.known_at desc, f.revision desc),
    done as (select distinct a.root_id, f.body ->> 'task' as task ${held(workspaceId, ['task-done'], asOf)} ${ofRoot})
    select o.root_id as "accountId", coalesce(r.name, '') as name, o.body ->> 'task' as task, o.body ->> 'action' as action,
      o.body ->> 'owner' as owner, o.body ->> 'dueOn' as "dueOn", o.what, o.source, o.external_id as "externalId",
      round(extract(epoch from o.opened_at) * 1000)::float8 as "openedAt",
      round(extract(epoch from o.known_at) * 1000)::float8 as "toldAt", o.fact_id as version,
      (select m.name from app.member m where m.workspace_id = ${workspaceId}::uuid
        and o.actor = 'member:' || m.member_id) as by
    from opened o
    join app.account r on r.workspace_id = ${workspaceId}::uuid and r.account_id = o.root_id
    where not exists (select from done d where d.root_id = o.root_id and d.task = o.body ->> 'task')
    order by o.opened_at, o.root_id, o.body ->> 'task'`.execute(tx);
  return result.rows;
}

export type MoveRow = {
  readonly accountId: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Instant (ms). */
  readonly occurredAt: number;
};

/** Confirmed stages, and since an instant (ms) proven milestones and ended contracts, oldest first. */
export async function movesOf(
  tx: Tx,
  workspaceId: string,
  since: number,
  asOf: number,
  owner: string | null,
): Promise<MoveRow[]> {
  const types = ['stage-confirmed', 'milestone-delivered', 'contract-ended'];
  const result = await sql<MoveRow>`
    select a.root_id as "accountId", f.type, f.body,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt"
    ${held(workspaceId, types, asOf)} ${ownedBy(workspaceId, owner)}
      and (f.type = 'stage-confirmed' or f.occurred_at > to_timestamp(${since}::float8 / 1000))
    order by f.occurred_at, f.known_at, f.fact_id`.execute(tx);
  return result.rows;
}
