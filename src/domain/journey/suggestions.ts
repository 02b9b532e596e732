// Suggested moves: every exit criterion that a condition can tell holds. A person or the customer confirms.
import type { Decision, StageLine, Truth } from '#domain/decision.ts';
import type { Method, MethodStage } from '#domain/method/schema.ts';
import { stageOf } from './stages.ts';

export type Suggestion = Decision['suggestions'][number];

function nextStage(method: Method, stage: MethodStage): MethodStage | null {
  const at = method.stages.indexOf(stage);
  return method.stages.slice(at + 1).find((one) => one.of === stage.of) ?? null;
}

/** A move to the next stage for each track whose criteria hold; unknown keeps a criterion open. */
export function suggestions(
  lines: readonly StageLine[],
  method: Method,
  truth: (path: string) => Truth,
): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const line of lines) {
    const stage = stageOf(method, line.stage);
    const next = stage === null ? null : nextStage(method, stage);
    if (stage === null || next === null) continue;
    const told = stage.exit.filter((exit) => exit.when !== null);
    if (told.length === 0) continue;
    if (!told.every((exit) => truth(`stages.${stage.key}.exit.${exit.key}.when`) === true)) continue;
    const reasons = stage.exit.map((exit) => ({
      code: exit.when === null ? 'criterion_to_confirm' : 'criterion_holds',
      params: { stage: stage.key, criterion: exit.key },
    }));
    found.push({ track: line.track, from: stage.key, to: next.key, reasons });
  }
  return found;
}
