// Records that wait for a customer: join each to one, or open it as a customer of its own.
import { type ReactNode, useState } from 'react';
import type { Identity } from '#contract/identity.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export type Shell = Identity['inbox']['items'][number];
type Props = {
  inbox: Identity['inbox'];
  currency: string;
  /** False on a page after the first. */
  isFirst: boolean;
  onPage: (cursor: string | undefined) => void;
  onOpen: (shell: Shell) => void;
  /** The field that finds the customer to join a record to. */
  finder: (shell: Shell, done: () => void) => ReactNode;
};

export function IdentityInbox({ inbox, currency, isFirst, onPage, onOpen, finder }: Props) {
  const { d, f } = useDataSpeech();
  const words = d.identity.inbox;
  const [at, setAt] = useState<string | null>(null);
  return (
    <section className="sec">
      <header>
        <h2>
          {words.title}
          {inbox.shells > 0 && <span className="mute"> {f.number(inbox.shells)}</span>}
        </h2>
        <p className="note">{inbox.shells === 0 ? words.none : words.note}</p>
      </header>
      <ul className="rows">
        {inbox.items.map((shell) => (
          <li key={shell.id}>
            <div>
              <p className="strong">{shell.name}</p>
              <p className="small mute">
                {words.facts(shell.facts)} ·{' '}
                {shell.mrrCents === null
                  ? words.noValue
                  : `${f.money(shell.mrrCents, currency)} ${words.perMonth}`}
                {shell.source !== '' && ` · ${words.from(shell.source)}`}
              </p>
            </div>
            {at === shell.id ? (
              finder(shell, () => setAt(null))
            ) : (
              <div className="bar">
                <button
                  type="button"
                  className="btn"
                  aria-label={words.assignOf(shell.name)}
                  onClick={() => setAt(shell.id)}
                >
                  {words.assign}
                </button>
                <button
                  type="button"
                  className="btn quiet"
                  aria-label={words.openOf(shell.name)}
                  onClick={() => onOpen(shell)}
                >
                  {words.open}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="bar">
        {inbox.nextCursor !== null && (
          <button type="button" className="btn" onClick={() => onPage(inbox.nextCursor ?? undefined)}>
            {words.more}
          </button>
        )}
        {!isFirst && (
          <button type="button" className="btn quiet" onClick={() => onPage(undefined)}>
            {words.first}
          </button>
        )}
      </div>
    </section>
  );
}
