// The Base: wires the address, the API and the keyboard to the parts. What is shown is said by the views.
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { AccountsPage, View } from '#contract/accounts.ts';
import { useCan } from '#web/pages/access-api.ts';
import { accountsQuery, detailOf } from '#web/pages/api.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { BaseList, type Change } from '#web/pages/base-list.tsx';
import { OwnExport } from '#web/pages/own-export.tsx';
import { StartPanel } from '#web/pages/start-panel.tsx';
import { PastStrip } from '#web/parts/past-strip.tsx';
import { ImportIcon } from '#web/parts/icons.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { Verdict, VerdictSkeleton } from '#web/parts/verdict.tsx';
import {
  filterChips,
  queryOf,
  readBaseSearch,
  withoutEmpty,
  type BaseSearch,
} from '#web/views/base-search.ts';
import { baseVerdict } from '#web/views/base-verdict.ts';
import { lineRow } from '#web/views/line-row.ts';
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
    ...accountsQuery(workspace, queryOf(search, w.language, f.seesMoney)),
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
    return <PageFailure detail={detailOf(list.error)} onRetry={() => void list.refetch()} />;
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
        <Notices of={first?.notices ?? []} />
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
        <OwnExport workspace={workspace} />
      </main>
    </>
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
  const can = useCan(workspace);
  return (
    <div className="viewbar">
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
      {can('data.import') && (
        <Link className="btn" to="/$workspace/importar" params={{ workspace }} aria-label={w.start.button}>
          <ImportIcon />
          <span>{w.start.button}</span>
        </Link>
      )}
    </div>
  );
}

/** What starts at so many customers at once that it says more of the base than of them. */
function Notices({ of }: { of: AccountsPage['notices'] }) {
  return of.map((notice) => (
    <p className="base-notice" key={`${notice.signal} ${notice.since}`}>
      {notice.text}
    </p>
  ));
}
