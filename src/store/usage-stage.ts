// Lines of usage of one file, events or periods: staged in a table of the transaction, told apart there, bound to accounts.
// Nothing of it is held in memory, and it is gone with the transaction. Days lie beside the lines: a file has few.
import { sql } from 'kysely';
import { copyInto, copyValue, type CopyLines } from './copy.ts';
import type { Tx } from './in-workspace.ts';

/** One thing that a row tells. */
export type StagedLine = {
  readonly row: number;
  /** Counts the lines of its row. */
  readonly part: number;
  /** Problems that the row has. */
  readonly said: number;
  /** Equal for rows that say the same (32 hex digits). */
  readonly same: string;
  /** Counts the accounts that the file names. */
  readonly key: number;
  readonly externalId: string;
  readonly contentHash: string;
  /** Day that the line is of: see `StagedDay`. */
  readonly at: number;
  /** Event or metric. */
  readonly name: string;
  readonly value: number;
};
/** What a line has beside: an event or a period. */
export type StagedEvent = StagedLine & {
  readonly userHash: string | null;
  readonly session: string | null;
  readonly department: string | null;
  readonly minutes: number | null;
};
export type StagedPeriodLine = StagedLine & {
  /** First day of the period (ISO), how it adds up, the id its fact will have. */
  readonly first: string;
  readonly how: string;
  readonly factId: string;
};

/** A day that lines are of, and what follows from it. */
export type StagedDay = {
  readonly at: number;
  /** ISO days. */
  readonly day: string;
  readonly knownDay: string;
  /** ms */
  readonly occurredAt: number;
  readonly knownAt: number;
  readonly hindsight: boolean;
};

const shared = {
  row: 'integer',
  part: 'smallint',
  said: 'smallint',
  same: 'uuid',
  key: 'integer',
  external_id: 'text collate "C"',
  content_hash: 'text collate "C"',
  at: 'integer',
  name: 'text',
  value: 'float8',
};
const own = {
  event: { user_hash: 'text collate "C"', session: 'text', department: 'text', minutes: 'float8' },
  period: { first: 'date', how: 'text', fact_id: 'uuid' },
};
export type StageKind = keyof typeof own;

function startOf(line: StagedLine): string {
  return (
    `${line.row}\t${line.part}\t${line.said}\t${line.same}\t${line.key}\t${copyValue(line.externalId)}\t` +
    `${line.contentHash}\t${line.at}\t${copyValue(line.name)}\t${line.value}\t`
  );
}

/** An event as COPY reads it. */
export function eventText(line: StagedEvent): string {
  const { userHash, session, department, minutes } = line;
  return `${startOf(line)}${userHash ?? '\\N'}\t${copyValue(session)}\t${copyValue(department)}\t${minutes ?? '\\N'}\n`;
}

/** A period as COPY reads it. */
export function periodText(line: StagedPeriodLine): string {
  return `${startOf(line)}${line.first}\t${line.how}\t${line.factId}\n`;
}

/** A row that is refused, as COPY reads it. `same`: null when it is compared with no other. */
export function refusedText(
  { row, said, same }: { readonly row: number; readonly said: number; readonly same: string | null },
  kind: StageKind,
): string {
  const empty = Object.keys(shared).length + Object.keys(own[kind]).length - 4;
  return `${row}\t0\t${said}\t${same ?? '\\N'}${'\t\\N'.repeat(empty)}\n`;
}

const tables = ['stage', 'when', 'tally', 'key', 'twin', 'same', 'clash', 'twice', 'known'];

