// Killed with -9 in the middle of imports and ingest: nothing acknowledged is lost, nothing counts twice, nothing is half.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { randomFrom } from '#base/random.ts';
import { killRounds, tallyText, victims } from './kills.ts';
import { withHome } from '#store/testing-home.ts';
import { rounds } from './rounds.ts';

for (const victim of victims) {
  test(`kill -9 of ${victim}`, { timeout: 600_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'perene-crash-'));
    try {
      await withHome('queda', async (home) => {
        const tally = await killRounds(home, folder, victim, rounds, randomFrom(`crash ${victim}`));
        t.diagnostic(tallyText(victim, tally));
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
