// Designed states of a screen that cannot show its list: failed, not there. Says what happened, what was kept, what to do.
import type { ReactNode } from 'react';
import { BandShape } from '#web/parts/state-mark.tsx';
import { useSpeech } from '#web/words/context.tsx';

type Props = { title: string; text: string; detail?: string | undefined; children?: ReactNode };

/** `detail` is what the server said, when it said something. */
export function Failure({ title, text, detail, children }: Props) {
  return (
    <div className="err" role="alert">
      <h1>
        <BandShape band="red" />
        {title}
      </h1>
      <p>
        {detail !== undefined && <b>{detail.replace(/\.?$/, '. ')}</b>}
        {text}
      </p>
      {children}
    </div>
  );
}

/** The page of a screen whose first answer failed. */
export function PageFailure(props: Parameters<typeof LoadFailure>[0]) {
  return (
    <main className="main" id="content" tabIndex={-1}>
      <LoadFailure {...props} />
    </main>
  );
}

export function LoadFailure({ detail, onRetry }: { detail?: string | undefined; onRetry: () => void }) {
  const { w } = useSpeech();
  return (
    <Failure title={w.states.failed} text={w.states.failedText} detail={detail ?? w.states.noAnswer}>
      <button type="button" className="btn" onClick={onRetry}>
        {w.states.retry}
      </button>
    </Failure>
  );
}
