// The one question after a first import: what the first value is, in the firm's own words. It may be skipped.
import { useState } from 'react';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = { busy: boolean; failed: boolean; onSave: (text: string) => void; onSkip: () => void };

export function FirstValueForm({ busy, failed, onSave, onSkip }: Props) {
  const { t } = useImportSpeech();
  const [text, setText] = useState('');
  const [short, setShort] = useState(false);
  return (
    <section className="ask first">
      <div>
        <h2>{t.firstValue.title}</h2>
        <p className="soft">{t.firstValue.why}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const tooShort = text.trim().length < 3;
          setShort(tooShort);
          if (!tooShort) onSave(text.trim());
        }}
      >
        <label>
          <span className="lb">{t.firstValue.label}</span>
          <input
            className="field"
            maxLength={200}
            value={text}
            placeholder={t.firstValue.hint}
            aria-invalid={short}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {(short || failed) && (
          <p className="wrong" role="alert">
            {short ? t.firstValue.short : t.firstValue.failed}
          </p>
        )}
        <div className="bar">
          <button type="submit" className="btn" aria-busy={busy}>
            {t.firstValue.save}
          </button>
          <button type="button" className="btn quiet" onClick={onSkip}>
            {t.firstValue.skip}
          </button>
        </div>
      </form>
    </section>
  );
}
