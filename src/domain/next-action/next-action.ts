// The one next action: while a customer leaves the exit plan, then the first active signal in the method's order, else
// the step of an open run, else a quiet action. It names owner, channel, day and figures; it writes no sentence.
import { type Day, mondayOf } from '#base/day.ts';
import type { ActiveSignal, Assessment, Context, NextAction } from '#domain/decision.ts';
import { segmentOf, statusOf } from '#domain/journey/segment.ts';
import { forSegment } from '#domain/method/limits.ts';
import type { Method, MethodAction } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { type Account, codeOf, quietParams, signalParams } from './params.ts';
import { leavingStep, type WaitingStep, waitingStep } from './run-step.ts';

/** Place of each signal in the order of the method's actions. */
export type ActionOrder = ReadonlyMap<string, number>;

/** Reads the order once per method version. */
export function actionOrder(method: Method): ActionOrder {
  const order = new Map<string, number>();
  method.actions.forEach((action, index) => {
    for (const signal of action.signals) if (!order.has(signal)) order.set(signal, index);
  });
  return order;
}

type Row = Omit<MethodAction, 'signals'>;

/** The role named, else CSM, else any of the team, else the workspace's owner, else nobody. */
export function ownerOf(role: string, profile: Profile, workspaceOwner: string | null): string | null {
  const byRole = (wanted: string): string | undefined =>
    profile.team.find((member) => member.role === wanted)?.member;
  return byRole(role) ?? byRole('csm') ?? profile.team[0]?.member ?? workspaceOwner;
}

/** Working days from the later of the last Monday and the day of the evidence, never before today. */
function dueBy(workingDays: number, evidence: Day, day: Day, context: Context): Day {
  const from = Math.max(mondayOf(day), Math.min(evidence, day));
  return Math.max(
    context.calendar.addWorkingDays(from, workingDays),
    context.calendar.addWorkingDays(day, 0),
  );
}

function alsoOf(role: string | null, profile: Profile): Pick<NextAction, 'also'> {
  if (role === null) return {};
  return { also: { role, member: profile.team.find((one) => one.role === role)?.member ?? null } };
}

function act(
  key: string,
  row: Row,
  profile: Profile,
  context: Context,
): Omit<NextAction, 'due' | 'evidence' | 'params'> {
  return {
    key,
    owner: ownerOf(row.owner, profile, context.workspaceOwner),
    ownerRole: row.owner,
    ...alsoOf(row.also, profile),
    channel: row.channel,
  };
}

function firstSignal(signals: readonly ActiveSignal[], order: ActionOrder): ActiveSignal | null {
  let best: ActiveSignal | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const signal of signals) {
    const at = order.get(signal.key);
    if (signal.muted || at === undefined || at >= rank) continue;
    best = signal;
    rank = at;
  }
  return best;
}

/** Decides the next action of an account. Total: there is always one. A task once taken keeps its owner and date. */
export function nextAction(
  method: Method,
  order: ActionOrder,
  signals: readonly ActiveSignal[],
  account: Account,
  assessment: Assessment,
  bandKnown: boolean,
  context: Context,
): NextAction {
  const { profile } = account;
  const leaving = statusOf(profile) === 'notice' ? leavingStep(method, profile, context) : null;
  const signal = leaving ? null : firstSignal(signals, order);
  const step = leaving ?? (signal ? null : waitingStep(method, profile, context));
  return asTaken(
    step
      ? stepAction(step, account, context)
      : signal
        ? signalAction(method, order, signal, account, context)
        : bandKnown
          ? keepRhythm(method, account, context)
          : fillGap(method, account, assessment, context),
    profile,
  );
}

function asTaken(action: NextAction, profile: Profile): NextAction {
  const task = profile.tasks.find((one) => one.action === action.key);
  if (!task) return action;
  return { ...action, owner: task.owner ?? action.owner, due: task.dueOn ?? action.due };
}

function signalAction(
  method: Method,
  order: ActionOrder,
  signal: ActiveSignal,
  account: Account,
  context: Context,
): NextAction {
  const { profile } = account;
  const row = method.actions[order.get(signal.key) ?? 0] as MethodAction;
  const due = dueBy(row.dueWorkingDays, knownOn(signal, profile), profile.day, context);
  return {
    ...act(signal.key, row, profile, context),
    due,
    evidence: signal.evidence,
    params: { ...signalParams(signal, account), deadline: due },
  };
}

