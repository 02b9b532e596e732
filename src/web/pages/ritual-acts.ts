// What one does in a ritual, sent and shown fresh: a line decided, one of last week closed, a pulse, the minutes.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, detailOf } from '#web/pages/api.ts';
import type { Decided } from '#web/parts/ritual-form.tsx';
import type { Row } from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

export const ritualKey = (workspace: string) => ['ritual', workspace] as const;
type Verdict = 'green' | 'yellow' | 'red';

export function useRitualActs(workspace: string) {
  const { r } = useRitualSpeech();
  const queries = useQueryClient();
  const fresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ritualKey(workspace) }),
      queries.invalidateQueries({ queryKey: ['account', workspace] }),
      queries.invalidateQueries({ queryKey: ['facts', workspace] }),
    ]);
  const decide = useMutation({
    mutationFn: ({ row, decided }: { row: Row; decided: Decided }) =>
      row.kind === 'line'
        ? api.decideLine(workspace, row.line.id, { ...decided, over: row.line.decided?.version ?? null })
        : api.decideLine(workspace, row.at.id, {
            ...decided,
            task: row.at.task.task,
            over: row.at.task.version,
          }),
    // Refused or not: what stands is shown.
    onSettled: fresh,
  });
  const close = useMutation({
    mutationFn: ({ id, task, outcome }: { id: string; task: string; outcome: 'done' | 'dropped' }) =>
      api.closeLine(workspace, id, task, outcome),
    onSettled: fresh,
  });
  const pulse = useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: Verdict }) =>
      api.writeEntry(workspace, id, { kind: 'pulse', verdict }, undefined),
    onSettled: fresh,
  });
  const minutes = useMutation({
    mutationFn: (text: string) => api.keepMinutes(workspace, text),
    onSettled: fresh,
  });
  const said = (error: unknown): string => detailOf(error) ?? r.form.failed;
  return { decide, close, pulse, minutes, said };
}
