// Shells and accounts: which outside identity is which customer, and which customers are read as one.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { keptFor } from './kept.ts';

export type ShellKey = { source: string; key: string };
export type AccountRow = {
  accountId: string;
  rootId: string;
  name: string;
  taxId: string | null;
  segment: string | null;
  assigned: boolean;
};

/** Accounts behind outside keys; keys nobody knows yet are absent from the answer. */
export async function accountsByKeys(
  tx: Tx,
  keys: readonly ShellKey[],
): Promise<{ source: string; key: string; accountId: string }[]> {
  if (keys.length === 0) return [];
  const result = await sql<{ source: string; key: string; accountId: string }>`
    select k.source, k.key, k.account_id as "accountId"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as w(source text, key text)
    cross join lateral (select * from app.shell_key k
      where k.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
        and k.source = w.source and k.key = w.key offset 0) k`.execute(tx);
  return result.rows;
}

/** Opens shells: one account each, its own root. */
export async function insertAccounts(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; name: string; assigned: boolean }[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.account (workspace_id, account_id, root_id, name, assigned, created_at)
    select ${workspaceId}::uuid, x."accountId", x."accountId", x.name, x.assigned, to_timestamp(${now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, name text, assigned boolean)`.execute(
    tx,
  );
}

/** Binds keys to accounts; a key that is bound already stays where it is. */
export async function bindKeys(
  tx: Tx,
  workspaceId: string,
  rows: readonly { source: string; key: string; accountId: string; matchedBy: string }[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.shell_key (workspace_id, source, key, account_id, matched_by, created_at)
    select ${workspaceId}::uuid, x.source, x.key, x."accountId", x."matchedBy", to_timestamp(${now}::float8 / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(source text, key text, "accountId" uuid, "matchedBy" text)
    on conflict (workspace_id, source, key) do nothing`.execute(tx);
}

const accountColumns = sql`a.account_id as "accountId", a.root_id as "rootId", a.name, a.tax_id as "taxId",
  a.segment, a.assigned`;

export async function accountById(
  tx: Tx,
  workspaceId: string,
  accountId: string,
): Promise<AccountRow | null> {
  const result = await sql<AccountRow>`
    select ${accountColumns} from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.account_id = ${accountId}::uuid`.execute(tx);
  return result.rows[0] ?? null;
}

/** The accounts that these are read as, each once. */
export async function rootsOfAccounts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<{ id: string }>`
    select distinct a.root_id as id from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.account_id = any(${accountIds}::uuid[])`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Every account that is read as one of these roots, the roots included. */
export async function membersOf(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
): Promise<{ accountId: string; rootId: string }[]> {
  if (roots.length === 0) return [];
  const result = await sql<{ accountId: string; rootId: string }>`
    select a.account_id as "accountId", a.root_id as "rootId" from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(${roots}::uuid[])`.execute(tx);
  return result.rows;
}

/**
 * Writes the names that the facts of accounts tell now, and the words search goes over. All are their own roots, and are
 * asked for as such too: with either index one row is found for each.
 */
export async function describeAccounts(
  tx: Tx,
  workspaceId: string,
  rows: readonly {
    accountId: string;
    name: string | null;
    taxId: string | null;
    segment: string | null;
    domains: readonly string[];
    group: string | null;
    tokens: readonly string[];
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`${keptFor(rows)}
    with x as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x("accountId" uuid, name text, "taxId" text, segment text, domains jsonb, "group" text, tokens jsonb)),
    told as materialized (select x."accountId", x.name, x."taxId", x.segment, x."group",
      array(select jsonb_array_elements_text(x.domains)) as domains from x),
    named as (update app.account a set name = coalesce(x.name, a.name), tax_id = x."taxId", segment = x.segment,
        domains = x.domains, economic_group = x."group"
      from told x where a.workspace_id = ${workspaceId}::uuid and a.account_id = x."accountId" and a.root_id = x."accountId"
        and (a.name, a.tax_id, a.segment, a.domains, a.economic_group)
          is distinct from (coalesce(x.name, a.name), x."taxId", x.segment, x.domains, x."group")),
    old as materialized (select x."accountId", t.token from x
      cross join lateral (select t.token from app.account_token t
        where t.workspace_id = ${workspaceId}::uuid and t.account_id = x."accountId" offset 0) t
      where not x.tokens ? t.token),
    gone as (delete from app.account_token t using old
      where t.workspace_id = ${workspaceId}::uuid and t.account_id = old."accountId" and t.token = old.token)
    insert into app.account_token (workspace_id, account_id, token)
    select ${workspaceId}::uuid, x."accountId", w.token from x, jsonb_array_elements_text(x.tokens) as w(token)
    on conflict do nothing`.execute(tx);
}

/** Records a join or its undoing; the projection `root_id` is rewritten by `reroot`. */
export async function insertEdge(
  tx: Tx,
  workspaceId: string,
  edge: {
    edgeId: string;
    accountId: string;
    intoId: string;
    joined: boolean;
    reason: string;
    actor: string;
    door: string;
  },
  now: number,
): Promise<void> {
  await sql`
    insert into app.account_edge
      (workspace_id, account_id, edge_id, seq, into_id, joined, reason, actor, door, recorded_at)
    values (${workspaceId}::uuid, ${edge.accountId}::uuid, ${edge.edgeId}::uuid,
      1 + coalesce((select max(e.seq) from app.account_edge e
        where e.workspace_id = ${workspaceId}::uuid and e.account_id = ${edge.accountId}::uuid), 0),
      ${edge.intoId}::uuid, ${edge.joined},
      ${edge.reason}, ${edge.actor}, ${edge.door}, to_timestamp(${now}::float8 / 1000))`.execute(tx);
}

/** The joins that hold: for each account its newest edge, when that edge joins. */
export async function standingEdges(
  tx: Tx,
  workspaceId: string,
): Promise<{ accountId: string; intoId: string }[]> {
  const result = await sql<{ accountId: string; intoId: string }>`
    select e."accountId", e."intoId" from (
      select distinct on (account_id) account_id as "accountId", into_id as "intoId", joined
      from app.account_edge where workspace_id = ${workspaceId}::uuid
      order by account_id, seq desc) e
    where e.joined`.execute(tx);
  return result.rows;
}

/** Writes the account that each account is read as. */
export async function reroot(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; rootId: string }[],
): Promise<void> {
  await sql`
    update app.account a set root_id = x."rootId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "rootId" uuid)
    where a.workspace_id = ${workspaceId}::uuid and a.account_id = x."accountId" and a.root_id <> x."rootId"`.execute(
    tx,
  );
}

/** Accounts that are read as another one. */
export async function joinedAccounts(
  tx: Tx,
  workspaceId: string,
): Promise<{ accountId: string; rootId: string }[]> {
  const result = await sql<{ accountId: string; rootId: string }>`
    select account_id as "accountId", root_id as "rootId" from app.account
    where workspace_id = ${workspaceId}::uuid and root_id <> account_id`.execute(tx);
  return result.rows;
}

/** Ids of the accounts that stand on their own, in id order after `after`. */
export async function rootIds(
  tx: Tx,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select a.account_id as id from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = a.account_id
      and (${after}::uuid is null or a.account_id > ${after}::uuid)
    order by a.account_id limit ${limit}`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** How many customers the workspace knows something of (merged ones count once; undone ones and those that wait in the inbox not at all); with `owner`, of that member's own. */
export async function countAccounts(
  tx: Tx,
  workspaceId: string,
  owner: string | null = null,
): Promise<number> {
  const result = await sql<{ n: string }>`
    select count(*) as n from app.account_file f where f.workspace_id = ${workspaceId}::uuid
      and (${owner}::text is null or f.owner = ${owner})
      and not exists (select from app.account a where a.workspace_id = f.workspace_id
        and a.account_id = f.account_id and not a.assigned)`.execute(tx);
  return Number(result.rows[0]?.n ?? 0);
}

/** Accounts whose names have, for each word, a word that begins with it. */
export async function findByWords(
  tx: Tx,
  workspaceId: string,
  words: readonly string[],
  limit: number,
): Promise<{ accountId: string; name: string }[]> {
  const each = words.map(
    (word) => sql` and a.account_id = any(array(select t.account_id from app.account_token t
      where t.workspace_id = ${workspaceId}::uuid and t.token >= ${word} and t.token < ${`${word}\u{10FFFF}`}))`,
  );
  const result = await sql<{ accountId: string; name: string }>`
    select a.account_id as "accountId", a.name from app.account a
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = a.account_id
      and exists (select from app.account_file f
        where f.workspace_id = a.workspace_id and f.account_id = a.account_id)${sql.join(each, sql``)}
    order by a.name, a.account_id limit ${limit}`.execute(tx);
  return result.rows;
}
