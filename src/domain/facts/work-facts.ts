// What was promised, delivered, decided and done: the records that Perene itself keeps.
import { z } from 'zod';
import { cents, code, currency, factSpec, isoDay } from './spec.ts';
import { contactRef } from './account-facts.ts';

const track = { track: code };

export const deliveryPlanned = factSpec({
  type: 'delivery-planned',
  kind: 'delivery',
  nature: 'record',
  body: z.strictObject({ delivery: code, ...track, dueOn: isoDay.optional() }),
  slim: { delivery: 'code', track: 'code', dueOn: 'day' },
});
export const deliveryDone = factSpec({
  type: 'delivery-done',
  kind: 'delivery',
  nature: 'event',
  body: z.strictObject({ delivery: code }),
  slim: { delivery: 'code' },
});
export const milestonePlanned = factSpec({
  type: 'milestone-planned',
  kind: 'milestone',
  nature: 'record',
  body: z.strictObject({ milestone: code, ...track, stage: code.optional(), dueOn: isoDay.optional() }),
  slim: { milestone: 'code', track: 'code', stage: 'code', dueOn: 'day' },
});
export const milestoneDelivered = factSpec({
  type: 'milestone-delivered',
  kind: 'milestone',
  nature: 'event',
  body: z.strictObject({
    milestone: code,
    ...track,
    /** What proves it. Without proof it is delivered and not proven. */
    proof: z.enum(['number', 'file', 'link']).optional(),
    proofValue: z.number().optional(),
    proofText: z.string().max(2000).optional(),
  }),
  slim: { milestone: 'code', track: 'code', proof: 'code', proofValue: 'number' },
  texts: ['proofText'],
});
export const milestoneConfirmed = factSpec({
  type: 'milestone-confirmed',
  kind: 'milestone',
  nature: 'event',
  body: z.strictObject({ milestone: code, ...track, contact: contactRef.optional() }),
  slim: { milestone: 'code', track: 'code', contact: 'contact' },
});
export const goalSet = factSpec({
  type: 'goal-set',
  kind: 'goal',
  nature: 'record',
  body: z.strictObject({
    goal: code,
    metric: code,
    baseline: z.number().optional(),
    target: z.number(),
    dueOn: isoDay.optional(),
    initial: z.boolean().default(false),
    /** True when the goal counts agreed artefacts (deliverables), not a business number. */
    artefacts: z.boolean().default(false),
  }),
  slim: {
    goal: 'code',
    metric: 'code',
    baseline: 'number',
    target: 'number',
    dueOn: 'day',
    initial: 'flag',
    artefacts: 'flag',
  },
});
export const goalMeasured = factSpec({
  type: 'goal-measured',
  kind: 'goal',
  nature: 'event',
  body: z.strictObject({ goal: code, current: z.number() }),
  slim: { goal: 'code', current: 'number' },
});
/** A result documented and shown to the customer. `roi` is gain over cost (1.5 = 150%). */
export const valueShown = factSpec({
  type: 'value-shown',
  kind: 'goal',
  nature: 'event',
  body: z.strictObject({ roi: z.number().optional(), contact: contactRef.optional() }),
  slim: { roi: 'number', contact: 'contact' },
});
export const promiseMade = factSpec({
  type: 'promise-made',
  kind: 'promise',
  nature: 'record',
  body: z.strictObject({ promise: code, dueOn: isoDay.optional(), what: z.string().max(500).optional() }),
  slim: { promise: 'code', dueOn: 'day' },
  texts: ['what'],
});
export const promiseKept = factSpec({
  type: 'promise-kept',
  kind: 'promise',
  nature: 'event',
  body: z.strictObject({ promise: code }),
  slim: { promise: 'code' },
});

const offerBody = { offer: code, cents: cents.optional(), currency: currency.optional() };
const offerSlim = { offer: 'code', cents: 'number', currency: 'code' } as const;
export const offerProposed = factSpec({
  type: 'offer-proposed',
  kind: 'offer',
  nature: 'event',
  body: z.strictObject({ ...offerBody, contact: contactRef.optional() }),
  slim: { ...offerSlim, contact: 'contact' },
});
export const offerViewed = factSpec({
  type: 'offer-viewed',
  kind: 'offer',
  nature: 'event',
  body: z.strictObject({ offer: code }),
  slim: { offer: 'code' },
});
export const offerAccepted = factSpec({
  type: 'offer-accepted',
  kind: 'offer',
  nature: 'event',
  body: z.strictObject(offerBody),
  slim: offerSlim,
});
export const offerRefused = factSpec({
  type: 'offer-refused',
  kind: 'offer',
  nature: 'event',
  body: z.strictObject({ offer: code, reason: code.optional() }),
  slim: { offer: 'code', reason: 'code' },
});

