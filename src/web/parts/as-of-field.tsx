// The date being looked at: a field, a step back, a step forward. Says nothing of what changes with it.
import { useId, useState } from 'react';
import { readDay, stepDay } from '#web/views/as-of.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = { asOf: string; today: string; onChange: (day: string) => void };

export function AsOfField({ asOf, today, onChange }: Props) {
  const { w, f } = useSpeech();
  // What is being typed over which day; once the day changes, the draft is past.
  const [draft, setDraft] = useState({ over: asOf, text: '', wrong: false });
  const typing = draft.over === asOf && draft.text !== '';
  const text = typing ? draft.text : f.dayTyped(asOf);
  const wrong = typing && draft.wrong;
  const id = useId();
  const commit = () => {
    if (!typing) return;
    const day = readDay(text, today);
    setDraft({ over: asOf, text: day === null ? text : '', wrong: day === null });
    if (day !== null && day !== asOf) onChange(day);
  };
  return (
    <span className="asd">
      <button
        type="button"
        className="btn quiet"
        aria-label={w.asOf.before}
        onClick={() => onChange(stepDay(asOf, -1, today))}
      >
        <span aria-hidden="true">←</span>
      </button>
      <input
        className="field"
        aria-label={w.asOf.date}
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        inputMode="numeric"
        value={text}
        onChange={(event) => setDraft({ over: asOf, text: event.target.value, wrong: false })}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft({ over: asOf, text: '', wrong: false });
        }}
      />
      <button
        type="button"
        className="btn quiet"
        aria-label={w.asOf.after}
        disabled={asOf >= today}
        onClick={() => onChange(stepDay(asOf, 1, today))}
      >
        <span aria-hidden="true">→</span>
      </button>
      {wrong && (
        <span className="wrong" id={id} role="alert">
          {w.asOf.invalid}
        </span>
      )}
    </span>
  );
}
