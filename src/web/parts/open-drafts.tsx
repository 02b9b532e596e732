// Imports that were begun and not finished: go on with one, or throw it away.
import type { ReactNode } from 'react';
import type { Draft } from '#contract/drafts.ts';
import { daysFrom } from '#web/views/format.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = {
  drafts: readonly Draft[];
  today: string;
  link: (draft: Draft, children: ReactNode) => ReactNode;
  onDiscard: (draft: Draft) => void;
};

export function OpenDrafts({ drafts, today, link, onDiscard }: Props) {
  const { w, f } = useSpeech();
  const when = (draft: Draft): string => {
    const days = daysFrom(draft.today, today);
    if (days <= 0) return w.start.open.today;
    return days === 1 ? w.start.open.yesterday : w.start.open.on(f.dayShort(draft.today, today));
  };
  return (
    <section className="sec">
      <header>
        <h2>{w.start.open.title(drafts.length)}</h2>
        <span className="note">{w.start.open.note}</span>
      </header>
      <ul className="open">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {link(draft, w.start.open.go(when(draft), draft.files.length))}
              <span className="small mute">
                {draft.state === 'committing'
                  ? w.start.open.committing
                  : draft.files.map((file) => file.name).join(', ') || w.start.open.empty}
              </span>
            </span>
            {draft.state === 'open' && (
              <button
                type="button"
                className="btn quiet"
                aria-label={w.start.open.discardLabel(when(draft))}
                onClick={() => onDiscard(draft)}
              >
                {w.start.open.discard}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
