// The answer of a screen: one sentence (the only h1), one line of why, one figure with its unit.
import type { ReactNode } from 'react';

type Props = {
  headline: string;
  why: ReactNode;
  figure: ReactNode;
  notes: readonly string[];
  before?: ReactNode;
};

export function Verdict({ headline, why, figure, notes, before }: Props) {
  return (
    <div className="verdict">
      <div>
        {before}
        <h1 tabIndex={-1}>{headline}</h1>
        {why !== '' && <p className="why">{why}</p>}
      </div>
      <div className="fig-n">
        {figure}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </div>
    </div>
  );
}

/** The page of a screen whose first answer is on its way. */
export function PageSkeleton({ label }: { label: string }) {
  return (
    <main className="main data" id="content" tabIndex={-1}>
      <VerdictSkeleton label={label} />
    </main>
  );
}

/** The same place while the answer is on its way; nothing moves when it comes. */
export function VerdictSkeleton({ label }: { label: string }) {
  return (
    <div className="verdict" aria-busy="true">
      <div>
        <h1 className="sr">{label}</h1>
        <span className="skel" style={{ width: 'min(560px, 90%)', height: 24, margin: '6px 0' }} />
        <span className="skel" style={{ width: 'min(380px, 70%)', height: 24, margin: '12px 0 6px' }} />
        <span className="skel" style={{ width: 'min(480px, 80%)', margin: '12px 0 4px' }} />
      </div>
      <div className="fig-n">
        <span className="skel" style={{ width: 72, height: 28, marginLeft: 'auto' }} />
      </div>
    </div>
  );
}
