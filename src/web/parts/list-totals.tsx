// Below the table, always in sight: how many of each state, their money, how much of the list is here.
import type { AccountsSummary } from '#contract/accounts.ts';
import { BandShape } from '#web/parts/state-mark.tsx';
import { useSpeech } from '#web/words/context.tsx';

type Props = { summary: AccountsSummary; total: number; asOf: string; isToday: boolean };
const bands = ['red', 'yellow', 'green', 'unknown'] as const;

export function ListTotals({ summary, total, asOf, isToday }: Props) {
  const { w, f } = useSpeech();
  return (
    <div className="foots">
      {bands.map((band) =>
        summary.bands[band] === 0 ? null : (
          <span key={band} className={`st ${band}`}>
            <BandShape band={band} />
            {w.bands[band](summary.bands[band])}
          </span>
        ),
      )}
      {!f.seesMoney && <span className="mute">{w.money.hiddenNote}</span>}
      {summary.mrrCents !== null && summary.mrrCents > 0 && (
        <span className="strong">{w.table.mrrTotal(f.money(summary.mrrCents, summary.currency))}</span>
      )}
      {f.seesMoney && summary.withoutMrr > 0 && (
        <span className="mute">{w.table.withoutMrr(summary.withoutMrr)}</span>
      )}
      <span className="end">
        {w.table.shown(f.number(total), f.number(summary.views.all), summary.views.all)} ·{' '}
        {isToday ? w.table.dataToday : w.table.dataOf(f.day(asOf))}
      </span>
    </div>
  );
}
