// What people and playbooks did: runs, tasks, mutes, answers, overrides. Own records: absent means none.
import type { Day } from '#base/day.ts';
import type { LeafWriter, OverrideState, RunState, TaskState, View } from '#domain/profile/shape.ts';

const recentDays = 60;
/** A person's answer stands this long. */
const answerDays = 30;
/** The playbook whose root cause opens repair while the band is red. */
const rescuePlaybook = 'rescue';

/** Writes `work.*` save days since runs (`daysSinceRun`). */
export function workCalculator(view: View, out: LeafWriter): void {
  const { day } = view;
  const runs = openRuns(view);
  const running = new Set(runs.map((run) => run.playbook));
  const recent = new Set(running);
  for (const row of view.rows('run-started'))
    if (row.playbook !== null && day - row.day < recentDays) recent.add(row.playbook);
  out.set('work.openRuns', [...running].sort(), day);
  out.set('work.runs60d', [...recent].sort(), day);
  const caused = runs.some((run) => run.playbook === rescuePlaybook && run.rootCauseRecorded);
  out.set('work.rescueRootCause', caused, day);
  const tasks = openTasks(view);
  out.set('work.openActions', tasks.length, day);
  out.set('work.tasksOverdue', tasks.filter((task) => task.dueOn !== null && task.dueOn < day).length, day);
  out.set('work.muted', mutedSignals(view), day);
}

/** Runs that have not ended, oldest first, with the last step done. */
export function openRuns(view: View): readonly RunState[] {
  const started = view.rows('run-started');
  if (started.length === 0) return [];
  const ended = new Set(view.rows('run-ended').map((row) => row.run));
  const steps = view.rows('run-step-done');
  return started
    .filter((row) => !ended.has(row.run))
    .map((row) => {
      const own = steps.filter((step) => step.run === row.run);
      return {
        run: row.run ?? '',
        playbook: row.playbook ?? '',
        startedOn: row.day,
        step: own.at(-1)?.step ?? null,
        rootCauseRecorded: own.some((step) => step.rootCause !== null),
      };
    });
}

/** Days since each playbook last began; a playbook that never ran is absent. */
export function daysSinceRun(view: View): Readonly<Record<string, number>> {
  const days: Record<string, number> = {};
  for (const row of view.rows('run-started'))
    if (row.playbook !== null) days[row.playbook] = view.day - row.day;
  return sorted(days);
}

/** Tasks that nobody has done, oldest first. */
export function openTasks(view: View): readonly TaskState[] {
  const opened = view.rows('task-opened');
  if (opened.length === 0) return [];
  const done = new Set(view.rows('task-done').map((row) => row.task));
  return opened
    .filter((row) => !done.has(row.task))
    .map(({ task, action, owner, dueOn }) => ({ task: task ?? '', action: action ?? '', owner, dueOn }));
}

/** Signals muted now; the last word on a signal holds. */
export function mutedSignals(view: View): readonly string[] {
  const until = new Map<string, Day>();
  for (const row of view.rows('signal-muted')) if (row.signal !== null) until.set(row.signal, row.until ?? 0);
  return [...until]
    .filter(([, last]) => last >= view.day)
    .map(([signal]) => signal)
    .sort();
}

/** Answers to questions that no source can answer, for as long as they stand. */
export function validAnswers(view: View): Readonly<Record<string, boolean>> {
  const answers: Record<string, boolean> = {};
  for (const { question, answer, day } of view.rows('question-answered'))
    if (question !== null && answer !== null && view.day - day <= answerDays) answers[question] = answer;
  return sorted(answers);
}

/** Overrides of people still in force; the last one of each offer and kind holds. */
export function overrideStates(view: View): readonly OverrideState[] {
  const rows = view.rows('decision-overridden');
  if (rows.length === 0) return [];
  const found = new Map<string, OverrideState & { readonly until: Day | null }>();
  for (const { what, offer, lever, until, reason } of rows) {
    if (offer === null || (what !== 'lever' && what !== 'offer')) continue;
    // A new choice of an offer replaces the one before, whichever it was.
    found.set(what === 'offer' ? 'offer' : `lever ${offer}`, { offer, what, lever, reason, until });
  }
  return [...found.values()]
    .filter((one) => one.until === null || one.until >= view.day)
    .map(({ offer, what, lever, reason }) => ({ offer, what, lever, reason }));
}

function sorted<V>(record: Record<string, V>): Record<string, V> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
