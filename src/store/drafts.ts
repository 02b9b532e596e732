// Drafts of imports: their files in pieces, what was said of them, and mappings that were used before.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type DraftRow = {
  draftId: string;
  /** ISO day. */
  today: string;
  state: 'open' | 'committed';
  choices: Record<string, unknown>;
  answers: Record<string, unknown>;
  failure: { code: string; detail: Record<string, string | number | null> } | null;
  result: unknown;
};
export type DraftFileRow = { draftId: string; fileId: string; name: string; bytes: number };

const columns = sql`draft_id as "draftId", to_char(today, 'YYYY-MM-DD') as today, state, choices, answers, failure, result`;

export async function insertDraft(
  tx: Tx,
  workspaceId: string,
  row: { draftId: string; today: string; actor: string; now: number },
): Promise<void> {
  await sql`
    insert into app.draft (workspace_id, draft_id, today, state, actor, created_at, touched_at)
    values (${workspaceId}::uuid, ${row.draftId}::uuid, ${row.today}::date, 'open', ${row.actor},
      to_timestamp(${row.now}::float8 / 1000), to_timestamp(${row.now}::float8 / 1000))`.execute(tx);
}

export async function draftById(tx: Tx, workspaceId: string, draftId: string): Promise<DraftRow | null> {
  const result = await sql<DraftRow>`select ${columns} from app.draft
    where workspace_id = ${workspaceId}::uuid and draft_id = ${draftId}::uuid`.execute(tx);
  return result.rows[0] ?? null;
}

/** The same, taken until the transaction ends. */
export async function lockDraft(tx: Tx, workspaceId: string, draftId: string): Promise<DraftRow | null> {
  const result = await sql<DraftRow>`select ${columns} from app.draft
    where workspace_id = ${workspaceId}::uuid and draft_id = ${draftId}::uuid for update`.execute(tx);
  return result.rows[0] ?? null;
}

/** Drafts that were begun and not committed, newest first. */
export async function openDrafts(tx: Tx, workspaceId: string, limit: number): Promise<DraftRow[]> {
  const result = await sql<DraftRow>`select ${columns} from app.draft
    where workspace_id = ${workspaceId}::uuid and state = 'open' order by draft_id desc limit ${limit}`.execute(
    tx,
  );
  return result.rows;
}

/** Files of drafts that are there whole. */
export async function filesOfDrafts(
  tx: Tx,
  workspaceId: string,
  draftIds: readonly string[],
): Promise<DraftFileRow[]> {
  const result = await sql<DraftFileRow>`
    select draft_id as "draftId", file_id as "fileId", name, bytes::float8 as bytes from app.draft_file
    where workspace_id = ${workspaceId}::uuid and draft_id = any(${draftIds}::uuid[]) and bytes is not null
    order by draft_id, file_id`.execute(tx);
  return result.rows;
}

/** Begins a file; `bytes` is null until all of it is there. */
export async function insertDraftFile(
  tx: Tx,
  workspaceId: string,
  row: Omit<DraftFileRow, 'bytes'> & { bytes: number | null },
): Promise<void> {
  await sql`
    insert into app.draft_file (workspace_id, draft_id, file_id, name, bytes)
    values (${workspaceId}::uuid, ${row.draftId}::uuid, ${row.fileId}::uuid, ${row.name}, ${row.bytes})`.execute(
    tx,
  );
}

/** Says that a file is there whole, with its size in bytes. */
export async function completeDraftFile(
  tx: Tx,
  workspaceId: string,
  file: Pick<DraftFileRow, 'draftId' | 'fileId'>,
  bytes: number,
): Promise<void> {
  await sql`
    update app.draft_file set bytes = ${bytes} where workspace_id = ${workspaceId}::uuid
      and draft_id = ${file.draftId}::uuid and file_id = ${file.fileId}::uuid`.execute(tx);
}

export async function insertChunk(
  tx: Tx,
  workspaceId: string,
  file: Pick<DraftFileRow, 'draftId' | 'fileId'>,
  seq: number,
  data: Uint8Array,
): Promise<void> {
  await sql`
    insert into app.draft_chunk (workspace_id, draft_id, file_id, seq, data)
    values (${workspaceId}::uuid, ${file.draftId}::uuid, ${file.fileId}::uuid, ${seq}, ${Buffer.from(data)})`.execute(
    tx,
  );
}

/** One piece of a file; null past the last. */
export async function readChunk(
  tx: Tx,
  workspaceId: string,
  file: Pick<DraftFileRow, 'draftId' | 'fileId'>,
  seq: number,
): Promise<Uint8Array | null> {
  const result = await sql<{ data: Buffer }>`
    select data from app.draft_chunk
    where workspace_id = ${workspaceId}::uuid and draft_id = ${file.draftId}::uuid
      and file_id = ${file.fileId}::uuid and seq = ${seq}`.execute(tx);
  return result.rows[0]?.data ?? null;
}

