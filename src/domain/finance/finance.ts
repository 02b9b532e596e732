// How the customer pays: delay in working days after bank clearing, punctuality, failed charges, asked downgrades.
// Invoices when a source has them, else the state a sheet reports.
import type { Day } from '#base/day.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import { coversLast, reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, Span, View } from '#domain/profile/shape.ts';
import { convertAt } from '#domain/revenue/rates.ts';
import { invoicesAt, type Invoice } from './invoices.ts';

/** Working days a bank takes to clear a payment made on the due day. */
const clearingDays = 1;
const yearDays = 365;
const failedDays = 30;
const downgradeDays = 90;

/** Writes `finance.*`. */
export function financeCalculator(view: View, out: LeafWriter): void {
  const reach = reachOf(view, 'invoice');
  if (reach) writeInvoices(view, reach, out);
  else writeObserved(view, out);
  writeFailed(view, reach, out);
  writeDowngrade(view, out);
}

function writeInvoices(view: View, reach: Span, out: LeafWriter): void {
  const invoices = invoicesAt(view);
  const overdue: Invoice[] = [];
  let days = 0;
  for (const invoice of invoices) {
    const late = invoice.paidOn === null ? delay(view, invoice.dueOn, reach.to) : 0;
    if (late <= 0) continue;
    overdue.push(invoice);
    days = Math.max(days, late);
  }
  const evidence = overdue.map(({ row }): RowRef => ({ type: 'invoice-issued', row }));
  out.set('finance.overdueDays', days, reach.to, evidence);
  const owed = sumOwed(view, overdue);
  if (owed !== null) out.set('finance.overdueAmount', owed, reach.to, evidence);
  writePunctuality(view, invoices, reach, out);
}

/** Working days past due on `day`, once a payment on the due day would have cleared; 0 when not late or no due day. */
function delay(view: View, dueOn: Day | null, day: Day): number {
  if (dueOn === null || dueOn >= day) return 0;
  return Math.max(0, view.frame.calendar.workingDaysBetween(payable(view, dueOn), day) - clearingDays);
}

/** A due day that is no working day moves to the next one. */
function payable(view: View, dueOn: Day): Day {
  return view.frame.calendar.addWorkingDays(dueOn, 0);
}

function sumOwed(view: View, overdue: readonly Invoice[]): number | null {
  const { rates, currency } = view.frame;
  let total = 0;
  for (const { owedCents, currency: from } of overdue) {
    const cents = owedCents === null ? null : convertAt(rates, owedCents, from, currency, view);
    if (cents === null) return null;
    total += cents;
  }
  return total;
}

/** Of the invoices that fell due in 12 months and are paid or late, the share paid on time. */
function writePunctuality(view: View, invoices: readonly Invoice[], reach: Span, out: LeafWriter): void {
  let judged = 0;
  let onTime = 0;
  for (const { dueOn, paidOn } of invoices) {
    if (dueOn === null || dueOn > reach.to || dueOn <= reach.to - yearDays) continue;
    const late = delay(view, dueOn, paidOn ?? reach.to) > 0;
    if (paidOn === null && !late) continue;
    judged += 1;
    if (!late) onTime += 1;
  }
  if (judged > 0) out.set('finance.punctuality12m', onTime / judged, reach.to);
}

/** States of a sheet: the newest known one holds. Nothing overdue is no delay, and no delay is nothing overdue. */
function writeObserved(view: View, out: LeafWriter): void {
  const days = newestObservation(view, 'overdue_days');
  const cents = newestObservation(view, 'overdue_cents');
  if (days) {
    const evidence: readonly RowRef[] = [{ type: 'state-observed', row: days }];
    out.set('finance.overdueDays', days.value, days.day, evidence);
    if (!cents && days.value === 0) out.set('finance.overdueAmount', 0, days.day, evidence);
  }
  if (!cents) return;
  const evidence: readonly RowRef[] = [{ type: 'state-observed', row: cents }];
  const { rates, currency } = view.frame;
  const amount = convertAt(rates, Math.round(cents.value), cents.currency, currency, view);
  if (amount !== null) out.set('finance.overdueAmount', amount, cents.day, evidence);
  if (!days && cents.value === 0) out.set('finance.overdueDays', 0, cents.day, evidence);
}

/** A failure that is recorded counts; none counts as zero only when all 30 days are covered. */
function writeFailed(view: View, reach: Span | null, out: LeafWriter): void {
  const end = reach?.to ?? view.day;
  const rows = view.rows('charge-failed').filter((row) => row.day > end - failedDays && row.day <= view.day);
  if (rows.length === 0 && !coversLast(reach, failedDays)) return;
  const evidence = rows.map((row): RowRef => ({ type: 'charge-failed', row }));
  out.set('finance.failedCharges30d', rows.length, end, evidence);
}

/** Asked in 90 days and not closed by a person. */
function writeDowngrade(view: View, out: LeafWriter): void {
  const rows = view.rows('downgrade-asked');
  let open: (typeof rows)[number] | null = null;
  for (const row of rows) open = row.closes === true ? null : row;
  if (open && view.day - open.day < downgradeDays) {
    out.set('finance.downgradeAsked', true, view.day, [{ type: 'downgrade-asked', row: open }]);
    return;
  }
  const reach = reachOf(view, 'contract');
  if (rows.length > 0 || reach) out.set('finance.downgradeAsked', false, reach?.to ?? view.day);
}
