// A field that finds a customer by its name and hands over the one that is chosen. Asks nothing of the API itself.
import { useId } from 'react';
import { useDataSpeech } from '#web/words/data-context.ts';

export type Found = { readonly id: string; readonly name: string };
type Props = {
  label: string;
  typed: string;
  onType: (text: string) => void;
  /** Null while the answer is on its way. */
  found: readonly Found[] | null;
  onPick: (account: Found) => void;
  onCancel: () => void;
};

export function FindAccount({ label, typed, onType, found, onPick, onCancel }: Props) {
  const { d } = useDataSpeech();
  const id = useId();
  return (
    <div className="find-in">
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        value={typed}
        autoFocus
        placeholder={d.identity.inbox.search}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <button type="button" className="btn quiet" onClick={onCancel}>
        {d.identity.inbox.cancel}
      </button>
      {found !== null && typed.trim().length > 1 && (
        <ul>
          {found.map((account) => (
            <li key={account.id}>
              <button type="button" className="btn quiet" onClick={() => onPick(account)}>
                {account.name}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="mute">{d.identity.inbox.searchNone}</li>}
        </ul>
      )}
    </div>
  );
}
