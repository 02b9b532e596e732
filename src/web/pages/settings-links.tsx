// The links of Ajustes that the reader may follow, and the person's own: account and way out.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { accessApi, accessQuery, useCan } from '#web/pages/access-api.ts';
import { useSpeech } from '#web/words/context.tsx';

/** Pages that hold settings, each with the right that it takes. */
const places = [
  { to: '/$workspace/dados', page: 'dados', name: 'data', right: 'data.read' },
  { to: '/$workspace/metodo', page: 'metodo', name: 'method', right: 'accounts.read' },
  { to: '/$workspace/pessoas', page: 'pessoas', name: 'people', right: 'people.read' },
] as const;

/** Links to Dados and Pessoas, in a list beside the pages or as buttons on a phone. */
export function SettingsLinks({ workspace, listed }: { workspace: string; listed: boolean }) {
  const { w } = useSpeech();
  const can = useCan(workspace);
  const page = useLocation().pathname.split('/')[2];
  const links = places
    .filter(({ right }) => can(right))
    .map(({ to, page: at, name }) => (
      <Link
        key={name}
        to={to}
        params={{ workspace }}
        className={listed ? undefined : 'btn'}
        activeProps={{}}
        aria-current={page === at ? 'page' : undefined}
      >
        {w.nav[name]}
      </Link>
    ));
  if (links.length === 0) return null;
  if (!listed) return links;
  return (
    <div>
      <h2>{w.nav.settings}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.key}>{link}</li>
        ))}
      </ul>
    </div>
  );
}

/** The link to the weekly ritual: an item of the list beside the pages, or a button on a phone. */
export function RitualLink({ workspace, listed }: { workspace: string; listed: boolean }) {
  const { w } = useSpeech();
  const can = useCan(workspace);
  if (!can('ritual.hold')) return null;
  const link = (
    <Link to="/$workspace/rituais" params={{ workspace }} className={listed ? undefined : 'btn'}>
      {w.nav.ritual}
    </Link>
  );
  return listed ? <li>{link}</li> : link;
}

/** Who is signed in, with their account and the way out; nothing where nobody is. */
export function PersonMenu() {
  const { w } = useSpeech();
  const queries = useQueryClient();
  const user = useQuery(accessQuery).data?.user;
  const out = useMutation({ mutationFn: () => accessApi.signOut(), onSuccess: () => queries.resetQueries() });
  if (!user) return null;
  return (
    <fieldset>
      <legend>{user.name}</legend>
      <div className="bar">
        <Link to="/conta" className="btn">
          {w.nav.own}
        </Link>
        <button type="button" className="btn" aria-busy={out.isPending} onClick={() => out.mutate()}>
          {w.nav.signOut}
        </button>
      </div>
    </fieldset>
  );
}
