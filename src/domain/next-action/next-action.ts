// The one next action: the first active signal in the method's order, else the step of an open run, else a quiet
// action. It names owner, channel, day and the figures of the text; it writes no sentence.
import { type Day, mondayOf } from '#base/day.ts';
import type { ActiveSignal, Assessment, Context, NextAction } from '#domain/decision.ts';
import { segmentOf } from '#domain/journey/segment.ts';
import { forSegment } from '#domain/method/limits.ts';
import type { Method, MethodAction } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { type Account, quietParams, signalParams } from './params.ts';

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

/** Decides the next action of an account. Total: there is always one. */
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
  const signal = firstSignal(signals, order);
  if (signal) {
    const row = method.actions[order.get(signal.key) ?? 0] as MethodAction;
    const latest = Math.max(signal.since, ...signal.evidence.map((one) => one.on ?? signal.since));
    const due = dueBy(row.dueWorkingDays, latest, profile.day, context);
    return {
      ...act(signal.key, row, profile, context),
      due,
      evidence: signal.evidence,
      params: { ...signalParams(signal, account), deadline: due },
    };
  }
  return (
    runStep(method, account, context) ??
    (bandKnown ? keepRhythm(method, account, context) : fillGap(method, account, assessment, context))
  );
}

/** The step an open run waits at. */
function runStep(method: Method, account: Account, context: Context): NextAction | null {
  const { profile } = account;
  for (const run of profile.runs) {
    const playbook = method.playbooks.find((one) => one.key === run.playbook);
    const step = playbook?.steps.find((one) => one.key === run.step) ?? playbook?.steps[0];
    if (!playbook || !step) continue;
    const role = step.by === 'automatic' ? 'automatic' : 'csm';
    const days = playbook.clock === 'countdown' ? 0 : (step.days ?? 0);
    return {
      key: `run:${playbook.key}:${step.key}`,
      owner: ownerOf(role, profile, context.workspaceOwner),
      ownerRole: role,
      channel: 'message',
      due: dueBy(days, run.startedOn, profile.day, context),
      evidence: [{ leaf: 'work.openRuns', value: playbook.key, on: run.startedOn }],
      params: { ...quietParams(account, null), date: run.startedOn },
    };
  }
  return null;
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
      ? [{ leaf: 'relationship.daysSinceConversation', value: since, on: profile.day - since }]
      : [];
  return {
    ...act('keep_rhythm', row, profile, context),
    due,
    evidence,
    params: quietParams(account, due),
  };
}

/** The last working day not after `day`. */
function onOrBefore(day: Day, context: Context): Day {
  return context.calendar.isWorkingDay(day) ? day : context.calendar.addWorkingDays(day, -1);
}
