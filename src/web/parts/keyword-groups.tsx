// The list of words by what they suggest, with what the firm said of its own marked; each can be changed or switched off.
import { useState } from 'react';
import type { KeywordList } from '#contract/keywords.ts';
import { Choice } from '#web/parts/choice.tsx';
import { ChevronIcon } from '#web/parts/icons.tsx';
import { groupsOf, type ListedWord, type Which, type WordGroup } from '#web/views/keyword-list.ts';
import { useKeywordSpeech } from '#web/words/keyword-context.ts';

type Acts = {
  onChange: (word: ListedWord) => void;
  onTurnOff: (word: ListedWord) => void;
  /** Forgets what the firm said of a word. */
  onForget: (word: ListedWord) => void;
};

export function KeywordGroups({ list, ...acts }: { list: KeywordList } & Acts) {
  const { k } = useKeywordSpeech();
  const [which, setWhich] = useState<Which>('all');
  const [filter, setFilter] = useState('');
  const groups = groupsOf(list, which, filter);
  const narrowed = which !== 'all' || filter.trim() !== '';
  return (
    <section className="sec">
      <header>
        <h2>{k.list.title}</h2>
      </header>
      <div className="bar kw-bar">
        <input
          type="search"
          className="field words"
          aria-label={k.list.filter}
          placeholder={k.list.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Choice
          label={k.list.which}
          value={which}
          options={[
            { value: 'all', text: k.list.all },
            { value: 'mine', text: k.list.mine },
            { value: 'off', text: k.list.off },
          ]}
          onChange={setWhich}
        />
      </div>
      {groups.length === 0 && <p className="soft">{k.list.none}</p>}
      <ul className="kw">
        {groups.map((group) => (
          <li key={group.key}>
            {/* Another filter opens anew what it leaves. */}
            <Group key={String(narrowed)} group={group} open={narrowed || group.own > 0} {...acts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({ group, open, ...acts }: { group: WordGroup; open: boolean } & Acts) {
  const { k } = useKeywordSpeech();
  return (
    <details open={open}>
      <summary>
        <ChevronIcon />
        <span className="strong">{group.label ?? k.list.offGroup}</span>
        <span className="mute">{k.list.words(group.words.length)}</span>
      </summary>
      <ul className="rows">
        {group.words.map((word) => (
          <WordRow key={word.word} word={word} {...acts} />
        ))}
      </ul>
    </details>
  );
}

function WordRow({ word, onChange, onTurnOff, onForget }: { word: ListedWord } & Acts) {
  const { k } = useKeywordSpeech();
  const { list } = k;
  const own = word.origin === 'own';
  return (
    <li>
      <p>
        {word.word}
        {word.familyLabel !== null && <span className="chip">{word.familyLabel}</span>}
        {word.origin !== 'template' && word.event !== null && (
          <span className="chip guess">{own ? list.own : list.changed}</span>
        )}
      </p>
      <div className="bar">
        <button
          type="button"
          className="btn quiet"
          aria-label={list.changeOf(word.word)}
          onClick={() => onChange(word)}
        >
          {list.change}
        </button>
        {word.origin === 'template' ? (
          <button
            type="button"
            className="btn quiet"
            aria-label={list.turnOffOf(word.word)}
            onClick={() => onTurnOff(word)}
          >
            {list.turnOff}
          </button>
        ) : (
          <button
            type="button"
            className="btn quiet"
            aria-label={own ? list.removeOf(word.word) : list.backOf(word.word)}
            onClick={() => onForget(word)}
          >
            {own ? list.remove : list.back}
          </button>
        )}
      </div>
    </li>
  );
}
