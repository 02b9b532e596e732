// Plants known bugs, one at a time, into a copy of the source and runs the unit tests that ought to notice.
// A bug that survives is a hole in the tests. Run: node test/mutants/run.ts [word of a name]
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mutants, type Mutant } from './mutants.ts';

const root = resolve(import.meta.dirname, '../..');
const atOnce = 2;
const timeoutMs = 60_000;

type Verdict = 'caught' | 'survived' | 'stale';

/** A working copy of the source with its own `node_modules` link; the caller removes it. */
async function copySource(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'perene-mutant-'));
  const web = join(root, 'src', 'web');
  await Promise.all([
    ...['src', 'docs', 'test', 'package.json'].map((name) =>
      cp(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.startsWith(web) }),
    ),
    symlink(join(root, 'node_modules'), join(copy, 'node_modules')),
  ]);
  return copy;
}

/** True when all the tests pass in a copy. A run that takes too long has not passed. */
function passes(copy: string, tests: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    execFile(process.execPath, ['--test', ...tests], { cwd: copy, timeout: timeoutMs }, (error) =>
      done(error === null),
    );
  });
}

/** Plants one bug, runs its tests, takes it out again. */
async function judge(mutant: Mutant, copy: string): Promise<Verdict> {
  const path = join(copy, mutant.file);
  const text = await readFile(path, 'utf8').catch(() => '');
  // Text that is gone, or stands twice, no longer says which bug is meant.
  if (text.split(mutant.find).length !== 2) return 'stale';
  await writeFile(
    path,
    text.replace(mutant.find, () => mutant.replace),
  );
  const survived = await passes(copy, mutant.tests);
  await writeFile(path, text);
  return survived ? 'survived' : 'caught';
}

async function main(word: string): Promise<number> {
  const chosen = mutants.filter((mutant) => mutant.name.includes(word));
  const copies = await Promise.all(Array.from({ length: atOnce }, copySource));
  try {
    const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
    if (!(await passes(copies[0] ?? '', tests))) {
      console.log('The tests fail without any planted bug: nothing can be said.');
      return 1;
    }
    const verdicts = await judgeAll(chosen, copies);
    const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
    const stale = count('stale') > 0 ? `, ${count('stale')} stale` : '';
    console.log(`${count('caught')} caught, ${count('survived')} survived${stale}`);
    return count('caught') === chosen.length ? 0 : 1;
  } finally {
    await Promise.all(copies.map((copy) => rm(copy, { recursive: true, force: true })));
  }
}

/** One worker a copy, all taking from the same list. */
async function judgeAll(chosen: readonly Mutant[], copies: readonly string[]): Promise<readonly Verdict[]> {
  const left = [...chosen];
  const verdicts: Verdict[] = [];
  await Promise.all(
    copies.map(async (copy) => {
      for (let mutant = left.shift(); mutant; mutant = left.shift()) {
        const verdict = await judge(mutant, copy);
        verdicts.push(verdict);
        console.log(`${verdict.padEnd(8)} ${mutant.name}`);
      }
    }),
  );
  return verdicts;
}

process.exitCode = await main(process.argv[2] ?? '');
