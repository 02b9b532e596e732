// First placement: a track found at an import is placed by time, estimated until a person confirms it.
// A calendar never moves a track afterwards.
import type { Method } from '#domain/method/schema.ts';

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
