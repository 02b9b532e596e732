// What was just done at the Base, with its way back by `z`.
import { useCallback, useState } from 'react';
import { useKeys } from '#web/pages/shell-state.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { useBaseSpeech } from '#web/words/base-context.ts';

export type Said = { readonly text: string; readonly undo: (() => void) | null };
export type Say = (text: string, undo?: () => void) => void;

export function useBaseToast() {
  const { b } = useBaseSpeech();
  const [said, setSaid] = useState<Said | null>(null);
  const say: Say = useCallback((text, undo) => setSaid({ text, undo: undo ?? null }), []);
  const end = useCallback(() => setSaid(null), []);
  const undo = said?.undo ?? null;
  const back = () => {
    setSaid(null);
    undo?.();
  };
  useKeys(undo ? { z: back } : {});
  const toast = said && (
    <Toast text={said.text} undo={undo && { text: b.view.undo, does: back }} onEnd={end} />
  );
  return { say, toast };
}
