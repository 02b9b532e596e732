// Whether the list of a day is complete, told without looking at every account: a day is found complete once, and who
// takes an account off its list writes a gap. Decides nothing and holds no rows of lists.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

/** Different from every other advisory lock of the store. */
const lockSpace = 12;

/** The shared lock as an expression, for statements that take other locks beside it. */
export function listsEntered(workspaceId: string): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock_shared(hashtextextended(${workspaceId}, ${lockSpace}))::text`;
}

/** Comes before whole lists are dropped: nobody then finds one complete until this transaction ends. */
export async function enterLists(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select ${listsEntered(workspaceId)}`.execute(tx);
}

/**
 * Alone among those that take accounts off lists; false when somebody is at it. It does not wait: a long import must
 * not keep anyone from reading.
 */
export async function closeLists(tx: Tx, workspaceId: string): Promise<boolean> {
  const result = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${workspaceId}, ${lockSpace})) as alone`.execute(tx);
  return result.rows[0]?.alone === true;
}

/** Notes that the lists of the days that `days` selects (workspace, day) changed. */
export function changeOf(days: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into app.list_change (workspace_id, as_of, change_id, n)
    select d.*, gen_random_uuid(), 1 from (${days}) d`;
}

export type ListState = {
  /** Method version under which the list was found complete; null when it never was. */
  readonly methodVersion: number | null;
  /** Accounts it lacks since then, by id; at most as many as asked for. */
  readonly gaps: readonly string[];
  /** How often it changed so far: what was counted at the same number is still true. */
  readonly changes: number;
};

/** The list of a day as it is marked. */
export async function listState(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  limit: number,
): Promise<ListState> {
  const result = await sql<ListState & { notes: number }>`${kept}
    select (select sum(n)::bigint from app.list_change c
        where c.workspace_id = ${workspaceId}::uuid and c.as_of = ${asOf}::date) as changes,
      (select count(*)::int from app.list_change c
        where c.workspace_id = ${workspaceId}::uuid and c.as_of = ${asOf}::date) as notes,
      (select method_version from app.list_day
        where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date) as "methodVersion",
      array(select g.account_id::text from app.list_gap g
        where g.workspace_id = ${workspaceId}::uuid and g.as_of = ${asOf}::date
          and exists (select from app.account_file f where f.workspace_id = g.workspace_id and f.account_id = g.account_id)
        order by g.account_id limit ${limit}) as gaps`.execute(tx);
  const state = result.rows[0];
  if (state && state.notes > manyNotes) await mergeChanges(tx, workspaceId, asOf);
  return {
    methodVersion: state?.methodVersion ?? null,
    gaps: state?.gaps ?? [],
    changes: state?.changes ?? 0,
  };
}

const manyNotes = 200;

/** Many notes of changes become one with their sum. Of two that merge at once each takes what the other left. */
async function mergeChanges(tx: Tx, workspaceId: string, asOf: string): Promise<void> {
  await sql`
    with old as (delete from app.list_change
      where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date returning n)
    insert into app.list_change (workspace_id, as_of, change_id, n)
    select ${workspaceId}::uuid, ${asOf}::date, gen_random_uuid(), sum(n) from old having count(*) > 0`.execute(
    tx,
  );
}

/** Marks the list of a day as complete. The caller looked at every account after `closeLists`. */
export async function markComplete(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  methodVersion: number,
): Promise<void> {
  await sql`
    with none as (delete from app.list_gap where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date)
    insert into app.list_day (workspace_id, as_of, method_version)
    values (${workspaceId}::uuid, ${asOf}::date, ${methodVersion})
    on conflict (workspace_id, as_of) do update set method_version = excluded.method_version`.execute(tx);
}
