// Contracts, renewals, invoices. Money is integer cents with its currency on every line.
import { z } from 'zod';
import { cents, code, contractLine, currency, factSpec, isoDay } from './spec.ts';

export const renewalTypes = ['auto', 'manual', 'tacit', 'open_ended'] as const;
export const renewalSteps = [
  'preparation',
  'conversation',
  'proposal',
  'negotiation',
  'confirmation',
  'signature',
  'celebration',
] as const;
export const renewalCategories = ['commit', 'probable', 'at_risk'] as const;

export const contractSigned = factSpec({
  type: 'contract-signed',
  kind: 'contract',
  nature: 'record',
  body: z.strictObject({
    contract: code,
    lines: z.array(contractLine).max(200),
    /** First day of service; null when the source does not tell (the contract then covers every day up to its end). */
    start: isoDay.nullable().default(null),
    plannedEnd: isoDay.nullable().default(null),
    termMonths: z.int().positive().optional(),
    renewal: z.enum(renewalTypes).optional(),
    noticeDays: z.int().nonnegative().optional(),
    index: code.optional(),
    anniversary: isoDay.optional(),
    discount: z.number().min(0).max(1).optional(),
  }),
  slim: {
    contract: 'code',
    lines: 'lines',
    start: 'day',
    plannedEnd: 'day',
    termMonths: 'number',
    renewal: 'code',
    noticeDays: 'number',
    index: 'code',
    anniversary: 'day',
    discount: 'number',
  },
});
export const contractAmended = factSpec({
  type: 'contract-amended',
  kind: 'contract',
  nature: 'event',
  body: z.strictObject({
    contract: code,
    lines: z.array(contractLine).max(200),
    plannedEnd: isoDay.optional(),
  }),
  slim: { contract: 'code', lines: 'lines', plannedEnd: 'day' },
});
export const contractRenewed = factSpec({
  type: 'contract-renewed',
  kind: 'contract',
  nature: 'event',
  body: z.strictObject({
    contract: code,
    plannedEnd: isoDay.nullable(),
    lines: z.array(contractLine).max(200).optional(),
  }),
  slim: { contract: 'code', plannedEnd: 'day', lines: 'lines' },
});
const contractOnly = { body: z.strictObject({ contract: code }), slim: { contract: 'code' } } as const;
export const contractPaused = factSpec({
  type: 'contract-paused',
  kind: 'contract',
  nature: 'event',
  ...contractOnly,
});
export const contractResumed = factSpec({
  type: 'contract-resumed',
  kind: 'contract',
  nature: 'event',
  ...contractOnly,
});
export const noticeGiven = factSpec({
  type: 'notice-given',
  kind: 'contract',
  nature: 'event',
  body: z.strictObject({ contract: code, endsOn: isoDay, reason: code.optional() }),
  slim: { contract: 'code', endsOn: 'day', reason: 'code' },
});
export const contractEnded = factSpec({
  type: 'contract-ended',
  kind: 'contract',
  nature: 'record',
  body: z.strictObject({ contract: code, reason: code.optional() }),
  slim: { contract: 'code', reason: 'code' },
});
export const renewalStepDone = factSpec({
  type: 'renewal-step-done',
  kind: 'contract',
  nature: 'event',
  body: z.strictObject({
    contract: code,
    step: z.enum(renewalSteps),
    category: z.enum(renewalCategories).optional(),
    reason: code.optional(),
  }),
  slim: { contract: 'code', step: 'code', category: 'code', reason: 'code' },
});
export const adjustmentChanged = factSpec({
  type: 'adjustment-changed',
  kind: 'contract',
  nature: 'event',
  body: z.strictObject({
    contract: code,
    state: z.enum(['due', 'applied', 'waived']),
    index: code.optional(),
    /** Fraction: 0.045 is 4.5%. */
    rate: z.number().optional(),
  }),
  slim: { contract: 'code', state: 'code', index: 'code', rate: 'number' },
});

export const invoiceIssued = factSpec({
  type: 'invoice-issued',
  kind: 'invoice',
  nature: 'record',
  body: z.strictObject({
    invoice: code,
    grossCents: cents,
    withheldCents: cents.default(0),
    netCents: cents,
    currency,
    dueOn: isoDay,
  }),
  slim: {
    invoice: 'code',
    grossCents: 'number',
    withheldCents: 'number',
    netCents: 'number',
    currency: 'code',
    dueOn: 'day',
  },
});
export const invoicePaid = factSpec({
  type: 'invoice-paid',
  kind: 'invoice',
  nature: 'event',
  body: z.strictObject({ invoice: code, cents, currency }),
  slim: { invoice: 'code', cents: 'number', currency: 'code' },
});
export const chargeFailed = factSpec({
  type: 'charge-failed',
  kind: 'invoice',
  nature: 'event',
  body: z.strictObject({ invoice: code.optional() }),
  slim: { invoice: 'code' },
});
export const invoiceRefunded = factSpec({
  type: 'invoice-refunded',
  kind: 'invoice',
  nature: 'event',
  body: z.strictObject({ invoice: code, cents, currency }),
  slim: { invoice: 'code', cents: 'number', currency: 'code' },
});
export const invoiceRenegotiated = factSpec({
  type: 'invoice-renegotiated',
  kind: 'invoice',
  nature: 'event',
  body: z.strictObject({ invoice: code, dueOn: isoDay }),
  slim: { invoice: 'code', dueOn: 'day' },
});
export const downgradeAsked = factSpec({
  type: 'downgrade-asked',
  kind: 'contract',
  nature: 'event',
  body: z.strictObject({ contract: code.optional(), closes: z.boolean().optional() }),
  slim: { contract: 'code', closes: 'flag' },
});
