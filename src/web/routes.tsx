// Every address of the screens, as one map. Search parameters are plain text, read and checked by the views.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  redirect,
} from '@tanstack/react-router';
import { MoneySpeech } from '#web/pages/money-speech.tsx';
import { ShellPage } from '#web/pages/shell-page.tsx';
import { StartPage } from '#web/pages/start-page.tsx';
import { Failure } from '#web/parts/states.tsx';
import { readBaseSearch, withoutEmpty } from '#web/views/base-search.ts';
import { readImportSearch } from '#web/views/import-flow.ts';
import { useSpeech } from '#web/words/context.tsx';

const Shell = () => (
  <MoneySpeech>
    <ShellPage />
  </MoneySpeech>
);
const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage });
const workspace = createRoute({
  getParentRoute: () => root,
  path: '/$workspace',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$workspace/base', params });
  },
});
const base = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/base',
  component: lazyRouteComponent(() => import('#web/pages/base-page.tsx'), 'BasePage'),
  validateSearch: readBaseSearch,
});
const customer = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/cliente/$id',
  component: lazyRouteComponent(() => import('#web/pages/customer-page.tsx'), 'CustomerPage'),
  validateSearch: (raw: Record<string, unknown>) => withoutEmpty({ asOf: readBaseSearch(raw).asOf }),
});
const ritual = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/rituais',
  component: lazyRouteComponent(() => import('#web/pages/ritual-page.tsx'), 'RitualPage'),
});
const committee = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/rituais/comite',
  component: lazyRouteComponent(() => import('#web/pages/committee-page.tsx'), 'CommitteePage'),
});
const day = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/hoje',
  component: lazyRouteComponent(() => import('#web/pages/day-page.tsx'), 'DayPage'),
  validateSearch: (raw: Record<string, unknown>): { person?: string } =>
    typeof raw['person'] === 'string' && raw['person'] !== '' ? { person: raw['person'].slice(0, 120) } : {},
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/importar',
  component: lazyRouteComponent(() => import('#web/pages/import-start-page.tsx'), 'ImportStartPage'),
});
const draft = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/importar/$draft',
  component: lazyRouteComponent(() => import('#web/pages/import-page.tsx'), 'ImportPage'),
  validateSearch: readImportSearch,
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/dados',
  component: lazyRouteComponent(() => import('#web/pages/data-page.tsx'), 'DataPage'),
});
const identity = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/dados/identidade',
  component: lazyRouteComponent(() => import('#web/pages/identity-page.tsx'), 'IdentityPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/pessoas',
  component: lazyRouteComponent(() => import('#web/pages/people-page.tsx'), 'PeoplePage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/convite',
  component: lazyRouteComponent(() => import('#web/pages/link-page.tsx'), 'LinkPage'),
});
const own = createRoute({
  getParentRoute: () => root,
  path: '/conta',
  component: lazyRouteComponent(() => import('#web/pages/own-page.tsx'), 'OwnPage'),
});
const keywords = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/dados/palavras',
  component: lazyRouteComponent(() => import('#web/pages/keywords-page.tsx'), 'KeywordsPage'),
});
const method = createRoute({
  getParentRoute: () => root,
  path: '/$workspace/metodo',
  component: lazyRouteComponent(() => import('#web/pages/method-page.tsx'), 'MethodPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    workspace,
    base,
    customer,
    ritual,
    committee,
    imports,
    draft,
    data,
    identity,
    people,
    link,
    own,
    keywords,
    method,
    day,
  ]),
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: Crashed,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).map(([key, value]) => [key, String(value)]),
    ).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  const { w } = useSpeech();
  return (
    <main className="main" id="content" tabIndex={-1}>
      <Failure title={w.states.notFound} text={w.states.notFoundText}>
        <Link to="/" className="btn">
          {w.states.toBase}
        </Link>
      </Failure>
    </main>
  );
}

function Crashed() {
  const { w } = useSpeech();
  return (
    <main className="main" id="content" tabIndex={-1}>
      <Failure title={w.states.crashed} text={w.states.crashedText}>
        <button type="button" className="btn" onClick={() => window.location.reload()}>
          {w.states.reload}
        </button>
      </Failure>
    </main>
  );
}
