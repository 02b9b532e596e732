// Search over customers: a field, a list, arrows and Enter. What is found comes from outside.
import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import type { Band } from '#contract/line.ts';
import { StateMark } from '#web/parts/state-mark.tsx';
import { stepRow } from '#web/views/list-walk.ts';
import { useSpeech } from '#web/words/context.tsx';

export type Found = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly band: Band;
  readonly score: string;
};
type Props = {
  open: boolean;
  onOpen: (open: boolean) => void;
  typed: string;
  onType: (typed: string) => void;
  found: readonly Found[];
  total: number;
  state: 'idle' | 'busy' | 'done' | 'failed';
  /** Said below what was found; null: nothing to say. */
  footnote: string | null;
  onPick: (found: Found) => void;
};

export function SearchDialog({ open, onOpen, typed, onType, found, total, state, footnote, onPick }: Props) {
  const { w } = useSpeech();
  const [at, setAt] = useState(0);
  const here = Math.min(at, found.length - 1);
  const note =
    state === 'failed'
      ? w.search.failed
      : state === 'idle'
        ? w.search.hint
        : found.length === 0 && state === 'done'
          ? w.search.none(typed)
          : null;
  return (
    <Dialog.Root open={open} onOpenChange={onOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="pal" aria-label={w.search.open}>
          <input
            role="combobox"
            aria-label={w.search.open}
            aria-expanded={found.length > 0}
            aria-controls="found"
            aria-activedescendant={found[here] ? `found-${here}` : undefined}
            autoComplete="off"
            placeholder={w.search.placeholder}
            value={typed}
            onChange={(event) => {
              onType(event.target.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                setAt(stepRow(here, event.key === 'ArrowDown' ? 1 : -1, found.length));
              }
              const pick = found[here];
              if (event.key === 'Enter' && pick) onPick(pick);
            }}
          />
          <div id="found" role="listbox" aria-label={w.search.open}>
            {found.map((item, index) => (
              <div
                key={item.id}
                id={`found-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === here}
                onMouseEnter={() => setAt(index)}
                onClick={() => onPick(item)}
              >
                <StateMark band={item.band} text={item.score} word={w.band[item.band]} />
                <span className="nm1">{item.name}</span>
                <span className="to">{item.note}</span>
              </div>
            ))}
          </div>
          {note !== null && <p className="note small">{note}</p>}
          {note === null && footnote !== null && <p className="note small">{footnote}</p>}
          <span className="sr" role="status">
            {state === 'done' && found.length > 0 ? w.search.found(total) : ''}
          </span>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
