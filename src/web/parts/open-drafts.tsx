// Imports that were begun and not finished: go on with one, or throw it away.
import type { ReactNode } from 'react';
import type { Draft } from '#contract/drafts.ts';
import { daysFrom } from '#web/views/format.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = {
  drafts: readonly Draft[];
  today: string;
  link: (draft: Draft, children: ReactNode) => ReactNode;
  onDiscard: (draft: Draft) => void;
};

export function OpenDrafts({ drafts, today, link, onDiscard }: Props) {
  const { t, f } = useImportSpeech();
  const when = (draft: Draft): string => {
    const days = daysFrom(draft.today, today);
    if (days <= 0) return t.open.today;
    return days === 1 ? t.open.yesterday : t.open.on(f.dayShort(draft.today, today));
  };
  return (
    <section className="sec">
      <header>
        <h2>{t.open.title(drafts.length)}</h2>
        <span className="note">{t.open.note}</span>
      </header>
      <ul className="open">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {link(draft, t.open.go(when(draft), draft.files.length))}
              <span className="small mute">
                {draft.state === 'committing'
                  ? t.open.committing
                  : draft.files.map((file) => file.name).join(', ') || t.open.empty}
              </span>
            </span>
            {draft.state === 'open' && (
              <button
                type="button"
                className="btn quiet"
                aria-label={t.open.discardLabel(when(draft))}
                onClick={() => onDiscard(draft)}
              >
                {t.open.discard}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
