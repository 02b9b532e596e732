// The minutes: what was decided as text to paste, and kept.
import { useState } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

type Props = { ritual: Ritual; busy: boolean; failed: boolean; onKeep: () => void };

export function RitualMinutes({ ritual, busy, failed, onKeep }: Props) {
  const { r, f } = useRitualSpeech();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(ritual.text);
      setCopied(true);
    } catch {
      // Without permission the text is still there to be marked by hand.
      setCopied(false);
    }
  };
  return (
    <section className="sec" id="step-minutes">
      <header>
        <h2>{r.minutes.title}</h2>
        <span className="act">
          <button type="button" className="btn" onClick={() => void copy()}>
            {copied ? r.minutes.copied : r.minutes.copy}
          </button>
        </span>
      </header>
      <pre className="wa" tabIndex={0} aria-label={r.minutes.title}>
        {ritual.text}
      </pre>
      <p className="bar">
        <button type="button" className="btn" aria-busy={busy} onClick={onKeep}>
          {r.minutes.keep}
        </button>
        {ritual.minutes !== null && <span className="soft">{r.minutes.kept(f.day(ritual.minutes.on))}</span>}
        {failed && (
          <span className="wrong" role="alert">
            {r.minutes.failed}
          </span>
        )}
      </p>
    </section>
  );
}
