// The address "/": goes to the day of the first workspace, to its two ways in while it has no customer, or says how to begin
// when there is no workspace.
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { detailOf, workspacesQuery } from '#web/pages/api.ts';
import { StartPanel } from '#web/pages/start-panel.tsx';
import { LoadFailure } from '#web/parts/states.tsx';
import { VerdictSkeleton } from '#web/parts/verdict.tsx';
import { useSpeech } from '#web/words/context.tsx';

export function StartPage() {
  const { w } = useSpeech();
  const workspaces = useQuery(workspacesQuery);
  const first = workspaces.data?.find((item) => !item.sample) ?? workspaces.data?.[0];
  if (first) {
    const to = first.accounts > 0 ? '/$workspace/hoje' : '/$workspace/base';
    return <Navigate to={to} params={{ workspace: first.slug }} replace />;
  }
  if (workspaces.data) return <StartPanel workspace={null} />;
  return (
    <main className="main" id="content" tabIndex={-1}>
      {workspaces.isError ? (
        <LoadFailure detail={detailOf(workspaces.error)} onRetry={() => void workspaces.refetch()} />
      ) : (
        <VerdictSkeleton label={w.states.loading} />
      )}
    </main>
  );
}
