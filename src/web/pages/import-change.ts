// Changes to a table of a draft: one after the other, seen at once, taken back when they are refused.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft, DraftTable, TableChange } from '#contract/drafts.ts';
import { api, draftKey } from '#web/pages/api.ts';
import { tableKey } from '#web/pages/import-api.ts';
import type { LanguageTag } from '#web/views/format.ts';
import { withChange } from '#web/views/import-table.ts';

type Change = { readonly table: string; readonly change: TableChange };

/** `mutate({ table, change })`; the counts of the draft follow with the answer. */
export function useTableChange(workspace: string, draft: string, lang: LanguageTag) {
  const queries = useQueryClient();
  const mutationKey = ['table-change', workspace, draft];
  const inDraft = draftKey(workspace, draft, lang);
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ table, change }: Change) => api.changeTable(workspace, draft, table, change, lang),
    onMutate: async ({ table, change }) => {
      const key = tableKey(workspace, draft, table, lang);
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<DraftTable>(key, (before) => before && withChange(before, change));
      const { included } = change;
      if (included === undefined) return;
      queries.setQueryData<Draft>(
        inDraft,
        (before) =>
          before && {
            ...before,
            tables: before.tables.map((line) => (line.id === table ? { ...line, included } : line)),
          },
      );
    },
    onSuccess: (answer, { table }) => {
      // The answer to one must not hide the next that is already seen.
      if (queries.isMutating({ mutationKey }) <= 1)
        queries.setQueryData(tableKey(workspace, draft, table, lang), answer);
    },
    onError: (_, { table }) =>
      queries.invalidateQueries({ queryKey: tableKey(workspace, draft, table, lang) }),
    onSettled: () => queries.invalidateQueries({ queryKey: inDraft }),
  });
}
