// The process whose memory `rest.ts` reads: opens the large base, answers lists and pages, then waits.
import { accountOf } from './base.ts';
import { ask, openDoor } from './doors.ts';
import { openTypical, typical } from './shapes.ts';

const base = await openTypical(() => undefined);
const door = await openDoor(base);
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
