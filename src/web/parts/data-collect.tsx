// What to collect now, most lifting first; the rest on demand.
import { useState } from 'react';
import type { DataQuality } from '#contract/data-quality.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

/** Shown at once. */
const first = 3;

export function DataCollect({ collect }: { collect: DataQuality['collect'] }) {
  const { d } = useDataSpeech();
  const [whole, setWhole] = useState(false);
  const shown = whole ? collect : collect.slice(0, first);
  const rest = collect.length - first;
  return (
    <section className="sec">
      <header>
        <h2>{d.collect.title}</h2>
        <p className="note">{collect.length === 0 ? d.collect.none : d.collect.note}</p>
      </header>
      <ol className="collect">
        {shown.map((one) => (
          <li key={one.key}>
            <span className="strong">{one.label}</span>
            <span className="soft">{one.text}</span>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" className="btn quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? d.collect.less : d.collect.more(rest)}
        </button>
      )}
    </section>
  );
}