export async function deleteDraftFile(
  tx: Tx,
  workspaceId: string,
  draftId: string,
  fileId: string,
): Promise<boolean> {
  const result = await sql`delete from app.draft_file
    where workspace_id = ${workspaceId}::uuid and draft_id = ${draftId}::uuid and file_id = ${fileId}::uuid`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** The pieces of a draft's files; nothing reads them once it is committed. */
export async function deleteChunks(tx: Tx, workspaceId: string, draftId: string): Promise<void> {
  await sql`delete from app.draft_chunk
    where workspace_id = ${workspaceId}::uuid and draft_id = ${draftId}::uuid`.execute(tx);
}

export async function deleteDraft(tx: Tx, workspaceId: string, draftId: string): Promise<void> {
  await sql`delete from app.draft
    where workspace_id = ${workspaceId}::uuid and draft_id = ${draftId}::uuid`.execute(tx);
}

/** Throws away what nobody touched since an instant (ms). */
export async function forgetDrafts(tx: Tx, workspaceId: string, before: number): Promise<void> {
  await sql`delete from app.draft
    where workspace_id = ${workspaceId}::uuid and touched_at < to_timestamp(${before}::float8 / 1000)`.execute(
    tx,
  );
}

/** What changed of a draft; what is left out stays. */
export type DraftChange = {
  readonly choices?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly failure?: DraftRow['failure'];
  readonly state?: DraftRow['state'];
  readonly result?: unknown;
};

export async function changeDraft(
  tx: Tx,
  workspaceId: string,
  draftId: string,
  change: DraftChange,
  now: number,
): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  const { failure } = change;
  await sql`
    update app.draft set choices = coalesce(${json(change.choices)}::jsonb, choices),
      answers = coalesce(${json(change.answers)}::jsonb, answers),
      failure = case when ${failure !== undefined} then nullif(${json(failure ?? null)}::jsonb, 'null'::jsonb) else failure end,
      state = coalesce(${change.state ?? null}, state), result = coalesce(${json(change.result)}::jsonb, result),
      touched_at = to_timestamp(${now}::float8 / 1000)
    where workspace_id = ${workspaceId}::uuid and draft_id = ${draftId}::uuid`.execute(tx);
}

export type SavedMapping = {
  mappingId: string;
  headers: string;
  name: string;
  choice: Record<string, unknown>;
};

/** Mappings saved for these sets of headers. */
export async function mappingsFor(
  tx: Tx,
  workspaceId: string,
  headers: readonly string[],
): Promise<SavedMapping[]> {
  if (headers.length === 0) return [];
  const result = await sql<SavedMapping>`
    select mapping_id as "mappingId", headers, name, choice from app.saved_mapping
    where workspace_id = ${workspaceId}::uuid and headers = any(${headers}::text[])`.execute(tx);
  return result.rows;
}

export async function saveMapping(
  tx: Tx,
  workspaceId: string,
  mapping: SavedMapping,
  now: number,
): Promise<void> {
  await sql`
    insert into app.saved_mapping (workspace_id, mapping_id, headers, name, choice, saved_at)
    values (${workspaceId}::uuid, ${mapping.mappingId}::uuid, ${mapping.headers}, ${mapping.name},
      ${JSON.stringify(mapping.choice)}::jsonb, to_timestamp(${now}::float8 / 1000))
    on conflict (workspace_id, headers) do update
      set name = excluded.name, choice = excluded.choice, saved_at = excluded.saved_at`.execute(tx);
}

/** Mappings saved so far with the day of the last use (ms), newest first. */
export async function listMappings(
  tx: Tx,
  workspaceId: string,
  limit: number,
): Promise<(SavedMapping & { savedAt: number })[]> {
  const result = await sql<SavedMapping & { savedAt: number }>`
    select mapping_id as "mappingId", headers, name, choice,
      round(extract(epoch from saved_at) * 1000)::float8 as "savedAt"
    from app.saved_mapping where workspace_id = ${workspaceId}::uuid
    order by saved_at desc, mapping_id desc limit ${limit}`.execute(tx);
  return result.rows;
}

/** Forgets a mapping; false: there is none of this id. */
export async function deleteMapping(tx: Tx, workspaceId: string, mappingId: string): Promise<boolean> {
  const result = await sql`delete from app.saved_mapping
    where workspace_id = ${workspaceId}::uuid and mapping_id = ${mappingId}::uuid`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}
