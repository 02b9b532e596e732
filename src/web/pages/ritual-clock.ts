// The clock of this browser's ritual: kept while the page is closed, ticking once a second while it runs.
import { useEffect, useState } from 'react';
import { useShell } from '#web/pages/shell-state.tsx';
import { pausedOrOn, readClock, type Clock } from '#web/views/ritual.ts';

const place = (workspace: string, monday: string) => `perene.ritual.${workspace}.${monday}`;

function kept(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null; // Storage may be forbidden: the clock then lasts for this page.
  }
}

/** The clock of a week's ritual and the present instant; null: not begun. */
export function useRitualClock(workspace: string, monday: string) {
  const { instant } = useShell();
  const key = place(workspace, monday);
  const [now, setNow] = useState(() => instant());
  const [clock, setClock] = useState<Clock | null>(() => readClock(kept(key), instant()));
  const running = clock !== null && clock.pausedAt === null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(instant()), 1000);
    return () => clearInterval(timer);
  }, [running, instant]);
  const keep = (next: Clock) => {
    setClock(next);
    setNow(instant());
    try {
      window.sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // As above.
    }
  };
  const turn = () =>
    keep(clock === null ? { startedAt: instant(), paused: 0, pausedAt: null } : pausedOrOn(clock, instant()));
  return { clock, now, turn };
}
