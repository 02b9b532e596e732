// Homes for tests of the embedded server itself: made under the temporary folder, stopped and removed afterwards.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { placeOf, prepareCluster } from './embedded-cluster.ts';
import { stopServer } from './embedded-process.ts';
import { type Home, openHome } from './home.ts';
import { testHome } from './testing.ts';

/** Runs a test over an empty home of its own; `name` may hold anything a path may. */
export async function withEmptyHome<T>(name: string, body: (home: Home) => Promise<T>): Promise<T> {
  return await withHome(name, body, false);
}

/** The same over a home whose base is already made, by copying one that never ran: a fifth of the time. */
export async function withHome<T>(
  name: string,
  body: (home: Home) => Promise<T>,
  seeded: boolean = true,
): Promise<T> {
  const parent = mkdtempSync(join(tmpdir(), 'perene-home-'));
  const home = openHome(join(parent, name));
  try {
    if (seeded) await seed(home);
    return await body(home);
  } finally {
    await discardHome(home);
    rmSync(parent, { recursive: true, force: true });
  }
}

async function seed(home: Home): Promise<void> {
  const made = await prepareCluster(openHome(`${testHome()}-seed`), false);
  const { root } = placeOf(home);
  await promisify(execFile)('cp', ['-a', made.root, root], { cwd: '/' });
}

/** Stops the server of a home and removes its base, wherever that lies. */
export async function discardHome(home: Home): Promise<void> {
  if (!existsSync(join(home.path, 'base.id'))) return;
  const cluster = await prepareCluster(home, false);
  await stopServer(cluster, 10_000);
  rmSync(cluster.root, { recursive: true, force: true });
}

export type Child = {
  readonly process: ChildProcess;
  /** Kills it without a chance to clean up, and waits until it is gone. */
  kill(): Promise<void>;
};

/**
 * Starts a Node process that runs `source` (module text; `#room/file.ts` is written as `@/room/file.ts`) and waits until it
 * prints `ready`.
 */
export async function childThatIsReady(source: string): Promise<Child> {
  const root = new URL('../', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source.replaceAll('@/', root)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => {
      if (said.toString().includes('ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The child ended with ${code}.`)));
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { process: child, kill };
}

/** Pid of the server of a data directory. */
export function postmasterOf(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
}
