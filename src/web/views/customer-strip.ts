// The strip of figures under the customer's verdict: money, renewal, stake, churn, action, each with its unit or doubt.
import type { CustomerPage } from '#contract/customer.ts';
import type { CustomerWords } from '#web/words/customer-pt.ts';
import type { Words } from '#web/words/pt.ts';
import { daysFrom } from './format.ts';
import { taxIdText } from './tax-id.ts';
import type { Formatter } from './format.ts';

export type StripItem = { readonly label: string; readonly value: string; readonly note: string };
type Source = Pick<CustomerPage, 'asOf' | 'line' | 'churn90' | 'action'>;

/** Figures in the order a person asks for them; what is unknown is said, churn is left out until it is estimated. */
export function customerStrip(page: Source, f: Formatter, w: Words, c: CustomerWords): readonly StripItem[] {
  const { line, asOf } = page;
  const money = (cents: number | null) => (cents === null ? w.noData : f.money(cents, line.currency));
  const days = line.renewsOn === null ? 0 : daysFrom(asOf, line.renewsOn);
  const items: StripItem[] = [
    f.seesMoney
      ? { label: c.strip.mrr, value: money(line.mrrCents), note: '' }
      : { label: c.strip.mrr, value: w.money.hidden, note: w.money.hiddenNote },
    {
      label: line.status === 'notice' ? c.strip.leaves : c.strip.renews,
      value: line.renewsOn === null ? w.noDate : f.day(line.renewsOn),
      note: line.renewsOn === null ? '' : days < 0 ? w.ago(-days) : w.inDays(days),
    },
  ];
  if (line.atStakeCents !== null)
    items.push({ label: c.strip.stake, value: money(line.atStakeCents), note: '' });
  if (page.churn90 !== null) {
    const { p, low, high, tier } = page.churn90;
    const interval = c.strip.interval(f.share(low), f.share(high));
    items.push({
      label: c.strip.churn,
      value: f.share(p),
      note: tier === 0 ? `${interval} · ${c.strip.prior}` : interval,
    });
  }
  return items;
}

/** When the action is due, seen from `asOf`: today, by a date, or overdue. */
export function dueText(due: string, asOf: string, f: Formatter, c: CustomerWords): string {
  const days = daysFrom(asOf, due);
  if (days === 0) return c.dueToday;
  return days > 0 ? c.due(f.dayShort(due, asOf)) : c.overdue(f.dayShort(due, asOf));
}

/** What is known of the firm beside its name. */
export function headNotes(page: Pick<CustomerPage, 'head'>, f: Formatter, c: CustomerWords): string {
  const { segmentLabel, since, csm, taxId, statusLabel, status } = page.head;
  return [
    status === 'active' ? null : statusLabel,
    segmentLabel,
    since === null ? null : c.since(f.day(since)),
    csm === null ? c.noCsm : c.csm(csm),
    taxId === null ? null : c.taxId(taxIdText(taxId)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
