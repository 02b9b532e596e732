// Second step of an import: decisions first, then the columns, the rows to look at, and how it will look.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Draft, DraftTable, DraftTableLine, TableChange } from '#contract/drafts.ts';
import { detailOf } from '#web/pages/api.ts';
import { tableQuery } from '#web/pages/import-api.ts';
import { useTableChange } from '#web/pages/import-change.ts';
import type { StepProps } from '#web/pages/import-step.ts';
import { ImportAsks } from '#web/parts/import-asks.tsx';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { ImportPreview } from '#web/parts/import-preview.tsx';
import { ImportProblems } from '#web/parts/import-problems.tsx';
import { ImportSuggested } from '#web/parts/import-suggested.tsx';
import { ImportTables, tableName } from '#web/parts/import-tables.tsx';
import { TableColumns } from '#web/parts/table-columns.tsx';
import { TableSkeleton } from '#web/parts/table-skeleton.tsx';
import { LoadFailure } from '#web/parts/states.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { figuresOf, firstBlocker, openTable } from '#web/views/import-flow.ts';
import { askedColumn, openProblems } from '#web/views/import-table.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export function ColumnsStep({ workspace, draft, search, go }: StepProps) {
  const { w } = useImportSpeech();
  const open = openTable(draft, search);
  const changes = useTableChange(workspace, draft.id, w.language);
  const table = useQuery({
    ...tableQuery(workspace, draft.id, open?.id ?? '', w.language),
    enabled: open !== null,
  });
  const seek = useSeek(table.data);
  const blocker = firstBlocker(draft);
  const missing = () => {
    const other = blocker?.table ?? null;
    seek(null);
    if (other !== null && other !== open?.id) go('columns', other);
    else seek('');
  };
  return (
    <>
      <ColumnsVerdict draft={draft} table={table.data} />
      {draft.tables.length > 1 && (
        <Tables
          draft={draft}
          workspace={workspace}
          open={open}
          onInclude={(line, included) => changes.change(line.id, { included })}
        />
      )}
      {table.data ? (
        <Opened
          draft={draft}
          workspace={workspace}
          table={table.data}
          onSeek={seek}
          onChange={(of) => changes.change(table.data.id, of)}
        />
      ) : table.isError ? (
        <LoadFailure detail={detailOf(table.error)} onRetry={() => void table.refetch()} />
      ) : (
        <TableSkeleton />
      )}
      <Dock
        draft={draft}
        busy={changes.isPending}
        failed={changes.isError ? (detailOf(changes.error) ?? '') : null}
        onBack={() => go('files')}
        onNext={() => (blocker === null ? go('check') : missing())}
      />
    </>
  );
}

function ColumnsVerdict({ draft, table }: { draft: Draft; table: DraftTable | undefined }) {
  const { t, f } = useImportSpeech();
  const figures = figuresOf(draft, table && { id: table.id, open: openProblems(table) });
  const one = draft.files.length === 1 ? draft.files[0] : undefined;
  return (
    <Verdict
      headline={figures.tables === 0 ? t.columns.none : t.columns.headline(figures)}
      why={
        <>
          <b>{one ? one.name : t.files.read(draft.files.length, 0).replace(/\..*$/, '')}</b>
          {` · ${one?.about.replace(/\.$/, '') || t.columns.rows(figures.rows)}. `}
          {t.nothingYet}
        </>
      }
      figure={<b>{t.columns.figure(f.number(figures.accepted), f.number(figures.rows))}</b>}
      notes={[
        t.columns.ready(figures.accepted),
        ...(figures.problems > 0 ? [t.columns.withProblem(figures.problems)] : []),
      ]}
    />
  );
}

type TablesProps = {
  draft: Draft;
  workspace: string;
  open: DraftTableLine | null;
  onInclude: (line: DraftTableLine, included: boolean) => void;
};

