// One word of the list, said or said anew: the word, what it suggests, the offer it speaks of. What it is found in today
// is shown below before anything is kept.
import { useState, type ReactNode } from 'react';
import type { KeywordList } from '#contract/keywords.ts';
import { longestPhrase, phraseOf } from '#domain/events/phrase.ts';
import { known, type ListedWord, type OwnWord } from '#web/views/keyword-list.ts';
import { useKeywordSpeech } from '#web/words/keyword-context.ts';

type Props = {
  list: KeywordList;
  /** The word that is said anew; null: a new one. */
  changed: ListedWord | null;
  busy: boolean;
  onSave: (word: OwnWord) => void;
  onCancel: () => void;
  /** What a text is found in today. */
  look: (typed: string) => ReactNode;
};

export function KeywordForm({ list, changed, busy, onSave, onCancel, look }: Props) {
  const { k } = useKeywordSpeech();
  const [word, setWord] = useState(changed?.word ?? '');
  const [event, setEvent] = useState(changed?.event ?? '');
  const [family, setFamily] = useState(changed?.family ?? '');
  const [tried, setTried] = useState(false);
  const short = phraseOf(word).length < 2;
  const wrong = short ? k.form.short : event === '' ? k.form.noEvent : null;
  const before = changed === null && !short ? known(list, word) : undefined;
  return (
    <section className="sec">
      <header>
        <h2>{changed === null ? k.form.add : k.form.change(changed.word)}</h2>
      </header>
      <form
        className="kw-form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          setTried(true);
          if (wrong === null) onSave({ word: word.trim(), event, family: family === '' ? null : family });
        }}
      >
        <label className="kw-word">
          <span className="lb">{k.form.word}</span>
          <input
            className="field"
            maxLength={longestPhrase}
            value={word}
            placeholder={k.form.hint}
            readOnly={changed !== null}
            aria-invalid={tried && short}
            autoComplete="off"
            onChange={(typed) => setWord(typed.target.value)}
          />
        </label>
        <Pick label={k.form.event} value={event} first={k.form.choose} of={list.events} onPick={setEvent} />
        <Pick
          label={k.form.family}
          value={family}
          first={k.form.anyFamily}
          of={list.families}
          onPick={setFamily}
        />
        <div className="bar">
          <button type="submit" className="btn pri" aria-busy={busy}>
            {k.form.save}
          </button>
          {changed !== null && (
            <button type="button" className="btn quiet" onClick={onCancel}>
              {k.form.cancel}
            </button>
          )}
        </div>
      </form>
      {tried && wrong !== null && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p className="small mute">{k.form.note}</p>
      {before && <Known word={before} />}
      {!short && look(word)}
    </section>
  );
}

function Known({ word: { word, eventLabel } }: { word: ListedWord }) {
  const { k } = useKeywordSpeech();
  return (
    <p className="small">{eventLabel === null ? k.form.knownOff(word) : k.form.known(word, eventLabel)}</p>
  );
}

type PickProps = {
  label: string;
  value: string;
  /** The choice of none. */
  first: string;
  of: KeywordList['events'];
  onPick: (key: string) => void;
};

function Pick({ label, value, first, of, onPick }: PickProps) {
  return (
    <label>
      <span className="lb">{label}</span>
      <select className="field" value={value} onChange={(picked) => onPick(picked.target.value)}>
        <option value="">{first}</option>
        {of.map((one) => (
          <option key={one.key} value={one.key}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}
