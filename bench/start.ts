// From the command to the first page answered: a home that never was, and one that was stopped.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantileOf, type Figure } from './measure.ts';

const runs = 3;
const main = join(import.meta.dirname, '../src/cli/main.ts');

/** Starts a server on a home and asks its first page; answers seconds. The server is stopped again. */
async function started(home: string): Promise<number> {
  const from = performance.now();
  const env = { ...process.env, PERENE_HOME: home, PERENE_LANG: 'en', DATABASE_URL: '' };
  const child = spawn(process.execPath, [main, 'start', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const read = (chunk: Buffer): void => {
        said += chunk.toString();
        const match = /http:\/\/[0-9.:]+/.exec(said);
        if (match) resolve(match[0]);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
    });
    const answers = await Promise.all([fetch(`${url}/`), fetch(`${url}/api/v1/workspaces`)]);
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    return (performance.now() - from) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

export async function start(): Promise<readonly Figure[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < runs; run++) {
    const home = mkdtempSync(join(tmpdir(), 'perene-bench-start-'));
    try {
      cold.push(await started(home));
      warm.push(await started(home));
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
  const figure = (what: string, values: readonly number[], goal: number): Figure => {
    const median = quantileOf(values, 0.5);
    return {
      what,
      data: 'empty base; server binaries in place',
      unit: 's',
      runs,
      median,
      tail: { q: 'max', value: quantileOf(values, 1) },
      goal: `< ${goal} s`,
      met: median < goal,
    };
  };
  return [
    figure('start, first ever, to the first page and its first answer', cold, 4),
    figure('start, stopped before, to the first page and its first answer', warm, 1.5),
  ];
}
