// The clients of the ingest bench: a thread that makes its bodies first, then posts them as fast as it is answered.
import { parentPort, workerData } from 'node:worker_threads';
import { randomFrom } from '#base/random.ts';
import { accountOf } from './base.ts';
import { ask } from './doors.ts';
import { accountsInBatch, batch, clients, type IngestDone, type IngestTask } from './ingest.ts';

const task = workerData as IngestTask;
const random = randomFrom(`${task.shape.seed}/${performance.now()}`);
const pick = (n: number): number => Math.floor(random() * n);
const ids = Array.from({ length: task.shape.accounts }, (_, index) => accountOf(task.shape, index).id);
const events = ['login', 'relatorio', 'exportacao', 'painel', 'integracao'];

function bodyOf(number: number): string {
  const accounts = Array.from({ length: accountsInBatch }, () => ids[pick(ids.length)] ?? '');
  const facts = Array.from({ length: batch }, (_, i) => ({
    type: 'usage-tracked',
    source: 'bench-app',
    externalId: `${number}-${i}-${pick(1e9)}`,
    account: accounts[i % accounts.length],
    occurredAt: new Date(task.now - pick(3_600_000)).toISOString(),
    body: { user: `u${pick(12)}`, event: events[pick(events.length)], session: `s${pick(40)}` },
  }));
  return JSON.stringify({ facts });
}

const bodies = Array.from({ length: task.seconds * 350 }, (_, i) => bodyOf(i));
const latencies: number[] = [];
let next = 0;
const start = performance.now();
const until = start + task.seconds * 1000;

async function client(): Promise<void> {
  while (performance.now() < until) {
    const body = bodies[next++];
    if (body === undefined) return;
    const sent = performance.now();
    await ask(`${task.url}/facts`, body);
    latencies.push(performance.now() - sent);
  }
}

await Promise.all(Array.from({ length: clients }, client));
const done: IngestDone = { facts: latencies.length * batch, ms: performance.now() - start, latencies };
parentPort?.postMessage(done);
