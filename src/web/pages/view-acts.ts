// What a reader does to saved views: kept, changed, moved, removed and put back; said where it was done.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewView, SavedView, ViewChange } from '#contract/views.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import { useBaseSpeech } from '#web/words/base-context.ts';

export const viewsQuery = (workspace: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['views', workspace, asOf],
    queryFn: async ({ signal }) => (await api.views(workspace, { asOf }, signal)).views,
  });

export function useViewActs(workspace: string, say: Say) {
  const { b } = useBaseSpeech();
  const queries = useQueryClient();
  const settle = () => queries.invalidateQueries({ queryKey: ['views', workspace] });
  const failed = (error: unknown) => say(detailOf(error) ?? b.view.failed);
  const make = useMutation({
    mutationFn: (view: NewView) => api.saveView(workspace, view),
    onSuccess: settle,
    onError: failed,
  });
  const change = useMutation({
    mutationFn: ({ id, change: told }: { id: string; change: ViewChange }) =>
      api.changeView(workspace, id, told),
    onSuccess: settle,
    onError: failed,
  });
  return {
    busy: make.isPending || change.isPending,
    save: (view: NewView, done: (id: string) => void) =>
      make.mutate(view, {
        onSuccess: ({ id }) => {
          say(b.view.saved(view.name));
          done(id);
        },
      }),
    change: ({ id, name }: SavedView, told: ViewChange, done?: () => void) =>
      change.mutate(
        { id, change: told },
        {
          onSuccess: () => {
            say(b.view.changed(told.name ?? name));
            done?.();
          },
        },
      ),
    remove: ({ id, name }: SavedView, done: () => void, back: () => void) =>
      change.mutate(
        { id, change: { removed: true } },
        {
          onSuccess: () => {
            const restore = () =>
              change.mutate(
                { id, change: { removed: false } },
                {
                  onSuccess: () => {
                    say(b.view.undone(name));
                    back();
                  },
                },
              );
            say(b.view.removed(name), restore);
            done();
          },
        },
      ),
  };
}
export type ViewActs = ReturnType<typeof useViewActs>;
