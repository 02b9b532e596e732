// Memory at rest: a server over the large base that has answered lists and pages and then has nothing to do.
import { fork } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { benchHome } from './database.ts';
import type { Figure } from './measure.ts';
import { openTypical, typicalText } from './shapes.ts';

/** Proportional memory of every process of the bench's database server (MB); null where the kernel does not tell. */
function serverMemory(): number | null {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) continue;
      if (!readlinkSync(`/proc/${pid}/cwd`).includes(serverFolder())) continue;
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // Processes end while they are looked at.
    }
  }
  return kilobytes === 0 ? null : kilobytes / 1024;
}

const serverFolder = (): string =>
  JSON.parse(readFileSync(join(benchHome, 'bench-server.json'), 'utf8')) as string;

export async function rest(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await openTypical(say);
  await base.close();
  const child = fork(join(import.meta.dirname, 'rest-server.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told = await new Promise<number>((resolve, reject) => {
    child.once('message', (bytes) => resolve(Number(bytes)));
    child.once('exit', () => reject(new Error('the server ended')));
  });
  const store = serverMemory();
  child.send('stop');
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const memory = told / 2 ** 20;
  const figures: Figure[] = [
    {
      what: 'memory at rest, server',
      data: typicalText,
      unit: 'MB',
      runs: 1,
      median: memory,
      tail: null,
      goal: '< 300 MB',
      met: memory < 300,
    },
  ];
  if (store !== null)
    figures.push({
      what: 'memory at rest, store (proportional, with its shared buffers)',
      data: typicalText,
      unit: 'MB',
      runs: 1,
      median: store,
      tail: null,
      goal: '< 700 MB',
      met: store < 700,
    });
  return figures;
}
