// Facts → account file → view: the one composition that live decisions, rebuilds and backtests share.
import { decodeFile } from '#domain/account-file/decode.ts';
import { encodeFile, type Encoded } from '#domain/account-file/encode.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import type { Frame, UsageDay, View } from '#domain/profile/shape.ts';
import { viewAt } from '#domain/profile/view.ts';

export type Folded = Encoded;

/**
 * Folds all facts of an account (of every shell read as it, withdrawn facts left out) into its file.
 * The same set gives the same bytes in any order, batching or repetition; `refs` differs by ids alone.
 */
export function foldFile(facts: readonly FoldFact[], zone: string): Folded {
  return encodeFile(facts, zone);
}

/** The view of facts that are not folded yet, as of an instant (ms). */
export function viewOfFacts(
  facts: readonly FoldFact[],
  days: readonly UsageDay[],
  asOf: number,
  frame: Frame,
): View {
  return viewAt(decodeFile(foldFile(facts, frame.zone).file), days, asOf, frame);
}
