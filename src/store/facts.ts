// Facts of accounts: inserted, never changed. Reads come by account, so that a distributed store asks one shard.
import { sql } from 'kysely';
import type { FactType } from '#domain/facts/catalogue.ts';
import type { Fact } from '#domain/facts/envelope.ts';
import type { Tx } from './in-workspace.ts';
import { kept, keptFor } from './kept.ts';
import { newestWithdrawal, textsOfFact } from './standing.ts';

/** A fact with the hash of what identifies its content (see `actions/fact-content.ts`). */
export type StoredFact = Fact & { readonly accountId: string; readonly contentHash: string };
export type Identity = { accountId: string; type: string; source: string; externalId: string };
export type KnownFact = Identity & {
  factId: string;
  revision: number;
  knownAt: number;
  contentHash: string;
  withdrawn: boolean;
};

/**
 * Every stored revision of these identities, newest first, with whether it is withdrawn. Each is looked up by its key
 * (`offset 0` keeps it so): the planner takes a workspace that it has not counted yet for empty, and would read all of
 * its facts for every batch.
 */
export async function revisionsOf(
  tx: Tx,
  workspaceId: string,
  identities: readonly Identity[],
): Promise<KnownFact[]> {
  if (identities.length === 0) return [];
  const result = await sql<KnownFact>`${keptFor(identities)}
    select f.account_id as "accountId", f.source, f.external_id as "externalId", f.fact_id as "factId", f.type,
      f.revision, round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt", f.content_hash as "contentHash",
      coalesce((select w.withdrawn from app.withdrawal w
        where w.workspace_id = f.workspace_id and w.account_id = f.account_id and w.fact_id = f.fact_id
        order by w.seq desc limit 1), false) as withdrawn
    from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb)
      as x("accountId" uuid, type text, source text, "externalId" text)
    cross join lateral (select * from app.fact f where f.workspace_id = ${workspaceId}::uuid
      and f.account_id = x."accountId" and f.source = x.source and f.external_id = x."externalId" and f.type = x.type
      offset 0) f
    order by f.account_id, f.source, f.external_id, f.revision desc`.execute(tx);
  return result.rows;
}

const instant = (ms: number) => ms / 1000;

/** Inserts facts in one statement; answers how many rows were new. */
export async function insertFacts(
  tx: Tx,
  workspaceId: string,
  facts: readonly StoredFact[],
): Promise<number> {
  if (facts.length === 0) return 0;
  const rows = facts.map((f) => ({
    a: f.accountId,
    i: f.id,
    t: f.type,
    o: instant(f.occurredAt),
    k: instant(f.knownAt),
    r: instant(f.recordedAt),
    h: f.hindsight,
    s: f.source,
    e: f.externalId,
    v: f.revision,
    c: f.contentHash,
    w: f.actor,
    d: f.door,
    m: f.importId,
    z: f.schemaVersion,
    b: f.body,
  }));
  const result = await sql`${kept}
    insert into app.fact (workspace_id, account_id, fact_id, type, occurred_at, known_at, recorded_at, hindsight, source,
      external_id, revision, content_hash, actor, door, import_id, schema_version, body)
    select ${workspaceId}::uuid, a, i, t, to_timestamp(o), to_timestamp(k), to_timestamp(r), h, s, e, v, c, w, d, m, z, b
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(a uuid, i uuid, t text, o float8, k float8, r float8,
      h boolean, s text, e text, v int, c text, w text, d text, m uuid, z int, b jsonb)
    on conflict do nothing returning fact_id`.execute(tx);
  return result.rows.length;
}

export async function insertTexts(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; factId: string; field: string; text: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`${kept}
    insert into app.fact_text (workspace_id, account_id, fact_id, field, body)
    select ${workspaceId}::uuid, x."accountId", x."factId", x.field, x.text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x("accountId" uuid, "factId" uuid, field text, text text)
    on conflict do nothing`.execute(tx);
}

/** Keeps an event that came twice with different content, for a person to look at. */
export async function insertConflicts(
  tx: Tx,
  workspaceId: string,
  rows: readonly {
    conflictId: string;
    accountId: string;
    type: string;
    source: string;
    externalId: string;
    contentHash: string;
    body: unknown;
  }[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.fact_conflict
      (workspace_id, account_id, conflict_id, type, source, external_id, content_hash, body, received_at)
    select ${workspaceId}::uuid, x."accountId", x."conflictId", x.type, x.source, x."externalId", x."contentHash",
      x.body, to_timestamp(${now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "conflictId" uuid, type text,
      source text, "externalId" text, "contentHash" text, body jsonb)
    on conflict do nothing`.execute(tx);
}

export type FoldRow = {
  id: string;
  accountId: string;
  type: string;
  body: unknown;
  occurredAt: number;
  knownAt: number;
  source: string;
  externalId: string;
  revision: number;
};

/**
 * Facts that are not withdrawn of all accounts read as these roots, each with its root, looked up as `revisionsOf` does.
 * Order is the fold's business.
 */
export async function foldFactsOf(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
  type: FactType | null = null,
): Promise<(FoldRow & { rootId: string })[]> {
  if (roots.length === 0) return [];
  const result = await sql<FoldRow & { rootId: string }>`${keptFor(roots)}
    select f.fact_id as id, f.account_id as "accountId", a.root_id as "rootId", f.type, f.body,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt",
      f.source, f.external_id as "externalId", f.revision
    from app.account a
    cross join lateral (select * from app.fact f
      where f.workspace_id = a.workspace_id and f.account_id = a.account_id offset 0) f
    ${newestWithdrawal}
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(${roots}::uuid[])
      and (${type}::text is null or f.type = ${type}) and coalesce(w.withdrawn, false) = false`.execute(tx);
  return result.rows;
}

export type EvidenceRow = { id: string; type: string; body: Record<string, unknown>; occurredAt: number };

/** Facts by id, for showing what a figure came from. */
export async function factsByIds(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  ids: readonly string[],
): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  const result = await sql<EvidenceRow>`
    select fact_id as id, type, body, round(extract(epoch from occurred_at) * 1000)::float8 as "occurredAt"
    from app.fact where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[])
      and fact_id = any(${ids}::uuid[]) order by occurred_at desc, fact_id desc`.execute(tx);
  return result.rows;
}

export type SheetFactRow = {
  accountId: string;
  type: string;
  body: Record<string, unknown>;
  texts: Record<string, string> | null;
  occurredAt: number;
  knownAt: number;
  source: string;
  externalId: string;
  revision: number;
};

/** Standing facts of some types, with their texts, by accounts told once each: what a sheet that comes again is compared with. */
export async function sheetFacts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  types: readonly string[],
  withoutImports: readonly string[] = [],
): Promise<SheetFactRow[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<SheetFactRow>`
    select distinct on (f.account_id, f.type, f.source, f.external_id)
      f.account_id as "accountId", f.type, f.body, f.source, f.external_id as "externalId", f.revision,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt",
      ${textsOfFact} as texts
    from unnest(${accountIds}::uuid[]) as x(id)
    cross join lateral (select * from app.fact f
      where f.workspace_id = ${workspaceId}::uuid and f.account_id = x.id offset 0) f
    ${newestWithdrawal}
    where f.type = any(${types}::text[]) and coalesce(w.withdrawn, false) = false
      and (f.import_id is null or f.import_id <> all(${withoutImports}::uuid[]))
    order by f.account_id, f.type, f.source, f.external_id, f.known_at desc, f.revision desc`.execute(tx);
  return result.rows;
}
