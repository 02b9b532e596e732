// Friction: open and critical tickets, volume against the account's own norm, reopenings, first response.
// Tickets when a source has them, else the states a sheet reports.
import { median } from '#base/stats.ts';
import { coversLast, reachOf } from '#domain/profile/reach.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import type { LeafWriter, RowRef, Span, View } from '#domain/profile/shape.ts';
import { isOpen, ticketsOf, type Ticket } from './tickets.ts';

const volumeDays = 30;
/** The norm is taken from the days before the volume window. */
const normDays = 180;
const normMinimum = 60;
/** Tickets in 30 days that no account is too quiet for: one ticket after a silent half year is no flood (J). */
const leastNorm = 1;
const rateDays = 90;
const hour = 3_600_000;

/** Writes `support.*`. */
export function supportCalculator(view: View, out: LeafWriter): void {
  const reach = reachOf(view, 'ticket');
  if (!reach) {
    writeObserved(view, out);
    return;
  }
  const tickets = [...ticketsOf(view).values()];
  writeOpen(tickets, reach, out);
  writeVolume(tickets, reach, out);
  writeReopened(tickets, view, reach, out);
  writeFirstResponse(tickets, reach, out);
}

/** States of a sheet: the newest known one holds. No open ticket means no critical one. */
function writeObserved(view: View, out: LeafWriter): void {
  const open = newestObservation(view, 'open_tickets');
  const critical = newestObservation(view, 'open_critical_tickets');
  if (open) out.set('support.open', open.value, open.day, observed(open));
  const count = open?.value === 0 ? 0 : (critical?.value ?? null);
  if (count === null) return;
  const source = open?.value === 0 ? open : critical;
  out.set('support.openCritical', count, source?.day ?? null, source ? observed(source) : []);
  if (count === 0) out.set('support.oldestCriticalDays', 0, source?.day ?? null);
}

function writeOpen(tickets: readonly Ticket[], reach: Span, out: LeafWriter): void {
  const open = tickets.filter(isOpen);
  out.set('support.open', open.length, reach.to, opened(open));
  const critical = open.filter((ticket) => ticket.opened.severity === 'critical');
  const untold = open.some((ticket) => ticket.opened.severity === null);
  // Severity that nobody told is neither critical nor not.
  if (untold && critical.length === 0) return;
  const oldest = critical.reduce((day, ticket) => Math.min(day, ticket.opened.day), reach.to);
  out.set('support.openCritical', critical.length, reach.to, opened(critical));
  out.set('support.oldestCriticalDays', reach.to - oldest, reach.to, opened(critical));
}

/** Volume of the last 30 days against the mean of 30 days in the 180 before, as far as they are covered. */
function writeVolume(tickets: readonly Ticket[], reach: Span, out: LeafWriter): void {
  if (!coversLast(reach, volumeDays)) return;
  const from = reach.to - volumeDays + 1;
  const volume = openedBetween(tickets, from, reach.to);
  out.set('support.volume30d', volume, reach.to);
  const normFrom = Math.max(reach.from, from - normDays);
  if (from - normFrom < normMinimum) return;
  const norm = (openedBetween(tickets, normFrom, from - 1) / (from - normFrom)) * volumeDays;
  out.set('support.volumeRatio', volume / Math.max(norm, leastNorm), reach.to);
}

function writeReopened(tickets: readonly Ticket[], view: View, reach: Span, out: LeafWriter): void {
  if (coversLast(reach, 60)) {
    const rows = view.rows('ticket-reopened').filter((row) => row.day > reach.to - 60);
    const evidence: readonly RowRef[] = rows.map((row) => ({ type: 'ticket-reopened', row }));
    out.set('support.reopened60d', rows.length, reach.to, evidence);
  }
  if (!coversLast(reach, rateDays)) return;
  const closed = tickets.filter((ticket) => (ticket.closedOn ?? -1) > reach.to - rateDays);
  if (closed.length === 0) return;
  const reopened = closed.filter((ticket) => ticket.reopenedOn !== null).length;
  out.set('support.reopenRate', reopened / closed.length, reach.to);
}

function writeFirstResponse(tickets: readonly Ticket[], reach: Span, out: LeafWriter): void {
  const hours: number[] = [];
  for (const ticket of tickets) {
    if (ticket.answeredAt === null || ticket.opened.day <= reach.to - rateDays) continue;
    hours.push(Math.max(0, ticket.answeredAt - ticket.opened.occurred) / hour);
  }
  const middle = median(hours);
  if (middle !== null) out.set('support.firstResponseHours', middle, reach.to);
}

function openedBetween(tickets: readonly Ticket[], from: number, to: number): number {
  let count = 0;
  for (const { opened: row } of tickets) if (row.day >= from && row.day <= to) count += 1;
  return count;
}

function opened(tickets: readonly Ticket[]): readonly RowRef[] {
  return tickets.map((ticket) => ({ type: 'ticket-opened', row: ticket.opened }));
}

function observed(row: RowRef['row']): readonly RowRef[] {
  return [{ type: 'state-observed', row }];
}
