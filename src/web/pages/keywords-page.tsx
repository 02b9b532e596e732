// Palavras das observações: wires the list of words, the look before a change and the change itself to the parts.
import '#web/styles/data.css';
import '#web/styles/keywords.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useDeferredValue, useRef, useState } from 'react';
import type { KeywordList } from '#contract/keywords.ts';
import { phraseOf } from '#domain/events/phrase.ts';
import { detailOf } from '#web/pages/api.ts';
import { foundQuery, keywordsQuery } from '#web/pages/data-api.ts';
import { useKeywordActs, type Told } from '#web/pages/keyword-acts.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { KeywordForm } from '#web/parts/keyword-form.tsx';
import { KeywordGroups } from '#web/parts/keyword-groups.tsx';
import { KeywordLook } from '#web/parts/keyword-look.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import type { ListedWord, OwnWord } from '#web/views/keyword-list.ts';
import { useKeywordSpeech } from '#web/words/keyword-context.ts';

export function KeywordsPage() {
  const { w, k } = useKeywordSpeech();
  const { workspace } = useParams({ from: '/$workspace/dados/palavras' });
  const read = useQuery(keywordsQuery(workspace, w.language));
  useTitle(k.title);
  if (read.isError) return <PageFailure detail={detailOf(read.error)} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton label={w.states.loading} />;
  return <Content workspace={workspace} list={read.data} />;
}

function Content({ workspace, list }: { workspace: string; list: KeywordList }) {
  const { k, f } = useKeywordSpeech();
  const acts = useKeywordActs(workspace, list);
  const [changed, setChanged] = useState<ListedWord | null>(null);
  // Another word, or the next new one, begins with a form of its own.
  const [form, setForm] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const begin = (word: ListedWord | null) => {
    setChanged(word);
    setForm((last) => last + 1);
  };
  const inForce = list.words.filter(({ event }) => event !== null);
  const own = list.words.filter(({ origin, event }) => origin !== 'template' && event !== null).length;
  const off = list.words.length - inForce.length;
  return (
    <main className="main data" id="content" tabIndex={-1}>
      <Verdict
        headline={k.headline(inForce.length, new Set(inForce.map(({ event }) => event)).size)}
        why={k.why}
        figure={<b>{f.number(inForce.length)}</b>}
        notes={[k.figure, [k.own(own), k.off(off)].join(' · ')]}
      />
      <ToldLine told={acts.told} onBack={acts.takeBack} />
      <p className="soft kw-read" role="status">
        {list.reading
          ? k.reading
          : list.last && k.read(list.last.notes, list.last.suggested, list.last.withdrawn)}
      </p>
      <div ref={place}>
        <KeywordForm
          key={form}
          list={list}
          changed={changed}
          busy={acts.busy}
          onSave={(word) => acts.save(word, () => begin(null))}
          onCancel={() => begin(null)}
          look={(typed) => <Look workspace={workspace} typed={typed} />}
        />
      </div>
      <KeywordGroups
        list={list}
        onChange={(word) => {
          begin(word);
          place.current?.scrollIntoView({ block: 'center' });
          // The form of that word is drawn by then.
          requestAnimationFrame(() => place.current?.querySelector('select')?.focus());
        }}
        onTurnOff={acts.turnOff}
        onForget={acts.forget}
      />
      {acts.own.length > 0 && <Reset changes={acts.own.length} onReset={acts.reset} />}
    </main>
  );
}

function ToldLine({ told, onBack }: { told: Told | null; onBack: (own: readonly OwnWord[]) => void }) {
  const { k } = useKeywordSpeech();
  const back = told?.back ?? null;
  return (
    <div className={told?.failed === true ? 'told bad' : 'told'} role="status">
      {told?.text}
      {back !== null && (
        <button type="button" className="btn" onClick={() => onBack(back)}>
          {k.told.undo}
        </button>
      )}
    </div>
  );
}

function Look({ workspace, typed }: { workspace: string; typed: string }) {
  const { k } = useKeywordSpeech();
  const phrase = useDeferredValue(phraseOf(typed));
  const found = useQuery({ ...foundQuery(workspace, phrase), placeholderData: keepPreviousData });
  return (
    <KeywordLook
      found={found.data && !found.isPlaceholderData ? found.data : null}
      failed={found.isError ? (detailOf(found.error) ?? k.look.failed) : null}
      link={(id, name) => (
        <Link to="/$workspace/cliente/$id" params={{ workspace, id }} search={{}}>
          {name}
        </Link>
      )}
    />
  );
}

function Reset({ changes, onReset }: { changes: number; onReset: () => void }) {
  const { k } = useKeywordSpeech();
  const [sure, setSure] = useState(false);
  return (
    <div className="bar kw-reset">
      {sure ? (
        <>
          <span>{k.reset.sure(changes)}</span>
          <button type="button" className="btn" onClick={() => (setSure(false), onReset())}>
            {k.reset.yes}
          </button>
          <button type="button" className="btn quiet" onClick={() => setSure(false)}>
            {k.reset.no}
          </button>
        </>
      ) : (
        <button type="button" className="btn" onClick={() => setSure(true)}>
          {k.reset.ask}
        </button>
      )}
    </div>
  );
}
