// The list of the Base at work: order, selection, marks and keys wired to the parts, or the drawing in its place. Fetches
// nothing itself.
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useCan } from '#web/pages/access-api.ts';
import { asOfOrToday, BaseTools, type ToolProps } from '#web/pages/base-tools.tsx';
import { useKeys, useShell } from '#web/pages/shell-state.tsx';
import { AccountsTable, AccountsTableSkeleton } from '#web/parts/accounts-table.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { ListTotals } from '#web/parts/list-totals.tsx';
import { stepDay } from '#web/views/as-of.ts';
import { nextOrder, noFilters, orderOf, withoutEmpty } from '#web/views/base-search.ts';
import type { LineRow } from '#web/views/line-row.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { countOf, marked, markedAll, markedTo, noMarks, type Marks } from '#web/views/marks.ts';
import { useSpeech } from '#web/words/context.tsx';

const BaseScatter = lazy(async () => ({
  default: (await import('#web/pages/base-scatter.tsx')).BaseScatter,
}));
const BaseBulk = lazy(async () => ({ default: (await import('#web/pages/base-bulk.tsx')).BaseBulk }));

type Props = Omit<ToolProps, 'words'> & {
  rows: readonly LineRow[];
  loading: boolean;
  stale: boolean;
  hasNext: boolean;
  busy: boolean;
  more: () => unknown;
  isToday: boolean;
};

export function BaseList(props: Props) {
  const { rows, total, search, summary, asOf, workspace } = props;
  const { w } = useSpeech();
  const { remember } = useShell();
  const can = useCan(workspace);
  const words = useRef<HTMLInputElement>(null);
  const list = JSON.stringify({ ...search, sort: undefined, dir: undefined });
  const [marks, setMarks] = useMarks(list);
  useEffect(
    () => remember({ ids: rows.map((row) => row.id), total, search }),
    [rows, total, search, remember],
  );
  const drawn = search.draw === 'scatter';
  const mayMark = !drawn && (can('facts.write') || can('base.export'));
  const empty = !props.loading && total === 0;
  return (
    <>
      <BaseTools {...props} words={words} />
      {empty && (
        <EmptyList
          filtered={props.chips.length > 0}
          onClear={() => props.change(props.chips.length > 0 ? noFilters : { view: undefined })}
        />
      )}
      {!empty && drawn && (
        <Suspense fallback={<div className="scatter-wait skel" aria-busy="true" />}>
          <BaseScatter workspace={workspace} search={search} />
        </Suspense>
      )}
      {!empty && !drawn && (
        <Rows {...props} words={words} marks={mayMark ? marks : null} onMarks={setMarks} />
      )}
      {summary && total > 0 && !drawn && (
        <ListTotals summary={summary} total={total} asOf={asOf} isToday={props.isToday} />
      )}
      <KeysLine
        keys={[
          [['j', 'k'], w.keys.move],
          [['Enter'], w.keys.open],
          ...(mayMark ? [[['x'], w.keys.mark] as const] : []),
          [['/'], w.keys.filter],
          [['?'], w.keys.all],
        ]}
      />
      {mayMark && countOf(marks, total) > 0 && (
        <Suspense fallback={null}>
          <BaseBulk
            workspace={workspace}
            search={search}
            marks={marks}
            total={total}
            columns={props.columns}
            owners={summary?.owners ?? []}
            say={props.say}
            onAll={() => setMarks(markedAll(rows))}
            onClear={() => setMarks(noMarks)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Marks of a list; another list has none, another order of it has the same. */
function useMarks(list: string): readonly [Marks, (marks: Marks) => void] {
  const [held, setHeld] = useState({ list, marks: noMarks });
  const marks = held.list === list ? held.marks : noMarks;
  return [marks, (next) => setHeld({ list, marks: next })];
}

type RowsProps = Props & {
  words: ToolProps['words'];
  marks: Marks | null;
  onMarks: (marks: Marks) => void;
};

function Rows(props: RowsProps) {
  const { workspace, search, rows, asOf, today, busy, more, change, marks, onMarks } = props;
  const { w, f } = useSpeech();
  const navigate = useNavigate();
  const [selected, select] = useSelection(JSON.stringify(search));
  const open = (row: LineRow) =>
    void navigate({
      to: '/$workspace/cliente/$id',
      params: { workspace, id: row.id },
      search: withoutEmpty({ asOf: search.asOf }),
    });
  const day = (step: number) => change({ asOf: asOfOrToday(stepDay(asOf, step, today), today) });
  useKeys({
    j: () => select(stepRow(selected, 1, rows.length)),
    k: () => select(stepRow(selected, -1, rows.length)),
    Enter: () => {
      const row = rows[selected];
      if (row) open(row);
    },
    x: () => marks && onMarks(marked(marks, rows, selected)),
    ...stretchKeys((step) => {
      if (marks === null) return;
      const next = stepRow(selected, step, rows.length);
      const from = marks.from < 0 ? { ...marks, from: Math.max(selected, 0) } : marks;
      select(next);
      onMarks(markedTo(from, rows, next));
    }),
    '/': () => props.words.current?.focus(),
    '[': () => day(-1),
    ']': () => day(1),
  });
  const onMore = useCallback(() => {
    if (!busy) void more();
  }, [busy, more]);
  const order = orderOf(search, f.seesMoney);
  const shared = {
    columns: props.columns,
    marks,
    order,
    symbol: f.symbol(props.summary?.currency ?? 'BRL'),
    caption: w.table.caption(w.views[search.view ?? 'all'], w.table.sortedBy[order.sort]),
    onOrder: (sort: typeof order.sort) => change(nextOrder(search, sort, f.seesMoney)),
  };
  if (props.loading) return <AccountsTableSkeleton {...shared} />;
  return (
    <AccountsTable
      {...shared}
      rows={rows}
      total={props.total}
      hasNext={props.hasNext}
      selected={selected}
      stale={props.stale}
      onOpen={open}
      onMore={onMore}
      onMark={(row, stretch) => {
        if (marks === null) return;
        onMarks(stretch ? markedTo(marks, rows, row) : marked(marks, rows, row));
      }}
      link={(row) => (
        <Link
          to="/$workspace/cliente/$id"
          params={{ workspace, id: row.id }}
          search={withoutEmpty({ asOf: search.asOf })}
        >
          {row.name}
        </Link>
      )}
    />
  );
}

/** Keys pressed with shift come under their own names. */
const stretchKeys = (does: (step: number) => void) => ({
  'Shift+ArrowDown': () => does(1),
  'Shift+ArrowUp': () => does(-1),
});

/** The selected row of a list; another list has none selected. */
function useSelection(list: string): readonly [number, (row: number) => void] {
  const [selection, setSelection] = useState({ list, row: -1 });
  const row = selection.list === list ? selection.row : -1;
  return [row, (next) => setSelection({ list, row: next })];
}

function EmptyList({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { w } = useSpeech();
  return (
    <div className="empty">
      <p>{filtered ? w.states.emptyFilters : w.states.emptyView}</p>
      <button type="button" className="btn" onClick={onClear}>
        {filtered ? w.filters.clear : w.states.seeAll}
      </button>
    </div>
  );
}
