// Tracks over the stages, as a table that reads as a map: filled where a track is, hollow where it has been.
import type { CustomerPage } from '#contract/customer.ts';
import { BandShape } from '#web/parts/state-mark.tsx';
import { trackRows, tracksTitle, type TrackCell } from '#web/views/track-cells.ts';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Props = { page: CustomerPage };

export function TracksMap({ page }: Props) {
  const { w, c, f } = useCustomerSpeech();
  const { stages, rows } = trackRows(page, f, w, c);
  return (
    <section className="sec">
      <header>
        <h2>{tracksTitle(page.tracks, c)}</h2>
        <span className="note">{rows.length === 0 ? c.tracks.noneText : c.tracks.note}</span>
      </header>
      {rows.length > 0 && (
        <div className="scroll" tabIndex={0} role="group" aria-label={tracksTitle(page.tracks, c)}>
          <table className="tbl tracks">
            <caption className="sr">{c.tracks.note}</caption>
            <colgroup>
              <col style={{ width: 168 }} />
              {stages.map((stage) => (
                <col key={stage.key} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <td />
                {stages.map((stage) => (
                  <th key={stage.key} scope="col">
                    {stage.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.label}
                    <span>{row.scope}</span>
                  </th>
                  {row.cells.map((cell) => (
                    <Cell key={cell.stage} cell={cell} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page.leftOut.tracks > 0 && <p className="note small">{c.tracks.leftOut(page.leftOut.tracks)}</p>}
      <Milestones page={page} />
    </section>
  );
}

function Cell({ cell }: { cell: TrackCell }) {
  const { c } = useCustomerSpeech();
  const name = `t-${cell.kind}${cell.left ? ' l' : ''}${cell.right ? ' r' : ''}${cell.note === '' ? '' : ' two'}${cell.estimated ? ' guess' : ''}`;
  if (cell.kind === 'empty' || cell.kind === 'between') return <td className={name} />;
  return (
    <td className={name}>
      {cell.back > 0 && <WayBack columns={cell.back} />}
      <span className="dot" />
      {cell.kind === 'now' ? (
        <b>
          <span className="sr">{c.tracks.now} </span>
          {cell.text}
        </b>
      ) : (
        cell.text
      )}
      {cell.note !== '' && <span className={cell.late || cell.back > 0 ? 'late' : 'note'}>{cell.note}</span>}
    </td>
  );
}

/** The arc of a way back: from the stage it left, over the thread, down to where it stands. */
function WayBack({ columns }: { columns: number }) {
  return (
    <svg
      className="wayback"
      style={{ width: `${columns * 100}%` }}
      viewBox="0 0 100 16"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d="M100 16 C 100 2, 96 2, 90 2 L 10 2 C 4 2, 0 2, 0 12" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Milestones({ page }: Props) {
  const { w, c, f } = useCustomerSpeech();
  const rows = page.tracks.flatMap((track) =>
    track.milestones.map((milestone) => ({
      ...milestone,
      track: track.label,
      id: `${track.id}-${milestone.key}`,
    })),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h3 style={{ marginTop: 16 }}>{c.tracks.milestones}</h3>
      <ul className="miles" style={{ marginTop: 4 }}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.label}</span>
            <span className="soft">
              {row.deliveredOn !== null ? (
                <span className="st green">
                  <BandShape band="green" />
                  {c.tracks.delivered(f.dayShort(row.deliveredOn, page.asOf))}
                </span>
              ) : row.late ? (
                <span className="st yellow">
                  <BandShape band="yellow" />
                  {row.due === null
                    ? w.late
                    : `${c.tracks.due(f.dayShort(row.due, page.asOf))}, ${c.tracks.overdue}`}
                </span>
              ) : row.due === null ? (
                c.tracks.noDue
              ) : (
                c.tracks.due(f.dayShort(row.due, page.asOf))
              )}
            </span>
            <span className="small mute">
              {[row.track, row.proof].filter((part) => part !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
