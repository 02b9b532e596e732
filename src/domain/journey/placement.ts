// First placement: a track found at an import is placed by its milestones, else by time, and is estimated until a person
// confirms it. A calendar never moves a track afterwards.
import type { Day } from '#base/day.ts';
import type { Method, MethodStage } from '#domain/method/schema.ts';
import type { Milestone } from '#domain/value/milestones.ts';

export type Placement = {
  readonly track: string;
  readonly stage: string;
  /** Day on which the stage before was passed; null when none was. */
  readonly since: Day | null;
};

/**
 * Where the milestones put each track that has some: in the stage after the furthest one of which a milestone was
 * delivered with its proof or confirmed by the customer, else in the first stage that its milestones name. Tracks whose
 * milestones name no stage of the method are left out.
 */
export function placeByMilestones(milestones: readonly Milestone[], method: Method): readonly Placement[] {
  const stages = method.stages.filter((stage) => stage.of === 'work' && stage.placement !== null);
  const tracks = [...new Set(milestones.map((milestone) => milestone.track))];
  return tracks.flatMap((track) => {
    const own = milestones
      .filter((milestone) => milestone.track === track)
      .map((milestone) => ({ at: placeOf(milestone, stages), passedOn: milestone.valueOn }))
      .filter(({ at }) => at >= 0);
    if (own.length === 0) return [];
    const passed = own.filter(({ passedOn }) => passedOn !== null);
    const furthest = Math.max(-1, ...passed.map(({ at }) => at));
    const first = Math.min(...own.map(({ at }) => at));
    const stage = stages[passed.length > 0 ? Math.min(furthest + 1, stages.length - 1) : first];
    const on = passed.filter(({ at }) => at === furthest).map(({ passedOn }) => passedOn ?? 0);
    return stage ? [{ track, stage: stage.key, since: on.length > 0 ? Math.max(...on) : null }] : [];
  });
}

/** Place of a milestone's stage: as recorded, else the one whose milestone of that key it is; −1: none. */
function placeOf(milestone: Milestone, stages: readonly MethodStage[]): number {
  return stages.findIndex((stage) =>
    milestone.stage === null
      ? stage.milestones.some((one) => one.key === milestone.key)
      : stage.key === milestone.stage,
  );
}

/**
 * Stage of a track that started `daysSinceStart` days ago: the stage whose range (from, to] holds them. Day 0 belongs
 * to the first range; past the last one the last stage with a range serves. Null when the method places nothing.
 */
export function placeByTime(daysSinceStart: number, method: Method): string | null {
  let last: { key: string; from: number } | null = null;
  for (const stage of method.stages) {
    if (stage.of !== 'work' || stage.placement === null) continue;
    const [from, to] = stage.placement;
    const inside =
      (daysSinceStart > from || (from === 0 && daysSinceStart <= 0)) && (to === null || daysSinceStart <= to);
    if (inside) return stage.key;
    if (last === null || from > last.from) last = { key: stage.key, from };
  }
  return last?.key ?? null;
}
