// What the customer does with the service: usage, consumption, observed states, tickets.
// `usage-tracked` never enters the account file: it is rolled up into `account_day`.
import { z } from 'zod';
import { cents, code, currency, factSpec, isoDay } from './spec.ts';
import { contactRef } from './account-facts.ts';

/** States a snapshot may report. A state holds from its day until a newer one is known. */
export const observedMetrics = [
  'active_users',
  'seats',
  'open_tickets',
  'open_critical_tickets',
  'mrr_cents',
  'last_conversation_day',
  'last_meeting_day',
  'overdue_days',
  'overdue_cents',
  'health_external',
] as const;

export const usageTracked = factSpec({
  type: 'usage-tracked',
  kind: 'usage',
  nature: 'event',
  body: z.strictObject({
    user: z.string().max(200).optional(),
    event: code,
    /** Bounded, so that sums of a day stay whole numbers to the last digit. */
    value: z.number().min(-1e8).max(1e8).default(1),
    session: z.string().max(200).optional(),
    department: code.optional(),
    minutes: z.number().nonnegative().max(1e6).optional(),
  }),
  slim: {},
});
export const usagePeriodReported = factSpec({
  type: 'usage-period-reported',
  kind: 'usage-period',
  nature: 'record',
  body: z.strictObject({
    metric: code,
    from: isoDay,
    to: isoDay,
    value: z.number(),
    how: z.enum(['sum', 'distinct', 'last']),
  }),
  slim: { metric: 'code', from: 'day', to: 'day', value: 'number', how: 'code' },
});
export const consumptionReported = factSpec({
  type: 'consumption-reported',
  kind: 'consumption',
  nature: 'record',
  body: z.strictObject({
    what: code,
    from: isoDay,
    to: isoDay,
    contracted: z.number().nullable().default(null),
    used: z.number().nullable().default(null),
  }),
  slim: { what: 'code', from: 'day', to: 'day', contracted: 'number', used: 'number' },
});
export const effortSpent = factSpec({
  type: 'effort-spent',
  kind: 'effort',
  nature: 'record',
  body: z.strictObject({ hours: z.number(), costCents: cents.optional(), currency: currency.optional() }),
  slim: { hours: 'number', costCents: 'number', currency: 'code' },
});
export const stateObserved = factSpec({
  type: 'state-observed',
  kind: 'observation',
  nature: 'record',
  body: z.strictObject({
    metric: z.enum(observedMetrics),
    /** A day metric holds days since 1970-01-01. */
    value: z.number(),
    currency: currency.optional(),
  }),
  slim: { metric: 'code', value: 'number', currency: 'code' },
});

const ticket = { ticket: code };
export const ticketOpened = factSpec({
  type: 'ticket-opened',
  kind: 'ticket',
  nature: 'record',
  body: z.strictObject({
    ...ticket,
    severity: z.enum(['low', 'normal', 'high', 'critical']).optional(),
    tags: z.array(code).max(50).optional(),
    contact: contactRef.optional(),
    subject: z.string().max(500).optional(),
  }),
  slim: { ticket: 'code', severity: 'code', tags: 'codes', contact: 'contact' },
  texts: ['subject'],
});
const ticketOnly = { nature: 'event', body: z.strictObject(ticket), slim: { ticket: 'code' } } as const;
export const ticketAnswered = factSpec({ type: 'ticket-answered', kind: 'ticket', ...ticketOnly });
export const ticketReopened = factSpec({ type: 'ticket-reopened', kind: 'ticket', ...ticketOnly });
export const ticketClosed = factSpec({
  type: 'ticket-closed',
  kind: 'ticket',
  nature: 'event',
  body: z.strictObject({ ...ticket, sentiment: z.number().min(-1).max(1).optional() }),
  slim: { ticket: 'code', sentiment: 'number' },
});
