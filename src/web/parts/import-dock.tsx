// The foot of a long task: what is missing at the left, the way on at the right. Stays in sight.
import type { ReactNode } from 'react';
import { CheckIcon } from '#web/parts/icons.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';

type Props = {
  /** `warn`: something is missing; `ok`: nothing is; `none`: only says something. */
  tone: 'warn' | 'ok' | 'none';
  text: string;
  note?: string | undefined;
  children: ReactNode;
};

export function ImportDock({ tone, text, note, children }: Props) {
  return (
    <div className="dock" role="region" aria-label={text}>
      <span className={tone === 'warn' ? 'st yellow' : tone === 'ok' ? 'st acc' : 'soft'} role="status">
        {tone === 'warn' && <BandShape band="yellow" />}
        {tone === 'ok' && <CheckIcon />}
        <span>{text}</span>
      </span>
      {note !== undefined && <span className="small mute wide">{note}</span>}
      <span className="end">{children}</span>
    </div>
  );
}
