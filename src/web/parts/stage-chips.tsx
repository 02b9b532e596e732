// The stages of an account, one chip a track, in the journey's order; late ones carry a clock, estimated ones a dashed edge.
import type { StageChip } from '#contract/line.ts';
import { ClockIcon } from '#web/parts/icons.tsx';
import { useSpeech } from '#web/words/context.tsx';

export function StageChips({ chips }: { chips: readonly StageChip[] }) {
  const { w } = useSpeech();
  return chips.map((chip) => (
    <span
      key={chip.track}
      className={`chip${chip.late ? ' late' : ''}${chip.estimated ? ' guess' : ''}`}
      title={chip.estimated ? `${chip.label}, ${w.estimated}` : undefined}
    >
      {chip.late && <ClockIcon />}
      {chip.label}
      {chip.late && <span className="sr"> {w.late}</span>}
      {chip.estimated && <span className="sr"> {w.estimated}</span>}
    </span>
  ));
}
