// Begins an import with the files at hand and goes to it; the same from every door that leads into the wizard.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, draftKey } from '#web/pages/api.ts';
import { sendFiles } from '#web/pages/uploads.ts';
import { useSpeech } from '#web/words/context.tsx';

/** `mutate(files)` begins; `error` says why it did not. */
export function useBeginImport(workspace: string) {
  const { w } = useSpeech();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lang = w.language;
  return useMutation({
    mutationFn: async (files: readonly File[]) => ({ files, draft: await api.beginDraft(workspace, lang) }),
    onSuccess: async ({ draft, files }) => {
      queries.setQueryData(draftKey(workspace, draft.id, lang), draft);
      sendFiles({ workspace, draft: draft.id, lang, queries }, files);
      await navigate({ to: '/$workspace/importar/$draft', params: { workspace, draft: draft.id } });
    },
  });
}
