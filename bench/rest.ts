// Memory at rest: a server over the large base that has answered lists and pages and then has nothing to do.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './measure.ts';
import { serverMemory } from './server-processes.ts';
import { openTypical, typicalText } from './shapes.ts';

export async function rest(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await openTypical(say);
  const { data: folder } = base;
  await base.close();
  const child = fork(join(import.meta.dirname, 'rest-server.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told = await new Promise<number>((resolve, reject) => {
    child.once('message', (bytes) => resolve(Number(bytes)));
    child.once('exit', () => reject(new Error('the server ended')));
  });
  const store = serverMemory(folder);
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
  if (store > 0)
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
