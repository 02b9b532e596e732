// What was said and by whom: meetings, messages, calls, surveys, notes, events, advocacy.
import { z } from 'zod';
import { code, factSpec } from './spec.ts';
import { contactRef } from './account-facts.ts';
import { recordedEvents } from './recorded-events.ts';

export const instruments = ['nps', 'csat', 'ces', 'mhs', 'journey_nps'] as const;
/** What a note may suggest beyond recorded events: a person who left. */
export const suggestedEvents = [...recordedEvents, 'sponsor_left', 'champion_left'] as const;
export type SuggestedEvent = (typeof suggestedEvents)[number];

export const meetingHeld = factSpec({
  type: 'meeting-held',
  kind: 'meeting',
  nature: 'record',
  body: z.strictObject({
    meeting: z.enum(['check_in', 'kick_off', 'qbr', 'training', 'renewal', 'other']),
    invited: z.int().nonnegative().optional(),
    attended: z.int().nonnegative().optional(),
    contacts: z.array(contactRef).max(100).optional(),
    outcome: z.enum(['positive', 'neutral', 'negative']).optional(),
    notes: z.string().max(20_000).optional(),
  }),
  slim: { meeting: 'code', invited: 'number', attended: 'number', contacts: 'contacts', outcome: 'code' },
  texts: ['notes'],
});
export const messageExchanged = factSpec({
  type: 'message-exchanged',
  kind: 'message',
  // Whether it was replied is known only later: what is told of a message may be told again.
  nature: 'record',
  body: z.strictObject({
    channel: z.enum(['email', 'whatsapp', 'sms', 'chat', 'in_app', 'other']),
    direction: z.enum(['in', 'out']),
    contact: contactRef.optional(),
    replied: z.boolean().optional(),
    commercial: z.boolean().optional(),
    automated: z.boolean().optional(),
    subject: z.string().max(500).optional(),
    text: z.string().max(20_000).optional(),
  }),
  slim: {
    channel: 'code',
    direction: 'code',
    contact: 'contact',
    replied: 'flag',
    commercial: 'flag',
    automated: 'flag',
  },
  texts: ['subject', 'text'],
});
export const callHeld = factSpec({
  type: 'call-held',
  kind: 'call',
  nature: 'event',
  body: z.strictObject({
    direction: z.enum(['in', 'out']),
    contact: contactRef.optional(),
    queue: code.optional(),
    minutes: z.number().nonnegative().optional(),
    outcome: code.optional(),
    sentiment: z.number().min(-1).max(1).optional(),
  }),
  slim: {
    direction: 'code',
    contact: 'contact',
    queue: 'code',
    minutes: 'number',
    outcome: 'code',
    sentiment: 'number',
  },
});
export const contentEngaged = factSpec({
  type: 'content-engaged',
  kind: 'content',
  nature: 'event',
  body: z.strictObject({
    content: code,
    act: z.enum(['sent', 'opened', 'attended']),
    contact: contactRef.optional(),
  }),
  slim: { content: 'code', act: 'code', contact: 'contact' },
});
export const surveyAnswered = factSpec({
  type: 'survey-answered',
  kind: 'survey',
  nature: 'record',
  body: z.strictObject({
    instrument: z.enum(instruments),
    /** NPS 0–10, CSAT 1–5, CES 1–7, journey NPS 0–10; MHS: 0 not, 50 somewhat, 100 very disappointed. */
    score: z.number().min(0).max(100),
    contact: contactRef.optional(),
    context: code.optional(),
    comment: z.string().max(20_000).optional(),
  }),
  slim: { instrument: 'code', score: 'number', contact: 'contact', context: 'code' },
  texts: ['comment'],
});
export const pulseTaken = factSpec({
  type: 'pulse-taken',
  kind: 'pulse',
  nature: 'event',
  body: z.strictObject({
    verdict: z.enum(['green', 'yellow', 'red']),
    reason: z.string().max(2000).optional(),
  }),
  slim: { verdict: 'code' },
  texts: ['reason'],
});
export const noteWritten = factSpec({
  type: 'note-written',
  kind: 'note',
  nature: 'record',
  body: z.strictObject({ text: z.string().min(1).max(20_000) }),
  slim: {},
  texts: ['text'],
});
const eventBody = {
  event: z.enum(recordedEvents),
  /** The offer family the customer asked for, if it named one. */
  family: code.optional(),
};
export const eventRecorded = factSpec({
  type: 'event-recorded',
  kind: 'event',
  nature: 'event',
  body: z.strictObject({ ...eventBody, note: z.string().max(20_000).optional() }),
  slim: { event: 'code', family: 'code' },
  texts: ['note'],
});
export const eventSuggested = factSpec({
  type: 'event-suggested',
  kind: 'event',
  nature: 'record',
  body: z.strictObject({ event: z.enum(suggestedEvents), family: code.optional(), keyword: code }),
  slim: { event: 'code', family: 'code', keyword: 'code' },
});
export const eventClosed = factSpec({
  type: 'event-closed',
  kind: 'event',
  nature: 'event',
  body: z.strictObject({ event: z.enum(suggestedEvents), reason: code.optional() }),
  slim: { event: 'code', reason: 'code' },
});

export const objectionRaised = factSpec({
  type: 'objection-raised',
  kind: 'objection',
  nature: 'event',
  body: z.strictObject({ objection: code, about: z.enum(['renewal', 'offer']), reason: code.optional() }),
  slim: { objection: 'code', about: 'code', reason: 'code' },
});
export const objectionSolved = factSpec({
  type: 'objection-solved',
  kind: 'objection',
  nature: 'event',
  body: z.strictObject({ objection: code }),
  slim: { objection: 'code' },
});
export const advocacyActed = factSpec({
  type: 'advocacy-acted',
  kind: 'advocacy-act',
  nature: 'event',
  body: z.strictObject({
    act: z.enum([
      'testimonial',
      'case_study',
      'review',
      'reference',
      'referral',
      'webinar',
      'event',
      'board',
    ]),
    step: z.enum(['asked', 'consented', 'declined', 'done', 'rewarded']),
    contact: contactRef.optional(),
    rating: z.number().optional(),
    referred: code.optional(),
  }),
  slim: { act: 'code', step: 'code', contact: 'contact', rating: 'number', referred: 'code' },
});
