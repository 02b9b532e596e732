// The drawing of the base as points: bands on the axis, squares of those that are only counted, circles, names. Draws only.
import type { KeyboardEvent } from 'react';
import type { Scatter } from '#web/views/scatter.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

type Props = {
  drawing: Scatter;
  /** The sentence that says what is drawn. */
  picture: string;
  symbol: string;
  /** Id of the chosen customer. */
  chosen: string | null;
  /** What is said of the chosen one. */
  told: string;
  onChoose: (id: string) => void;
  onOpen: (id: string) => void;
  onStep: (step: number) => void;
};

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function ScatterPlot({ drawing, picture, symbol, chosen, told, onChoose, onOpen, onStep }: Props) {
  const { b } = useBaseSpeech();
  const { width, height } = drawing;
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onStep(step);
    } else if (event.key === 'Enter' && chosen !== null) {
      event.preventDefault();
      onOpen(chosen);
    }
  };
  const one = drawing.dots.find(({ point }) => point.id === chosen);
  return (
    <div className="scatter" tabIndex={0} role="group" aria-label={b.scatter.keys} onKeyDown={press}>
      <p className="axis-y small mute">{b.scatter.axis(b.scatter.thousands(symbol))}</p>
      <svg role="img" aria-label={picture} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <Ground drawing={drawing} />
        {drawing.dots.map(({ point, x, y, r }) => (
          <circle
            key={point.id}
            className={`dot ${point.band}`}
            cx={x}
            cy={y}
            r={r}
            onMouseEnter={() => onChoose(point.id)}
            onClick={() => onOpen(point.id)}
          />
        ))}
        {drawing.labels.map((label) => (
          <text key={label.id} className="name" x={label.x} y={label.y} textAnchor={label.anchor}>
            {label.text}
          </text>
        ))}
        {one && <circle className="ring" cx={one.x} cy={one.y} r={one.r + 4} />}
      </svg>
      <p className="told" role="status">
        {told}
      </p>
    </div>
  );
}

/** What lies under the points: lines of the values, the bands of health, squares of those only counted. */
function Ground({ drawing }: { drawing: Scatter }) {
  const { b, f } = useBaseSpeech();
  const { left, right, bottom, edges } = drawing;
  const bands = [
    ['red', left, edges.yellow],
    ['yellow', edges.yellow, edges.green],
    ['green', edges.green, right],
  ] as const;
  return (
    <>
      {drawing.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className="grid" x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 8} y={y + 4} textAnchor="end">
            {f.number(value / 100_000)}
          </text>
        </g>
      ))}
      {[edges.yellow, edges.green].map((x) => (
        <line key={x} className="edge" x1={x} x2={x} y1={12} y2={bottom} />
      ))}
      {drawing.squares.map((square) => (
        <rect
          key={`${square.x} ${square.y}`}
          className="cell"
          x={square.x}
          y={square.y}
          width={square.width}
          height={square.height}
          fillOpacity={0.08 + square.share * 0.5}
        />
      ))}
      {bands.map(([band, from, to]) => (
        <g key={band} className={band}>
          <line className="axis" x1={from} x2={to} y1={bottom} y2={bottom} />
          <text className="band" x={(from + to) / 2} y={bottom + 38} textAnchor="middle">
            {b.scatter.bands[band]}
          </text>
        </g>
      ))}
      {drawing.scores.map(({ value, x }) => (
        <text key={value} x={x} y={bottom + 18} textAnchor={value === 100 ? 'end' : 'middle'}>
          {value}
        </text>
      ))}
    </>
  );
}
