// Imports, newest first: when, which file, what it brought; each can be taken back, in two steps.
import { useState } from 'react';
import type { ImportLine } from '#contract/data-quality.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

type Props = {
  lines: readonly ImportLine[];
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
  /** Null: the reader takes none back. */
  onUndo: ((line: ImportLine) => void) | null;
  /** The import that is being taken back. */
  undoing: string | null;
  /** What became of the last one. */
  said: { readonly text: string; readonly failed: boolean } | null;
};

export function DataImports({ lines, hasMore, busy, onMore, onUndo, undoing, said }: Props) {
  const { d } = useDataSpeech();
  const { imports } = d;
  return (
    <section className="sec">
      <header>
        <h2>{imports.title(lines.length, hasMore)}</h2>
        <p className="note">{lines.length === 0 ? imports.none : imports.note}</p>
      </header>
      <p className={said?.failed === true ? 'told bad' : 'told'} role="status">
        {said?.text}
      </p>
      {lines.length > 0 && (
        <table className="tbl wrap stack imports">
          <caption className="sr">{imports.title(lines.length, hasMore)}</caption>
          <colgroup>
            <col style={{ width: 96 }} />
            <col />
            <col />
            <col style={{ width: 112 }} />
            <col style={{ width: 310 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{imports.when}</th>
              <th>{imports.file}</th>
              <th>{imports.brought}</th>
              <th className="num">{imports.rows}</th>
              <th className="end">{imports.action}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} line={line} onUndo={onUndo} busy={undoing === line.id} />
            ))}
          </tbody>
        </table>
      )}
      {hasMore && (
        <button type="button" className="btn" aria-busy={busy} onClick={onMore} style={{ marginTop: 12 }}>
          {imports.more}
        </button>
      )}
    </section>
  );
}

function Row({
  line,
  onUndo,
  busy,
}: {
  line: ImportLine;
  onUndo: ((line: ImportLine) => void) | null;
  busy: boolean;
}) {
  const { d, f } = useDataSpeech();
  const { imports } = d;
  const undone = line.state === 'undone';
  return (
    <tr className={undone ? 'undone' : undefined}>
      <td>{f.day(line.at)}</td>
      <td>
        <span className="name">{line.file}</span>
        <span className="small mute">
          {line.table === null ? '' : `${line.table} · `}
          {imports.dayOf(f.day(line.today))}
        </span>
      </td>
      <td className="soft">
        <Brought line={line} />
      </td>
      <td className="num" data-label={imports.rows}>
        {imports.of(f.number(line.accepted), f.number(line.rows))}
      </td>
      <td className="end">
        {undone ? (
          <span className="mute">{imports.undone}</span>
        ) : (
          onUndo && <Undo line={line} onUndo={onUndo} busy={busy} />
        )}
      </td>
    </tr>
  );
}

function Brought({ line }: { line: ImportLine }) {
  const { d, f } = useDataSpeech();
  const { imports } = d;
  const { brought } = line;
  if (brought === null) return <>{imports.notKept}</>;
  if (brought.recorded === 0)
    return (
      <>
        {imports.nothing}
        {brought.known > 0 && `, ${imports.known(brought.known)}`}
      </>
    );
  const kinds = brought.kinds.slice(0, 4).map(({ label, facts }) => `${label} ${f.number(facts)}`);
  return (
    <>
      {imports.facts(brought.recorded)} · {imports.customers(brought.accounts)}
      <span className="small mute">{kinds.join(' · ')}</span>
    </>
  );
}

/** Taking back asks once more, in the same place. */
function Undo({
  line,
  onUndo,
  busy,
}: {
  line: ImportLine;
  onUndo: (line: ImportLine) => void;
  busy: boolean;
}) {
  const { d } = useDataSpeech();
  const { imports } = d;
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button
        type="button"
        className="btn"
        aria-label={imports.undoOf(line.file)}
        onClick={() => setAsked(true)}
      >
        {imports.undo}
      </button>
    );
  return (
    <span className="sure">
      <span>{imports.sure(line.brought?.recorded ?? null)}</span>
      <button type="button" className="btn" aria-busy={busy} onClick={() => onUndo(line)}>
        {imports.yes}
      </button>
      <button type="button" className="btn quiet" onClick={() => setAsked(false)}>
        {imports.no}
      </button>
    </span>
  );
}
