// An account's story: its facts as known at an instant, newest first, in pages. Superseded revisions are left out.
import { sql, type RawBuilder } from 'kysely';
import type { FoldRow } from './facts.ts';
import type { Tx } from './in-workspace.ts';

export type TimelineRow = {
  id: string;
  type: string;
  body: Record<string, unknown>;
  occurredAt: number;
  knownAt: number;
  source: string;
  hindsight: boolean;
  importId: string | null;
  texts: Record<string, string> | null;
};
export type StoryAsk = {
  /** Instant (ms). */
  asOf: number;
  types: readonly string[] | null;
  /** Only these facts, when given. */
  ids: readonly string[] | null;
};

/** Facts (alias `f`) that held at an instant: true and known by then, not withdrawn, no newer revision known. */
function heldAt(workspaceId: string, accountIds: readonly string[], ask: StoryAsk): RawBuilder<unknown> {
  const asOf = sql`to_timestamp(${ask.asOf}::float8 / 1000)`;
  return sql`f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
      and f.occurred_at <= ${asOf} and f.known_at <= ${asOf}
      and not coalesce((select w.withdrawn from app.withdrawal w
        where w.workspace_id = f.workspace_id and w.account_id = f.account_id and w.fact_id = f.fact_id
        order by w.seq desc limit 1), false)
      and (${ask.types}::text[] is null or f.type = any(${ask.types}::text[]))
      and (${ask.ids}::uuid[] is null or f.fact_id = any(${ask.ids}::uuid[]))
      and not exists (select from app.fact n
        where n.workspace_id = f.workspace_id and n.account_id = f.account_id and n.source = f.source
          and n.external_id = f.external_id and n.type = f.type
          and (n.known_at, n.revision) > (f.known_at, f.revision)
          and n.occurred_at <= ${asOf} and n.known_at <= ${asOf}
          and not coalesce((select v.withdrawn from app.withdrawal v
            where v.workspace_id = n.workspace_id and v.account_id = n.account_id and v.fact_id = n.fact_id
            order by v.seq desc limit 1), false))`;
}

/** One page of an account's story. */
export async function timelinePage(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  page: StoryAsk & { before: { occurredAt: number; id: string } | null; limit: number },
): Promise<TimelineRow[]> {
  const before = page.before?.occurredAt ?? null;
  const result = await sql<TimelineRow>`
    select f.fact_id as id, f.type, f.body, f.source, f.hindsight, f.import_id as "importId",
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt",
      (select jsonb_object_agg(t.field, left(t.body, 500)) from app.fact_text t
        where t.workspace_id = f.workspace_id and t.account_id = f.account_id and t.fact_id = f.fact_id) as texts
    from app.fact f
    where ${heldAt(workspaceId, accountIds, page)}
      and (${before}::float8 is null or (f.occurred_at, f.fact_id)
        < (to_timestamp(${before}::float8 / 1000), ${page.before?.id ?? null}::uuid))
    order by f.occurred_at desc, f.fact_id desc limit ${page.limit}`.execute(tx);
  return result.rows;
}

/** How many facts the story of an account holds, and how many of them are hindsight. */
export async function countTimeline(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  ask: StoryAsk,
): Promise<{ total: number; hindsight: number }> {
  const result = await sql<{ total: string; hindsight: string }>`
    select count(*) as total, count(*) filter (where f.hindsight) as hindsight from app.fact f
    where ${heldAt(workspaceId, accountIds, ask)}`.execute(tx);
  const row = result.rows[0];
  return { total: Number(row?.total ?? 0), hindsight: Number(row?.hindsight ?? 0) };
}

/** What facts of these types told at an instant, as the fold reads them. */
export async function heldFacts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  ask: StoryAsk,
): Promise<FoldRow[]> {
  const result = await sql<FoldRow>`
    select f.fact_id as id, f.account_id as "accountId", f.type, f.body,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt",
      f.source, f.external_id as "externalId", f.revision
    from app.fact f where ${heldAt(workspaceId, accountIds, ask)}`.execute(tx);
  return result.rows;
}
