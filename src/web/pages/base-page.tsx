// The Base: wires the address, the API and the keyboard to the parts. What is shown is said by the views.
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { AccountsPage, View } from '#contract/accounts.ts';
import type { SavedView } from '#contract/views.ts';
import { accountsQuery, detailOf } from '#web/pages/api.ts';
import { BaseList } from '#web/pages/base-list.tsx';
import { useBaseToast } from '#web/pages/base-toast.tsx';
import type { Change } from '#web/pages/base-tools.tsx';
import { BaseViews, useOpenView, useSavedView } from '#web/pages/base-views.tsx';
import { useShell, useTitle } from '#web/pages/shell-state.tsx';
import { OwnExport } from '#web/pages/own-export.tsx';
import { StartPanel } from '#web/pages/start-panel.tsx';
import { PastStrip } from '#web/parts/past-strip.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { Verdict, VerdictSkeleton } from '#web/parts/verdict.tsx';
import { readColumns, withoutMoney, type ColumnKey } from '#web/views/base-columns.ts';
import {
  filterChips,
  queryOf,
  readBaseSearch,
  withoutEmpty,
  type BaseSearch,
} from '#web/views/base-search.ts';
import { baseVerdict } from '#web/views/base-verdict.ts';
import { lineRow, type LineRow } from '#web/views/line-row.ts';
import { useSpeech } from '#web/words/context.tsx';
import { verdictEn } from '#web/words/verdict-en.ts';
import { verdictPt } from '#web/words/verdict-pt.ts';
import { useToday } from '#web/pages/today.ts';

export function BasePage() {
  const { w, f } = useSpeech();
  const { workspace } = useParams({ from: '/$workspace/base' });
  const search = useSearch({ from: '/$workspace/base' });
  const list = useInfiniteQuery({
    ...accountsQuery(workspace, queryOf(search, w.language, f.seesMoney)),
    placeholderData: keepPreviousData,
  });
  const change = useChange(workspace);
  const { say, toast } = useBaseToast();
  const saved = useSavedView(workspace, search);
  useOpenView(workspace, search, saved);
  const { columns: chosen, setColumns } = useColumns(saved);
  const columns = f.seesMoney ? chosen : withoutMoney(chosen);
  useTitle(w.nav.base);
  const today = useToday(workspace, list.data?.pages[0]);
  const first = list.data?.pages[0];
  const view = search.view ?? 'all';
  const chips = useChips(search, first);
  const asOf = first?.asOf ?? search.asOf ?? today;
  const rows = useRows(list.data?.pages ?? noPages);
  if (list.isError && first === undefined) {
    return <PageFailure detail={detailOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (first && first.summary.views.all === 0 && chips.length === 0 && search.asOf === undefined) {
    return <StartPanel workspace={workspace} />;
  }
  return (
    <>
      <Past asOf={search.asOf} today={today} onToday={() => change({ asOf: undefined })} />
      <main className="main" id="content" tabIndex={-1}>
        <Answer page={first} view={view} filtered={chips.length > 0} />
        <Notices of={first?.notices ?? []} />
        <BaseViews
          search={search}
          workspace={workspace}
          summary={first?.summary ?? null}
          columns={columns}
          say={say}
        />
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
          columns={columns}
          ofView={saved !== null}
          onColumns={setColumns}
          say={say}
          change={change}
        />
        <OwnExport workspace={workspace} />
      </main>
      {toast}
    </>
  );
}

type PastProps = { asOf: string | undefined; today: string; onToday: () => void };

function Past({ asOf, today, onToday }: PastProps) {
  return asOf === undefined || asOf === today ? null : <PastStrip asOf={asOf} onToday={onToday} />;
}

/** The filters in force as sentences; one by amounts is none for who is not told them. */
function useChips(search: BaseSearch, first: AccountsPage | undefined) {
  const { w, f } = useSpeech();
  const currency = first?.summary.currency ?? 'BRL';
  const shown = f.seesMoney ? search : { ...search, stake: undefined };
  return filterChips(withoutEmpty(shown), first?.summary ?? null, w, (units) =>
    f.moneyShort(units * 100, currency),
  );
}

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

/** Columns of the view that is looked at, else of this browser; a change of those of a view waits to be saved with it. */
function useColumns(saved: SavedView | null) {
  const { chosen, choose } = useShell();
  const [here, setHere] = useState<{ view: string; columns: readonly ColumnKey[] } | null>(null);
  const ofView = saved?.spec.columns ? readColumns(saved.spec.columns) : chosen.columns;
  const columns = saved !== null && here?.view === saved.id ? here.columns : ofView;
  const setColumns = (next: readonly ColumnKey[]) =>
    saved === null ? choose({ columns: next }) : setHere({ view: saved.id, columns: next });
  return { columns, setColumns };
}

const noPages: readonly AccountsPage[] = [];

function useRows(pages: readonly AccountsPage[]): readonly LineRow[] {
  const { w, f } = useSpeech();
  return useMemo(
    () => pages.flatMap((page) => page.items.map((line) => lineRow(line, page.asOf, f, w))),
    [pages, f, w],
  );
}

type AnswerProps = { page: AccountsPage | undefined; view: View; filtered: boolean };

/** The answer of the page, from its first figures. */
function Answer({ page, view, filtered }: AnswerProps) {
  const { w, f } = useSpeech();
  if (!page) return <VerdictSkeleton label={w.states.loading} />;
  const words = w.language === 'en' ? verdictEn : verdictPt;
  const verdict = baseVerdict(page, view, filtered, f, words);
  return <Verdict {...verdict} figure={<b>{verdict.figure}</b>} />;
}

/** What starts at so many customers at once that it says more of the base than of them. */
function Notices({ of }: { of: AccountsPage['notices'] }) {
  return of.map((notice) => (
    <p className="base-notice" key={`${notice.signal} ${notice.since}`}>
      {notice.text}
    </p>
  ));
}
