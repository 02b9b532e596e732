// The row in hand of a ritual: what is decided, who, until when, which offer next, and the pulse with its reason. Enter
// decides and goes on. Sends nothing itself and holds nothing: every key is handed up, to be kept.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { Choice } from '#web/parts/choice.tsx';
import { isoOfTyped } from '#web/views/import-fix.ts';
import type { Fields, LineDraft, Verdict } from '#web/views/ritual-draft.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

const verdicts: readonly Verdict[] = ['green', 'yellow', 'red'];

type Props = {
  draft: LineDraft;
  members: Ritual['members'];
  offers: Ritual['offers'];
  /** Its first day that may be chosen (ISO). */
  today: string;
  busy: boolean;
  /** What the server said against the last try; null: nothing. */
  failed: string | null;
  /** What somebody else did with this line since it was opened; null: nothing. */
  news: string | null;
  /** True: the form takes the keyboard as it opens. */
  takesKeys: boolean;
  onChange: (change: Partial<Fields>) => void;
  /** `dueOn`: ISO day. */
  onDecide: (dueOn: string | null) => void;
  onPulse: () => void;
};

/** Why a draft cannot be sent; null when it can. */
function faultOf(draft: LineDraft, today: string): 'short' | 'day' | 'past' | null {
  if (draft.what.trim().length < 3) return 'short';
  if (draft.due.trim() === '') return null;
  const iso = isoOfTyped(draft.due);
  if (iso === null) return 'day';
  return iso < today ? 'past' : null;
}

export function RitualForm({ draft, today, busy, failed, news, takesKeys, onDecide, ...rest }: Props) {
  const { r } = useRitualSpeech();
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesKeys) first.current?.focus({ preventScroll: true });
    first.current?.closest('tr, li, .orphan')?.scrollIntoView({ block: 'center' });
  }, [takesKeys]);
  const decide = () => {
    if (busy) return;
    const wrong = faultOf(draft, today);
    setFault(wrong);
    if (wrong === null) onDecide(draft.due.trim() === '' ? null : isoOfTyped(draft.due));
  };
  const said = fault === null ? failed : r.form[fault];
  return (
    <form
      className="rform"
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
      onKeyDown={(event) => verdictKey(event, rest.onChange) || leave(event)}
    >
      {news !== null && (
        <p className="news" role="status">
          {news}
        </p>
      )}
      <DecisionFields first={first} draft={draft} {...rest} />
      <button type="submit" className="btn pri" aria-busy={busy}>
        {r.form.decide}
      </button>
      <Pulse draft={draft} onChange={rest.onChange} onPulse={rest.onPulse} />
      {said !== null && (
        <p className="wrong" role="alert">
          {said}
        </p>
      )}
    </form>
  );
}

/** Escape gives the keys back to the list. */
function leave(event: KeyboardEvent): void {
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
}

/** Alt with 1, 2, 3 takes the pulse from any field. True where that was pressed. */
function verdictKey(event: KeyboardEvent, onChange: Props['onChange']): boolean {
  const verdict = event.altKey ? verdicts[Number(/^Digit([123])$/.exec(event.code)?.[1]) - 1] : undefined;
  if (verdict === undefined) return false;
  event.preventDefault();
  onChange({ verdict });
  return true;
}

type FieldsProps = Pick<Props, 'draft' | 'members' | 'offers' | 'onChange'> & {
  first: React.RefObject<HTMLInputElement | null>;
};

function DecisionFields({ draft, members, offers, onChange, first }: FieldsProps) {
  const { r } = useRitualSpeech();
  const { name } = draft;
  // Somebody who left stays to be seen until another is chosen.
  const gone = draft.owner !== '' && !members.some(({ key }) => key === draft.owner);
  return (
    <>
      <input
        ref={first}
        id="ritual-what"
        className="field"
        aria-label={r.form.what(name)}
        maxLength={500}
        value={draft.what}
        onChange={(event) => onChange({ what: event.target.value })}
      />
      <select
        className="field"
        aria-label={r.form.who(name)}
        value={draft.owner}
        onChange={(event) => onChange({ owner: event.target.value })}
      >
        <option value="">{r.table.nobody}</option>
        {gone && <option value={draft.owner}>{r.form.gone(draft.owner)}</option>}
        {members.map((member) => (
          <option key={member.key} value={member.key}>
            {member.label}
          </option>
        ))}
      </select>
      <input
        className="field num"
        aria-label={r.form.due(name)}
        placeholder="dd/mm/aaaa"
        maxLength={10}
        value={draft.due}
        onChange={(event) => onChange({ due: event.target.value })}
      />
      <select
        className="field offer"
        aria-label={r.form.nextOffer(name)}
        value={draft.offer}
        onChange={(event) => onChange({ offer: event.target.value })}
      >
        <option value="">{r.form.offerStays}</option>
        {offers.map((offer) => (
          <option key={offer.key} value={offer.key}>
            {r.form.offer(offer.label)}
          </option>
        ))}
      </select>
    </>
  );
}

/** The pulse of the customer in hand, with its reason; goes with the decision, or alone. */
function Pulse({ draft, onChange, onPulse }: Pick<Props, 'draft' | 'onChange' | 'onPulse'>) {
  const { w, r } = useRitualSpeech();
  return (
    <>
      <Choice<Verdict | ''>
        small
        label={r.form.pulse(draft.name)}
        value={draft.verdict}
        options={verdicts.map((value) => ({ value, text: w.band[value] }))}
        onChange={(value) => onChange({ verdict: value === draft.verdict ? '' : value })}
      />
      {draft.verdict !== '' && (
        <span className="reason">
          <input
            className="field"
            aria-label={r.form.reason(draft.name)}
            placeholder={r.form.reasonHint}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
          <button type="button" className="btn quiet" onClick={onPulse}>
            {r.form.pulseAlone}
          </button>
        </span>
      )}
    </>
  );
}
