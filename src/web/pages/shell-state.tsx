// What every screen shares: preferences of this browser, the keyboard, and the list last looked at (for j and k).
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { readChosen, writeChosen, type Chosen } from '#web/views/preferences.ts';
import { SpeechContext, speechOf } from '#web/words/context.tsx';

const key = 'perene.preferences';
/** The list last shown: its ids in order, how many there are in all, and the address parameters that give it. */
export type LastList = {
  readonly ids: readonly string[];
  readonly total: number;
  readonly search: Readonly<Record<string, unknown>>;
};
type ShellState = {
  /** The present instant (ms) of this browser: for spans that are shown, never for a day. */
  readonly instant: () => number;
  /** A key nobody used before: under it a request has one effect. */
  readonly mint: () => string;
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
  readonly lastList: LastList | null;
  /** Keeps the list in mind; the same function at every call. */
  readonly remember: (list: LastList) => void;
};
const Context = createContext<ShellState | null>(null);

export function useShell(): ShellState {
  const state = useContext(Context);
  if (state === null) throw new Error('useShell outside ShellStateProvider');
  return state;
}

function kept(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // Storage may be forbidden: the choice then lasts for this page.
  }
}

function keep(chosen: Chosen): void {
  try {
    window.localStorage.setItem(key, writeChosen(chosen));
  } catch {
    // As above.
  }
}

type ProviderProps = Pick<ShellState, 'instant' | 'mint'> & { readonly children: ReactNode };

export function ShellStateProvider({ instant, mint, children }: ProviderProps) {
  const [chosen, setChosen] = useState(() => readChosen(kept()));
  const [lastList, remember] = useState<LastList | null>(null);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = chosen.language;
    if (chosen.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = chosen.theme;
  }, [chosen]);
  const state = useMemo<ShellState>(
    () => ({
      instant,
      mint,
      chosen,
      lastList,
      remember,
      choose: (change) => {
        const next = { ...chosen, ...change };
        keep(next);
        setChosen(next);
      },
    }),
    [chosen, lastList, instant, mint],
  );
  return (
    <Context value={state}>
      <SpeechContext value={speechOf(chosen.language)}>{children}</SpeechContext>
    </Context>
  );
}

/** Single keys (arrows with shift: `Shift+ArrowDown`) → what they do. Off in fields, in dialogs, with a modifier, and when switched off (WCAG 2.1.4). */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const { chosen } = useShell();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!chosen.singleKeys) return;
    const press = (event: KeyboardEvent) => {
      const target = event.target;
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (
        target instanceof Element &&
        target.closest('input, textarea, select, [role="dialog"], [contenteditable]') !== null
      )
        return;
      // Enter belongs to what has the focus, if that can be pressed.
      if (event.key === 'Enter' && target instanceof Element && target.closest('a, button, summary') !== null)
        return;
      const arrow = event.shiftKey && event.key.startsWith('Arrow');
      const act = latest.current[arrow ? `Shift+${event.key}` : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [chosen.singleKeys]);
}

/** Names the page in the browser's tab and history. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} · Perene`;
  }, [name]);
}
