// A customer sheet from its bytes to committed facts, on to the first list made of it, and again with some rows changed:
// at once, and as a draft that is looked at first.
import { randomUUID } from 'node:crypto';
import { importFiles } from '#actions/import-files.ts';
import { commitDraft } from '#actions/draft-commit.ts';
import { commitEnded } from '#actions/draft-runs.ts';
import { lookAt } from '#actions/draft-trial.ts';
import { wholeDraft } from '#actions/draft-whole.ts';
import { addFile, beginDraft, readDraft } from '#actions/drafts.ts';
import type { Session } from '#actions/session.ts';
import { readWeek } from '#actions/week.ts';
import { createWorkspace } from '#store/workspaces.ts';
import type { BaseShape } from './base.ts';
import { benchBase, cover } from './database.ts';
import { quantileOf, timed, type Figure } from './measure.ts';
import { sheetOf } from './sheet.ts';
import { typical } from './shapes.ts';

const shape: BaseShape = { ...typical, accounts: 0 };

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The sheet with another monthly value in every twentieth row. */
function changed(bytes: Uint8Array, money: string): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
  const told = lines.map((line, i) =>
    i > 0 && i % 20 === 3 ? line.split(';').with(5, money).join(';') : line,
  );
  return Buffer.from(told.join('\r\n'), 'latin1');
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => (await timed(work)).ms / 1000;

async function bring(session: Session, bytes: Uint8Array, rows: number): Promise<void> {
  const source = { path: 'clientes.csv', bytes: once(bytes), map: null };
  const { accounts } = await importFiles(session, [source], { dryRun: false });
  if (accounts !== rows) throw new Error(`${accounts} accounts of ${rows} rows`);
}

/** Seconds of the look at a draft, its reading included, and of its commit. */
async function drafted(session: Session, bytes: Uint8Array): Promise<{ look: number; commit: number }> {
  const { store } = session;
  const id = await beginDraft(session, undefined, null);
  await addFile(session, id, 'clientes.csv', once(bytes));
  const look = await seconds(async () => lookAt(session, await wholeDraft(session, id, 'pt-BR')));
  const commit = await seconds(async () => {
    await commitDraft(session, id, () => undefined);
    await commitEnded(store, id);
  });
  const { draft } = await readDraft(session, id);
  if (draft.state !== 'committed')
    throw new Error(`a draft was not committed: ${JSON.stringify(draft.failure)}`);
  return { look, commit };
}

type Step = 'import' | 'list' | 'again' | 'look' | 'commit';
const texts: Readonly<Record<Step, string>> = {
  import: 'import',
  list: 'first weekly list after it',
  again: 'import again, one row in 20 changed',
  look: 'look at a draft of it, other rows changed',
  commit: 'commit of that draft',
};

/** Every step in a workspace of its own, in seconds. */
async function stepsOf(by: Session, rows: number): Promise<Record<Step, number>> {
  const workspaceId = randomUUID();
  const { store, now } = by;
  await createWorkspace(store, { id: workspaceId, slug: workspaceId, name: 'Import', createdAt: now });
  const at = (hour: number): Session => ({ ...by, workspaceId, now: now + hour * 3_600_000 });
  const bytes = sheetOf(rows, shape.today);
  return {
    import: await seconds(() => bring(at(0), bytes, rows)),
    list: await seconds(() => readWeek(at(0), undefined)),
    again: await seconds(() => bring(at(1), changed(bytes, 'R$ 9.999,00'), rows)),
    ...(await drafted(at(2), changed(bytes, 'R$ 8.888,00'))),
  };
}

/** Most seconds a step may take. */
type Goals = Readonly<Partial<Record<Step, number>>>;
const none: Goals = {};
const large: Goals = { import: 30, again: 20, look: 15 };

export async function importing(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await benchBase('import', shape, (_, session) => cover(session, shape));
  let heap = 0;
  const watch = setInterval(() => (heap = Math.max(heap, process.memoryUsage().heapUsed)), 20);
  try {
    const figures: Figure[] = [];
    for (const [rows, runs, goals] of [
      [120, 5, none],
      [10_000, 1, large],
    ] as const) {
      const done: Record<Step, number>[] = [];
      for (let run = 0; run < runs; run++) done.push(await stepsOf(base.session, rows));
      say(`${rows} rows: done`);
      const data = `sheet of ${rows} customers, 15 columns, Windows-1252`;
      for (const step of Object.keys(texts) as Step[]) {
        const median = quantileOf(
          done.map((one) => one[step]),
          0.5,
        );
        const most = goals[step];
        const goal = most === undefined ? null : `< ${most} s`;
        const met = most === undefined ? null : median < most;
        figures.push({ what: texts[step], data, unit: 's', runs, median, tail: null, goal, met });
      }
      const whole = quantileOf(
        done.map((one) => one.import + one.list),
        0.5,
      );
      if (rows === 120)
        figures.push({
          what: 'import and its first list',
          data,
          unit: 's',
          runs,
          median: whole,
          tail: null,
          goal: '< 10 s',
          met: whole < 10,
        });
    }
    const memory = heap / 2 ** 20;
    figures.push({
      what: 'heap of the process meanwhile, peak',
      data: 'all of the above',
      unit: 'MB',
      runs: 1,
      median: memory,
      tail: null,
      goal: '< 600 MB',
      met: memory < 600,
    });
    return figures;
  } finally {
    clearInterval(watch);
    await base.close();
  }
}
