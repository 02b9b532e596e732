// Reads stored forms back for tests: what decisions rest on, in texts that can be compared.
import { sql } from 'kysely';
import { inWorkspace } from './in-workspace.ts';
import type { Store } from './open.ts';

/** Rows of a query inside a workspace. */
export async function rows<T>(
  store: Store,
  workspaceId: string,
  query: ReturnType<typeof sql<T>>,
): Promise<readonly T[]> {
  return inWorkspace(store, workspaceId, async (tx) => (await query.execute(tx)).rows);
}

/** Everything computed that decisions rest on, as text by account id: files with their refs, days, crowds. */
export async function forms(store: Store, workspaceId: string): Promise<Record<string, string>> {
  const found = await rows(
    store,
    workspaceId,
    sql<{ id: string; form: string }>`
      select account_id::text as id, 'file ' || facts || ' ' || file || ' ' || refs as form from app.account_file
      union all
      select account_id::text, 'day ' || day || ' ' || known_day || ' ' || data from app.account_day
      union all
      select account_id::text, 'user ' || day || ' ' || known_day || ' ' || user_hash || ' ' || events
        from app.account_day_user
      order by 1, 2`,
  );
  const by: Record<string, string> = {};
  for (const { id, form } of found) by[id] = `${by[id] ?? ''}${form}\n`;
  return by;
}

/** Account files by the key they were opened under, without ids: equal in any workspace that was told the same. */
export async function filesByKey(store: Store, workspaceId: string): Promise<Record<string, string>> {
  const found = await rows(
    store,
    workspaceId,
    sql<{ key: string; file: string }>`
      select min(k.source || ' ' || k.key) as key, f.file from app.account_file f
      join app.shell_key k on k.account_id = f.account_id group by f.account_id, f.file order by 1`,
  );
  return Object.fromEntries(found.map(({ key, file }) => [key, file]));
}

/** How many rows some facts have: by type, standing or not. */
export async function factCounts(store: Store, workspaceId: string): Promise<Record<string, number>> {
  const found = await rows(
    store,
    workspaceId,
    sql<{ type: string; n: number }>`
      select type, count(*)::int as n from app.fact group by 1
      union all select 'ws ' || type, count(*)::int from app.workspace_fact group by 1 order by 1`,
  );
  return Object.fromEntries(found.map(({ type, n }) => [type, n]));
}

/** Id of the account under a key. */
export async function accountOf(store: Store, workspaceId: string, key: string): Promise<string> {
  const [found] = await rows(
    store,
    workspaceId,
    sql<{ id: string }>`select account_id::text as id from app.shell_key where key = ${key}`,
  );
  if (!found) throw new Error(`No account under ${key}.`);
  return found.id;
}

/** Names of the people behind an account's contacts. */
export async function peopleOf(store: Store, workspaceId: string, accountId: string): Promise<string[]> {
  const found = await rows(
    store,
    workspaceId,
    sql<{ name: string }>`select p.name from app.contact c join app.person p using (workspace_id, person_id)
      where c.account_id = ${accountId}::uuid order by 1`,
  );
  return found.map(({ name }) => name);
}

/** Every standing fact as a line: whose, what, when, its content and texts; of the firm too. Sorted, without ids. */
export async function toldFacts(store: Store, workspaceId: string): Promise<readonly string[]> {
  const found = await rows(
    store,
    workspaceId,
    sql<{ line: string }>`
      select concat_ws(' ', a.name, f.type, (f.occurred_at at time zone 'America/Sao_Paulo')::date, f.body,
        (select jsonb_object_agg(t.field, t.body) from app.fact_text t
          where t.account_id = f.account_id and t.fact_id = f.fact_id)) as line
      from app.fact f join app.account a on a.account_id = f.account_id
      where not coalesce((select w.withdrawn from app.withdrawal w where w.account_id = f.account_id
        and w.fact_id = f.fact_id order by w.seq desc limit 1), false)
      union all
      select concat_ws(' ', type, (occurred_at at time zone 'America/Sao_Paulo')::date, body) from app.workspace_fact
      where not withdrawn
      union all
      select concat_ws(' ', 'person', p.side, p.key like '%|main', p.name, p.email, p.phone, a.name)
      from app.person p left join app.contact c using (workspace_id, person_id)
      left join app.account a on a.account_id = c.account_id`,
  );
  return found.map(({ line }) => line).sort();
}
