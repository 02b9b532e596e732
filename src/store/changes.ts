// Whether a workspace changed since somebody looked: a mark that differs once something they may see was committed. Never a
// count of anything: who sees their own customers alone learns nothing of how often others change.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

/** What everybody who sees everything sees: the list of a day, what the firm told, who works here. */
export async function wholeMark(tx: Tx, workspaceId: string, asOf: string): Promise<string> {
  const result = await sql<{ mark: string }>`${kept}
    select md5(concat_ws(' ', ${asOf}::text,
      (select sum(n)::text from app.list_change c where c.workspace_id = ${workspaceId}::uuid and c.as_of = ${asOf}::date),
      (select count(*)::text || '/' || (count(*) filter (where f.withdrawn))::text from app.workspace_fact f
        where f.workspace_id = ${workspaceId}::uuid),
      (select string_agg(m.xmin::text, ',' order by m.member_id) from app.member m
        where m.workspace_id = ${workspaceId}::uuid))) as mark`.execute(tx);
  return result.rows[0]?.mark ?? '';
}

/**
 * The same for the customers of one owner: a row of the list is written anew whenever anything of its account is told, so
 * the transactions that wrote theirs say whether one was. They are hashed: a transaction's number counts those of others.
 */
export async function ownedMark(tx: Tx, workspaceId: string, asOf: string, owner: string): Promise<string> {
  const result = await sql<{ mark: string }>`${kept}
    select md5(concat_ws(' ', ${asOf}::text,
      (select string_agg(l.account_id::text || l.xmin::text, ',' order by l.account_id)
        from app.account_file f
        join app.account_list l on l.workspace_id = f.workspace_id and l.account_id = f.account_id and l.as_of = ${asOf}::date
        where f.workspace_id = ${workspaceId}::uuid and f.owner = ${owner}))) as mark`.execute(tx);
  return result.rows[0]?.mark ?? '';
}
