// The way to Hoje: first in the menu with its count, and in the tabs at the foot of a phone.
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useCan } from '#web/pages/access-api.ts';
import { api } from '#web/pages/api.ts';
import { dayKey } from '#web/pages/day-keys.ts';
import { ListIcon, RitualIcon, TableIcon } from '#web/parts/icons.tsx';
import { useSpeech } from '#web/words/context.tsx';

/** How many tasks there are today; null while nobody knows. The page itself asks more often. */
function useDayCount(workspace: string): number | null {
  const { w } = useSpeech();
  const today = useQuery({
    queryKey: [...dayKey(workspace), undefined, w.language],
    queryFn: ({ signal }) => api.today(workspace, undefined, w.language, signal),
    staleTime: 60_000,
  });
  return today.data?.counts.total ?? null;
}

/** Item of the list beside the pages. */
export function DayLink({ workspace }: { workspace: string }) {
  const { w, f } = useSpeech();
  const count = useDayCount(workspace);
  return (
    <li>
      <Link to="/$workspace/hoje" params={{ workspace }} activeOptions={{ includeSearch: false }}>
        {w.nav.day}
        <span>{count === null ? '' : f.number(count)}</span>
      </Link>
    </li>
  );
}

/** The screens of every day at the foot of a phone, where there is no side menu. */
export function BottomTabs({ workspace }: { workspace: string }) {
  const { w, f } = useSpeech();
  const can = useCan(workspace);
  const count = useDayCount(workspace);
  const page = useLocation().pathname.split('/')[2];
  return (
    <nav className="tabs-m" aria-label={w.mainNav}>
      <Link to="/$workspace/hoje" params={{ workspace }} activeOptions={{ includeSearch: false }}>
        <ListIcon />
        <span>
          {w.nav.day}
          {count !== null && count > 0 && ` ${f.number(count)}`}
        </span>
      </Link>
      <Link
        to="/$workspace/base"
        params={{ workspace }}
        activeOptions={{ includeSearch: false }}
        aria-current={page === 'base' || page === 'cliente' ? 'page' : undefined}
      >
        <TableIcon />
        <span>{w.nav.base}</span>
      </Link>
      {can('ritual.hold') && (
        <Link to="/$workspace/rituais" params={{ workspace }}>
          <RitualIcon />
          <span>{w.nav.ritual}</span>
        </Link>
      )}
    </nav>
  );
}