/** Day on which the evidence was known: that of the newest fact behind it, or the later one on which it was told. */
function knownOn(signal: ActiveSignal, profile: Profile): Day {
  let latest = signal.since;
  for (const { leaf, on } of signal.evidence)
    latest = Math.max(latest, on ?? latest, profile.dates[`known:${leaf}`] ?? latest);
  return latest;
}

/** The step an open run waits at. */
function stepAction(
  { playbook, step, from, begun, due }: WaitingStep,
  account: Account,
  context: Context,
): NextAction {
  const role = step.by === 'automatic' ? 'automatic' : 'csm';
  return {
    key: `run:${playbook.key}:${step.key}`,
    owner: ownerOf(role, account.profile, context.workspaceOwner),
    ownerRole: role,
    channel: 'message',
    due,
    evidence: [
      begun
        ? { leaf: 'work.openRuns', value: playbook.key, on: from }
        : { leaf: 'account.status', value: 'notice', on: from },
    ],
    params: { ...quietParams(account, null), date: from },
  };
}

/** Band unknown: complete the missing measure of greatest weight. */
function fillGap(method: Method, account: Account, assessment: Assessment, context: Context): NextAction {
  const row = method.quietActions.unknown;
  const missing = heaviestMissing(assessment, method, segmentOf(account.profile));
  const params = { ...quietParams(account, null), measure: missing?.key ?? null, measureRaw: null };
  return {
    ...act('no_signal_unknown', row, account.profile, context),
    due: dueBy(row.dueWorkingDays, mondayOf(account.profile.day), account.profile.day, context),
    evidence: missing ? [{ leaf: missing.leaf, value: null, on: null }] : [],
    params,
  };
}

/** The missing measure with the greatest weight in the whole score: its pillar's weight × its share in the pillar. */
function heaviestMissing(
  assessment: Assessment,
  method: Method,
  segment: string | null,
): Assessment['measures'][number] | null {
  const pillars = new Map(method.health.pillars.map((one) => [one.key, forSegment(one.weights, segment)]));
  const inPillar = new Map<string, number>();
  for (const one of assessment.measures)
    inPillar.set(one.pillar, (inPillar.get(one.pillar) ?? 0) + one.weight);
  let best: Assessment['measures'][number] | null = null;
  let most = 0;
  for (const one of assessment.measures) {
    if (one.points !== null || one.weight === 0) continue;
    const weight = ((pillars.get(one.pillar) ?? 0) * one.weight) / (inPillar.get(one.pillar) ?? 1);
    if (weight > most) [best, most] = [one, weight];
  }
  return best;
}

/** Calm: talk again within the rhythm after the last conversation, about the weakest measure. */
function keepRhythm(method: Method, account: Account, context: Context): NextAction {
  const { profile, scope } = account;
  const row = method.quietActions.calm;
  const relationship = scope['relationship'] as Readonly<Record<string, unknown>> | undefined;
  const since = relationship?.['daysSinceConversation'];
  const today = context.calendar.addWorkingDays(profile.day, 0);
  const due =
    typeof since === 'number'
      ? Math.max(today, onOrBefore(profile.day - since + method.quietActions.rhythmDays, context))
      : dueBy(row.dueWorkingDays, mondayOf(profile.day), profile.day, context);
  const evidence =
    typeof since === 'number'
      ? [
          { leaf: 'relationship.daysSinceConversation', value: since, on: profile.day - since },
          { leaf: source, value: codeOf(scope, source), on: null },
        ]
      : [];
  return {
    ...act('keep_rhythm', row, profile, context),
    due,
    evidence,
    params: quietParams(account, due),
  };
}

/** What the conversation leaf rests on: meetings alone, where nothing else is told. */
const source = 'relationship.conversationSource';

/** The last working day not after `day`. */
function onOrBefore(day: Day, context: Context): Day {
  return context.calendar.isWorkingDay(day) ? day : context.calendar.addWorkingDays(day, -1);
}
