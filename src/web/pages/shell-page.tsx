// The frame of every screen: menu with the screens that exist, crumb, search, preferences. Fetches the workspaces.
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useId, useRef, useState } from 'react';
import type { Workspace } from '#contract/workspaces.ts';
import { workspacesQuery } from '#web/pages/api.ts';
import { BottomTabs, DayLink } from '#web/pages/day-links.tsx';
import { Crumb } from '#web/pages/crumb.tsx';
import { Entrance, useEntered } from '#web/pages/entrance.tsx';
import { PersonMenu, RitualLink, SettingsLinks } from '#web/pages/settings-links.tsx';
import { SampleMark } from '#web/pages/sample-mark.tsx';
import { useKeys, useShell } from '#web/pages/shell-state.tsx';
import { Watch } from '#web/pages/watch.tsx';
import { neighbours } from '#web/views/list-walk.ts';
import { BrandIcon, SearchIcon } from '#web/parts/icons.tsx';
import { modifier } from '#web/parts/modifier.ts';
import { useSpeech } from '#web/words/context.tsx';

// What opens on demand is loaded then: the first page waits for none of it.
const CustomerSearch = lazy(async () => ({
  default: (await import('#web/pages/customer-search.tsx')).CustomerSearch,
}));
const KeysDialog = lazy(async () => ({
  default: (await import('#web/parts/keys-dialog.tsx')).KeysDialog,
}));
const Preferences = lazy(async () => ({
  default: (await import('#web/parts/preferences.tsx')).Preferences,
}));

export function ShellPage() {
  const { w } = useSpeech();
  const { chosen, choose } = useShell();
  const entered = useEntered();
  const workspaces = useQuery({ ...workspacesQuery, enabled: entered }).data ?? [];
  const { workspace } = useParams({ strict: false });
  const here = workspaces.find((item) => item.slug === workspace);
  const [searching, setSearching] = useState(false);
  const [keys, setKeys] = useState(false);
  useFocusOnPage();
  useKeys({ '?': () => setKeys(true) });
  useSearchKey(() => workspace !== undefined && setSearching(true));
  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <div className="app">
        <SideMenu workspaces={workspaces} here={here} />
        <div style={{ minWidth: 0 }}>
          <header className="top">
            <Brand />
            <Crumb workspace={workspace} />
            <div className="right">
              <Position />
              {here !== undefined && (
                <button
                  type="button"
                  className="find"
                  aria-keyshortcuts="Control+K Meta+K"
                  onClick={() => setSearching(true)}
                >
                  <SearchIcon />
                  <span>{w.search.open}</span>
                  <kbd aria-hidden="true">{modifier === '⌘' ? '⌘K' : 'Ctrl K'}</kbd>
                </button>
              )}
              <Suspense fallback={<span className="icon" />}>
                <Preferences
                  theme={chosen.theme}
                  onTheme={(theme) => choose({ theme })}
                  onLanguage={(language) => choose({ language })}
                  onKeys={() => setKeys(true)}
                  workspace={<PhonePlaces workspaces={workspaces} here={here} />}
                  person={<PersonMenu />}
                />
              </Suspense>
            </div>
          </header>
          {here?.sample === true && <SampleMark own={workspaces.find((item) => !item.sample)} />}
          {here && entered && <Watch workspace={here.slug} />}
          <Entrance />
        </div>
      </div>
      {here !== undefined && <BottomTabs workspace={here.slug} />}
      <Overlays searching={searching} onSearching={setSearching} keys={keys} onKeys={setKeys} />
    </>
  );
}

type OverlayProps = {
  searching: boolean;
  onSearching: (open: boolean) => void;
  keys: boolean;
  onKeys: (open: boolean) => void;
};

/** What opens over the page: the search, and the list of shortcuts. */
function Overlays({ searching, onSearching, keys, onKeys }: OverlayProps) {
  const { workspace } = useParams({ strict: false });
  const { chosen, choose } = useShell();
  // Once it was asked for it stays, so that it closes as it opened.
  const searched = useEver(searching);
  return (
    <>
      {workspace !== undefined && searched && (
        <Suspense fallback={null}>
          <CustomerSearch workspace={workspace} open={searching} onOpen={onSearching} />
        </Suspense>
      )}
      {keys && (
        <Suspense fallback={null}>
          <KeysDialog
            open={keys}
            onOpen={onKeys}
            single={chosen.singleKeys}
            onSingle={(singleKeys) => choose({ singleKeys })}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whether something was ever so. */
function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}

const Brand = () => {
  const { w } = useSpeech();
  return (
    <Link to="/" className="brand">
      <BrandIcon />
      <span className="name">{w.product}</span>
      <span className="sr">{w.product}</span>
    </Link>
  );
};

type Places = { workspaces: readonly Workspace[]; here: Workspace | undefined };

function SideMenu({ workspaces, here }: Places) {
  const { w, f } = useSpeech();
  const page = useLocation().pathname.split('/')[2] ?? '';
  const atBase = page === 'base' || page === 'cliente';
  return (
    <nav className="side" aria-label={w.mainNav}>
      <Link to="/" className="brand">
        <BrandIcon />
        {w.product}
      </Link>
      {here && (
        <div>
          <h2>{w.nav.work}</h2>
          <ul>
            <DayLink workspace={here.slug} />
            <li>
              <Link
                to="/$workspace/base"
                params={{ workspace: here.slug }}
                activeOptions={{ exact: false, includeSearch: false }}
                aria-current={atBase ? 'page' : undefined}
              >
                {w.nav.base}
                <span>{f.number(here.accounts)}</span>
              </Link>
            </li>
            <RitualLink workspace={here.slug} listed />
          </ul>
        </div>
      )}
      {here && <SettingsLinks workspace={here.slug} listed />}
      <div className="who">
        <WorkspaceChoice workspaces={workspaces} here={here} />
      </div>
    </nav>
  );
}

/** On a phone, where there is no side menu: the company, and the screens beside the Base. */
function PhonePlaces(places: Places) {
  return (
    <>
      <WorkspaceChoice {...places} />
      {places.here && <RitualLink workspace={places.here.slug} listed={false} />}
      {places.here && <SettingsLinks workspace={places.here.slug} listed={false} />}
    </>
  );
}

function WorkspaceChoice({ workspaces, here }: Places) {
  const { w } = useSpeech();
  const navigate = useNavigate();
  const id = useId();

  if (here === undefined) return null;
  const label = here.sample ? `${w.workspace} · ${w.sample}` : w.workspace;
  return (
    <>
      <label htmlFor={id} className="lb">
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={here.slug}
        onChange={(event) =>
          void navigate({ to: '/$workspace/base', params: { workspace: event.target.value } })
        }
      >
        {workspaces.map((item) => (
          <option key={item.id} value={item.slug}>
            {item.name}
          </option>
        ))}
      </select>
    </>
  );
}

function useSearchKey(onPress: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

/** Where this customer stands in the list it was opened from. */
function Position() {
  const { w, f } = useSpeech();
  const { lastList } = useShell();
  const { id } = useParams({ strict: false });
  const around = id === undefined ? null : neighbours(lastList?.ids ?? [], id);
  if (around === null || lastList === null) return null;
  return (
    <span className="mute small wide nowrap">
      {w.position(f.number(around.at), f.number(lastList.total))} <kbd>k</kbd> <kbd>j</kbd>
    </span>
  );
}

/** On another page the focus goes to its content, so that a screen reader begins there; not on the first one. */
function useFocusOnPage(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}
