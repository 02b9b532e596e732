// A field that finds one customer by part of the name: type, arrows, Enter. What is found comes from outside.
import { useId, useState } from 'react';
import { stepRow } from '#web/views/list-walk.ts';

export type FoundAccount = { readonly id: string; readonly name: string; readonly note: string };
type Props = {
  label: string;
  hint: string;
  typed: string;
  onType: (typed: string) => void;
  found: readonly FoundAccount[];
  /** Said in place of a list: nobody by that name, no answer. */
  note: string | null;
  onPick: (account: FoundAccount) => void;
};

export function AccountFinder({ label, hint, typed, onType, found, note, onPick }: Props) {
  const [at, setAt] = useState(0);
  const id = useId();
  const here = Math.min(at, found.length - 1);
  return (
    <div className="finder">
      <input
        className="field"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[here] ? `${id}-${here}` : undefined}
        autoComplete="off"
        autoFocus
        placeholder={hint}
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
      <div id={id} role="listbox" aria-label={label}>
        {found.map((account, index) => (
          <div
            key={account.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            onMouseEnter={() => setAt(index)}
            onClick={() => onPick(account)}
          >
            <span>{account.name}</span>
            <span className="small mute">{account.note}</span>
          </div>
        ))}
      </div>
      {note !== null && (
        <p className="small mute" role="status">
          {note}
        </p>
      )}
    </div>
  );
}
