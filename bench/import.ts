// A customer sheet from its bytes to committed facts, and on to the first list made of it.
import { randomUUID } from 'node:crypto';
import { importFiles } from '#actions/import-files.ts';
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

export async function importing(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await benchBase('import', shape, (_, session) => cover(session, shape));
  try {
    const figures: Figure[] = [];
    for (const [rows, runs] of [
      [120, 5],
      [10_000, 1],
    ] as const) {
      const bytes = sheetOf(rows, shape.today);
      const imports: number[] = [];
      const lists: number[] = [];
      for (let run = 0; run < runs; run++) {
        const workspaceId = randomUUID();
        await createWorkspace(base.store, {
          id: workspaceId,
          slug: workspaceId,
          name: 'Import',
          createdAt: base.session.now,
        });
        const session = { ...base.session, workspaceId };
        const source = { path: 'clientes.csv', bytes: once(bytes), map: null };
        const { ms, value } = await timed(() => importFiles(session, [source], { dryRun: false }));
        if (value.accounts !== rows) throw new Error(`${value.accounts} accounts of ${rows} rows`);
        if (run === 0) say(`${rows} rows: ${value.facts.recorded} facts`);
        imports.push(ms / 1000);
        lists.push((await timed(() => readWeek(session, undefined))).ms / 1000);
      }
      const common = {
        data: `sheet of ${rows} customers, 15 columns, Windows-1252`,
        unit: 's',
        runs,
        tail: null,
      };
      const goal = rows === 120;
      const median = quantileOf(imports, 0.5);
      const first = quantileOf(lists, 0.5);
      figures.push({
        what: `import of ${rows} rows`,
        ...common,
        median,
        goal: goal ? '< 10 s with its first list' : null,
        met: goal ? median + first < 10 : null,
      });
      figures.push({ what: `first weekly list after it`, ...common, median: first, goal: null, met: null });
    }
    return figures;
  } finally {
    await base.close();
  }
}
