// The Base: wires the address, the API and the keyboard to the parts. What is shown is said by the views.
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#contract/accounts.ts';
import { accountsQuery, detailOf } from '#web/pages/api.ts';
import { useKeys, useShell, useTitle } from '#web/pages/shell-state.tsx';
import { StartPanel } from '#web/pages/start-panel.tsx';
import { AccountsTable, AccountsTableSkeleton } from '#web/parts/accounts-table.tsx';
import { AsOfField } from '#web/parts/as-of-field.tsx';
import { FilterBar } from '#web/parts/filter-bar.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { ListTotals } from '#web/parts/list-totals.tsx';
import { PastStrip } from '#web/parts/past-strip.tsx';
import { LoadFailure } from '#web/parts/states.tsx';
import { Verdict, VerdictSkeleton } from '#web/parts/verdict.tsx';
import { stepDay } from '#web/views/as-of.ts';
import {
  filterChips,
  nextOrder,
  orderOf,
  queryOf,
  readBaseSearch,
  withoutEmpty,
  type BaseSearch,
} from '#web/views/base-search.ts';
import { baseVerdict } from '#web/views/base-verdict.ts';
import { readFilterWords } from '#web/views/filter-words.ts';
import { lineRow, type LineRow } from '#web/views/line-row.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { useSpeech } from '#web/words/context.tsx';
import { verdictEn } from '#web/words/verdict-en.ts';
import { verdictPt } from '#web/words/verdict-pt.ts';
import { useToday } from '#web/pages/today.ts';

const viewKeys: readonly View[] = ['all', 'risk', 'ready', 'renewal', 'stalled', 'unknown'];

export function BasePage() {
  const { w, f } = useSpeech();
  const { workspace } = useParams({ from: '/$workspace/base' });
  const search = useSearch({ from: '/$workspace/base' });
  const list = useInfiniteQuery({
    ...accountsQuery(workspace, queryOf(search, w.language)),
    placeholderData: keepPreviousData,
  });
  const change = useChange(workspace);
  useTitle(w.nav.base);
  const today = useToday(workspace, list.data?.pages[0]);
  const first = list.data?.pages[0];
  const view = search.view ?? 'all';
  const chips = filterChips(search, first?.summary ?? null, w);
  const asOf = first?.asOf ?? search.asOf ?? today;
  const rows = useMemo(
    () =>
      (list.data?.pages ?? []).flatMap((page) => page.items.map((line) => lineRow(line, page.asOf, f, w))),
    [list.data, f, w],
  );
  if (list.isError && first === undefined) {
    return (
      <main className="main" id="content" tabIndex={-1}>
        <LoadFailure detail={detailOf(list.error)} onRetry={() => void list.refetch()} />
      </main>
    );
  }
  if (first && first.summary.views.all === 0 && chips.length === 0 && search.asOf === undefined) {
    return <StartPanel workspace={workspace} />;
  }
  const verdict = first
    ? baseVerdict(first, view, chips.length > 0, f, w.language === 'en' ? verdictEn : verdictPt)
    : null;
  return (
    <>
      {search.asOf !== undefined && search.asOf !== today && (
        <PastStrip asOf={search.asOf} onToday={() => change({ asOf: undefined })} />
      )}
      <main className="main" id="content" tabIndex={-1}>
        {verdict ? (
          <Verdict {...verdict} figure={<b>{verdict.figure}</b>} />
        ) : (
          <VerdictSkeleton label={w.states.loading} />
        )}
        <ViewTabs search={search} workspace={workspace} counts={first?.summary.views} />
        <BaseList
          workspace={workspace}
          search={search}
          rows={rows}
          total={first?.total ?? 0}
          loading={first === undefined}
          stale={list.isPlaceholderData}
          hasNext={list.hasNextPage}
          more={list.fetchNextPage}
          busy={list.isFetchingNextPage}
          chips={chips}
          summary={first?.summary ?? null}
          asOf={asOf}
          today={today}
          isToday={first?.isToday ?? true}
          change={change}
        />
      </main>
    </>
  );
}

type Change = (change: { [K in keyof BaseSearch]?: BaseSearch[K] | undefined }) => void;

/** Changes the address; filters replace the entry, views add one, so that Back goes to the view before. */
function useChange(workspace: string): Change {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '/$workspace/base',
        params: { workspace },
        search: (old) => withoutEmpty({ ...readBaseSearch(old), ...change }),
        replace: !('view' in change),
        resetScroll: false,
      }),
    [navigate, workspace],
  );
}

