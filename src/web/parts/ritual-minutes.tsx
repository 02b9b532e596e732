// The minutes: what was decided as text to paste, and kept.
import { useState } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

type Props = {
  text: string;
  /** How they are kept; null: who looks may not. */
  keeping: { readonly busy: boolean; readonly failed: Error | null; readonly onKeep: () => void } | null;
  kept: Ritual['minutes'];
};

export function RitualMinutes({ text, keeping, kept }: Props) {
  const { r, f } = useRitualSpeech();
  return (
    <section className="sec" id="step-minutes">
      <CopyText title={r.minutes.title} text={text} />
      <p className="bar">
        {keeping && (
          <button type="button" className="btn" aria-busy={keeping.busy} onClick={keeping.onKeep}>
            {r.minutes.keep}
          </button>
        )}
        {kept !== null && <span className="soft">{r.minutes.kept(f.day(kept.on))}</span>}
        {keeping?.failed && (
          <span className="wrong" role="alert">
            {r.minutes.failed}
          </span>
        )}
      </p>
    </section>
  );
}

/** A text to paste, with its key to copy it. */
export function CopyText({ title, text }: { title: string; text: string }) {
  const { r } = useRitualSpeech();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Without permission the text is still there to be marked by hand.
      setCopied(null);
    }
  };
  return (
    <>
      <header>
        <h2>{title}</h2>
        <span className="act">
          <button type="button" className="btn" onClick={() => void copy()}>
            {copied === text ? r.minutes.copied : r.minutes.copy}
          </button>
        </span>
      </header>
      <pre className="wa" tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </>
  );
}
