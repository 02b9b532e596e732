// Workspaces themselves: listed over the wall by one database function, made and changed inside their own.
import { sql } from 'kysely';
import { inWorkspace, type Tx } from './in-workspace.ts';
import { kept } from './kept.ts';
import type { Store } from './open.ts';

export type Workspace = {
  readonly id: string;
  /** Lower-case letters, digits and hyphens; unique on the machine. */
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly locale: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Invented data, for trying out. */
  readonly sample: boolean;
  /** ms since 1970 (UTC) */
  readonly createdAt: number;
};

export type NewWorkspace = Pick<Workspace, 'id' | 'slug' | 'name' | 'createdAt'> &
  Partial<Pick<Workspace, 'zone' | 'currency' | 'locale' | 'settings' | 'sample'>>;

const columns = sql`workspace_id as id, slug, name, zone, currency, locale, settings, sample, created_at as "createdAt"`;

/** All workspaces of this base, oldest first: for the operator and for signing in, never for a member. */
export async function listWorkspaces(store: Store): Promise<readonly Workspace[]> {
  return await store.retrying(async () => {
    const found = await sql<Workspace>`select ${columns} from app.workspaces()`.execute(store.app);
    return found.rows;
  });
}

/** Makes a workspace. A slug already taken is SQL error 23505. */
export async function createWorkspace(store: Store, made: NewWorkspace): Promise<Workspace> {
  return await inWorkspace(store, made.id, async (tx) => {
    const row = await sql<Workspace>`
      insert into app.workspace (workspace_id, slug, name, zone, currency, locale, settings, sample, created_at)
      values (${made.id}::uuid, ${made.slug}, ${made.name}, ${made.zone ?? 'America/Sao_Paulo'},
        ${made.currency ?? 'BRL'}, ${made.locale ?? 'pt-BR'}, ${JSON.stringify(made.settings ?? {})}::jsonb,
        ${made.sample ?? false}, to_timestamp(${made.createdAt}::float8 / 1000))
      returning ${columns}`.execute(tx);
    const workspace = row.rows[0];
    if (workspace === undefined) throw new Error('An insert returned no row.');
    return workspace;
  });
}

/** The workspace of this transaction, or null when it does not exist. */
export async function readWorkspace(tx: Tx): Promise<Workspace | null> {
  const found = await sql<Workspace>`${kept}select ${columns} from app.workspace`.execute(tx);
  return found.rows[0] ?? null;
}

/** Holds the workspace of this transaction until it ends: one at a time does what is done once. */
export async function lockWorkspace(tx: Tx): Promise<void> {
  await sql`select from app.workspace for update`.execute(tx);
}
