// The answer on top of the Base: one sentence, one line of why, one figure. Every claim is read from the figures.
import type { AccountsPage, AccountsSummary, View } from '#contract/accounts.ts';
import type { VerdictWords } from '#web/words/verdict-pt.ts';
import type { Formatter } from './format.ts';

export type Verdict = {
  readonly headline: string;
  readonly why: string;
  readonly figure: string;
  readonly notes: readonly string[];
};
type Page = Pick<AccountsPage, 'total' | 'summary'>;

/** `filtered`: whether filters beyond the view narrow the list. */
export function baseVerdict(
  page: Page,
  view: View,
  filtered: boolean,
  f: Formatter,
  w: VerdictWords,
): Verdict {
  const { total, summary } = page;
  if (total === 0) {
    return {
      headline: filtered ? w.none : w.noneOf[view],
      why: filtered ? w.noneWhy : '',
      figure: '0',
      notes: [w.figure.customers(0)],
    };
  }
  const headline = w[view]({
    total,
    red: summary.bands.red,
    yellow: summary.bands.yellow,
    unknown: summary.bands.unknown,
    late: summary.lateWindow,
    mrr: money(summary.mrrCents, summary, f),
    redMrr: money(summary.redMrrCents, summary, f),
    atStake: money(summary.atStakeCents, summary, f),
  });
  return { headline, why: whyOf(summary, w), ...figureOf(total, summary, f, w) };
}

const money = (cents: number | null, summary: AccountsSummary, f: Formatter) =>
  cents !== null && cents > 0 ? f.moneyShort(cents, summary.currency) : null;

function whyOf(summary: AccountsSummary, w: VerdictWords): string {
  const names = summary.first
    .slice(0, 2)
    .map((row) => `${row.account} (${lowerFirst(row.evidence.split('; ')[0] ?? '')})`);
  const parts = names.length === 0 ? [] : [w.first(names)];
  if (summary.shallow > 0.5) parts.push(w.shallow);
  return parts.join(' ');
}

function figureOf(
  total: number,
  summary: AccountsSummary,
  f: Formatter,
  w: VerdictWords,
): Pick<Verdict, 'figure' | 'notes'> {
  const { unknown } = summary.bands;
  // A share of red says nothing where no health is known.
  if (unknown === total) return { figure: f.number(unknown), notes: [w.figure.unknown(unknown)] };
  const { mrrCents, redMrrCents } = summary;
  if (mrrCents === null || redMrrCents === null || mrrCents <= 0) {
    const why = f.seesMoney ? w.figure.noMrr : w.figure.hidden;
    return { figure: f.number(total), notes: [w.figure.customers(total), why] };
  }
  const part = f.moneyShort(redMrrCents, summary.currency);
  const whole = f.moneyShort(mrrCents, summary.currency);
  return {
    figure: f.share(redMrrCents / mrrCents),
    notes: [w.figure.red, w.figure.of(part, whole)],
  };
}

/** Lower case at the start, unless the first word is an acronym ("NPS 3"). */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
