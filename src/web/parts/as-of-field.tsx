// The date being looked at: a field, a step back, a step forward. Says nothing of what changes with it.
import { useEffect, useId, useState } from 'react';
import { readDay, stepDay } from '#web/views/as-of.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = { asOf: string; today: string; onChange: (day: string) => void };

export function AsOfField({ asOf, today, onChange }: Props) {
  const { w, f } = useSpeech();
  const [text, setText] = useState(f.day(asOf));
  const [wrong, setWrong] = useState(false);
  const id = useId();
  useEffect(() => {
    setText(f.day(asOf));
    setWrong(false);
  }, [asOf, f]);
  const commit = () => {
    const day = readDay(text, today);
    setWrong(day === null);
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
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setText(f.day(asOf));
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
