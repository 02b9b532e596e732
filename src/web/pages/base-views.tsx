// The tabs of the Base: the views it comes with, the reader's own customers, and those that people saved; with what can be done
// to the one that is looked at.
import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AccountsSummary, View } from '#contract/accounts.ts';
import type { SavedView } from '#contract/views.ts';
import { accessQuery, useCan } from '#web/pages/access-api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import { useViewActs, viewsQuery, type ViewActs } from '#web/pages/view-acts.ts';
import { ImportIcon } from '#web/parts/icons.tsx';
import { ViewForm } from '#web/parts/view-form.tsx';
import type { ColumnKey } from '#web/views/base-columns.ts';
import { withoutEmpty, type BaseSearch } from '#web/views/base-search.ts';
import { isAsSaved, namesOnly, searchOf, specOf } from '#web/views/saved-view.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

/** After all of them, the reader's own and the saved ones. */
const viewKeys: readonly View[] = ['risk', 'ready', 'renewal', 'stalled', 'unknown'];

type Props = {
  search: BaseSearch;
  workspace: string;
  summary: AccountsSummary | null;
  columns: readonly ColumnKey[];
  say: Say;
};

/** The saved view that the address names, once it is known; null where it names none, or none that is there. */
export function useSavedView(workspace: string, search: BaseSearch): SavedView | null {
  const { data } = useQuery(viewsQuery(workspace, search.asOf));
  return data?.find(({ id }) => id === search.saved) ?? null;
}

/** An address that comes with a view's name alone opens all of it; what is taken away from it afterwards stays away. */
export function useOpenView(workspace: string, search: BaseSearch, view: SavedView | null): void {
  const navigate = useNavigate();
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (search.saved === undefined) seen.current = undefined;
    if (view === null || seen.current === view.id) return;
    seen.current = view.id;
    if (!namesOnly(search)) return;
    const whole = { ...searchOf(view), ...(search.asOf === undefined ? {} : { asOf: search.asOf }) };
    void navigate({ to: '/$workspace/base', params: { workspace }, search: whole, replace: true });
  }, [view, search, navigate, workspace]);
}

export function BaseViews(props: Props) {
  const { search, workspace, summary, columns } = props;
  const { w, f, b } = useBaseSpeech();
  const can = useCan(workspace);
  const views = useQuery(viewsQuery(workspace, search.asOf)).data ?? null;
  const saved = views?.find(({ id }) => id === search.saved) ?? null;
  const asOf = search.asOf;
  // What a tab shows is its own: filters of another one do not go with it, the day and the drawing do.
  const plain = (more: BaseSearch): BaseSearch =>
    withoutEmpty({ ...more, asOf, draw: search.draw }) as BaseSearch;
  const mine = search.owner === '_me' && search.saved === undefined && search.view === undefined;
  const builtIn = search.saved === undefined && !mine;
  const missing = search.saved !== undefined && views !== null && saved === null;
  const builtInTab = (view: View) => (
    <Tab
      key={view}
      workspace={workspace}
      to={plain(view === 'all' ? {} : { view })}
      current={(builtIn || missing) && (search.view ?? 'all') === view}
      name={w.views[view]}
      count={summary ? f.number(summary.views[view]) : ''}
    />
  );
  return (
    <>
      <div className="viewbar">
        <nav className="views" aria-label={w.views.label}>
          {builtInTab('all')}
          {summary?.me && (
            <Tab
              workspace={workspace}
              to={plain({ owner: '_me' })}
              current={mine}
              name={b.mine}
              count={f.number(summary.me.accounts)}
            />
          )}
          {(views ?? []).map((view) => (
            <Tab
              key={view.id}
              workspace={workspace}
              to={withoutEmpty({ ...searchOf(view), asOf }) as BaseSearch}
              current={view.id === search.saved}
              name={view.name}
              count={f.number(view.accounts)}
            />
          ))}
          {viewKeys.map(builtInTab)}
        </nav>
        <span className="view-acts">
          {can('views.keep') && <ViewTools {...props} saved={saved} views={views ?? []} />}
        </span>
        {can('data.import') && (
          <Link className="btn" to="/$workspace/importar" params={{ workspace }} aria-label={w.start.button}>
            <ImportIcon />
            <span>{w.start.button}</span>
          </Link>
        )}
      </div>
      {missing && <p className="view-note">{b.view.missing}</p>}
      {saved?.gone.map(({ filter, key }) => (
        <p className="view-note" key={filter}>
          {b.view.gone[filter](key)}
        </p>
      ))}
      {saved !== null && !isAsSaved(saved, search, columns) && (
        <p className="view-note small mute">{b.view.differs}</p>
      )}
    </>
  );
}

