// How far the goals are. The initial goal is the one marked so, else the first that was set; artefacts count apart.
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { RowRef, View } from '#domain/profile/shape.ts';

export type Goal = {
  readonly row: SlimRow<'goal-set'>;
  /** Newest measurement; null while nobody measured. */
  measured: SlimRow<'goal-measured'> | null;
};
export type GoalProgress = { readonly share: number; readonly evidence: readonly RowRef[] };

/** Goals known by now, the later setting of a goal holding, in order of first setting. */
export function goalsAt(view: View): readonly Goal[] {
  const set = view.rows('goal-set');
  if (set.length === 0) return [];
  const goals = new Map<string, Goal>();
  for (const row of set) goals.set(row.goal ?? '', { row, measured: null });
  for (const row of view.rows('goal-measured')) {
    const goal = goals.get(row.goal ?? '');
    if (goal) goal.measured = row;
  }
  return [...goals.values()];
}

/** Progress of the initial goal, the least advanced of several; null while none has been measured. */
export function initialProgress(goals: readonly Goal[]): GoalProgress | null {
  const numbers = goals.filter((goal) => goal.row.artefacts !== true);
  const marked = numbers.filter((goal) => goal.row.initial === true);
  let worst: GoalProgress | null = null;
  for (const goal of marked.length > 0 ? marked : numbers.slice(0, 1)) {
    const share = shareOf(goal);
    if (share === null || (worst && worst.share <= share)) continue;
    worst = { share, evidence: evidenceOf(goal) };
  }
  return worst;
}

/** Agreed artefacts delivered, of those agreed; deliveries done count where nobody measured. */
export function artefactShare(goals: readonly Goal[], done: number | null): GoalProgress | null {
  for (const goal of goals) {
    const { target, artefacts } = goal.row;
    if (artefacts !== true || target === null || target <= 0) continue;
    const current = goal.measured?.current ?? done;
    if (current !== null) return { share: current / target, evidence: evidenceOf(goal) };
  }
  return null;
}

/** From baseline (0 when none was fixed) to target; falling goals work the same way. */
function shareOf(goal: Goal): number | null {
  const { baseline, target } = goal.row;
  const current = goal.measured?.current ?? null;
  const from = baseline ?? 0;
  if (current === null || target === null || target === from) return null;
  return (current - from) / (target - from);
}

function evidenceOf(goal: Goal): readonly RowRef[] {
  return goal.measured
    ? [{ type: 'goal-measured', row: goal.measured }]
    : [{ type: 'goal-set', row: goal.row }];
}
