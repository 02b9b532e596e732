// The three steps of an import; those that can be gone to are links, drawn by the caller.
import type { ReactNode } from 'react';
import { CheckIcon } from '#web/parts/icons.tsx';
import { importSteps, type ImportStep } from '#web/views/import-flow.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = {
  here: ImportStep;
  /** The link of a step, or null where it cannot be gone to. */
  link: (step: ImportStep, children: ReactNode) => ReactNode;
  /** True: all steps are behind. */
  over?: boolean;
};

export function ImportSteps({ here, link, over = false }: Props) {
  const { t } = useImportSpeech();
  const at = importSteps.indexOf(here);
  return (
    <ol className="steps" aria-label={t.steps.label}>
      {importSteps.map((step, index) => {
        const done = over || index < at;
        const inner = (
          <>
            <span className="dot">{done ? <CheckIcon /> : index + 1}</span>
            {t.steps[step]}
            {done && <span className="sr">, {t.steps.done}</span>}
          </>
        );
        return (
          <li
            key={step}
            className={done ? 'done' : undefined}
            aria-current={!over && index === at ? 'step' : undefined}
          >
            {link(step, inner)}
          </li>
        );
      })}
    </ol>
  );
}
