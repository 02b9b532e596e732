// Raw usage on its way in: stored once, rolled up into the account's days, and the account marked for the sweeper.
// Usage never decides inline.
import { createHmac } from 'node:crypto';
import { formatDay, parseDay } from '#base/day.ts';
import { ownText } from '#base/text.ts';
import { dayAt } from '#base/zone.ts';
import { rollUp, type RawUsage, type RolledDay } from '#domain/usage-day/rolled.ts';
import type { FactBody } from '#domain/facts/catalogue.ts';
import { addDayUsers, type DayKey } from '#store/day-users.ts';
import type { Tx } from '#store/in-workspace.ts';
import { dropFromPastLists } from '#store/lists.ts';
import {
  insertUsage,
  lockDays,
  markDirty,
  upsertDays,
  usageHashes,
  usageKey,
  type UsageRow,
} from '#store/usage.ts';
import { restateUsage } from '#store/usage-bulk.ts';
import { storedDay } from './crowded-days.ts';
import { factHash } from './fact-content.ts';
import type { FactDraft } from './fact-draft.ts';
import type { Writer, Written } from './write-facts.ts';

type UsageDraft = FactDraft & { readonly accountId: string };
const keyOf = (row: { accountId: string; source: string; externalId: string; day: string }) =>
  `${row.accountId}\n${row.source}\n${row.externalId}\n${row.day}`;

/** Users whose hash is kept at hand; a long file has more. */
const usersKept = 200_000;

/** 64 bits keyed by the workspace's secret: equal users give equal hashes, and nobody can turn them back. */
export function userHasher(secret: string): (user: string) => string {
  const known = new Map<string, string>();
  return (user) => {
    let hash = known.get(user);
    if (hash === undefined) {
      hash = createHmac('sha256', secret).update(user).digest('hex').slice(0, 16);
      if (known.size >= usersKept) known.clear();
      known.set(ownText(user), hash);
    }
    return hash;
  };
}

function rowOf(draft: UsageDraft, writer: Writer, hashOf: (user: string) => string, zone: string): UsageRow {
  const body = draft.body as FactBody<'usage-tracked'>;
  const knownAt = Math.min(draft.knownAt ?? writer.now, writer.now);
  return {
    accountId: draft.accountId,
    source: draft.source,
    externalId: draft.externalId,
    day: formatDay(dayAt(draft.occurredAt, zone)),
    knownDay: formatDay(dayAt(knownAt, zone)),
    occurredAt: draft.occurredAt,
    knownAt,
    userHash: body.user === undefined ? null : hashOf(body.user),
    event: body.event,
    value: body.value,
    session: body.session ?? null,
    department: body.department ?? null,
    minutes: body.minutes ?? null,
    contentHash: factHash(draft),
    importId: writer.importId,
  };
}

/** A row on its way in as the roll-up reads it. */
function rawUsageOf(row: UsageRow): RawUsage & { accountId: string } {
  return {
    accountId: row.accountId,
    day: parseDay(row.day) ?? 0,
    known: parseDay(row.knownDay) ?? 0,
    at: row.occurredAt,
    user: row.userHash,
    event: row.event,
    value: row.value,
    session: row.session,
    department: row.department,
    minutes: row.minutes,
  };
}

/** Usage of accounts rolled up by account and day. */
export function rollByAccount(
  rows: readonly (RawUsage & { readonly accountId: string })[],
): { accountId: string; day: RolledDay }[] {
  const byAccount = new Map<string, RawUsage[]>();
  let [last, list]: [string, RawUsage[] | undefined] = ['', undefined];
  for (const row of rows) {
    if (row.accountId !== last) [last, list] = [row.accountId, byAccount.get(row.accountId)];
    if (list === undefined) byAccount.set(last, (list = []));
    list.push(row);
  }
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([accountId, events]) => rollUp(events).map((day) => ({ accountId, day })));
}

async function addToDays(tx: Tx, workspaceId: string, fresh: readonly UsageRow[]): Promise<void> {
  const rolled = rollByAccount(fresh.map(rawUsageOf));
  const id = (row: DayKey) => `${row.accountId} ${row.day} ${row.knownDay}`;
  const keyOfDay = ({ accountId, day }: (typeof rolled)[number]): DayKey => ({
    accountId,
    day: formatDay(day.day),
    knownDay: formatDay(day.known),
  });
  const before = await lockDays(tx, workspaceId, rolled.map(keyOfDay));
  const stored = new Map(before.map((row) => [id(row), row.data]));
  const days = rolled.map((one) => storedDay(one.accountId, one.day, stored.get(id(keyOfDay(one))) ?? null));
  await upsertDays(
    tx,
    workspaceId,
    days.map((day) => day.row),
  );
  await addDayUsers(
    tx,
    workspaceId,
    days.flatMap((day) => day.users),
  );
}

/** Usage that could be known on a past day takes its account off the lists of that day and later; today is swept. */
async function forgetPast(tx: Tx, writer: Writer, added: readonly UsageRow[], zone: string): Promise<void> {
  const today = formatDay(dayAt(writer.now, zone));
  const from = new Map<string, string>();
  for (const { accountId, day, knownDay } of added) {
    const first = day > knownDay ? day : knownDay;
    if (first < today && first < (from.get(accountId) ?? today)) from.set(accountId, first);
  }
  const rows = [...from].map(([accountId, first]) => ({ accountId, from: first }));
  await dropFromPastLists(tx, writer.workspaceId, rows, today);
}

/** Stores usage and rolls up what was new; answers what became of each event, in order. */
export async function ingestUsage(
  tx: Tx,
  writer: Writer,
  drafts: readonly UsageDraft[],
  zone: string,
): Promise<Written[]> {
  if (drafts.length === 0) return [];
  const fresh = (): string =>
    createHmac('sha256', String(writer.random())).update(String(writer.random())).digest('hex');
  const hashOf = userHasher(await usageKey(tx, writer.workspaceId, fresh));
  const rows = drafts.map((draft) => rowOf(draft, writer, hashOf, zone));
  const first = new Map<string, UsageRow>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  const inserted = new Set((await insertUsage(tx, writer.workspaceId, [...first.values()])).map(keyOf));
  const told = [...first.values()].filter((row) => !inserted.has(keyOf(row)));
  const stored = new Map(
    (await usageHashes(tx, writer.workspaceId, told)).map((row) => [keyOf(row), row.contentHash]),
  );
  const added = [...first.values()].filter((row) => inserted.has(keyOf(row)));
  if (added.length > 0) {
    await addToDays(tx, writer.workspaceId, added);
    const accounts = [...new Set(added.map((row) => row.accountId))].sort();
    await markDirty(tx, writer.workspaceId, accounts, writer.now);
    await forgetPast(tx, writer, added, zone);
  }
  const again = told.filter((row) => stored.get(keyOf(row)) === row.contentHash);
  if (writer.importId !== null) await restateUsage(tx, writer.workspaceId, writer.importId, again);
  return rows.map((row, i): Written => {
    const key = keyOf(row);
    const draft = drafts[i]!;
    if (first.get(key) === row && inserted.has(key)) return { outcome: 'recorded', factId: null, draft };
    const same = (stored.get(key) ?? first.get(key)?.contentHash) === row.contentHash;
    return { outcome: same ? 'duplicate' : 'conflict', factId: null, draft };
  });
}
