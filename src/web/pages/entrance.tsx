// Between the frame and the page: who must sign in does so here, in place of the page they asked for.
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { accessQuery } from '#web/pages/access-api.ts';
import { Failure } from '#web/parts/states.tsx';
import { PageSkeleton } from '#web/parts/verdict.tsx';
import { useSpeech } from '#web/words/context.tsx';

const SignIn = lazy(async () => ({ default: (await import('#web/pages/sign-in-page.tsx')).SignInPage }));

/** True once it is known that the reader may ask for more than who they are. */
export function useEntered(): boolean {
  const { data, isError } = useQuery(accessQuery);
  return isError || (data !== undefined && data.state !== 'needed');
}

export function Entrance() {
  const { w } = useSpeech();
  const { pathname } = useLocation();
  const { data, isPending } = useQuery(accessQuery);
  const loading = <PageSkeleton label={w.states.loading} />;
  if (pathname === '/convite') return <Outlet />;
  if (isPending) return loading;
  if (data?.state === 'needed')
    return (
      <Suspense fallback={loading}>
        <SignIn />
      </Suspense>
    );
  if (data?.state === 'signed-in' && data.workspaces.length === 0 && pathname !== '/conta')
    return (
      <main className="main" id="content" tabIndex={-1}>
        <Failure title={w.access.nowhere} text={w.access.nowhereText} />
      </main>
    );
  return <Outlet />;
}
