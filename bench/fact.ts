// One low-volume fact through the HTTP door until its decision is committed and told, and until the customer's page
// shows it; one after another, each for another account.
import { ensureList } from '#actions/ensure-list.ts';
import { randomFrom } from '#base/random.ts';
import { accountOf } from './base.ts';
import { isStored } from './database.ts';
import { ask, openDoor } from './doors.ts';
import { quantileOf, timed, type Figure } from './measure.ts';
import { openTypical, typical, typicalText } from './shapes.ts';

const warm = 30;
const runs = 400;

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
    const told: number[] = [];
    const seen: number[] = [];
    for (let run = 0; run < warm + runs; run++) {
      const among = run % 100 === 99 ? heavy : usual;
      const { id } = accountOf(typical, among[Math.floor(random() * among.length)] ?? 0);
      const answer = {
        type: 'survey-answered',
        source: 'bench-live',
        externalId: `${run}-${random()}`,
        account: id,
        occurredAt: new Date(base.session.now).toISOString(),
        body: { instrument: 'nps', score: 3 },
      };
      const post = await timed(() => ask(`${door.workspaceUrl}/facts`, JSON.stringify({ facts: [answer] })));
      const page = await timed(() => ask(`${door.workspaceUrl}/accounts/${id}`));
      if (run < warm) continue;
      told.push(post.ms);
      seen.push(post.ms + page.ms);
    }
    const tail = (values: readonly number[]) => ({ q: 'p99' as const, value: quantileOf(values, 0.99) });
    const figure = (what: string, values: readonly number[], goal: string | null): Figure => ({
      what,
      data: `${typicalText}; an NPS answer, one at a time`,
      unit: 'ms',
      runs,
      median: quantileOf(values, 0.5),
      tail: tail(values),
      goal,
      met: goal === null ? null : quantileOf(values, 0.5) < 15 && quantileOf(values, 0.99) < 100,
    });
    return [
      figure('one fact → decision committed and answered over HTTP', told, 'p50 < 15 ms, p99 < 100 ms'),
      figure('the same, and the whole customer page read after it', seen, null),
    ];
  } finally {
    await door.close();
    await base.close();
  }
}
