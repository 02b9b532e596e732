// For tests: the command line as a person runs it, a process of its own over a home of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };
const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** Starts `perene args…` over a home. */
export function started(
  home: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input?: string,
): ChildProcess {
  const { DATABASE_URL: _, INIT_CWD: __, PERENE_LANG: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...rest, ...env, PERENE_HOME: home },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  return child;
}

/** Runs `perene args…` to its end. */
export async function perene(
  home: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input?: string,
): Promise<Ran> {
  const child = started(home, args, env, input);
  const [out, err] = [texts(child.stdout), texts(child.stderr)];
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, out: out(), err: err() };
}

function texts(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** Longest that a process may stay silent (ms) before a test gives up on it. */
const patienceMs = 120_000;

/** Resolves with the first match in what a process says on either stream from now on; rejects when it ends or says nothing for long. */
export async function says(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let said = '';
    const ended = (code: number | null): void => reject(new Error(`Ended with ${code}: ${said}`));
    const timer = setTimeout(() => reject(new Error(`Still waiting for ${pattern}: ${said}`)), patienceMs);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = pattern.exec(said);
      if (!match) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    if (child.exitCode !== null || child.signalCode !== null) ended(child.exitCode);
    child.once('exit', ended);
    child.once('exit', () => clearTimeout(timer));
  });
}

/** Resolves when a process is gone. */
export async function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('exit', resolve));
}
