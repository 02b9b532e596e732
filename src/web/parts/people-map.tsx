// The drawing of a customer's people at its measured width: filled is warm, soft is cooling, dashed is cold, crossed left.
import type { Contact } from '#contract/contacts.ts';
import { useWidth } from '#web/parts/use-width.ts';
import { dotSize, peopleMap, type Dot, type PeopleMap as Drawing } from '#web/views/people-map.ts';
import { useContactsSpeech } from '#web/words/contacts-context.ts';

/** The mark of a person, around a point. */
export function PersonMark({ x, y, warmth, left }: Pick<Dot, 'x' | 'y' | 'warmth' | 'left'>) {
  const cross = dotSize - 4;
  return (
    <>
      <circle className={`pm-dot ${left ? 'left' : warmth}`} cx={x} cy={y} r={dotSize} />
      {left && (
        <path
          className="pm-cross"
          d={`M${x - cross} ${y - cross}l${2 * cross} ${2 * cross}m0 ${-2 * cross}l${-2 * cross} ${2 * cross}`}
        />
      )}
    </>
  );
}

export function PeopleMap({ people }: { people: readonly Contact[] }) {
  const { p } = useContactsSpeech();
  const [place, width] = useWidth<HTMLDivElement>();
  const d = peopleMap(people, Math.max(width, 320), { nameless: p.nameless });
  return (
    <div ref={place} className="pm">
      {width > 0 && (
        <svg
          width={width}
          height={d.height}
          viewBox={`0 0 ${width} ${d.height}`}
          role="img"
          aria-label={p.drawing(p.note(people.length))}
        >
          <Scales d={d} width={width} />
          {d.dots.map((dot) => (
            <g key={dot.id}>
              <PersonMark {...dot} />
              {dot.label && (
                <>
                  <text
                    className={dot.left ? 'pm-name left' : 'pm-name'}
                    x={dot.label.x}
                    y={dot.label.y}
                    textAnchor={dot.label.anchor}
                  >
                    {dot.label.name}
                  </text>
                  {dot.label.role !== '' && (
                    <text x={dot.label.x} y={dot.label.y + 14} textAnchor={dot.label.anchor}>
                      {dot.label.role}
                    </text>
                  )}
                </>
              )}
            </g>
          ))}
        </svg>
      )}
      {width > 0 && d.unlabelled > 0 && <p className="small mute">{p.unlabelled(d.unlabelled)}</p>}
    </div>
  );
}

function Scales({ d, width }: { d: Drawing; width: number }) {
  const { p } = useContactsSpeech();
  return (
    <>
      <line className="pm-axis" x1="4" x2={d.plotRight + 8} y1={d.axisY} y2={d.axisY} />
      <text x="0" y="12">
        {p.more}
      </text>
      {d.ticks.map(({ x, text }) => (
        <g key={text}>
          <line className="pm-grid" x1={x} x2={x} y1="24" y2={d.axisY} />
          <text x={x} y={d.axisY + 16} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {d.neverX !== null && (
        <text x={width} y="12" textAnchor="end">
          {p.never}
        </text>
      )}
      {d.noWeightY !== null && (
        <>
          <line className="pm-grid" x1="4" x2={width} y1={d.noWeightY} y2={d.noWeightY} />
          <text x="0" y={d.height - 8}>
            {p.noWeight}
          </text>
        </>
      )}
      <text x={d.plotRight + 8} y={d.noWeightY === null ? d.axisY + 32 : d.height - 8} textAnchor="end">
        {p.days}
      </text>
    </>
  );
}
