// Durable ingest of usage over HTTP: four clients, batches of 100, each client waiting for its answer. The clients run
// in a thread of their own, with bodies made beforehand.
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { inWorkspace } from '#store/in-workspace.ts';
import type { BaseShape } from './base.ts';
import { benchBase, fillAccounts } from './database.ts';
import { openDoor } from './doors.ts';
import { quantileOf, type Figure } from './measure.ts';
import { cpuNote, watchCpu } from './server-processes.ts';
import { typical } from './shapes.ts';

export const clients = 4;
export const batch = 100;
/** Accounts whose events come together in one batch. */
export const accountsInBatch = 10;
const seconds = 10;
const shape: BaseShape = { ...typical, accounts: 1000, facts: 60, usageDays: 30, heavyEvery: 0 };

export type IngestTask = {
  readonly url: string;
  readonly seconds: number;
  readonly shape: BaseShape;
  readonly now: number;
};
export type IngestDone = {
  readonly facts: number;
  readonly ms: number;
  readonly latencies: readonly number[];
};

export async function ingest(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await benchBase('ingest', shape, async (owner, session) => {
    say(`making the base: ${shape.accounts} accounts`);
    await fillAccounts(owner, session, shape);
  });
  const door = await openDoor(base);
  try {
    await inWorkspace(base.store, base.session.workspaceId, async (tx) => {
      await sql`delete from app.usage_event`.execute(tx);
      await sql`delete from app.account_day where day > ${'2026-04-14'}::date`.execute(tx);
    });
    const task: IngestTask = { url: door.workspaceUrl, seconds, shape, now: base.session.now };
    const used = watchCpu(base.data);
    const done = await new Promise<IngestDone>((resolve, reject) => {
      const worker = new Worker(new URL('./ingest-clients.ts', import.meta.url), { workerData: task });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const cpu = used();
    const perSecond = done.facts / (done.ms / 1000);
    const p99 = quantileOf(done.latencies, 0.99);
    const data = `${clients} clients, batches of ${batch} over ${accountsInBatch} of ${shape.accounts} accounts, ${seconds} s, synchronous commit on`;
    const runs = done.latencies.length;
    return [
      {
        what: 'durable ingest of usage over HTTP',
        data,
        unit: 'facts/s',
        runs,
        median: perSecond,
        tail: null,
        goal: '≥ 20000 facts/s',
        met: perSecond >= 20_000,
        note: cpuNote(cpu, runs, 'batch (clients included)'),
      },
      {
        what: 'one batch of it',
        data,
        unit: 'ms',
        runs,
        median: quantileOf(done.latencies, 0.5),
        tail: { q: 'p99', value: p99 },
        goal: 'p99 < 100 ms',
        met: p99 < 100,
      },
    ];
  } finally {
    await door.close();
    await base.close();
  }
}
