// What the notes of a table suggest: events by the words that were found, and the way to the list of words.
import type { ReactNode } from 'react';
import type { DraftTable } from '#contract/drafts.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = { suggested: NonNullable<DraftTable['suggested']>; link: (text: string) => ReactNode };

export function ImportSuggested({ suggested, link }: Props) {
  const { t } = useImportSpeech();
  const { suggested: words } = t;
  return (
    <section className="sec">
      <header>
        <h2>{suggested.length === 0 ? words.none : words.title}</h2>
        <span className="act">{link(words.list)}</span>
        <span className="note">{suggested.length === 0 ? words.noneNote : words.note}</span>
      </header>
      <dl className="sug">
        {suggested.map((one) => (
          <div key={one.event}>
            <dt>{one.label}</dt>
            <dd>
              {words.rows(one.rows)}
              <span className="mute">{one.words.map(words.quoted).join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
