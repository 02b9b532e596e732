// Facts about the firm itself, and what each source covers. They belong to no account,
// except `source-covered` with scope `account` (an entry on a screen covers its own account).
import { z } from 'zod';
import { customTypes } from './custom.ts';
import { suggestedEvents } from './voice-facts.ts';
import { cents, code, currency, factSpec, isoDay } from './spec.ts';

export const grains = ['day', 'week', 'month', 'snapshot'] as const;
export type Grain = (typeof grains)[number];

/**
 * A source tells that it knows everything of a kind (or metric) between two days.
 * Absence counts as zero only inside covered time.
 */
export const sourceCovered = factSpec({
  type: 'source-covered',
  kind: 'source-covered',
  nature: 'event',
  body: z.strictObject({
    covers: code,
    metric: code.optional(),
    from: isoDay,
    to: isoDay,
    grain: z.enum(grains),
    scope: z.enum(['account', 'workspace']),
  }),
  slim: { covers: 'code', metric: 'code', from: 'day', to: 'day', grain: 'code', scope: 'code' },
});
export const costReported = factSpec({
  type: 'cost-reported',
  kind: 'cost',
  nature: 'record',
  workspace: true,
  body: z.strictObject({ what: code, from: isoDay, to: isoDay, cents, currency, segment: code.optional() }),
  slim: {},
});
export const rateQuoted = factSpec({
  type: 'rate-quoted',
  kind: 'rate',
  nature: 'record',
  workspace: true,
  /** One unit of `base` costs `rate` of `quote`. */
  body: z.strictObject({ base: currency, quote: currency, rate: z.number().positive() }),
  slim: {},
});
export const indexPublished = factSpec({
  type: 'index-published',
  kind: 'index',
  nature: 'record',
  workspace: true,
  body: z.strictObject({ index: code, month: z.string().regex(/^\d{4}-\d{2}$/), rate: z.number() }),
  slim: {},
});
export const holidayDeclared = factSpec({
  type: 'holiday-declared',
  kind: 'holiday',
  nature: 'record',
  workspace: true,
  body: z.strictObject({ day: isoDay, name: z.string().max(100), off: z.boolean().default(true) }),
  slim: {},
});
export const capacitySet = factSpec({
  type: 'capacity-set',
  kind: 'capacity',
  nature: 'record',
  workspace: true,
  body: z.strictObject({
    offer: code,
    month: z.string().regex(/^\d{4}-\d{2}$/),
    slots: z.int().nonnegative(),
  }),
  slim: {},
});
/** How many actions a person can do in a week; without `week` (its Monday) in every week that has none of its own. */
export const weekCapacitySet = factSpec({
  type: 'week-capacity-set',
  kind: 'capacity',
  nature: 'record',
  workspace: true,
  body: z.strictObject({ member: code, week: isoDay.optional(), actions: z.int().nonnegative() }),
  slim: {},
});
/** What the first value is for the customers of this firm, in its own words; without text the question was skipped. */
export const firstValueTold = factSpec({
  type: 'first-value-told',
  kind: 'first-value',
  nature: 'record',
  workspace: true,
  body: z.strictObject({ text: z.string().trim().min(3).max(200).optional(), skipped: z.boolean() }),
  slim: {},
  texts: ['text'],
});
/**
 * The firm's own words for suggested events over those of its method, whole each time: without an event the words
 * are switched off. An empty list is the method's own again.
 */
export const keywordsTold = factSpec({
  type: 'keywords-told',
  kind: 'keywords',
  nature: 'record',
  workspace: true,
  body: z.strictObject({
    words: z
      .array(
        z.strictObject({ word: code, event: z.enum(suggestedEvents).optional(), family: code.optional() }),
      )
      .max(500),
  }),
  slim: {},
});
/** All notes were read with a list (the hash of what was told): what that added and took away. */
export const notesRead = factSpec({
  type: 'notes-read',
  kind: 'keywords',
  nature: 'record',
  workspace: true,
  body: z.strictObject({
    list: code,
    notes: z.int().nonnegative(),
    suggested: z.int().nonnegative(),
    withdrawn: z.int().nonnegative(),
  }),
  slim: {},
});
export const minutesWritten = factSpec({
  type: 'minutes-written',
  kind: 'minutes',
  nature: 'event',
  workspace: true,
  body: z.strictObject({ ritual: code, text: z.string().max(50_000) }),
  slim: {},
  texts: ['text'],
});
export const customFieldDeclared = factSpec({
  type: 'custom-field-declared',
  kind: 'custom-field',
  nature: 'record',
  workspace: true,
  body: z.strictObject({
    key: code,
    type: z.enum(customTypes),
    label: z.string().max(100),
  }),
  slim: {},
});
