// `npm run bench` measures every piece, `npm run bench -- fact list` those by name. It prints, and writes nothing else.
// Each piece runs in a process of its own, one after another, so that none feels the memory or warm code of another.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pieces, type PieceName } from './pieces.ts';

/** All together take no longer: a piece that is not done by then is ended and said, later ones are left out. */
const limitMs = Number(process.env['BENCH_MINUTES'] ?? 14.5) * 60_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const child = join(import.meta.dirname, 'piece.ts');
const until = performance.now() + limitMs;
const ends = (name: string): boolean => {
  const timeout = Math.max(1, Math.floor(until - performance.now()));
  const { status, signal } = spawnSync(process.execPath, [child, name], { stdio: 'inherit', timeout });
  // Who is ended from outside cannot leave its database server, which would go on alone.
  if (signal !== null) spawnSync(process.execPath, [child, 'leave'], { stdio: 'inherit' });
  return status === 0;
};

/** Measures pieces; answers whether all came to their end. */
function measureEach(names: readonly PieceName[]): boolean {
  let whole = true;
  let based = false;
  for (const name of names) {
    if (performance.now() > until) {
      print(`${name}  left out: the time for all is over`);
      whole = false;
      continue;
    }
    if (pieces[name].base && !based) based = ends('base');
    if (ends(name)) continue;
    print(`${name}  FAILED`);
    whole = false;
  }
  return whole;
}

const all = Object.keys(pieces) as PieceName[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.some((one) => one === name));
if (unknown.length > 0) {
  print(`No piece is called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exitCode = 2;
} else if (!measureEach(all.filter((name) => asked.length === 0 || asked.includes(name))))
  process.exitCode = 1;
