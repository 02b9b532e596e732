// What health can see: pillars with the share of customers they speak of, each opening to its measures.
import type { DataQuality } from '#contract/data-quality.ts';
import { ChevronIcon } from '#web/parts/icons.tsx';
import { weakestPillar } from '#web/views/data-verdict.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

type Pillar = DataQuality['pillars'][number];

/** A share as a bar from zero; the number stands beside it. */
const Bar = ({ share }: { share: number }) => (
  <span className="cov-bar" aria-hidden="true">
    <span style={{ width: `${Math.round(share * 100)}%` }} />
  </span>
);

export function DataCoverage({ page }: { page: DataQuality }) {
  const { d, f } = useDataSpeech();
  const weakest = weakestPillar(page);
  return (
    <section className="sec">
      <header>
        <h2>{weakest ? d.coverage.title(weakest.label, f.share(weakest.share)) : d.coverage.plain}</h2>
        <p className="note">{d.coverage.note}</p>
      </header>
      <ul className="cov">
        {page.pillars.map((pillar) => (
          <li key={pillar.key}>
            <PillarRow pillar={pillar} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PillarRow({ pillar }: { pillar: Pillar }) {
  const { d, f } = useDataSpeech();
  return (
    <details>
      <summary>
        <ChevronIcon />
        <span className="strong">{pillar.label}</span>
        <Bar share={pillar.share} />
        <span className="cov-n">{f.share(pillar.share)}</span>
        <span className="cov-of">{d.coverage.accounts(pillar.accounts)}</span>
      </summary>
      <ul className="cov-in">
        {pillar.measures.map((measure) => (
          <li key={measure.key}>
            <span>
              {measure.label}
              <span className="small mute">{measure.question}</span>
            </span>
            <Bar share={measure.share} />
            <span className="cov-n">{f.share(measure.share)}</span>
            <span className="cov-of">{d.coverage.accounts(measure.accounts)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
