// Where words are found in the notes known today: how many, of how many customers, and the newest with the words marked.
import type { ReactNode } from 'react';
import type { FoundWords } from '#contract/keywords.ts';
import { FoundSentence } from '#web/parts/found-sentence.tsx';
import { useKeywordSpeech } from '#web/words/keyword-context.ts';

type Props = {
  /** Null while it is looked for. */
  found: FoundWords | null;
  failed: string | null;
  link: (accountId: string, name: string) => ReactNode;
};

export function KeywordLook({ found, failed, link }: Props) {
  const { k, f } = useKeywordSpeech();
  const { look } = k;
  if (failed !== null)
    return (
      <p className="wrong" role="alert">
        {failed}
      </p>
    );
  return (
    <div className="kw-look">
      <p role="status">
        {found === null
          ? look.looking
          : found.notes === 0
            ? look.none
            : look.found(found.notes, found.customers)}
        {found !== null && !found.whole && <span className="mute"> {look.part(found.read)}</span>}
      </p>
      {found !== null && found.examples.length > 0 && (
        <ul className="rows" aria-label={look.examples}>
          {found.examples.map((one) => (
            <li key={`${one.accountId} ${one.on} ${one.sentence.before}`}>
              <div>
                <FoundSentence sentence={one.sentence} />
                <p className="small mute">
                  {link(one.accountId, one.account)} · {f.day(one.on)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
