// Who is whom: accounts that may be one customer or one group, joins that stand, shells that wait to be assigned, and
// what people answered. Blocks are found set-based and bounded; how alike two names are is not judged here.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './in-workspace.ts';

export type NamedAccount = {
  id: string;
  name: string;
  taxId: string | null;
  assigned: boolean;
};
export type AccountPair = { left: NamedAccount; right: NamedAccount };

/** Accounts (alias `a`) that stand on their own and of which something is known. */
const standing = (workspaceId: string): RawBuilder<unknown> => sql`a.workspace_id = ${workspaceId}::uuid
  and a.root_id = a.account_id and exists (select from app.account_file f
    where f.workspace_id = a.workspace_id and f.account_id = a.account_id)`;

const person = (alias: string): RawBuilder<unknown> =>
  sql`jsonb_build_object('id', ${sql.ref(alias)}.account_id, 'name', ${sql.ref(alias)}.name, 'taxId', ${sql.ref(alias)}.tax_id,
    'assigned', ${sql.ref(alias)}.assigned)`;

/** Larger blocks say nothing: what fifteen names share is no sign that two of them are one. */
const largestBlock = 8;

/** Pairs of a set of blocks (`block`, `account_id`), each pair once, left id first. */
async function pairsOf(
  tx: Tx,
  workspaceId: string,
  blocks: RawBuilder<unknown>,
  limit: number,
): Promise<AccountPair[]> {
  const result = await sql<AccountPair>`
    with blocks as materialized (${blocks}),
    small as materialized (select array_agg(account_id order by account_id) as ids from blocks
      group by block having count(*) between 2 and ${largestBlock}),
    pairs as materialized (select distinct l.id as l, r.id as r
      from small, unnest(small.ids) with ordinality as l(id, place), unnest(small.ids) with ordinality as r(id, place)
      where l.place < r.place limit ${limit})
    select ${person('a')} as left, ${person('b')} as right from pairs
    join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = pairs.l
    join app.account b on b.workspace_id = ${workspaceId}::uuid and b.account_id = pairs.r
    where a.tax_id is null or b.tax_id is null or a.tax_id = b.tax_id`.execute(tx);
  return result.rows;
}

/**
 * Pairs whose names share a rare word or begin alike; two full tax ids that differ are two companies. `common`: words
 * that name no company.
 */
export async function nameBlocks(
  tx: Tx,
  workspaceId: string,
  common: readonly string[],
  limit: number,
): Promise<AccountPair[]> {
  const words = sql`select t.token, t.account_id from app.account_token t
    join app.account a on a.workspace_id = t.workspace_id and a.account_id = t.account_id
    where t.workspace_id = ${workspaceId}::uuid and ${standing(workspaceId)}
      and length(t.token) >= 3 and t.token ~ '[^0-9]' and t.token <> all(${common}::text[])`;
  // The longest token of a name is the name without spaces.
  const blocks = sql`with words as materialized (${words})
    select token as block, account_id from words
    union all
    select '<' || left(token, 12), account_id from (
      select account_id, (array_agg(token order by length(token) desc, token))[1] as token from words group by account_id) w
    where length(token) >= 8`;
  return pairsOf(tx, workspaceId, blocks, limit);
}

/** Pairs that share an e-mail or site domain. */
export async function domainBlocks(
  tx: Tx,
  workspaceId: string,
  limit: number,
): Promise<(AccountPair & { domain: string })[]> {
  const blocks = sql`select d.domain as block, a.account_id from app.account a, unnest(a.domains) as d(domain)
    where ${standing(workspaceId)} and cardinality(a.domains) > 0`;
  const pairs = await pairsOf(tx, workspaceId, blocks, limit);
  const ids = [...new Set(pairs.flatMap(({ left, right }) => [left.id, right.id]))];
  const domains = new Map((await domainsOf(tx, workspaceId, ids)).map((row) => [row.id, row.domains]));
  return pairs.flatMap((pair) => {
    const other = new Set(domains.get(pair.right.id));
    const domain = domains.get(pair.left.id)?.find((each) => other.has(each));
    return domain === undefined ? [] : [{ ...pair, domain }];
  });
}

async function domainsOf(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; domains: string[] }[]> {
  const result = await sql<{ id: string; domains: string[] }>`
    select account_id as id, domains from app.account
    where workspace_id = ${workspaceId}::uuid and account_id = any(${ids}::uuid[])`.execute(tx);
  return result.rows;
}

export type GroupBlock = { root: string; accounts: NamedAccount[]; total: number; group: string | null };

