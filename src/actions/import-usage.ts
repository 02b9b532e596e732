// Brings a file of events, of any length: read once from end to end, staged beside the facts, settled in one transaction.
// An event is the same when its source's id is, or without ids when its content is.
import { createHmac, hash } from 'node:crypto';
import { formatDay } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import type { NamedAccount, UsageEvent, UsageTally } from '#connectors/sheet/usage-file.ts';
import type { Tx } from '#store/in-workspace.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { dropFromPastLists } from '#store/lists.ts';
import { lockAccounts } from '#store/locks.ts';
import {
  bindStage,
  settleStage,
  stagedSince,
  stagedParts,
  stagedSpan,
  stageUsage,
  usageLine,
  type Settled,
} from '#store/usage-bulk.ts';
import { markDirty, usageKey } from '#store/usage.ts';
import { userHasher } from './ingest-usage.ts';
import { rebuildDays } from './rebuild-days.ts';
import { resolveAccounts } from './resolve-accounts.ts';
import { Refusal } from './refusal.ts';
import type { Writer } from './write-facts.ts';

export type UsageSource = {
  /** The logical table, as records of it are named. */
  readonly source: string;
  /** Reads the file from its beginning: a transaction that met a lost server begins again. */
  readonly read: (tally: UsageTally) => AsyncIterable<readonly UsageEvent[]>;
  readonly tally: () => UsageTally;
  /** Days after an event on which it could be known. */
  readonly delayDays: number;
};
export type UsageBrought = Settled & {
  readonly tally: UsageTally;
  readonly accounts: number;
  readonly opened: number;
  /** First and last day with events (ISO); null: none. */
  readonly span: { readonly from: string; readonly to: string } | null;
};

const dayMs = 86_400_000;
/** Events whose days are made again at once: bounds memory. */
const eventsAtOnce = 40_000;
const wantedAtOnce = 5_000;

/** The account stands in the key of usage already: within it the source's id tells events apart, or their content does. */
const externalIdOf = (event: UsageEvent, contentHash: string): string =>
  event.id === null ? contentHash : `event:${event.id}`;

/** Events as lines of the stage. */
async function* lines(
  source: UsageSource,
  tally: UsageTally,
  writer: Writer,
  zone: string,
  hashOf: (user: string) => string,
  step: (rows: number) => void,
): AsyncGenerator<string> {
  for await (const events of source.read(tally)) {
    let text = '';
    for (const event of events) {
      const knownAt = Math.min(event.at + source.delayDays * dayMs, writer.now);
      const userHash = event.user === null ? null : hashOf(event.user);
      const { at, value, session, department, minutes } = event;
      const content = JSON.stringify([at, userHash, event.event, value, session, department, minutes]);
      const contentHash = hash('sha256', content, 'hex').slice(0, 32);
      text += usageLine({
        key: event.account,
        day: formatDay(dayAt(at, zone)),
        knownDay: formatDay(dayAt(knownAt, zone)),
        occurredAt: at,
        knownAt,
        userHash,
        event: event.event,
        value,
        session,
        department,
        minutes,
        externalId: externalIdOf(event, contentHash),
        contentHash,
      });
    }
    step(tally.rows);
    yield text;
  }
}

async function accountsOf(
  tx: Tx,
  writer: Writer,
  named: readonly NamedAccount[],
): Promise<{ ids: string[]; opened: number }> {
  const ids: string[] = [];
  let opened = 0;
  for (let from = 0; from < named.length; from += wantedAtOnce) {
    const wanted = named.slice(from, from + wantedAtOnce).map(({ keys, name }) => ({
      keys: keys.map(({ source, key }) => ({ source, key, by: key.slice(0, key.indexOf(':')) })),
      name,
    }));
    const found = await resolveAccounts(tx, writer, wanted);
    ids.push(...found.ids);
    opened += found.opened.length;
  }
  return { ids, opened };
}

/** Has accounts decided again: what they were known by on any day from theirs on changed. */
export async function usageChanged(
  tx: Tx,
  { workspaceId, now }: Pick<Writer, 'workspaceId' | 'now'>,
  changed: readonly { accountId: string; from: string }[],
  zone: string,
): Promise<void> {
  const ids = changed.map((row) => row.accountId);
  await markDirty(tx, workspaceId, ids, now);
  await dropCheckpoints(tx, workspaceId, changed);
  await dropFromPastLists(tx, workspaceId, changed, formatDay(dayAt(now, zone)));
}

/**
 * Stores the events of a file inside a transaction. `signal` stops it between pieces with the refusal `import-cancelled`,
 * and the transaction with it; `step` hears of the rows read.
 */
export async function bringUsage(
  tx: Tx,
  writer: Writer & { readonly importId: string },
  source: UsageSource,
  zone: string,
  step: (rows: number) => void = () => undefined,
  signal: AbortSignal | null = null,
): Promise<UsageBrought> {
  const { workspaceId } = writer;
  const check = (): void => {
    if (signal?.aborted) throw new Refusal('import-cancelled', {});
  };
  const fresh = (): string =>
    createHmac('sha256', String(writer.random())).update(String(writer.random())).digest('hex');
  const hashOf = userHasher(await usageKey(tx, workspaceId, fresh));
  const tally = source.tally();
  const told = (rows: number): void => {
    check();
    step(rows);
  };
  await stageUsage(tx, lines(source, tally, writer, zone, hashOf, told));
  const { ids, opened } = await accountsOf(tx, writer, tally.accounts);
  await lockAccounts(tx, workspaceId, [...new Set(ids)].sort());
  await bindStage(tx, ids);
  check();
  const settled = await settleStage(tx, workspaceId, source.source, writer.importId);
  if (settled.recorded > 0) {
    for (const part of await stagedParts(tx, eventsAtOnce)) {
      check();
      await rebuildDays(tx, workspaceId, part);
    }
    await usageChanged(tx, writer, await stagedSince(tx), zone);
  }
  return { ...settled, tally, accounts: new Set(ids).size, opened, span: await stagedSpan(tx) };
}