function Tables({ draft, workspace, open, onInclude }: TablesProps) {
  const { t } = useImportSpeech();
  const fileName = (id: string) => draft.files.find((file) => file.id === id)?.name ?? '';
  return (
    <section className="sec first-sec">
      <header>
        <h2>{t.columns.tables}</h2>
        <span className="note">{t.columns.tablesNote}</span>
      </header>
      <ImportTables
        tables={draft.tables}
        open={open?.id ?? null}
        fileName={fileName}
        onInclude={onInclude}
        link={(table, name) => (
          <Link
            to="/$workspace/importar/$draft"
            params={{ workspace, draft: draft.id }}
            search={{ step: 'columns', table: table.id }}
            resetScroll={false}
          >
            {name}
          </Link>
        )}
      />
    </section>
  );
}

type OpenedProps = {
  draft: Draft;
  workspace: string;
  table: DraftTable;
  onSeek: (column: string) => void;
  onChange: (change: TableChange) => void;
};

function Opened({ draft, workspace, table, onSeek, onChange }: OpenedProps) {
  const file = draft.files.find((item) => item.id === table.file)?.name ?? '';
  return (
    <>
      <ImportAsks asks={table.asks} onAnswer={(ask, key) => onChange({ asks: { [ask.id]: key } })} />
      <div className="cols imp">
        <div>
          <TableColumns
            table={table}
            name={draft.tables.length > 1 ? tableName(table, file) : null}
            asked={askedColumn(table)}
            onKind={(kind) => onChange({ kind })}
            onFields={(columns) => onChange({ columns })}
            onDecide={(column) => onSeek(column.header)}
          />
          <ImportPreview table={table} />
          {table.suggested !== null && (
            <ImportSuggested
              suggested={table.suggested}
              link={(text) => (
                <Link to="/$workspace/dados/palavras" params={{ workspace }} className="link">
                  {text}
                </Link>
              )}
            />
          )}
        </div>
        {(table.accepted > 0 || table.problemList.length > 0) && (
          <aside className={table.problemList.length === 0 ? 'calm' : undefined}>
            <ImportProblems
              table={table}
              onFix={(problem, value) =>
                problem.column !== null &&
                onChange({ fixes: [{ row: problem.row, column: problem.column, value }] })
              }
            />
          </aside>
        )}
      </div>
    </>
  );
}

type DockProps = {
  draft: Draft;
  busy: boolean;
  /** What was said of a choice that was not kept; null: all were. */
  failed: string | null;
  onBack: () => void;
  onNext: () => void;
};

function Dock({ draft, busy, failed, onBack, onNext }: DockProps) {
  const { t } = useImportSpeech();
  const figures = figuresOf(draft);
  const blocker = firstBlocker(draft);
  const more = draft.blockers.length - 1;
  const text = busy
    ? t.columns.rereading
    : failed !== null
      ? t.columns.changeFailed
      : (blocker?.message ?? t.columns.allIn);
  const note =
    failed !== null && !busy
      ? failed || t.columns.changeFailedText
      : blocker !== null && more > 0
        ? t.columns.moreMissing(more)
        : t.columns.rest(figures) || undefined;
  const tone = busy ? 'none' : blocker !== null || failed !== null ? 'warn' : 'ok';
  return (
    <ImportDock tone={tone} text={text} note={note}>
      <button type="button" className="btn quiet" onClick={onBack}>
        {t.back}
      </button>
      <button type="button" className="btn pri" onClick={onNext}>
        {figures.accepted === 0 ? t.columns.nextNone : t.columns.next(figures.accepted, figures.customers)}
      </button>
    </ImportDock>
  );
}

/**
 * Takes a person to what is missing: to the place of a column, or with `''` to the first there is. Null: as soon as
 * another table is there.
 */
function useSeek(table: DraftTable | undefined): (column: string | null) => void {
  const waits = useRef<string | null>(null);
  useEffect(() => {
    if (waits.current === null || waits.current === table?.id) return;
    waits.current = null;
    toMissing('');
  }, [table]);
  return (column) => {
    if (column === null) waits.current = table?.id ?? '';
    else {
      waits.current = null;
      toMissing(column);
    }
  };
}

function toMissing(column: string): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-missing]')];
  const place = places.find((item) => column !== '' && item.dataset['missing'] === column) ?? places[0];
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}
