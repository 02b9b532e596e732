// Facts of the firm itself: coverage of sources, rates, holidays, capacity.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';
import type { FirmRecord } from './methods.ts';
import { noImport } from './withdrawals.ts';

export type WorkspaceFactRow = {
  id: string;
  type: string;
  body: Record<string, unknown>;
  occurredAt: number;
  knownAt: number;
  recordedAt: number;
  hindsight: boolean;
  source: string;
  externalId: string;
  revision: number;
  contentHash: string;
  actor: string;
  door: string;
  importId: string | null;
};

export type FirmFact = Pick<
  WorkspaceFactRow,
  'id' | 'type' | 'source' | 'externalId' | 'body' | 'occurredAt' | 'knownAt'
>;

/** Standing workspace facts of some types, every revision of each record, in the order in which they were known. */
export async function workspaceFacts(
  tx: Tx,
  workspaceId: string,
  types: readonly string[],
): Promise<FirmFact[]> {
  const result = await sql<FirmFact>`${kept}
    select fact_id as id, type, source, external_id as "externalId", body,
      round(extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
      round(extract(epoch from known_at) * 1000)::float8 as "knownAt"
    from app.workspace_fact
    where workspace_id = ${workspaceId}::uuid and type = any(${types}::text[]) and not withdrawn
    order by known_at, revision, type, source, external_id`.execute(tx);
  return result.rows;
}

/** Of each record the revision that holds at an instant (ms). */
export function heldFirmFacts(facts: readonly FirmFact[], asOf: number): FirmFact[] {
  const held = new Map<string, FirmFact>();
  for (const fact of facts)
    if (fact.knownAt <= asOf) held.set(JSON.stringify([fact.type, fact.source, fact.externalId]), fact);
  return [...held.values()];
}

/** What these sources are recorded to cover, newest revisions, as far as the outside id begins with `prefix`. */
export async function coversOfSources(
  tx: Tx,
  workspaceId: string,
  sources: readonly string[],
  prefix: string,
): Promise<Pick<WorkspaceFactRow, 'source' | 'externalId' | 'body'>[]> {
  const result = await sql<Pick<WorkspaceFactRow, 'source' | 'externalId' | 'body'>>`
    select distinct on (f.source, f.external_id) f.source, f.external_id as "externalId", f.body
    from app.workspace_fact f
    where f.workspace_id = ${workspaceId}::uuid and f.source = any(${sources}::text[])
      and f.type = 'source-covered' and not f.withdrawn and starts_with(f.external_id, ${prefix})
    order by f.source, f.external_id, f.revision desc`.execute(tx);
  return result.rows;
}

export async function workspaceRevisions(
  tx: Tx,
  workspaceId: string,
  identities: readonly { type: string; source: string; externalId: string }[],
): Promise<
  {
    type: string;
    source: string;
    externalId: string;
    factId: string;
    revision: number;
    knownAt: number;
    contentHash: string;
    withdrawn: boolean;
  }[]
> {
  if (identities.length === 0) return [];
  const result = await sql<{
    type: string;
    source: string;
    externalId: string;
    factId: string;
    revision: number;
    knownAt: number;
    contentHash: string;
    withdrawn: boolean;
  }>`
    select f.type, f.source, f.external_id as "externalId", f.fact_id as "factId", f.revision,
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt", f.content_hash as "contentHash", f.withdrawn
    from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) as x(type text, source text, "externalId" text)
    join app.workspace_fact f on f.workspace_id = ${workspaceId}::uuid
      and f.source = x.source and f.external_id = x."externalId" and f.type = x.type
    order by f.source, f.external_id, f.revision desc`.execute(tx);
  return result.rows;
}

type LastFirmFact = {
  body: Record<string, unknown>;
  texts: Record<string, string>;
  /** Instant (ms). */
  occurredAt: number;
};

/** The newest standing fact of the firm of a type that was known at an instant (ms), with its texts; null: none. */
export async function lastFirmFact(
  tx: Tx,
  workspaceId: string,
  type: string,
  asOf: number,
): Promise<LastFirmFact | null> {
  const result = await sql<LastFirmFact>`
    select f.body, round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt", coalesce((select jsonb_object_agg(t.field, t.body) from app.workspace_fact_text t
      where t.workspace_id = f.workspace_id and t.fact_id = f.fact_id), '{}') as texts
    from app.workspace_fact f
    where f.workspace_id = ${workspaceId}::uuid and f.type = ${type} and not f.withdrawn
      and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
    order by f.known_at desc, f.revision desc limit 1`.execute(tx);
  return result.rows[0] ?? null;
}