/** Accounts with one root of CNPJ and no common group yet, largest first; at most 12 of each are named. */
export async function taxRootBlocks(tx: Tx, workspaceId: string, limit: number): Promise<GroupBlock[]> {
  const result = await sql<GroupBlock>`
    with answers as materialized (select distinct on (subject) subject, rejected from app.identity_answer
      where workspace_id = ${workspaceId}::uuid and kind = 'group' order by subject, seq desc),
    roots as (
      select left(a.tax_id, 8) as root, count(*)::int as total, min(a.economic_group) as "group",
        (array_agg(a.account_id order by a.name))[1:12] as ids
      from app.account a where ${standing(workspaceId)} and length(a.tax_id) = 14
        and left(a.tax_id, 8) <> all(array(select subject from answers where rejected))
      group by 1 having count(*) > 1
        and (count(a.economic_group) < count(*) or count(distinct a.economic_group) > 1)
      order by total desc, root limit ${limit})
    select r.root, r.total, r."group", (select jsonb_agg(${person('m')} order by m.name) from app.account m
      where m.workspace_id = ${workspaceId}::uuid and m.account_id = any(r.ids)) as accounts
    from roots r order by r.total desc, r.root`.execute(tx);
  return result.rows;
}

/** Every account of a root of CNPJ that stands on its own. */
export async function accountsOfTaxRoot(
  tx: Tx,
  workspaceId: string,
  root: string,
  limit: number,
): Promise<NamedAccount[]> {
  const result = await sql<NamedAccount>`
    select a.account_id as id, a.name, a.tax_id as "taxId", a.assigned from app.account a
    where ${standing(workspaceId)} and left(a.tax_id, 8) = ${root} and length(a.tax_id) = 14
    order by a.name, a.account_id limit ${limit}`.execute(tx);
  return result.rows;
}

export type AnswerKind = 'same' | 'group';

/** Which of these subjects a person rejected, as the newest answer says. */
export async function rejectedSubjects(
  tx: Tx,
  workspaceId: string,
  kind: AnswerKind,
  subjects: readonly string[],
): Promise<string[]> {
  if (subjects.length === 0) return [];
  const result = await sql<{ subject: string }>`
    select subject from (
      select distinct on (subject) subject, rejected from app.identity_answer
      where workspace_id = ${workspaceId}::uuid and kind = ${kind} and subject = any(${subjects}::text[])
      order by subject, seq desc) newest
    where rejected`.execute(tx);
  return result.rows.map((row) => row.subject);
}

export type Answer = {
  kind: AnswerKind;
  subject: string;
  rejected: boolean;
  reason: string;
  actor: string;
  door: string;
};

export async function insertAnswer(tx: Tx, workspaceId: string, answer: Answer, now: number): Promise<void> {
  await sql`
    insert into app.identity_answer (workspace_id, kind, subject, seq, rejected, reason, actor, door, answered_at)
    values (${workspaceId}::uuid, ${answer.kind}, ${answer.subject},
      1 + coalesce((select max(i.seq) from app.identity_answer i where i.workspace_id = ${workspaceId}::uuid
        and i.kind = ${answer.kind} and i.subject = ${answer.subject}), 0),
      ${answer.rejected}, ${answer.reason}, ${answer.actor}, ${answer.door},
      to_timestamp(${now}::float8 / 1000))`.execute(tx);
}

/** How many outside keys each source bound, by the reason they matched by. */
export async function matchReasons(
  tx: Tx,
  workspaceId: string,
): Promise<{ source: string; by: string; keys: number; accounts: number }[]> {
  const result = await sql<{ source: string; by: string; keys: number; accounts: number }>`
    select source, matched_by as by, count(*)::int as keys, count(distinct account_id)::int as accounts
    from app.shell_key where workspace_id = ${workspaceId}::uuid
    group by source, matched_by order by keys desc, source, matched_by limit 60`.execute(tx);
  return result.rows;
}

export type JoinRow = {
  id: string;
  name: string;
  intoId: string;
  intoName: string;
  reason: string;
  actor: string;
  /** Instant (ms). */
  at: number;
};

/** The joins that stand, newest first, and how many there are. */
export async function joins(
  tx: Tx,
  workspaceId: string,
  limit: number,
): Promise<{ items: JoinRow[]; total: number }> {
  const result = await sql<JoinRow & { total: number }>`
    with newest as (select distinct on (account_id) * from app.account_edge
      where workspace_id = ${workspaceId}::uuid order by account_id, seq desc)
    select e.account_id as id, a.name, e.into_id as "intoId", b.name as "intoName", e.reason, e.actor,
      round(extract(epoch from e.recorded_at) * 1000)::float8 as at, count(*) over ()::int as total
    from newest e
    join app.account a on a.workspace_id = e.workspace_id and a.account_id = e.account_id
    join app.account b on b.workspace_id = e.workspace_id and b.account_id = e.into_id
    where e.joined order by e.recorded_at desc, e.account_id limit ${limit}`.execute(tx);
  return { items: result.rows, total: result.rows[0]?.total ?? 0 };
}
