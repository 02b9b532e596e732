// The row in hand of a ritual: what is decided, who, until when. Enter decides and goes on. Sends nothing itself.
import { useEffect, useRef, useState } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { Choice } from '#web/parts/choice.tsx';
import { isoOfTyped } from '#web/views/import-fix.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

type Verdict = 'green' | 'yellow' | 'red';
const verdicts: readonly Verdict[] = ['green', 'yellow', 'red'];

export type Decided = { readonly what: string; readonly owner: string | null; readonly dueOn: string | null };

type Props = {
  name: string;
  start: Decided;
  members: Ritual['members'];
  busy: boolean;
  /** What the server said against the last try. */
  failed: string | null;
  /** True: the pulse may be taken beside the decision. */
  pulse: boolean;
  onPulse: (verdict: Verdict) => void;
  onDecide: (decided: Decided) => void;
};

export function RitualForm({ name, start, members, busy, failed, pulse, onPulse, onDecide }: Props) {
  const { r, f } = useRitualSpeech();
  const [what, setWhat] = useState(start.what);
  const [owner, setOwner] = useState(start.owner ?? '');
  const [due, setDue] = useState(start.dueOn === null ? '' : f.dayTyped(start.dueOn));
  const [fault, setFault] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    first.current?.closest('tr, li')?.scrollIntoView({ block: 'center' });
  }, []);
  const decide = () => {
    if (busy) return;
    const iso = due.trim() === '' ? null : isoOfTyped(due);
    const wrong =
      what.trim().length < 3 ? r.form.short : due.trim() !== '' && iso === null ? r.form.day : null;
    setFault(wrong);
    if (wrong === null) onDecide({ what: what.trim(), owner: owner === '' ? null : owner, dueOn: iso });
  };
  return (
    <form
      className="rform"
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
      onKeyDown={leave}
    >
      <input
        ref={first}
        className="field"
        aria-label={r.form.what(name)}
        maxLength={500}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <select
        className="field"
        aria-label={r.form.who(name)}
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      >
        <option value="">{r.table.nobody}</option>
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
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <button type="submit" className="btn pri" aria-busy={busy}>
        {r.form.decide}
      </button>
      {pulse && <Pulse name={name} onPulse={onPulse} />}
      {(fault ?? failed) !== null && (
        <p className="wrong" role="alert">
          {fault ?? failed}
        </p>
      )}
    </form>
  );
}

/** Escape gives the keys back to the list. */
function leave(event: { readonly key: string; readonly target: EventTarget }): void {
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
}

/** The pulse of the customer in hand, taken in passing. */
function Pulse({ name, onPulse }: Pick<Props, 'name' | 'onPulse'>) {
  const { w, r } = useRitualSpeech();
  const [taken, setTaken] = useState<Verdict | null>(null);
  return (
    <Choice<Verdict | ''>
      small
      label={r.form.pulse(name)}
      value={taken ?? ''}
      options={verdicts.map((value) => ({ value, text: w.band[value] }))}
      onChange={(value) => {
        if (value === '') return;
        setTaken(value);
        onPulse(value);
      }}
    />
  );
}