/** The newest standing telling of one record of the firm that was known at an instant (ms); null: none. */
export async function lastOfRecord(
  tx: Tx,
  workspaceId: string,
  record: FirmRecord,
  asOf: number,
): Promise<Pick<WorkspaceFactRow, 'body' | 'contentHash' | 'knownAt'> | null> {
  const result = await sql<Pick<WorkspaceFactRow, 'body' | 'contentHash' | 'knownAt'>>`
    select f.body, f.content_hash as "contentHash",
      round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt"
    from app.workspace_fact f
    where f.workspace_id = ${workspaceId}::uuid and f.source = ${record.source}
      and f.external_id = ${record.externalId} and f.type = ${record.type} and not f.withdrawn
      and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
    order by f.revision desc limit 1`.execute(tx);
  return result.rows[0] ?? null;
}

/** Free texts of the firm's own facts. */
export async function insertWorkspaceTexts(
  tx: Tx,
  workspaceId: string,
  rows: readonly { factId: string; field: string; text: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.workspace_fact_text (workspace_id, fact_id, field, body)
    select ${workspaceId}::uuid, x."factId", x.field, x.text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("factId" uuid, field text, text text)
    on conflict do nothing`.execute(tx);
}

export async function insertWorkspaceFacts(
  tx: Tx,
  workspaceId: string,
  facts: readonly (WorkspaceFactRow & { schemaVersion: number })[],
): Promise<number> {
  if (facts.length === 0) return 0;
  const result = await sql`
    insert into app.workspace_fact (workspace_id, fact_id, type, occurred_at, known_at, recorded_at, hindsight, source,
      external_id, revision, content_hash, actor, door, import_id, schema_version, body)
    select ${workspaceId}::uuid, x.id, x.type, to_timestamp(x."occurredAt" / 1000), to_timestamp(x."knownAt" / 1000),
      to_timestamp(x."recordedAt" / 1000), x.hindsight, x.source, x."externalId", x.revision, x."contentHash", x.actor,
      x.door, x."importId", x."schemaVersion", x.body
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as x(id uuid, type text, "occurredAt" float8,
      "knownAt" float8, "recordedAt" float8, hindsight boolean, source text, "externalId" text, revision int,
      "contentHash" text, actor text, door text, "importId" uuid, "schemaVersion" int, body jsonb)
    on conflict do nothing returning fact_id`.execute(tx);
  return result.rows.length;
}

/** Withdraws what only this import said of the firm; answers how many facts. */
export async function withdrawWorkspaceImport(
  tx: Tx,
  workspaceId: string,
  importId: string,
): Promise<number> {
  const result = await sql`
    update app.workspace_fact f set withdrawn = true
    where f.workspace_id = ${workspaceId}::uuid and not f.withdrawn and f.import_id is not null
      and (f.import_id = ${importId}::uuid or exists (select from app.workspace_restatement r
        where r.workspace_id = f.workspace_id and r.fact_id = f.fact_id and r.import_id = ${importId}::uuid))
      and not exists (select from app.import i where i.workspace_id = f.workspace_id and i.import_id = f.import_id
        and i.import_id <> ${importId}::uuid and i.state = 'committed')
      and not exists (select from app.workspace_restatement r
        left join app.import i on i.workspace_id = r.workspace_id and i.import_id = r.import_id
        where r.workspace_id = f.workspace_id and r.fact_id = f.fact_id and r.import_id <> ${importId}::uuid
          and (r.import_id = ${noImport}::uuid or i.state = 'committed'))
    returning f.fact_id`.execute(tx);
  return result.rows.length;
}

/** Notes that an import, or a door outside any (null), told facts of the firm again, and lets them stand. */
export async function restateWorkspaceFacts(
  tx: Tx,
  workspaceId: string,
  importId: string | null,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update app.workspace_fact set withdrawn = false
    where workspace_id = ${workspaceId}::uuid and fact_id = any(${ids}::uuid[]) and withdrawn`.execute(tx);
  await sql`
    insert into app.workspace_restatement (workspace_id, fact_id, import_id)
    select f.workspace_id, f.fact_id, ${importId ?? noImport}::uuid from app.workspace_fact f
    where f.workspace_id = ${workspaceId}::uuid and f.fact_id = any(${ids}::uuid[]) and f.import_id is not null
    on conflict do nothing`.execute(tx);
}
