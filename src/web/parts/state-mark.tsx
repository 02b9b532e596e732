// Health as a shape, a figure and a word: circle, triangle, diamond, dashed ring. Colour never speaks alone.
import type { Band } from '#contract/line.ts';

/** The shape of a band alone, hidden from readers: a word stands beside it. */
export function BandShape({ band }: { band: Band }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {band === 'green' && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {band === 'yellow' && <path d="M6 1 11.4 10.6H.6z" fill="currentColor" />}
      {band === 'red' && <path d="M6 .4 11.6 6 6 11.6.4 6z" fill="currentColor" />}
      {band === 'unknown' && (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.4 2.3"
        />
      )}
    </svg>
  );
}

/** Shape and figure; the word is read aloud, or shown with `spelled`. */
export function StateMark({
  band,
  text,
  word,
  spelled = false,
}: {
  band: Band;
  text: string;
  word: string;
  spelled?: boolean;
}) {
  return (
    <span className={`st ${band}`}>
      <BandShape band={band} />
      {spelled ? (
        <span>
          {text} {word}
        </span>
      ) : (
        <span>
          <span aria-hidden={text === '—'}>{text}</span>
          <span className="sr"> {word}</span>
        </span>
      )}
    </span>
  );
}
