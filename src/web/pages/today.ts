// Today in the workspace's zone, as the server says it; the browser's own clock never decides a date.
import { useQuery } from '@tanstack/react-query';
import { workspacesQuery } from '#web/pages/api.ts';

/** ISO day; while nothing is known yet, the day of the answer at hand. */
export function useToday(
  workspace: string,
  page: { readonly asOf: string; readonly isToday: boolean } | undefined,
): string {
  const here = useQuery(workspacesQuery).data?.find(
    (item) => item.slug === workspace || item.id === workspace,
  );
  if (here) return here.today;
  return page?.isToday === true ? page.asOf : '9999-12-31';
}
