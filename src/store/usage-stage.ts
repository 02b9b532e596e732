// Lines of usage of one file, events or periods: staged in a table of the transaction, told apart there, bound to accounts.
// Nothing of it is held in memory, and it is gone with the transaction.
import { sql } from 'kysely';
import { copyInto, copyValue, type CopyLines } from './copy.ts';
import type { Tx } from './in-workspace.ts';

/** One thing that a row tells, or a row that tells nothing (no key). */
export type StagedLine = {
  readonly row: number;
  /** Counts the lines of its row. */
  readonly part: number;
  /** Problems that the row has. */
  readonly said: number;
  /** Equal for rows that say the same (32 hex digits); null: compared with no other. */
  readonly same: string | null;
  /** Counts the accounts that the file names; null: the row is refused. */
  readonly key: number | null;
  readonly externalId: string;
  readonly contentHash: string;
  /** ISO days. */
  readonly day: string;
  readonly knownDay: string;
  /** ms */
  readonly occurredAt: number;
  readonly knownAt: number;
  readonly hindsight: boolean;
  /** Event or metric. */
  readonly name: string;
  readonly value: number;
  /** First day of a period (ISO), how it adds up, the id its fact will have. */
  readonly first: string | null;
  readonly how: string | null;
  readonly factId: string | null;
  /** Of an event. */
  readonly userHash: string | null;
  readonly session: string | null;
  readonly department: string | null;
  readonly minutes: number | null;
};

const columns = {
  row: 'integer',
  part: 'smallint',
  said: 'smallint',
  same: 'uuid',
  key: 'integer',
  external_id: 'text collate "C"',
  content_hash: 'text collate "C"',
  day: 'date',
  known_day: 'date',
  occurred_ms: 'float8',
  known_ms: 'float8',
  hindsight: 'boolean',
  name: 'text',
  value: 'float8',
  first: 'date',
  how: 'text',
  fact_id: 'uuid',
  user_hash: 'text collate "C"',
  session: 'text',
  department: 'text',
  minutes: 'float8',
};

/** A line as COPY reads it. */
export function lineText(line: StagedLine): string {
  const { row, part, said, key, contentHash, day, knownDay, occurredAt, knownAt, hindsight, value } = line;
  return (
    `${row}\t${part}\t${said}\t${line.same ?? '\\N'}\t${key ?? '\\N'}\t${copyValue(line.externalId)}\t${contentHash}\t` +
    `${day}\t${knownDay}\t${occurredAt}\t${knownAt}\t${hindsight ? 't' : 'f'}\t${copyValue(line.name)}\t${value}\t` +
    `${line.first ?? '\\N'}\t${line.how ?? '\\N'}\t${line.factId ?? '\\N'}\t${line.userHash ?? '\\N'}\t` +
    `${copyValue(line.session)}\t${copyValue(line.department)}\t${line.minutes ?? '\\N'}\n`
  );
}

/** A row that is refused, as COPY reads it. */
export function refusedText({ row, said, same }: Pick<StagedLine, 'row' | 'said' | 'same'>): string {
  return `${row}\t0\t${said}\t${same ?? '\\N'}${'\t\\N'.repeat(Object.keys(columns).length - 4)}\n`;
}

/** Makes the stage and fills it; several files of one transaction have it one after the other. */
export async function stageUsage(tx: Tx, lines: CopyLines): Promise<void> {
  for (const name of ['usage_stage', 'usage_key', 'usage_same', 'usage_clash', 'usage_twice', 'usage_known'])
    await sql`drop table if exists pg_temp.${sql.ref(name)}`.execute(tx);
  const list = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  await sql`create temporary table usage_stage (${sql.join(list)}) on commit drop`.execute(tx);
  await copyInto('usage_stage', Object.keys(columns), lines).execute(tx);
  // One sort or hash of a whole file each; the default would spill them to disk in pieces of four megabytes.
  await sql`set local work_mem = '128MB'`.execute(tx);
  await sql`analyze usage_stage`.execute(tx);
}

/** A row whose record an earlier row has: what it is called, and that row. */
export type TwiceRow = { readonly row: number; readonly value: string; readonly other: number };
export type SortedStage = {
  readonly duplicates: number;
  readonly twice: number;
  /** The first of them. */
  readonly twiceRows: readonly TwiceRow[];
};

/**
 * Takes off the stage rows that say what an earlier row said, then rows one of whose records an earlier row has that
 * stays: the same as reading the rows one after another.
 */
