// Views of the Base that people keep: rows with a name, filters and order as a document. Opaque here.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type ViewRow = {
  id: string;
  /** Whose it is; null: nobody's, so everyone's. */
  memberId: string | null;
  shared: boolean;
  name: string;
  place: number;
  spec: unknown;
};

const columns = sql`view_id as id, member_id as "memberId", shared, name, place, spec`;
const order = sql`order by shared desc, place, created_at, view_id`;

/** Views that a member may open, the shared ones first; a null member opens the shared ones alone. */
export async function savedViews(tx: Tx, workspaceId: string, memberId: string | null): Promise<ViewRow[]> {
  const found = await sql<ViewRow>`
    select ${columns} from app.saved_view
    where workspace_id = ${workspaceId}::uuid and removed_at is null
      and (shared or member_id = ${memberId}::uuid) ${order}`.execute(tx);
  return found.rows;
}

/** One view, a removed one too, locked until the transaction ends; null where there is none that the member may open. */
export async function savedView(
  tx: Tx,
  workspaceId: string,
  id: string,
  memberId: string | null,
): Promise<ViewRow | null> {
  const found = await sql<ViewRow>`
    select ${columns} from app.saved_view
    where workspace_id = ${workspaceId}::uuid and view_id = ${id}::uuid
      and (shared or member_id = ${memberId}::uuid) for update`.execute(tx);
  return found.rows[0] ?? null;
}

export async function insertView(tx: Tx, workspaceId: string, row: ViewRow, now: number): Promise<void> {
  await sql`
    insert into app.saved_view (workspace_id, view_id, member_id, shared, name, place, spec, created_at)
    values (${workspaceId}::uuid, ${row.id}::uuid, ${row.memberId}::uuid, ${row.shared}, ${row.name}, ${row.place},
      ${JSON.stringify(row.spec)}::jsonb, to_timestamp(${now}::float8 / 1000))`.execute(tx);
}

/** Writes a view as it is now; `removedAt` (ms) takes it out of sight, null puts it back. */
export async function updateView(
  tx: Tx,
  workspaceId: string,
  row: Omit<ViewRow, 'memberId'>,
  removedAt: number | null,
): Promise<void> {
  await sql`
    update app.saved_view set name = ${row.name}, shared = ${row.shared}, place = ${row.place},
      spec = ${JSON.stringify(row.spec)}::jsonb, removed_at = to_timestamp(${removedAt}::float8 / 1000)
    where workspace_id = ${workspaceId}::uuid and view_id = ${row.id}::uuid`.execute(tx);
}

/** Numbers views by their order in `ids`. */
export async function placeViews(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update app.saved_view v set place = x.place
    from unnest(${ids}::uuid[]) with ordinality as x(id, place)
    where v.workspace_id = ${workspaceId}::uuid and v.view_id = x.id`.execute(tx);
}
