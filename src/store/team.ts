// Who serves customers, read for handing them over: files and names, and what can be taken back. Set-based.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal } from './standing.ts';

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
