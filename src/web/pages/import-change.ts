// Changes to a table of a draft: one after the other, seen at once, taken back when they are refused.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft, DraftTable, TableChange } from '#contract/drafts.ts';
import { api, draftKey } from '#web/pages/api.ts';
import { tableKey } from '#web/pages/import-api.ts';
import type { LanguageTag } from '#web/views/format.ts';
import { withChange } from '#web/views/import-table.ts';

type Change = { readonly table: string; readonly change: TableChange };

/** `change(table, what)`; the counts of the draft follow with the answer. */
export function useTableChange(workspace: string, draft: string, lang: LanguageTag) {
  const queries = useQueryClient();
  const mutationKey = ['table-change', workspace, draft];
  const inDraft = draftKey(workspace, draft, lang);
  const inTable = (table: string) => tableKey(workspace, draft, table, lang);
  const sending = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ table, change }: Change) => api.changeTable(workspace, draft, table, change, lang),
    onSuccess: (answer, { table }) => {
      // The answer to one must not hide the next that is already seen.
      if (queries.isMutating({ mutationKey }) <= 1) queries.setQueryData(inTable(table), answer);
    },
    onError: (_, { table }) => queries.invalidateQueries({ queryKey: inTable(table) }),
    onSettled: () => queries.invalidateQueries({ queryKey: inDraft }),
  });
  const change = (table: string, what: TableChange) => {
    // Seen at once: a field that waits for the answer would first jump back.
    void queries.cancelQueries({ queryKey: inTable(table) });
    queries.setQueryData<DraftTable>(inTable(table), (before) => before && withChange(before, what));
    if (what.included !== undefined) {
      void queries.cancelQueries({ queryKey: inDraft });
      queries.setQueryData<Draft>(inDraft, (before) => before && withIncluded(before, table, what.included));
    }
    sending.mutate({ table, change: what });
  };
  return { change, isPending: sending.isPending, isError: sending.isError, error: sending.error };
}

const withIncluded = (draft: Draft, table: string, included = true): Draft => ({
  ...draft,
  tables: draft.tables.map((line) => (line.id === table ? { ...line, included } : line)),
});
