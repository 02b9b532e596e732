// The agenda of the ritual: widths are minutes, what is done is filled, where one stands is named.
import { CheckIcon } from '#web/parts/icons.tsx';
import type { Ritual } from '#contract/rituals.ts';
import { ritualSteps, type RitualStep } from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

type Props = { agenda: Ritual['agenda']; step: RitualStep; onStep: (step: RitualStep) => void };

export function RitualAgenda({ agenda, step, onStep }: Props) {
  const { r } = useRitualSpeech();
  const at = ritualSteps.indexOf(step);
  return (
    <ol className="ag" aria-label={r.agenda}>
      {agenda.map((one, index) => (
        <li
          key={one.step}
          className={index < at ? 'done' : index === at ? 'now' : undefined}
          aria-current={index === at ? 'step' : undefined}
          style={{ flexGrow: one.minutes }}
        >
          <button type="button" onClick={() => onStep(one.step)}>
            <span className="n">{index < at ? <CheckIcon /> : index + 1}</span>
            <span className="t">{r.steps[one.step]}</span>
            <span className="m">{r.minutesOf(one.minutes)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