type TabProps = { workspace: string; to: BaseSearch; current: boolean; name: string; count: string };

const Tab = ({ workspace, to, current, name, count }: TabProps) => (
  <Link
    to="/$workspace/base"
    params={{ workspace }}
    search={to}
    activeOptions={{ exact: true, includeSearch: true }}
    aria-current={current ? 'true' : undefined}
  >
    {name} <span>{count}</span>
  </Link>
);

type ToolsProps = Props & { saved: SavedView | null; views: readonly SavedView[] };

function ViewTools({ search, workspace, columns, say, saved, views }: ToolsProps) {
  const { b } = useBaseSpeech();
  const navigate = useNavigate();
  const can = useCan(workspace);
  const signedIn = useQuery(accessQuery).data?.state === 'signed-in';
  const acts = useViewActs(workspace, say);
  const go = (to: BaseSearch) => void navigate({ to: '/$workspace/base', params: { workspace }, search: to });
  const mayShare = signedIn && can('views.share');
  const spec = specOf(search, columns);
  if (saved === null)
    return (
      <ViewForm
        trigger={<Popover.Trigger className="link">{b.view.save}</Popover.Trigger>}
        label={b.view.save}
        name=""
        shared={false}
        mayShare={mayShare}
        submit={b.view.save}
        note={b.view.keeps}
        onSubmit={(told) => acts.save({ ...told, spec }, (id) => go({ ...search, saved: id }))}
      />
    );
  const changed = !isAsSaved(saved, search, columns);
  return (
    <>
      {changed && saved.mine && (
        <button type="button" className="link" onClick={() => acts.change(saved, { spec })}>
          {b.view.saveChanges}
        </button>
      )}
      {changed && (
        <button type="button" className="link" onClick={() => go(searchOf(saved))}>
          {b.view.back}
        </button>
      )}
      {saved.mine && <ViewMenu saved={saved} views={views} acts={acts} mayShare={mayShare} go={go} />}
    </>
  );
}

type MenuProps = {
  saved: SavedView;
  views: readonly SavedView[];
  acts: ViewActs;
  mayShare: boolean;
  go: (to: BaseSearch) => void;
};

/** Name, who sees it, place, and removal of the view that is looked at. */
function ViewMenu({ saved, views, acts, mayShare, go }: MenuProps) {
  const { b } = useBaseSpeech();
  const row = views.filter(({ shared }) => shared === saved.shared);
  const at = row.findIndex(({ id }) => id === saved.id);
  const here = searchOf(saved);
  const act = (text: string, does: () => void) => (
    <button type="button" className="btn" onClick={does}>
      {text}
    </button>
  );
  return (
    <ViewForm
      key={saved.id + saved.name}
      trigger={
        <Popover.Trigger className="btn quiet dots" aria-label={b.view.menu(saved.name)}>
          <span aria-hidden="true">⋯</span>
        </Popover.Trigger>
      }
      label={b.view.menu(saved.name)}
      name={saved.name}
      shared={saved.shared}
      mayShare={mayShare}
      submit={b.view.rename}
      note={null}
      onSubmit={(told) => acts.change(saved, told)}
      more={(close) => (
        <div className="stack view-more">
          {at > 0 && act(b.view.left, () => acts.change(saved, { place: at - 1 }))}
          {at < row.length - 1 && act(b.view.right, () => acts.change(saved, { place: at + 1 }))}
          {act(b.view.remove, () => {
            close();
            acts.remove(
              saved,
              () => go({}),
              () => go(here),
            );
          })}
        </div>
      )}
    />
  );
}
