// The trend of a row: a small line of the last weeks, its last point in the state's colour, the change beside it.
import type { Band } from '#contract/line.ts';
import { spark } from '#web/views/spark.ts';

const [width, height] = [52, 16] as const;

export function TrendLine({
  scores,
  band,
  change,
}: {
  scores: readonly (number | null)[];
  band: Band;
  change: string;
}) {
  const { path, end } = spark(scores, width, height);
  return (
    <span className="tend">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {path === '' ? (
          <path d={`M0 ${height / 2}H${width}`} stroke="var(--line-2)" strokeDasharray="1 3" fill="none" />
        ) : (
          <path d={path} stroke="var(--d2)" strokeWidth="1.25" strokeLinejoin="round" fill="none" />
        )}
        {end && <circle className={band === 'unknown' ? 'end' : band} cx={end.x} cy={end.y} r="2" />}
      </svg>
      <span className="dl">{change}</span>
    </span>
  );
}