/** A person's answer to a question that no source can answer; valid 30 days. */
export const questionAnswered = factSpec({
  type: 'question-answered',
  kind: 'confirmation',
  nature: 'event',
  body: z.strictObject({ question: code, answer: z.boolean() }),
  slim: { question: 'code', answer: 'flag' },
});

const move = {
  ...track,
  /** What the track follows: a product, use case, department, contract or the account (advocacy). */
  scope: z.enum(['product', 'use_case', 'department', 'contract', 'account']).default('product'),
  stage: code,
};
const moveSlim = { track: 'code', scope: 'code', stage: 'code' } as const;
export const stagePlaced = factSpec({
  type: 'stage-placed',
  kind: 'transition',
  nature: 'record',
  body: z.strictObject({ ...move, since: isoDay.optional() }),
  slim: { ...moveSlim, since: 'day' },
});
export const stageSuggested = factSpec({
  type: 'stage-suggested',
  kind: 'transition',
  nature: 'event',
  body: z.strictObject(move),
  slim: moveSlim,
});
export const stageConfirmed = factSpec({
  type: 'stage-confirmed',
  kind: 'transition',
  nature: 'event',
  body: z.strictObject({ ...move, trigger: code.optional(), byCustomer: z.boolean().default(false) }),
  slim: { ...moveSlim, trigger: 'code', byCustomer: 'flag' },
});
export const stageRejected = factSpec({
  type: 'stage-rejected',
  kind: 'transition',
  nature: 'event',
  body: z.strictObject({ ...move, reason: code.optional() }),
  slim: { ...moveSlim, reason: 'code' },
});
export const trackClosed = factSpec({
  type: 'track-closed',
  kind: 'transition',
  nature: 'event',
  body: z.strictObject({ ...track, reason: code.optional() }),
  slim: { track: 'code', reason: 'code' },
});

export const runStarted = factSpec({
  type: 'run-started',
  kind: 'run',
  nature: 'event',
  body: z.strictObject({ run: code, playbook: code }),
  slim: { run: 'code', playbook: 'code' },
});
export const runStepDone = factSpec({
  type: 'run-step-done',
  kind: 'run',
  nature: 'event',
  body: z.strictObject({ run: code, step: code, rootCause: code.optional() }),
  slim: { run: 'code', step: 'code', rootCause: 'code' },
});
export const runEnded = factSpec({
  type: 'run-ended',
  kind: 'run',
  nature: 'event',
  body: z.strictObject({ run: code, outcome: code.optional() }),
  slim: { run: 'code', outcome: 'code' },
});
export const taskOpened = factSpec({
  type: 'task-opened',
  kind: 'task',
  nature: 'record',
  body: z.strictObject({
    task: code,
    action: code,
    owner: code.optional(),
    dueOn: isoDay.optional(),
    /** Hour of that day (`10:30`, the workspace's zone); left out: by the end of its working time. */
    dueTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    /** Hours by the clock that were promised: `dueOn` and `dueTime` are where they fall in working time. */
    withinHours: z.int().min(1).max(720).optional(),
    /** What is to be done, in words; what the action says when left out. */
    what: z.string().max(500).optional(),
  }),
  slim: { task: 'code', action: 'code', owner: 'code', dueOn: 'day' },
  texts: ['what'],
});
export const taskDone = factSpec({
  type: 'task-done',
  kind: 'task',
  nature: 'event',
  body: z.strictObject({ task: code, outcome: code.optional(), note: z.string().max(2000).optional() }),
  slim: { task: 'code', outcome: 'code' },
  texts: ['note'],
});
export const signalMuted = factSpec({
  type: 'signal-muted',
  kind: 'mute',
  nature: 'event',
  body: z.strictObject({ signal: code, until: isoDay, reason: code.optional() }),
  slim: { signal: 'code', until: 'day', reason: 'code' },
});
/** A person's override: a lever of an offer (0.5 to 2) or a choice of another offer. */
export const decisionOverridden = factSpec({
  type: 'decision-overridden',
  kind: 'override',
  nature: 'event',
  body: z.strictObject({
    what: z.enum(['lever', 'offer']),
    offer: code,
    lever: z.number().min(0.5).max(2).optional(),
    until: isoDay.optional(),
    reason: code.optional(),
  }),
  slim: { what: 'code', offer: 'code', lever: 'number', until: 'day', reason: 'code' },
});
