// The practice check of the method that runs: each warning with its reason, or that there is none.
import type { MethodRead } from '#contract/methods.ts';
import { useMethodSpeech } from '#web/words/method-context.ts';

export function MethodPractice({ warnings }: { warnings: MethodRead['warnings'] }) {
  const { m } = useMethodSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{m.practice.title(warnings.length)}</h2>
        <p className="note">{m.practice.note}</p>
      </header>
      {warnings.length > 0 && (
        <ul className="rows mt">
          {warnings.map(({ code, title, text }) => (
            <li key={code}>
              <div>
                <span className="name">{title}</span>
                <p className="soft">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
