// First placement: a track found at an import is placed by its milestones, else by time, estimated until a person
// confirms it. A calendar never moves a track afterwards.
import type { Day } from '#base/day.ts';
import type { Method, MethodStage } from '#domain/method/schema.ts';
import type { Milestone } from '#domain/value/milestones.ts';

export type Placement = {
  readonly track: string;
  readonly stage: string;
  /** Day since which it stands there, as far as anything tells. */
  readonly since: Day | null;
};

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

type Mark = { readonly rank: number; readonly achievedOn: Day | null };

/** Rank of the stage that a milestone belongs to: its own, else that of the method's milestone; null when none is told. */
function rankOf(milestone: Milestone, stages: readonly MethodStage[]): number | null {
  const own = stages.findIndex((stage) => stage.key === milestone.stage);
  const rank =
    own >= 0
      ? own
      : stages.findIndex((stage) => stage.milestones.some((known) => known.key === milestone.key));
  return rank < 0 ? null : rank;
}

/** Where the marks of one track put it: past the furthest stage whose milestones are all achieved, else in it. */
function standing(marks: readonly Mark[], last: number): { rank: number; since: Day | null } {
  const achieved = marks.filter((mark) => mark.achievedOn !== null);
  if (achieved.length === 0) return { rank: Math.min(...marks.map((mark) => mark.rank)), since: null };
  const furthest = Math.max(...achieved.map((mark) => mark.rank));
  const open = marks.some((mark) => mark.rank === furthest && mark.achievedOn === null);
  // In a stage since the last value of the stages before it: nobody told the day of the move itself.
  const before = achieved.filter((mark) => mark.rank < furthest || !open);
  const since = before.reduce<Day | null>((day, mark) => Math.max(day ?? 0, mark.achievedOn ?? 0), null);
  return { rank: open ? furthest : Math.min(furthest + 1, last), since };
}

/**
 * Stages of the tracks that milestones tell of. A milestone is achieved when it was delivered with its proof or the
 * customer confirmed it; a track whose milestones name no stage of the method is not placed here.
 */
export function placeByMilestones(milestones: readonly Milestone[], method: Method): readonly Placement[] {
  const stages = method.stages.filter((stage) => stage.of === 'work');
  const marks = new Map<string, Mark[]>();
  for (const milestone of milestones) {
    const rank = rankOf(milestone, stages);
    if (rank === null) continue;
    const mark = { rank, achievedOn: milestone.valueOn };
    marks.set(milestone.track, [...(marks.get(milestone.track) ?? []), mark]);
  }
  return [...marks].map(([track, of]) => {
    const { rank, since } = standing(of, stages.length - 1);
    return { track, stage: stages[rank]?.key ?? '', since };
  });
}