function ViewTabs({
  search,
  workspace,
  counts,
}: {
  search: BaseSearch;
  workspace: string;
  counts: Readonly<Record<View, number>> | undefined;
}) {
  const { w, f } = useSpeech();
  return (
    <nav className="views" aria-label={w.views.label}>
      {viewKeys.map((view) => (
        <Link
          key={view}
          to="/$workspace/base"
          params={{ workspace }}
          search={withoutEmpty({
            ...search,
            view: view === 'all' ? undefined : view,
            sort: undefined,
            dir: undefined,
          })}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={(search.view ?? 'all') === view ? 'true' : undefined}
        >
          {w.views[view]} <span>{counts ? f.number(counts[view]) : ''}</span>
        </Link>
      ))}
    </nav>
  );
}

type ListProps = {
  workspace: string;
  search: BaseSearch;
  rows: readonly LineRow[];
  total: number;
  loading: boolean;
  stale: boolean;
  hasNext: boolean;
  busy: boolean;
  more: () => unknown;
  chips: ReturnType<typeof filterChips>;
  summary: Parameters<typeof ListTotals>[0]['summary'] | null;
  asOf: string;
  today: string;
  isToday: boolean;
  change: Change;
};

function BaseList(props: ListProps) {
  const { workspace, search, rows, total, summary, change, asOf, today, busy, more } = props;
  const { w, f } = useSpeech();
  const navigate = useNavigate();
  const words = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState(-1);
  const order = orderOf(search);
  const address = JSON.stringify(search);
  useEffect(() => setSelected(-1), [address]);
  useRemember(rows, total, search);
  const open = (row: LineRow) =>
    void navigate({
      to: '/$workspace/cliente/$id',
      params: { workspace, id: row.id },
      search: withoutEmpty({ asOf: search.asOf }),
    });
  const day = (step: number) => change({ asOf: asOfOrToday(stepDay(asOf, step, today), today) });
  useKeys({
    j: () => setSelected((now) => stepRow(now, 1, rows.length)),
    k: () => setSelected((now) => stepRow(now, -1, rows.length)),
    Enter: () => {
      const row = rows[selected];
      if (row) open(row);
    },
    '/': () => words.current?.focus(),
    '[': () => day(-1),
    ']': () => day(1),
  });
  const onMore = useCallback(() => {
    if (!busy) void more();
  }, [busy, more]);
  const shared = {
    order,
    symbol: f.symbol(summary?.currency ?? 'BRL'),
    caption: w.table.caption(w.views[search.view ?? 'all'], w.table.sortedBy[order.sort]),
    onOrder: (sort: typeof order.sort) => change(nextOrder(search, sort)),
  };
  return (
    <>
      <FilterBar
        search={search}
        chips={props.chips}
        summary={summary}
        wordsRef={words}
        onWords={(typed) => change(readFilterWords(typed, summary ?? { segments: [], stages: [] }))}
        onSet={(key, value) =>
          change({ [key]: key === 'renews' && value !== undefined ? Number(value) : value })
        }
        onClear={() =>
          change({ q: undefined, band: undefined, segment: undefined, stage: undefined, renews: undefined })
        }
        end={
          <>
            <span className="small mute">{w.asOf.label}</span>
            <AsOfField
              asOf={asOf}
              today={today}
              onChange={(next) => change({ asOf: asOfOrToday(next, today) })}
            />
          </>
        }
      />
      {props.loading ? (
        <AccountsTableSkeleton {...shared} />
      ) : total === 0 ? (
        <EmptyList
          onClear={() =>
            change({
              view: undefined,
              q: undefined,
              band: undefined,
              segment: undefined,
              stage: undefined,
              renews: undefined,
            })
          }
        />
      ) : (
        <AccountsTable
          {...shared}
          rows={rows}
          total={total}
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

function EmptyList({ onClear }: { onClear: () => void }) {
  const { w } = useSpeech();
  return (
    <div className="empty">
      <h2 className="h3">{w.states.emptyFilters}</h2>
      <p />
      <button type="button" className="btn" onClick={onClear}>
        {w.filters.clear}
      </button>
    </div>
  );
}

/** Keeps the list in mind, so that the customer's page can step to the next one. */
function useRemember(rows: readonly LineRow[], total: number, search: BaseSearch): void {
  const { lastList } = useShell();
  useEffect(() => {
    lastList.current = { ids: rows.map((row) => row.id), total, search };
  }, [rows, total, search, lastList]);
}
