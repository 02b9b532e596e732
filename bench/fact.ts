// One low-volume fact through the HTTP door until its decision is committed and told, and until the customer's page
// shows it; one after another, each for another account.
import { ensureList } from '#actions/ensure-list.ts';
import { randomFrom } from '#base/random.ts';
import { accountOf } from './base.ts';
import { isStored } from './database.ts';
import { ask, openDoor } from './doors.ts';
import { quantileOf, timed, type Figure } from './measure.ts';
import { cpuNote, watchCpu } from './server-processes.ts';
import { openTypical, typical, typicalText } from './shapes.ts';

const warm = 30;
const runs = 400;
const pages = 100;

export async function fact(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await openTypical(say);
  const door = await openDoor(base);
  try {
    await ensureList(base.session, typical.today, false);
    const random = randomFrom(`${typical.seed}/${performance.now()}`);
    const stored = Array.from({ length: typical.accounts }, (_, index) => index).filter((index) =>
      isStored(typical, index),
    );
    // As in the base: one in a hundred is a heavy one.
    const usual = stored.filter((index) => index % typical.heavyEvery !== typical.heavyEvery - 1);
    const heavy = stored.filter((index) => index % typical.heavyEvery === typical.heavyEvery - 1);
    const pick = (run: number): string => {
      const among = run % 100 === 99 ? heavy : usual;
      return accountOf(typical, among[Math.floor(random() * among.length)] ?? 0).id;
    };
    const tell = (run: number, account: string): Promise<string> => {
      const answer = {
        type: 'survey-answered',
        source: 'bench-live',
        externalId: `${run}-${random()}`,
        account,
        occurredAt: new Date(base.session.now).toISOString(),
        body: { instrument: 'nps', score: 3 },
      };
      return ask(`${door.workspaceUrl}/facts`, JSON.stringify({ facts: [answer] }));
    };
    const told: number[] = [];
    let used = watchCpu(base.data);
    for (let run = 0; run < warm + runs; run++) {
      if (run === warm) used = watchCpu(base.data);
      const account = pick(run);
      const { ms } = await timed(() => tell(run, account));
      if (run >= warm) told.push(ms);
    }
    const cpu = used();
    const seen: number[] = [];
    for (let run = 0; run < warm + pages; run++) {
      const account = pick(run);
      await tell(run, account);
      const { ms } = await timed(() => ask(`${door.workspaceUrl}/accounts/${account}`));
      if (run >= warm) seen.push(ms);
    }
    const data = `${typicalText}; an NPS answer, one at a time`;
    const p50 = quantileOf(told, 0.5);
    const p99 = quantileOf(told, 0.99);
    return [
      {
        what: 'one fact → decision committed and answered over HTTP',
        data,
        unit: 'ms',
        runs,
        median: p50,
        tail: { q: 'p99', value: p99 },
        goal: 'p50 < 15 ms, p99 < 100 ms',
        met: p50 < 15 && p99 < 100,
        note: cpuNote(cpu, runs, 'fact'),
      },
      {
        what: 'the whole customer page, read after it',
        data,
        unit: 'ms',
        runs: pages,
        median: quantileOf(seen, 0.5),
        tail: { q: 'p99', value: quantileOf(seen, 0.99) },
        goal: null,
        met: null,
      },
    ];
  } finally {
    await door.close();
    await base.close();
  }
}
