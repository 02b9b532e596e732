// Leaves of what people and playbooks did. Own records: absent means none.
import { leaves } from '#domain/profile/leaf.ts';

const never = 'never: recorded in Perene first';

export const workLeaves = leaves([
  {
    key: 'work.openRuns',
    type: 'codes',
    reads: ['run'],
    own: true,
    missingWhen: never,
    pt: 'Playbooks em andamento',
    en: 'Playbooks running',
  },
  {
    key: 'work.runs60d',
    type: 'codes',
    reads: ['run'],
    own: true,
    window: 60,
    missingWhen: never,
    pt: 'Playbooks em andamento ou iniciados em 60 dias',
    en: 'Playbooks running or started in 60 days',
  },
  {
    key: 'work.rescueRootCause',
    type: 'flag',
    reads: ['run'],
    own: true,
    missingWhen: never,
    pt: 'Causa raiz do resgate registrada',
    en: 'Root cause of the rescue recorded',
  },
  {
    key: 'work.openActions',
    type: 'count',
    reads: ['task'],
    own: true,
    missingWhen: never,
    pt: 'Ações em aberto',
    en: 'Open actions',
  },
  {
    key: 'work.tasksOverdue',
    type: 'count',
    reads: ['task'],
    own: true,
    missingWhen: never,
    pt: 'Tarefas atrasadas',
    en: 'Overdue tasks',
  },
  {
    key: 'work.muted',
    type: 'codes',
    reads: ['mute'],
    own: true,
    missingWhen: never,
    pt: 'Sinais silenciados',
    en: 'Muted signals',
  },
]);
