// What people wrote of customers, as it is read for suggested events, and the suggestions that were read in it.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal } from './standing.ts';

/** Which fact types hold written text, and in which field each. */
export type NoteFields = Readonly<Record<string, string>>;

export type NoteRow = {
  accountId: string;
  factId: string;
  type: string;
  source: string;
  externalId: string;
  text: string;
  occurredAt: number;
  knownAt: number;
  importId: string | null;
};

const fieldsOf = (fields: NoteFields) =>
  sql`jsonb_to_recordset(${JSON.stringify(Object.entries(fields).map(([type, field]) => ({ type, field })))}::jsonb)
    as n(type text, field text)`;

/** Standing texts of some accounts, of each record the newest telling. */
export async function notesOf(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  fields: NoteFields,
): Promise<NoteRow[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<NoteRow>`
    select x."accountId", x."factId", x.type, x.source, x."externalId", t.body as text, x."occurredAt", x."knownAt",
      x."importId"
    from (
      select distinct on (f.account_id, f.type, f.source, f.external_id)
        f.account_id as "accountId", f.fact_id as "factId", f.type, f.source, f.external_id as "externalId", n.field,
        round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt",
        round(extract(epoch from f.known_at) * 1000)::float8 as "knownAt", f.import_id as "importId"
      from ${fieldsOf(fields)}
      join app.fact f on f.type = n.type
      ${newestWithdrawal}
      where f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
        and not coalesce(w.withdrawn, false)
      order by f.account_id, f.type, f.source, f.external_id, f.known_at desc, f.revision desc) x
    join app.fact_text t on t.workspace_id = ${workspaceId}::uuid and t.account_id = x."accountId"
      and t.fact_id = x."factId" and t.field = x.field`.execute(tx);
  return result.rows;
}

/** Accounts that have a written text, in id order after one. */
export async function accountsWithNotes(
  tx: Tx,
  workspaceId: string,
  types: readonly string[],
  page: { after: string | null; limit: number },
): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select a.account_id as id from app.account a
    where a.workspace_id = ${workspaceId}::uuid
      and (${page.after}::uuid is null or a.account_id > ${page.after}::uuid)
      and exists (select from app.fact f where f.workspace_id = a.workspace_id and f.account_id = a.account_id
        and f.type = any(${types}::text[]))
    order by a.account_id limit ${page.limit}`.execute(tx);
  return result.rows.map(({ id }) => id);
}

export type SuggestionRow = {
  accountId: string;
  factId: string;
  source: string;
  externalId: string;
  body: { event: string; family?: string; keyword: string };
};

/** Standing suggestions of some accounts, every telling of each, oldest first. */
export async function suggestionsOfAccounts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<SuggestionRow[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<SuggestionRow>`
    select f.account_id as "accountId", f.fact_id as "factId", f.source, f.external_id as "externalId", f.body
    from app.fact f ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
      and f.type = 'event-suggested' and not coalesce(w.withdrawn, false)
    order by f.account_id, f.fact_id`.execute(tx);
  return result.rows;
}

/** A suggestion falls with the note it was read in: who told the note again tells it again too. */
export async function restateAsNotes(
  tx: Tx,
  workspaceId: string,
  pairs: readonly { accountId: string; factId: string; noteId: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    insert into app.restatement (workspace_id, account_id, fact_id, import_id)
    select r.workspace_id, r.account_id, x."factId", r.import_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x("accountId" uuid, "factId" uuid, "noteId" uuid)
    join app.restatement r on r.workspace_id = ${workspaceId}::uuid and r.account_id = x."accountId"
      and r.fact_id = x."noteId"
    on conflict do nothing`.execute(tx);
}

export type NewestNote = Pick<NoteRow, 'type' | 'externalId' | 'text' | 'occurredAt'> & {
  rootId: string;
  account: string;
};

/**
 * The newest standing texts of the base, at most `limit`, with the customer each is read under. Everything of a note is
 * looked up by its key: a plan that joins whole tables would depend on figures that a fresh import has not left yet.
 */
