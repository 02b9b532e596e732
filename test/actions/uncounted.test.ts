// A workspace that the planner has not counted yet costs by its rows, not by their square: told by the rows that the
// store passes over, since seconds differ from machine to machine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { quietClient } from '#store/connections.ts';
import { freshWorkspace, withTestStore } from '#store/testing.ts';

const day = '2026-04-15';

test('importing, listing, importing again and undoing pass over each row a few times, where only another workspace was counted', async () => {
  await withTestStore(async ({ store, source }) => {
    const owner = quietClient(source.config);
    await owner.connect();
    try {
      const passed = async (work: () => Promise<unknown>): Promise<number> => {
        await owner.query('select pg_stat_reset()');
        await work();
        // Each session hands in what it counted a second later, with its next transaction.
        await new Promise((resolve) => setTimeout(resolve, 1100));
        await Promise.all(Array.from({ length: 6 }, () => freshWorkspace(store)));
        const { rows } = await owner.query<{ n: number }>(`select
          sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 as n from pg_stat_user_tables`);
        return rows[0]?.n ?? 0;
      };
      // Another workspace is all that was counted, and what every workspace fills later was counted as empty.
      await bring(session(store, await freshWorkspace(store), day), sheetBytes(sample(300, 'counted').rows));
      await owner.query('vacuum analyze');
      const rows = sheetBytes(sample(1200, 'uncounted').rows);
      const workspaceId = await freshWorkspace(store);
      let facts = 0;
      let imports: readonly string[] = [];
      const steps = {
        import: async () =>
          ({
            facts: { recorded: facts },
            imports,
          } = await bring(session(store, workspaceId, day), rows)),
        week: () => readWeek(session(store, workspaceId, day), undefined),
        again: () => bring(session(store, workspaceId, day, 11), rows),
        undo: () => undoImport(session(store, workspaceId, day, 12), imports[0] ?? ''),
      };
      for (const [name, step] of Object.entries(steps)) {
        const n = await passed(step);
        assert.ok(n < 20 * facts, `${name}: ${n} rows passed over for ${facts} facts`);
      }
    } finally {
      await owner.end();
    }
  });
});
