// For tests of killed servers: a draft committed in a process of its own, which is killed with -9 on the way.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { testEmbedded, testHome, testNow, type TestStore } from '#store/testing.ts';

const src = new URL('../', import.meta.url).href;

/** Where to kill: once this many rows of a draft are done. */
export type KillAt = {
  readonly workspace: string;
  readonly id: string;
  readonly day: string;
  readonly rows: number;
};

/** Commits a draft in a process of its own, killed with -9 once so many rows are done; answers how far it was. */
export async function killedAt(base: TestStore, { workspace, id, day, rows }: KillAt): Promise<number> {
  const where = {
    home: testHome(),
    database: base.source.config.database,
    embedded: testEmbedded,
    poolSize: 4,
  };
  const source = `
    import { openStore } from '${src}store/open.ts';
    import { commitDraft } from '${src}actions/draft-commit.ts';
    import { commitProgress } from '${src}actions/draft-runs.ts';
    import { session } from '${src}actions/testing.ts';
    const store = await openStore({ ...${JSON.stringify(where)}, now: ${testNow} });
    const by = session(store, ${JSON.stringify(workspace)}, '${day}');
    await commitDraft(by, ${JSON.stringify(id)}, (line) => process.stderr.write(line));
    for (;;) {
      const at = commitProgress(store, ${JSON.stringify(id)});
      if (at === null) break;
      if (at.done >= ${rows}) {
        process.stdout.write(String(at.done), () => process.kill(process.pid, 'SIGKILL'));
        break;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  const signal = await new Promise((resolve) => child.once('close', (_, how) => resolve(how)));
  assert.equal(signal, 'SIGKILL', out);
  return Number(out);
}