export async function newestNotes(
  tx: Tx,
  workspaceId: string,
  fields: NoteFields,
  limit: number,
): Promise<NewestNote[]> {
  const result = await sql<NewestNote>`
    with newest as materialized (
      select f.*, n.field from ${fieldsOf(fields)}
      join app.fact f on f.type = n.type
      where f.workspace_id = ${workspaceId}::uuid
      order by f.occurred_at desc, f.fact_id limit ${limit})
    select a."rootId", a.account, f.type, f.external_id as "externalId", t.text,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt"
    from newest f
    cross join lateral (select a.root_id as "rootId", r.name as account from app.account a
      join app.account r on r.workspace_id = a.workspace_id and r.account_id = a.root_id
      where a.workspace_id = ${workspaceId}::uuid and a.account_id = f.account_id limit 1) a
    cross join lateral (select t.body as text from app.fact_text t where t.workspace_id = ${workspaceId}::uuid
      and t.account_id = f.account_id and t.fact_id = f.fact_id and t.field = f.field limit 1) t
    where f.fact_id = (select g.fact_id from app.fact g
      left join lateral (select w.withdrawn from app.withdrawal w
        where w.workspace_id = g.workspace_id and w.account_id = g.account_id and w.fact_id = g.fact_id
        order by w.seq desc limit 1) w on true
      where g.workspace_id = ${workspaceId}::uuid and g.account_id = f.account_id and g.source = f.source
        and g.external_id = f.external_id and g.type = f.type and not coalesce(w.withdrawn, false)
      order by g.known_at desc, g.revision desc limit 1)
    order by f.occurred_at desc, f.account_id, f.fact_id`.execute(tx);
  return result.rows;
}

export type SuggestedText = {
  event: string;
  family: string | null;
  keyword: string;
  occurredAt: number;
  source: string;
  /** The outside id of the note, and the text; null where the suggestion was read in none of ours. */
  noteId: string;
  text: string | null;
};

/** Suggestions of some accounts known at an instant (ms), newest first, each with the text that it was read in. */
export async function suggestedTexts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  fields: NoteFields,
  asOf: number,
): Promise<SuggestedText[]> {
  const result = await sql<SuggestedText>`
    select f.body ->> 'event' as event, f.body ->> 'family' as family, f.body ->> 'keyword' as keyword, f.source,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "occurredAt", p.note_id as "noteId", note.text
    from app.fact f
    ${newestWithdrawal}
    cross join lateral (select left(f.external_id, length(f.external_id) - length(f.body ->> 'event')
      - length(coalesce(f.body ->> 'family', '')) - 2) as note_id) p
    left join lateral (select t.body as text from ${fieldsOf(fields)}
      join app.fact m on m.workspace_id = f.workspace_id and m.account_id = f.account_id and m.source = f.source
        and m.external_id = p.note_id and m.type = n.type and m.known_at <= to_timestamp(${asOf}::float8 / 1000)
      join app.fact_text t on t.workspace_id = m.workspace_id and t.account_id = m.account_id
        and t.fact_id = m.fact_id and t.field = n.field
      order by m.known_at desc, m.revision desc limit 1) note on true
    where f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
      and f.type = 'event-suggested' and not coalesce(w.withdrawn, false)
      and f.known_at <= to_timestamp(${asOf}::float8 / 1000)
    order by f.occurred_at desc, f.known_at desc, f.fact_id desc`.execute(tx);
  return result.rows;
}

/** Standing facts of some types that accounts hold under one outside id, of whatever source. */
export async function standingUnder(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  types: readonly string[],
  externalId: string,
): Promise<{ accountId: string; factId: string }[]> {
  const result = await sql<{ accountId: string; factId: string }>`
    select f.account_id as "accountId", f.fact_id as "factId" from app.fact f ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
      and f.type = any(${types}::text[]) and f.external_id = ${externalId} and not coalesce(w.withdrawn, false)
    order by f.account_id, f.fact_id`.execute(tx);
  return result.rows;
}
