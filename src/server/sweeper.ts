// The quiet work of a running server: accounts that usage marked are decided, and each day gets its list.
import { dayAt } from '#base/zone.ts';
import { ensureList } from '#actions/ensure-list.ts';
import { operatorRights, type Session } from '#actions/session.ts';
import { sweepDirty } from '#actions/sweep-dirty.ts';
import { tidy } from '#actions/tidy.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import type { Store } from '#store/open.ts';

type Clockwork = {
  readonly now: () => number;
  readonly random: () => number;
  readonly log: (line: string) => void;
};

/** Pause between rounds (ms). */
const pause = 2000;

async function round(store: Store, clockwork: Clockwork, listed: Map<string, number>): Promise<void> {
  for (const { id, zone } of await readWorkspaces(store, clockwork.now(), clockwork.random)) {
    const { now, random } = clockwork;
    const session: Session = {
      ...operatorRights,
      store,
      workspaceId: id,
      actor: 'perene',
      door: 'system',
      now: now(),
      random,
    };
    await sweepDirty(session);
    const today = dayAt(session.now, zone);
    if (listed.get(id) === today) continue;
    await ensureList(session, today, false);
    await tidy(session, today);
    listed.set(id, today);
  }
}

/** Runs rounds until stopped; a round that fails is logged and tried again. */
export function startSweeper(store: Store, clockwork: Clockwork): { stop(): Promise<void> } {
  const listed = new Map<string, number>();
  const stopping = new AbortController();
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      stopping.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        await round(store, clockwork, listed);
      } catch (error) {
        clockwork.log(`sweep: ${error instanceof Error ? error.message : String(error)}`);
      }
      await rest(pause);
    }
  };
  const done = work();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
