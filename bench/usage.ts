// Tables of usage of any length, from a file to what is stored: rows a second and the most memory that this process and the
// store took. `BENCH_USAGE_MB` says how large the file is; 1024 is the file that the goal speaks of.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatDay, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { importFiles } from '#actions/import-files.ts';
import type { Session } from '#actions/session.ts';
import { createWorkspace } from '#store/workspaces.ts';
import type { BaseShape } from './base.ts';
import { benchBase, type BenchBase } from './database.ts';
import { timed, type Figure } from './measure.ts';
import { cpuNote, serverMemory, watchCpu } from './server-processes.ts';
import { typical } from './shapes.ts';

const shape: BaseShape = { ...typical, accounts: 0 };
const defaultMb = 16;
/** Room on the disk that a file needs while it is stored, its staging and log counted, for each byte of it. */
const roomEach = 16;
const accounts = 2_000;

type Kind = 'events' | 'periods';

/** Lines of a table in pieces, until `bytes` are made: 12 months of 2,000 customers, 50 users and 40 features each. */
function* pieces(kind: Kind, bytes: number, today: Day): Generator<string> {
  const random = randomFrom(`usage ${kind}`);
  const below = (n: number): number => Math.floor(random() * n);
  const two = (n: number): string => String(n).padStart(2, '0');
  const events = (): string => {
    const account = below(accounts);
    const at = `${formatDay(today - 1 - below(365))} ${two(below(24))}:${two(below(60))}:${two(below(60))}`;
    return `${account},${at},feature_${below(40)},user_${account}_${below(50)},${1 + below(9)}\n`;
  };
  // Each account's weeks in turn, so that no record comes twice.
  let n = 0;
  const periods = (): string => {
    const [account, metric] = [n % accounts, Math.floor(n / accounts) % 40];
    const week = today - 7 - 7 * Math.floor(n / (accounts * 40)) - ((today - 4) % 7);
    n += 1;
    return `${account},${formatDay(week)},feature_${metric},${below(500)}\n`;
  };
  yield kind === 'events'
    ? 'account_id,event_time,event_type,user_id,event_value\n'
    : 'account_id,week_start,metric,quantity\n';
  const line = kind === 'events' ? events : periods;
  for (let made = 0; made < bytes;) {
    let text = '';
    while (text.length < 64 * 1024) text += line();
    made += text.length;
    yield text;
  }
}

/** The most that this process and the store held while something ran (MB). */
async function peaks<T>(
  base: BenchBase,
  work: () => Promise<T>,
): Promise<{ value: T; node: number; store: number }> {
  const most = { node: 0, store: 0 };
  const look = (): void => {
    most.node = Math.max(most.node, process.memoryUsage.rss() / 2 ** 20);
    most.store = Math.max(most.store, serverMemory(base.data));
  };
  const timer = setInterval(look, 1_000);
  try {
    return { value: await work(), ...most };
  } finally {
    look();
    clearInterval(timer);
  }
}

async function fresh(base: BenchBase): Promise<Session> {
  const workspaceId = randomUUID();
  const { now } = base.session;
  await createWorkspace(base.store, { id: workspaceId, slug: workspaceId, name: 'Usage', createdAt: now });
  return { ...base.session, workspaceId };
}

async function measured(kind: Kind, mb: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await benchBase('usage', shape, async () => undefined, { fresh: true });
  const path = join(tmpdir(), `perene-bench-${kind}-${process.pid}.csv`);
  try {
    await pipeline(Readable.from(pieces(kind, mb * 2 ** 20, shape.today)), createWriteStream(path));
    const session = await fresh(base);
    const open = () => createReadStream(path);
    const source = { path: `${kind}.csv`, bytes: open(), again: open, map: null };
    const cpu = watchCpu(base.data);
    let said = 0;
    const progress = (): void => {
      if (performance.now() - said < 30_000) return;
      said = performance.now();
      say(`${kind}: this process ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`);
    };
    const { ms, value: peak } = await timed(() =>
      peaks(base, () => importFiles(session, [source], { dryRun: false, progress })),
    );
    const file = peak.value.files[0];
    const rows = file?.rows ?? 0;
    const data = `${kind} of ${accounts} customers, ${Math.round(statSync(path).size / 2 ** 20)} MB, ${rows} rows`;
    const common = { data, runs: 1, tail: null, goal: null, met: null };
    const speed = rows / (ms / 1000);
    const figure = (what: string, median: number, unit: string): Figure => ({
      what,
      ...common,
      median,
      unit,
    });
    return [
      {
        ...figure(`import of ${kind}`, speed, 'rows/s'),
        goal: '≥ 120,000 rows/s',
        met: speed >= 120_000,
        note: `${(ms / 1000).toFixed(0)} s; ${cpuNote(cpu(), rows / 1000, 'thousand rows')}`,
      },
      figure('most memory, this process', peak.node, 'MB'),
      figure('most memory, store (proportional, with its shared buffers)', peak.store, 'MB'),
    ];
  } finally {
    rmSync(path, { force: true });
    await base.close();
  }
}

export async function usage(say: (line: string) => void): Promise<readonly Figure[]> {
  const mb = Number(process.env['BENCH_USAGE_MB'] ?? defaultMb);
  const { bavail, bsize } = statfsSync(tmpdir());
  const room = (bavail * bsize) / 2 ** 20;
  if (room < mb * roomEach)
    throw new Error(`${mb} MB of usage need ${mb * roomEach} MB of disk; ${Math.floor(room)} are free.`);
  const figures: Figure[] = [];
  for (const kind of ['events', 'periods'] as const) figures.push(...(await measured(kind, mb, say)));
  // What was stored is not kept: a second run begins anew.
  await (await benchBase('usage', shape, async () => undefined, { fresh: true })).close();
  return figures;
}
