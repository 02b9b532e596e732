// The life of each ticket, put together from its facts. Knows no windows and no coverage.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { View } from '#domain/profile/shape.ts';

export type Ticket = {
  readonly opened: SlimRow<'ticket-opened'>;
  /** Instants (ms); null while it did not happen. */
  answeredAt: number | null;
  closedAt: number | null;
  closedOn: Day | null;
  reopenedAt: number | null;
  reopenedOn: Day | null;
};

/** Tickets by key. A ticket that was closed before it was opened again is open. */
export function ticketsOf(view: View): ReadonlyMap<string, Ticket> {
  const tickets = new Map<string, Ticket>();
  for (const row of view.rows('ticket-opened')) {
    if (row.ticket !== null) tickets.set(row.ticket, newTicket(row));
  }
  for (const row of view.rows('ticket-answered')) {
    const ticket = ticketOf(tickets, row.ticket);
    if (ticket && ticket.answeredAt === null) ticket.answeredAt = row.occurred;
  }
  for (const row of view.rows('ticket-closed')) {
    const ticket = ticketOf(tickets, row.ticket);
    if (ticket) [ticket.closedAt, ticket.closedOn] = [row.occurred, row.day];
  }
  for (const row of view.rows('ticket-reopened')) {
    const ticket = ticketOf(tickets, row.ticket);
    if (ticket) [ticket.reopenedAt, ticket.reopenedOn] = [row.occurred, row.day];
  }
  return tickets;
}

/** Open: never closed, or opened again after its last closing. */
export function isOpen(ticket: Ticket): boolean {
  const { closedAt } = ticket;
  return closedAt === null || Math.max(ticket.opened.occurred, ticket.reopenedAt ?? -Infinity) > closedAt;
}

function newTicket(opened: SlimRow<'ticket-opened'>): Ticket {
  return { opened, answeredAt: null, closedAt: null, closedOn: null, reopenedAt: null, reopenedOn: null };
}

function ticketOf(tickets: ReadonlyMap<string, Ticket>, key: string | null): Ticket | undefined {
  return key === null ? undefined : tickets.get(key);
}
