// The signals of a customer: since when, how grave, with the evidence and its facts.
import type { CustomerPage } from '#contract/customer.ts';
import type { Band } from '#contract/line.ts';
import { BandShape } from '#web/parts/state-mark.tsx';
import { daysFrom } from '#web/views/format.ts';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

const shapes: Readonly<Record<'low' | 'medium' | 'high', Band>> = {
  low: 'unknown',
  medium: 'yellow',
  high: 'red',
};

export function SignalsList({ page }: { page: CustomerPage }) {
  const { w, c, f } = useCustomerSpeech();
  const { signals, asOf } = page;
  return (
    <section className="sec">
      <header>
        <h2>{signals.length === 0 ? c.signals.none : c.signals.title(signals.length)}</h2>
      </header>
      {signals.length === 0 && <p className="soft">{c.signals.noneText}</p>}
      <ul className="sigs">
        {signals.map((signal) => (
          <li key={signal.key}>
            <span className="name">
              <span className={`st ${shapes[signal.severity]}`}>
                <BandShape band={shapes[signal.severity]} />
                <span className="sr">{c.signals.severity[signal.severity]}</span>
              </span>
              <span>
                {signal.label}
                {signal.side === 'ours' && <span className="mute small"> {c.signals.ours}</span>}
                {signal.muted && <span className="mute small"> {c.signals.muted}</span>}
              </span>
            </span>
            <span className="since">
              {c.signals.since(f.dayShort(signal.since, asOf), w.ago(daysFrom(signal.since, asOf)))}
            </span>
            <p>{signal.evidence}</p>
            {signal.facts.length > 0 && (
              <details>
                <summary>{c.signals.facts(signal.facts.length)}</summary>
                <ul>
                  {signal.facts.map((fact) => (
                    <li key={fact.id}>
                      {f.day(fact.occurredAt)}: {fact.text}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
