// Each invoice with what was paid on it. Owed is the net amount: withheld taxes are nobody's delay.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { View } from '#domain/profile/shape.ts';
import { convertAt } from '#domain/revenue/rates.ts';

export type Invoice = {
  readonly row: SlimRow<'invoice-issued'>;
  readonly currency: string | null;
  /** Day agreed last; null when the source does not tell. */
  dueOn: Day | null;
  /** Net cents not paid yet; null when a payment cannot be converted. */
  owedCents: number | null;
  /** Day on which it was paid in full; null while something is owed. */
  paidOn: Day | null;
};

/** Invoices known by now, by number, in order of issue. A refund makes no debt, so it changes nothing here. */
export function invoicesAt(view: View): readonly Invoice[] {
  const invoices = new Map<string, Invoice>();
  for (const row of view.rows('invoice-issued')) {
    const { invoice, netCents, dueOn, currency } = row;
    invoices.set(invoice ?? '', { row, currency, dueOn, owedCents: netCents, paidOn: null });
  }
  if (invoices.size === 0) return [];
  for (const row of view.rows('invoice-renegotiated')) {
    const invoice = invoices.get(row.invoice ?? '');
    if (invoice && row.dueOn !== null) invoice.dueOn = row.dueOn;
  }
  for (const row of view.rows('invoice-paid')) {
    const invoice = invoices.get(row.invoice ?? '');
    if (invoice) pay(invoice, row, view);
  }
  return [...invoices.values()];
}

function pay(invoice: Invoice, row: SlimRow<'invoice-paid'>, view: View): void {
  if (invoice.owedCents === null || row.cents === null) return;
  const to = invoice.currency ?? view.frame.currency;
  const paid = convertAt(view.frame.rates, row.cents, row.currency, to, view);
  invoice.owedCents = paid === null ? null : invoice.owedCents - paid;
  if (invoice.owedCents !== null && invoice.owedCents <= 0) invoice.paidOn ??= row.day;
}