export async function sortStage(tx: Tx, shown: number): Promise<SortedStage> {
  await sql`
    create temporary table usage_same on commit drop as
    select same, min(row) as row from usage_stage where part = 0 and same is not null
    group by same having count(*) > 1`.execute(tx);
  const gone = await sql<{ n: number }>`
    with gone as (delete from usage_stage s using usage_same f where s.same = f.same and s.row > f.row returning s.part)
    select count(*)::int as n from gone where part = 0`.execute(tx);
  await sql`
    create temporary table usage_clash on commit drop as
    select row, part, external_id from usage_stage join (
      select external_id from usage_stage where key is not null
      group by external_id having min(row) < max(row)) d using (external_id)`.execute(tx);
  await sql`
    create temporary table usage_twice (row integer, other integer) on commit drop`.execute(tx);
  for (let left = true; left;) left = await settleClash(tx);
  const rows = await sql<TwiceRow>`
    select t.row, left(s.external_id, 80) as value, t.other from usage_twice t
    join usage_stage s on s.row = t.row and s.part = 0 order by t.row limit ${shown}`.execute(tx);
  const twice = await sql<{ n: number }>`
    with gone as (delete from usage_stage s using usage_twice t where s.row = t.row returning s.part)
    select count(*)::int as n from gone where part = 0`.execute(tx);
  const count = twice.rows[0]?.n ?? 0;
  return { duplicates: gone.rows[0]?.n ?? 0, twice: count, twiceRows: rows.rows };
}

/** Rows that come first in each of their records stay, and who has a record with them goes; true while others are left. */
async function settleClash(tx: Tx): Promise<boolean> {
  const result = await sql`
    with first as (select external_id, min(row) as row from usage_clash group by 1),
    stays as (select c.row from usage_clash c join first f using (external_id)
      group by c.row having bool_and(c.row = f.row)),
    owned as (select distinct c.external_id, c.row from usage_clash c join stays using (row)),
    goes as (
      insert into usage_twice (row, other)
      select c.row, (array_agg(o.row order by c.part))[1] from usage_clash c join owned o using (external_id)
      where c.row <> o.row group by c.row returning row)
    delete from usage_clash c where c.row in (select row from stays union all select row from goes)`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0) > 0;
}

export type StageCounts = {
  readonly accepted: number;
  readonly refused: number;
  /** Problems of the rows that stand. */
  readonly said: number;
};

export async function stageCounts(tx: Tx): Promise<StageCounts> {
  const result = await sql<StageCounts>`
    select count(key)::int as accepted, (count(*) - count(key))::int as refused, coalesce(sum(said), 0)::int as said
    from usage_stage where part = 0`.execute(tx);
  return result.rows[0] ?? { accepted: 0, refused: 0, said: 0 };
}

/** Of these rows those still on the stage. */
export async function stagedAmong(tx: Tx, rows: readonly number[]): Promise<ReadonlySet<number>> {
  const result = await sql<{ row: number }>`
    select row from usage_stage where part = 0 and row = any(${rows}::int[])`.execute(tx);
  return new Set(result.rows.map(({ row }) => row));
}

/** Keys that the rows on the stage name, in the order of the file. */
export async function stagedKeys(tx: Tx): Promise<readonly number[]> {
  const result = await sql<{ key: number }>`
    select distinct key from usage_stage where key is not null order by key`.execute(tx);
  return result.rows.map(({ key }) => key);
}

/** What the stage covers: each metric and period once, or the first and the last day of its events. */
export type StagedPeriod = { name: string; how: string | null; first: string; day: string };

export async function stagedPeriods(tx: Tx): Promise<readonly StagedPeriod[]> {
  const result = await sql<StagedPeriod>`
    select name, how, to_char(first, 'YYYY-MM-DD') as first, to_char(day, 'YYYY-MM-DD') as day from (
      select distinct name, how, first, day from usage_stage where key is not null) d
    order by name, day`.execute(tx);
  return result.rows;
}

/** First and last day of the stage (ISO); null when it is empty. */
export async function stagedSpan(tx: Tx): Promise<{ from: string; to: string } | null> {
  const result = await sql<{ from: string | null; to: string | null }>`
    select to_char(min(day), 'YYYY-MM-DD') as "from", to_char(max(day), 'YYYY-MM-DD') as "to" from usage_stage`.execute(
    tx,
  );
  const { from = null, to = null } = result.rows[0] ?? {};
  return from === null || to === null ? null : { from, to };
}

/** Says which account each key of the stage is. */
export async function bindStage(tx: Tx, accounts: ReadonlyMap<number, string>): Promise<void> {
  await sql`
    create temporary table usage_key (key integer primary key, account_id uuid not null) on commit drop`.execute(
    tx,
  );
  await sql`
    insert into usage_key select x.key, x.id
    from unnest(${[...accounts.keys()]}::int[], ${[...accounts.values()]}::uuid[])
      as x(key, id)`.execute(tx);
  await sql`analyze usage_key`.execute(tx);
}

/** Accounts that the lines on the stage are of, as they are read, each with the first day they speak of (ISO). */
export async function stagedSince(
  tx: Tx,
  workspaceId: string,
): Promise<{ accountId: string; rootId: string; from: string; hindsight: boolean }[]> {
  const result = await sql<{ accountId: string; rootId: string; from: string; hindsight: boolean }>`
    select a.account_id as "accountId", a.root_id as "rootId", x.hindsight,
      to_char(x.since, 'YYYY-MM-DD') as "from"
    from (select k.account_id, bool_or(s.hindsight) as hindsight,
        coalesce(min(greatest(s.day, s.known_day)) filter (where s.hindsight), min(greatest(s.day, s.known_day))) as since
      from usage_stage s join usage_key k using (key) group by 1) x
    join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = x.account_id
    order by 1`.execute(tx);
  return result.rows;
}
