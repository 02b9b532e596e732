// The answer of the Dados page from its figures: how many customers health can judge, and what would change that most.
import type { DataQuality } from '#contract/data-quality.ts';
import type { Formatter } from '#web/views/format.ts';
import type { DataWords } from '#web/words/data-pt.ts';

export type DataVerdict = {
  readonly headline: string;
  readonly why: string;
  readonly figure: string;
  readonly notes: readonly string[];
};

/** Whole percent that never rounds a gap away: 99.8% of a base is 99%. */
function shareText(part: number, whole: number, f: Formatter): string {
  if (whole === 0) return '—';
  const rate = part / whole;
  return rate < 1 && rate > 0.99 ? `${f.number(99)}%` : f.share(rate);
}

export function dataVerdict(
  page: Pick<DataQuality, 'accounts' | 'unknown' | 'collect' | 'lateNotice'>,
  f: Formatter,
  d: DataWords,
): DataVerdict {
  const { accounts, unknown, collect } = page;
  if (accounts === 0)
    return { headline: d.enough.empty, why: d.enough.emptyWhy, figure: '0', notes: [d.enough.emptyFigure] };
  const known = accounts - unknown;
  const best = collect[0];
  const rest =
    best && best.lifted > 0 ? d.enough.lifted(best.label, best.lifted, unknown) : d.enough.noOneThing;
  const headline =
    unknown === 0
      ? d.enough.all(accounts)
      : `${d.enough.some(unknown, f.number(accounts))}${best && best.lifted > 0 ? '. ' : '; '}${rest}`;
  return {
    headline,
    why: page.lateNotice ?? '',
    figure: shareText(known, accounts, f),
    notes: [d.enough.figure, d.enough.of(f.number(known), f.number(accounts))],
  };
}

/** The pillar that speaks of fewest customers, where the title of the table may say so; null where all speak of all. */
export function weakestPillar(
  page: Pick<DataQuality, 'pillars' | 'accounts'>,
): DataQuality['pillars'][number] | null {
  const [weakest] = page.pillars.toSorted((a, b) => a.share - b.share);
  return weakest && page.accounts > 0 && weakest.share < 1 ? weakest : null;
}
