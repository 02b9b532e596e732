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

type Signal = CustomerPage['signals'][number];
const good = (signal: Signal): boolean => signal.tone === 'good' || signal.tone === 'date';

/** How many of a list are open at once; the rest is one step away. */
const first = { risks: 6, good: 3 };

/** What speaks of a risk, the gravest first. */
export function RiskSignals({ page }: { page: CustomerPage }) {
  const { c } = useCustomerSpeech();
  const risks = page.signals.filter((signal) => !good(signal));
  return (
    <section className="sec">
      <header>
        <h2>{risks.length === 0 ? c.signals.none : c.signals.title(risks.length)}</h2>
      </header>
      {risks.length === 0 && <p className="soft">{c.signals.noneText}</p>}
      <Signals signals={risks} asOf={page.asOf} shown={first.risks} />
    </section>
  );
}

/** What is good to know, and dates that come; nothing when there is none. */
export function GoodSignals({ page }: { page: CustomerPage }) {
  const { c } = useCustomerSpeech();
  const signals = page.signals.filter(good);
  if (signals.length === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2>{c.signals.good(signals.length)}</h2>
      </header>
      <Signals signals={signals} asOf={page.asOf} shown={first.good} />
    </section>
  );
}

function Mark({ signal }: { signal: Signal }) {
  const { c } = useCustomerSpeech();
  // A date that comes is no state: its row has no shape.
  if (signal.tone === 'date') return null;
  const shape = signal.tone === 'good' ? 'green' : shapes[signal.severity];
  return (
    <span className={`st ${shape}`}>
      <BandShape band={shape} />
      <span className="sr">
        {signal.tone === 'good' ? c.signals.goodOne : c.signals.severity[signal.severity]}
      </span>
    </span>
  );
}

type ListProps = { signals: readonly Signal[]; asOf: string; shown: number };

function Signals({ signals, asOf, shown }: ListProps) {
  const { c } = useCustomerSpeech();
  const rest = signals.slice(shown);
  const rows = (list: readonly Signal[]) => (
    <ul className="sigs">
      {list.map((signal) => (
        <Row key={signal.key} signal={signal} asOf={asOf} />
      ))}
    </ul>
  );
  return (
    <>
      {rows(signals.slice(0, shown))}
      {rest.length > 0 && (
        <details className="rest">
          <summary>{c.signals.more(rest.length)}</summary>
          {rows(rest)}
        </details>
      )}
    </>
  );
}

function Row({ signal, asOf }: { signal: Signal; asOf: string }) {
  const { w, c, f } = useCustomerSpeech();
  return (
    <li>
      <span className="name">
        <Mark signal={signal} />
        <span>
          {signal.label}
          {signal.side === 'ours' && <span className="mute small"> {c.signals.ours}</span>}
          {signal.muted && <span className="mute small"> {c.signals.muted}</span>}
        </span>
      </span>
      <span className="since">
        {signal.begun
          ? c.signals.since(f.dayShort(signal.since, asOf), w.ago(daysFrom(signal.since, asOf)))
          : signal.sinceText}
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
  );
}
