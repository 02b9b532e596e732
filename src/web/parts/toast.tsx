// What was just done, said for eight seconds at the foot of the page, with the way back. Closes by itself.
import { useEffect } from 'react';

const shownMs = 8000;

type Props = {
  text: string;
  /** The way back; null: there is none. */
  undo: { readonly text: string; readonly does: () => void } | null;
  onEnd: () => void;
};

export function Toast({ text, undo, onEnd }: Props) {
  useEffect(() => {
    const timer = setTimeout(onEnd, shownMs);
    return () => clearTimeout(timer);
  }, [text, onEnd]);
  return (
    <div className="toast" role="status">
      <span>{text}</span>
      {undo && (
        <button type="button" className="btn" onClick={undo.does}>
          {undo.text} <kbd>z</kbd>
        </button>
      )}
    </div>
  );
}
