// The terminal as a door: the only place of this room that reads the environment, the clock and randomness.
import { resolve } from 'node:path';
import type { Locale } from './usage.ts';

export type Terminal = {
  readonly cwd: string;
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly locale: Locale;
  readonly width: number;
  readonly now: () => number;
  readonly random: () => number;
  /** Standard output: tables for people, or the one JSON document. */
  readonly out: (text: string) => void;
  /** Standard input to its end, without the line end. */
  readonly input: () => Promise<string>;
  /** Standard error: progress and notes. */
  readonly note: (text: string) => void;
};

/** What this process was given. npm runs scripts in the package's folder and says where the person was. */
export function terminal(lang: string | undefined): Terminal {
  const { env } = process;
  const cwd = env['INIT_CWD'] ?? process.cwd();
  const asked = lang ?? env['PERENE_LANG'] ?? 'pt-BR';
  return {
    cwd,
    home: resolve(cwd, env['PERENE_HOME'] ?? '.perene'),
    databaseUrl: env['DATABASE_URL'] === '' ? undefined : env['DATABASE_URL'],
    locale: asked.toLowerCase().startsWith('en') ? 'en' : 'pt-BR',
    width: process.stdout.columns ?? 110,
    now: () => Date.now(),
    random: () => Math.random(),
    input: async () => {
      const pieces: Buffer[] = [];
      for await (const piece of process.stdin) pieces.push(piece as Buffer);
      return Buffer.concat(pieces)
        .toString()
        .replace(/\r?\n$/, '');
    },
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
  };
}
