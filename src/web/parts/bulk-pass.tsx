// Who looks after all that is marked from now on, chosen at the foot of the Base.
import { useEffect, useRef, useState } from 'react';
import { useBaseSpeech } from '#web/words/base-context.ts';

type Props = {
  count: number;
  owners: readonly { readonly key: string; readonly label: string }[];
  onPass: (to: { to: string; name: string }) => void;
  onClose: () => void;
};

export function PassForm({ count, owners, onPass, onClose }: Props) {
  const { b } = useBaseSpeech();
  const [to, setTo] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = () => {
    const chosen = owners.find(({ key }) => key === to);
    if (chosen === undefined) {
      setWrong(true);
      field.current?.focus();
      return;
    }
    onPass({ to, name: chosen.label });
    onClose();
  };
  return (
    <form
      className="bulk-note"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        <span className="lb">{b.bulk.passHint(count)}</span>
        <select
          ref={field}
          className="field"
          aria-label={b.bulk.passTo}
          aria-invalid={wrong}
          value={to}
          onChange={(event) => {
            setTo(event.target.value);
            setWrong(false);
          }}
        >
          <option value="">{b.bulk.someone}</option>
          {owners.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {wrong && (
        <span className="wrong-note" role="alert">
          {b.bulk.passMissing}
        </span>
      )}
      <span className="end">
        <button type="button" className="btn quiet" onClick={onClose}>
          {b.bulk.cancel}
        </button>
        <button type="submit" className="btn pri">
          {b.bulk.handOver}
        </button>
      </span>
    </form>
  );
}
