// The process whose memory `rest.ts` reads: opens the large base, answers lists and pages, then waits.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { accountOf } from './base.ts';
import { benchHome } from './database.ts';
import { ask, openDoor } from './doors.ts';
import { openTypical, typical } from './shapes.ts';

const base = await openTypical(() => undefined);
const door = await openDoor(base);
const { rows } = await sql<{ folder: string }>`select current_setting('data_directory') as folder`
  .execute(base.store.app)
  .catch(() => ({ rows: [{ folder: 'perene-bench' }] }));
writeFileSync(join(benchHome, 'bench-server.json'), JSON.stringify(rows[0]?.folder ?? ''));
for (let i = 0; i < 20; i++) {
  await ask(`${door.workspaceUrl}/accounts`);
  await ask(`${door.workspaceUrl}/accounts/${accountOf(typical, i * 10).id}`);
}
await new Promise((resolve) => setTimeout(resolve, 3000));
if (process.send) process.send(process.memoryUsage.rss());
process.once('message', () => {
  void (async () => {
    await door.close();
    await base.close();
    process.disconnect?.();
  })();
});
