// The list of the Base at work: filters, order, date, selection and keys wired to the parts. Fetches nothing itself.
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { AccountsSummary } from '#contract/accounts.ts';
import { useKeys, useShell } from '#web/pages/shell-state.tsx';
import { AccountsTable, AccountsTableSkeleton } from '#web/parts/accounts-table.tsx';
import { AsOfField } from '#web/parts/as-of-field.tsx';
import { FilterBar } from '#web/parts/filter-bar.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { ListTotals } from '#web/parts/list-totals.tsx';
import { stepDay } from '#web/views/as-of.ts';
import {
  nextOrder,
  orderOf,
  withoutEmpty,
  type BaseSearch,
  type FilterChip,
} from '#web/views/base-search.ts';
import { readFilterWords } from '#web/views/filter-words.ts';
import type { LineRow } from '#web/views/line-row.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { useSpeech } from '#web/words/context.tsx';

export type Change = (change: { [K in keyof BaseSearch]?: BaseSearch[K] | undefined }) => void;
type Props = {
  workspace: string;
  search: BaseSearch;
  rows: readonly LineRow[];
  total: number;
  loading: boolean;
  stale: boolean;
  hasNext: boolean;
  busy: boolean;
  more: () => unknown;
  chips: readonly FilterChip[];
  summary: AccountsSummary | null;
  asOf: string;
  today: string;
  isToday: boolean;
  change: Change;
};
const noFilters = { q: undefined, band: undefined, segment: undefined, stage: undefined, renews: undefined };

export function BaseList(props: Props) {
  const { rows, total, search, summary, asOf } = props;
  const { w } = useSpeech();
  const { remember } = useShell();
  const words = useRef<HTMLInputElement>(null);
  useEffect(
    () => remember({ ids: rows.map((row) => row.id), total, search }),
    [rows, total, search, remember],
  );
  return (
    <>
      <Tools {...props} words={words} />
      {!props.loading && total === 0 ? (
        <EmptyList
          filtered={props.chips.length > 0}
          onClear={() => props.change(props.chips.length > 0 ? noFilters : { view: undefined })}
        />
      ) : (
        <Rows {...props} words={words} />
      )}
      {summary && total > 0 && (
        <ListTotals summary={summary} total={total} asOf={asOf} isToday={props.isToday} />
      )}
      <KeysLine
        keys={[
          [['j', 'k'], w.keys.move],
          [['Enter'], w.keys.open],
          [['/'], w.keys.filter],
          [['?'], w.keys.all],
        ]}
      />
    </>
  );
}

/** Today is the address without a date, so that tomorrow it is tomorrow. */
const asOfOrToday = (day: string, today: string) => (day === today ? undefined : day);

type WithWords = Props & { words: RefObject<HTMLInputElement | null> };

function Tools({ search, chips, summary, words, asOf, today, change }: WithWords) {
  const { w } = useSpeech();
  return (
    <FilterBar
      search={search}
      chips={chips}
      summary={summary}
      wordsRef={words}
      onWords={(typed) => change(readFilterWords(typed, summary ?? { segments: [], stages: [] }))}
      onSet={(key, value) =>
        change({ [key]: key === 'renews' && value !== undefined ? Number(value) : value })
      }
      onClear={() => change(noFilters)}
      end={
        <>
          <span className="small mute">{w.asOf.label}</span>
          <AsOfField
            asOf={asOf}
            today={today}
            onChange={(day) => change({ asOf: asOfOrToday(day, today) })}
          />
        </>
      }
    />
  );
}

function Rows(props: WithWords) {
  const { workspace, search, rows, asOf, today, busy, more, change } = props;
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
    '/': () => props.words.current?.focus(),
    '[': () => day(-1),
    ']': () => day(1),
  });
  const onMore = useCallback(() => {
    if (!busy) void more();
  }, [busy, more]);
  const order = orderOf(search, f.seesMoney);
  const shared = {
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
