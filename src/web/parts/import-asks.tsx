// What only a person can settle about a table: a question, what hangs on it, and the answers with their effect.
import type { DraftAsk } from '#contract/drafts.ts';
import { CheckIcon } from '#web/parts/icons.tsx';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = { asks: readonly DraftAsk[]; onAnswer: (ask: DraftAsk, key: string) => void };

export function ImportAsks({ asks, onAnswer }: Props) {
  const { t } = useImportSpeech();
  return asks.map((ask) => (
    <div className={ask.answer === null ? 'ask' : 'ask settled'} key={ask.id}>
      <div>
        <h2>{ask.title}</h2>
        <p className="soft">{ask.why}</p>
        {ask.answer !== null && (
          <p className="st acc">
            <CheckIcon />
            {t.columns.decided}
          </p>
        )}
      </div>
      <div className="opts" role="radiogroup" aria-label={ask.title}>
        {ask.options.map((option, index) => (
          <label key={option.key} className={option.key === ask.answer ? 'opt on' : 'opt'}>
            <input
              type="radio"
              name={`ask-${ask.id}`}
              checked={option.key === ask.answer}
              data-missing={ask.answer === null && index === 0 ? (ask.column ?? '') : undefined}
              onChange={() => onAnswer(ask, option.key)}
            />
            <b>{option.label}</b>
            {option.note !== null && <span>{option.note}</span>}
          </label>
        ))}
      </div>
    </div>
  ));
}