/** Makes the stage and fills it; several files of one transaction have it one after the other. `days`: asked at the end. */
export async function stageUsage(
  tx: Tx,
  kind: StageKind,
  lines: CopyLines,
  days: () => readonly StagedDay[],
): Promise<void> {
  for (const name of tables) await sql`drop table if exists pg_temp.${sql.ref(`usage_${name}`)}`.execute(tx);
  const columns = Object.entries({ ...shared, ...own[kind] });
  const list = columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  await sql`create temporary table usage_stage (${sql.join(list)}) on commit drop`.execute(tx);
  await copyInto(
    'usage_stage',
    columns.map(([name]) => name),
    lines,
  ).execute(tx);
  await sql`
    create temporary table usage_when on commit drop as
    select at, day, "knownDay" as known_day, "occurredAt" as occurred_ms, "knownAt" as known_ms, hindsight,
      to_timestamp("occurredAt" / 1000) as occurred_at, to_timestamp("knownAt" / 1000) as known_at
    from jsonb_to_recordset(${JSON.stringify(days())}::jsonb)
      as x(at int, day date, "knownDay" date, "occurredAt" float8, "knownAt" float8, hindsight boolean)`.execute(
    tx,
  );
  // One sort or hash of a whole file each; the default would spill them to disk in pieces of four megabytes.
  await sql`set local work_mem = '128MB'`.execute(tx);
  await sql`analyze usage_stage`.execute(tx);
  await sql`analyze usage_when`.execute(tx);
}

/** Counts what is on the stage by customer and day. Whoever takes lines off it afterwards counts anew. */
export async function tallyStage(tx: Tx): Promise<void> {
  await sql`drop table if exists pg_temp.usage_tally`.execute(tx);
  await sql`
    create temporary table usage_tally on commit drop as
    select key, at, count(*)::int as n from usage_stage where key is not null group by key, at`.execute(tx);
  await sql`analyze usage_tally`.execute(tx);
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
  // Rows that say the same have the same records, or are both refused: only such are compared.
  await sql`
    create temporary table usage_twin on commit drop as
    select external_id from usage_stage where key is not null group by external_id having count(*) > 1`.execute(
    tx,
  );
  await sql`
    create temporary table usage_same on commit drop as
    select same, min(row) as row from usage_stage
    where part = 0 and same is not null and (key is null or external_id in (select external_id from usage_twin))
    group by same having count(*) > 1`.execute(tx);
  const gone = await sql<{ n: number }>`
    with gone as (delete from usage_stage s using usage_same f where s.same = f.same and s.row > f.row returning s.part)
    select count(*)::int as n from gone where part = 0`.execute(tx);
  await sql`
    create temporary table usage_clash on commit drop as
    select row, part, external_id from usage_stage join (
      select external_id from usage_stage where external_id in (select external_id from usage_twin)
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
  await tallyStage(tx);
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
    select distinct key from usage_tally order by key`.execute(tx);
  return result.rows.map(({ key }) => key);
}

/** What the stage covers: each metric and period once, or the first and the last day of its events. */
export type StagedPeriod = { name: string; how: string | null; first: string; day: string };

export async function stagedPeriods(tx: Tx): Promise<readonly StagedPeriod[]> {
  const result = await sql<StagedPeriod>`
    select name, how, to_char(first, 'YYYY-MM-DD') as first, to_char(day, 'YYYY-MM-DD') as day from (
      select distinct name, how, first, at from usage_stage where key is not null) d join usage_when using (at)
    order by name, day`.execute(tx);
  return result.rows;
}

/** First and last day of the stage (ISO); null when it is empty. */
export async function stagedSpan(tx: Tx): Promise<{ from: string; to: string } | null> {
  const result = await sql<{ from: string | null; to: string | null }>`
    select to_char(min(day), 'YYYY-MM-DD') as "from", to_char(max(day), 'YYYY-MM-DD') as "to"
    from usage_when where at in (select at from usage_tally)`.execute(tx);
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
    from (select k.account_id, bool_or(w.hindsight) as hindsight,
        coalesce(min(greatest(w.day, w.known_day)) filter (where w.hindsight), min(greatest(w.day, w.known_day))) as since
      from usage_tally join usage_when w using (at) join usage_key k using (key) group by 1) x
    join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = x.account_id
    order by 1`.execute(tx);
  return result.rows;
}
