// Moves of a whole workspace: stages that were confirmed, what was delivered, what ended. Set-based, by type of fact.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal } from './standing.ts';

/** Of the customers of one owner; null: of everybody's. */
const ownedBy = (workspaceId: string, owner: string | null) => sql`
  and (${owner}::text is null or exists (select from app.account_file o where o.workspace_id = ${workspaceId}::uuid
    and o.account_id = a.root_id and o.owner = ${owner}))`;

/** Standing facts of some types, known and true by an instant (ms), with the root of their account; alias `f`, `a`. */
const held = (workspaceId: string, types: readonly string[], asOf: number) => sql`
  from app.fact f
  join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
  ${newestWithdrawal}
  where f.workspace_id = ${workspaceId}::uuid and f.type = any(${types}::text[])
    and f.occurred_at <= to_timestamp(${asOf}::float8 / 1000) and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
    and not coalesce(w.withdrawn, false)`;

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
