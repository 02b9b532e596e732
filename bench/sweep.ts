// The nightly sweep: every account decided as of a day. Cold: no checkpoint is cached (first night, or a new method);
// steady: the night after, when the past stands in checkpoints.
import { ensureList } from '#actions/ensure-list.ts';
import { sql } from 'kysely';
import { inWorkspace } from '#store/in-workspace.ts';
import type { BenchBase } from './database.ts';
import { quantileOf, timed, type Figure } from './measure.ts';
import { cpuNote, watchCpu } from './server-processes.ts';
import { openTypical, typical, typicalText } from './shapes.ts';

const steadyRuns = 3;

async function forget(base: BenchBase, checkpoints: boolean): Promise<void> {
  await inWorkspace(base.store, base.session.workspaceId, async (tx) => {
    await sql`delete from app.account_list`.execute(tx);
    await sql`delete from app.list_day`.execute(tx);
    if (checkpoints) await sql`delete from app.checkpoint`.execute(tx);
  });
}

export async function sweep(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await openTypical(say);
  try {
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const run = async (checkpoints: boolean): Promise<number> => {
      await forget(base, checkpoints);
      const { ms, value } = await timed(() => ensureList(base.session, typical.today, false));
      if (value.decided !== typical.accounts) throw new Error(`decided ${value.decided} accounts`);
      say(`sweep ${checkpoints ? 'cold' : 'steady'}: ${(ms / 1000).toFixed(2)} s`);
      return ms / 1000;
    };
    const cold = await run(true);
    const steady: number[] = [];
    const used = watchCpu(base.data);
    for (let i = 0; i < steadyRuns; i++) steady.push(await run(false));
    const cpu = used();
    clearInterval(watch);
    const seconds = { data: typicalText, unit: 's' };
    const memory = peak / 2 ** 20;
    const median = quantileOf(steady, 0.5);
    return [
      {
        what: 'sweep of all accounts, steady',
        ...seconds,
        runs: steadyRuns,
        median,
        tail: { q: 'max', value: quantileOf(steady, 1) },
        goal: '< 3 s',
        met: median < 3,
        note: cpuNote(cpu, steadyRuns * typical.accounts, 'account'),
      },
      {
        what: 'sweep of all accounts, no checkpoint cached',
        ...seconds,
        runs: 1,
        median: cold,
        tail: null,
        goal: null,
        met: null,
      },
      {
        what: 'memory of the process while sweeping, peak',
        data: typicalText,
        unit: 'MB',
        runs: 1,
        median: memory,
        tail: null,
        goal: '< 1 GB',
        met: memory < 1000,
      },
    ];
  } finally {
    await base.close();
  }
}
