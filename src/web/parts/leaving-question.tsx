// The question before a person is taken out: what they have in hand, and who takes it over.
import { useState } from 'react';
import type { Leaving } from '#contract/people.ts';
import { usePeopleSpeech } from '#web/words/people-context.ts';

type Props = {
  who: string;
  busy: boolean;
  /** What they have in hand; null: not known yet. */
  leaving: Leaving | 'failed' | null;
  /** `to`: key of who takes over; null: nobody. */
  onRemove: (to: string | null) => void;
  onKeep: () => void;
};

/** Nobody is taken out before it is known what they would leave behind. */
export function LeavingQuestion({ who, busy, leaving, onRemove, onKeep }: Props) {
  const { p } = usePeopleSpeech();
  const [to, setTo] = useState('');
  const known = leaving !== null && leaving !== 'failed' ? leaving : null;
  const inHand = known !== null && known.customers + known.tasks > 0;
  return (
    <span className="sure">
      <span role="status">
        {leaving === 'failed' ? p.failed : p.list.sure(who)}{' '}
        {known !== null && p.list.inHand(known.customers, known.tasks)}
      </span>
      {known !== null && inHand && (
        <label>
          <span>{p.list.passTo}</span>
          <select className="field" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{p.list.nobody}</option>
            {known.next.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {known !== null && (
        <button
          type="button"
          className="btn"
          aria-busy={busy}
          onClick={() => onRemove(to === '' ? null : to)}
        >
          {p.list.remove}
        </button>
      )}
      <button type="button" className="btn quiet" onClick={onKeep}>
        {p.list.keep}
      </button>
    </span>
  );
}
