// The score down to its facts: a bar of pillars, a table that sums to the score on screen, measures under each pillar.
import { Fragment, useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import { ChevronIcon } from '#web/parts/icons.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { healthTitle, measureRows, pillarRows, pillarSum, type PillarRow } from '#web/views/health-parts.ts';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Props = { page: CustomerPage };

export function HealthExplained({ page }: Props) {
  const { c, f } = useCustomerSpeech();
  const { health } = page;
  const rows = pillarRows(health, f);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="sec">
      <header>
        <h2>{healthTitle(health, f, c)}</h2>
        <span className="note">{c.health.note(page.method.label, page.method.version)}</span>
      </header>
      {health.score !== null && <PillarBar rows={rows} />}
      <table className="tbl wrap hl">
        <caption className="sr">{c.health.caption}</caption>
        <colgroup>
          <col />
          <col />
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{c.health.pillar}</th>
            <th className="num">{c.health.weight}</th>
            <th className="num">{c.health.points}</th>
            <th className="num">{c.health.contribution}</th>
            <th className="num">{c.health.change}</th>
            <th>{c.health.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              <Pillar
                row={row}
                open={open === row.key}
                onOpen={() => setOpen(open === row.key ? null : row.key)}
              />
              {open === row.key && (
                <tr className="in">
                  <td colSpan={6} id={`measures-${row.key}`}>
                    <Measures page={page} pillar={row} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <Sum page={page} />
      </table>
      {page.counterfactual !== null && (
        <p className="cf">
          <b>{c.health.back}</b> {page.counterfactual}
        </p>
      )}
      <Missing page={page} />
    </section>
  );
}

function PillarBar({ rows }: { rows: readonly PillarRow[] }) {
  const { c } = useCustomerSpeech();
  return (
    <ol
      className="pbar"
      aria-label={c.health.bar(rows.map((row) => `${row.label} ${row.contribution}`).join(', '))}
    >
      {rows.map((row) =>
        row.width === 0 ? null : (
          <li key={row.key} className={row.known ? '' : 'no'} style={{ flex: `${row.width} 0 0` }}>
            <i>
              <b style={{ width: `${row.filled * 100}%` }} aria-hidden="true">
                {row.width * row.filled > 0.06 ? row.contribution : ''}
              </b>
            </i>
            <span aria-hidden="true">{row.width > 0.08 ? row.label : ''}</span>
          </li>
        ),
      )}
    </ol>
  );
}

function Pillar({ row, open, onOpen }: { row: PillarRow; open: boolean; onOpen: () => void }) {
  return (
    <tr>
      <td>
        <button
          type="button"
          className="more"
          aria-expanded={open}
          aria-controls={open ? `measures-${row.key}` : undefined}
          onClick={onOpen}
        >
          <ChevronIcon />
          <span>{row.label}</span>
        </button>
      </td>
      <td className="num soft">{row.weight}</td>
      <td className="num">{row.points}</td>
      <td className="num strong">{row.contribution}</td>
      <td className={row.fell ? 'num' : 'num mute'}>{row.change}</td>
      <td className="why">
        {row.fell && (
          <span className="st yellow">
            <BandShape band="yellow" />
          </span>
        )}
        {row.why}
      </td>
    </tr>
  );
}

function Measures({ page, pillar }: Props & { pillar: PillarRow }) {
  const { c, f } = useCustomerSpeech();
  const rows = measureRows(page.health, pillar.key, f);
  if (rows.length === 0) return <p className="small mute">{c.health.noMeasures}</p>;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={c.health.measures(pillar.label)}>
      <table className="tbl wrap">
        <caption className="sr">{c.health.measures(pillar.label)}</caption>
        <colgroup>
          <col />
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{c.health.measure}</th>
            <th>{c.health.value}</th>
            <th className="num">{c.health.points}</th>
            <th className="num">{c.health.weight}</th>
            <th className="num">{c.health.contribution}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>
                {row.label}
                <ul>
                  {row.facts.map((fact) => (
                    <li key={fact.id}>
                      {fact.on}: {fact.text}
                    </li>
                  ))}
                  {row.facts.length === 0 && <li>{c.health.noFacts}</li>}
                </ul>
              </td>
              <td className="soft">{row.raw}</td>
              <td className="num">{row.points}</td>
              <td className="num soft">{row.weight}</td>
              <td className="num">{row.contribution}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sum({ page }: Props) {
  const { c, f } = useCustomerSpeech();
  const { health } = page;
  const trend = health.trend === null ? '—' : f.signed(health.trend, 1);
  const total = (
    <tr>
      <td>{c.health.total}</td>
      <td className="num">{f.share(health.pillars.reduce((sum, pillar) => sum + pillar.weight, 0))}</td>
      <td />
      <td className="num strong" style={{ color: 'var(--ink)' }}>
        {health.score === null ? '—' : f.number(health.score, 1)}
      </td>
      <td className="num">{trend}</td>
      <td>
        {health.score === null ? c.health.sumUnknown : health.cap === null ? c.health.sum : c.health.capped}
      </td>
    </tr>
  );
  if (health.cap === null) return <tfoot>{total}</tfoot>;
  return (
    <tfoot>
      <tr>
        <td colSpan={3}>{c.health.sumOf}</td>
        <td className="num">{f.number(pillarSum(health), 1)}</td>
        <td colSpan={2} />
      </tr>
      <tr>
        <td colSpan={3}>{c.health.cap(health.cap.label, f.number(health.cap.below))}</td>
        <td className="num">{f.signed(-health.cap.taken, 1)}</td>
        <td colSpan={2} />
      </tr>
      {total}
    </tfoot>
  );
}

function Missing({ page }: Props) {
  const { c } = useCustomerSpeech();
  const { missing } = page.health;
  if (missing.length === 0) return null;
  return (
    <details className="missing small">
      <summary>{c.health.missing(missing.length)}</summary>
      <ul>
        {missing.map((measure) => (
          <li key={measure.key}>
            <b>{measure.label}</b>
            <span>{measure.collect}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
