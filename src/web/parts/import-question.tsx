// One question about a customer: what is asked, why, and the answers as numbered buttons; some need a day or a customer.
import { useId, useRef, useState, type ReactNode, type Ref } from 'react';
import type { DraftQuestion, QuestionAnswer } from '#contract/draft-questions.ts';
import { CheckIcon } from '#web/parts/icons.tsx';
import { isoOfTyped } from '#web/views/import-fix.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export type Option = DraftQuestion['options'][number];
type Props = {
  question: DraftQuestion;
  /** True: the one in hand; its keys work and it shows them. */
  here: boolean;
  /** The option whose day or customer is being asked for. */
  asking: Option | null;
  onPick: (option: Option) => void;
  onAnswer: (answer: QuestionAnswer) => void;
  onChange: () => void;
  /** A field to find another customer by, given what to do with the one found. */
  finder: (onFound: (account: string) => void) => ReactNode;
  focusRef: Ref<HTMLDivElement>;
};

export function ImportQuestion(props: Props) {
  const { question, here, focusRef } = props;
  const { t, f } = useImportSpeech();
  const id = useId();
  const settled = question.answer !== null && props.asking === null;
  return (
    <li aria-current={here ? 'true' : undefined}>
      <div className={settled ? 'ask q settled' : 'ask q'} ref={focusRef} tabIndex={-1} aria-labelledby={id}>
        <div>
          <h3 id={id}>{question.text}</h3>
          <p className="soft">{question.why}</p>
          <p className="small mute">
            {question.mrrCents === null
              ? t.questions.noMrr
              : t.questions.perMonth(f.money(question.mrrCents, 'BRL'))}
          </p>
        </div>
        {settled ? <Settled {...props} /> : <Options {...props} />}
      </div>
    </li>
  );
}

function Settled({ question, onChange }: Props) {
  const { t, f } = useImportSpeech();
  const chosen = question.options.find((option) => option.key === question.answer?.key);
  const day = question.answer?.day ?? null;
  const label = chosen?.label ?? question.answer?.key ?? '';
  return (
    <div className="said">
      <p className="st acc">
        <CheckIcon />
        <span>{day === null ? label : t.questions.on(label, f.day(day))}</span>
      </p>
      <button type="button" className="link" onClick={onChange}>
        {t.questions.change}
      </button>
    </div>
  );
}

function Options({ question, here, asking, onPick, onAnswer, finder }: Props) {
  const { t } = useImportSpeech();
  return (
    <div>
      <div className="picks" role="group" aria-label={question.text}>
        {question.options.map((option, index) => (
          <button
            key={option.key}
            type="button"
            className={asking?.key === option.key ? 'opt on' : 'opt'}
            aria-expanded={option.needs === null ? undefined : asking?.key === option.key}
            onClick={() => onPick(option)}
          >
            <kbd className={here ? undefined : 'off'} aria-hidden="true">
              {index + 1}
            </kbd>
            <b>{option.label}</b>
            {option.note !== null && <span>{option.note}</span>}
          </button>
        ))}
      </div>
      {asking?.needs === 'day' && <DayAnswer onDay={(day) => onAnswer({ key: asking.key, day })} />}
      {asking?.needs === 'account' && (
        <div className="needs stack">
          <span className="lb">{t.questions.account}</span>
          {finder((account) => onAnswer({ key: asking.key, account }))}
        </div>
      )}
    </div>
  );
}

/** The day is typed, never offered: an Enter too many must not end a contract. */
function DayAnswer({ onDay }: { onDay: (day: string) => void }) {
  const { t } = useImportSpeech();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="needs"
      onSubmit={(event) => {
        event.preventDefault();
        const day = isoOfTyped(typed);
        setWrong(day === null);
        if (day === null) field.current?.focus();
        else onDay(day);
      }}
    >
      <label>
        <span className="lb">{t.questions.day}</span>
        <input
          ref={(element) => {
            field.current = element;
          }}
          className="field day"
          placeholder={t.problems.hint.day}
          value={typed}
          aria-invalid={wrong}
          autoComplete="off"
          autoFocus
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="btn">
        {t.questions.confirm}
      </button>
      {wrong && (
        <p className="wrong" role="alert">
          {t.questions.dayFault}
        </p>
      )}
    </form>
  );
}
