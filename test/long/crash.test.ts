// The crash test at length: thirty kills of each sort.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { randomFrom } from '#base/random.ts';
import { killRounds, tallyText, victims } from '#cli/testing-crash.ts';
import { withHome } from '#store/testing-home.ts';

const rounds = 30;

for (const victim of victims) {
  test(`${rounds} times kill -9 of ${victim}`, { timeout: 3_600_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'perene-crash-'));
    try {
      await withHome('queda', async (home) => {
        const tally = await killRounds(home, folder, victim, rounds, randomFrom(`long crash ${victim}`));
        t.diagnostic(tallyText(victim, tally));
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
