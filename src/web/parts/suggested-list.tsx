// Events that notes suggest, each with the sentence it was read in and two answers; where somebody left, who.
import { useId, useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import { FoundSentence } from '#web/parts/found-sentence.tsx';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Suggested = CustomerPage['suggested'][number];
export type Answer = {
  readonly event: string;
  readonly label: string;
  readonly happened: boolean;
  readonly contact: string | null;
};
type Props = {
  suggested: readonly Suggested[];
  /** False on a past day: what was asked then is answered today. */
  canAnswer: boolean;
  /** The event whose answer is on its way. */
  busy: string | null;
  onAnswer: (answer: Answer) => void;
};

export function SuggestedList({ suggested, ...rest }: Props) {
  return (
    <ul>
      {suggested.map((one) => (
        <Row key={one.event} one={one} {...rest} />
      ))}
    </ul>
  );
}

function Row({ one, canAnswer, busy, onAnswer }: { one: Suggested } & Omit<Props, 'suggested'>) {
  const { c, f } = useCustomerSpeech();
  const words = c.suggested;
  const { event, label, who } = one;
  const [contact, setContact] = useState('');
  const several = who.length > 1;
  const answer = (happened: boolean) =>
    onAnswer({ event, label, happened, contact: several && happened ? contact : null });
  return (
    <li>
      <p className="strong">{label}</p>
      {one.sentence === null ? (
        <p className="found">{words.noText(one.keyword)}</p>
      ) : (
        <FoundSentence sentence={one.sentence} />
      )}
      <p className="small mute">
        {words.from(one.source, f.day(one.on))}
        {one.familyLabel !== null && ` · ${words.family(one.familyLabel)}`}
      </p>
      {canAnswer && several && <WhoLeft who={who} contact={contact} onPick={setContact} />}
      {canAnswer && (
        <div className="bar">
          <button
            type="button"
            className="btn"
            aria-label={words.yesOf(label)}
            aria-busy={busy === event}
            disabled={several && contact === ''}
            onClick={() => answer(true)}
          >
            {words.yes}
          </button>
          <button
            type="button"
            className="btn quiet"
            aria-label={words.noOf(label)}
            onClick={() => answer(false)}
          >
            {words.no}
          </button>
        </div>
      )}
    </li>
  );
}

type WhoProps = { who: Suggested['who']; contact: string; onPick: (id: string) => void };

function WhoLeft({ who, contact, onPick }: WhoProps) {
  const { c } = useCustomerSpeech();
  const id = useId();
  return (
    <p>
      <label className="small mute" htmlFor={id}>
        {c.suggested.who}
      </label>
      <select id={id} className="field" value={contact} onChange={(event) => onPick(event.target.value)}>
        <option value="">{c.suggested.whoChoose}</option>
        {who.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </p>
  );
}
