// The CSM's own verdict beside the score. Recorded in Perene first: before the first one it is "none".
import type { LeafWriter, View } from '#domain/profile/shape.ts';

/** Writes `pulse.*`: the newest verdict and its age in days. */
export function pulseCalculator(view: View, out: LeafWriter): void {
  const row = view.rows('pulse-taken').at(-1);
  if (!row?.verdict) {
    out.set('pulse.verdict', 'none', view.day);
    return;
  }
  const evidence = [{ type: 'pulse-taken', row }] as const;
  out.set('pulse.verdict', row.verdict, view.day, evidence);
  out.set('pulse.ageDays', view.day - row.day, view.day, evidence);
}
