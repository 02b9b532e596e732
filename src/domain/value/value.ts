// Leaves of the result the customer bought. What nobody covered is missing: a result may lie before the source began.
import type { Day } from '#base/day.ts';
import { startOf } from '#domain/account/start.ts';
import { entriesReach } from '#domain/profile/entries.ts';
import { daysSince } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, Span, View } from '#domain/profile/shape.ts';
import { artefactShare, goalsAt, initialProgress } from './goals.ts';
import { deliveriesAt, milestonesAt, type Delivery, type Milestone } from './milestones.ts';

/** Writes `value.*` save what needs the method (ratio to the target, maturity). */
export function valueCalculator(view: View, out: LeafWriter): void {
  const milestones = milestonesAt(view);
  const deliveries = deliveriesAt(view);
  const milestoneReach = entriesReach(
    view,
    'milestone',
    view.rows('milestone-planned'),
    view.rows('milestone-delivered'),
    view.rows('milestone-confirmed'),
  );
  const deliveryReach = entriesReach(
    view,
    'delivery',
    view.rows('delivery-planned'),
    view.rows('delivery-done'),
  );
  writeLate(milestones, milestoneReach, deliveries, deliveryReach, out);
  writeFirstValue(view, milestones, milestoneReach, out);
  writeGoals(view, deliveries, deliveryReach, out);
  writeShown(view, out);
  const late = latePromises(view);
  out.set('value.promisesLate', late.length, view.day, late);
}

/** Promises past their day that nobody has recorded as kept. Own records: none is zero. */
export function latePromises(view: View): readonly RowRef[] {
  const made = view.rows('promise-made');
  if (made.length === 0) return [];
  const kept = view.rows('promise-kept');
  return made
    .filter(
      (row) =>
        row.dueOn !== null && row.dueOn < view.day && !kept.some((other) => other.promise === row.promise),
    )
    .map((row): RowRef => ({ type: 'promise-made', row }));
}

function writeLate(
  milestones: readonly Milestone[],
  milestoneReach: Span | null,
  deliveries: readonly Delivery[],
  deliveryReach: Span | null,
  out: LeafWriter,
): void {
  if (!milestoneReach && !deliveryReach) return;
  let due = 0;
  let delivered = 0;
  const late: RowRef[] = [];
  let through = Infinity;
  const count = (dueOn: Day | null, doneOn: Day | null, reach: Span, evidence: RowRef): void => {
    if (doneOn !== null) delivered += 1;
    if (dueOn === null || dueOn > reach.to) return;
    due += 1;
    if (doneOn === null && dueOn < reach.to) late.push(evidence);
  };
  if (milestoneReach) {
    through = milestoneReach.to;
    for (const one of milestones) count(one.due, one.deliveredOn, milestoneReach, one.evidence);
  }
  if (deliveryReach) {
    through = Math.min(through, deliveryReach.to);
    for (const one of deliveries) count(one.due, one.doneOn, deliveryReach, one.evidence);
    const open = deliveries.filter((one) => one.doneOn === null).map((one) => one.evidence);
    out.set('value.deliveriesOpen', open.length, deliveryReach.to, open);
  }
  out.set('value.milestonesDue', due, through);
  out.set('value.delivered', delivered, through);
  out.set('value.late', late.length, through, late);
}

/**
 * First value: the first milestone delivered with a proof or confirmed by the customer. That there was none is only
 * known when the account's milestones are recorded here, or the source reaches back to its start.
 */
function writeFirstValue(
  view: View,
  milestones: readonly Milestone[],
  reach: Span | null,
  out: LeafWriter,
): void {
  let first: Milestone | null = null;
  let proven: Milestone | null = null;
  for (const one of milestones) {
    if (one.valueOn !== null && (first?.valueOn == null || one.valueOn < first.valueOn)) first = one;
    if (one.proven) proven ??= one;
  }
  const start = startOf(view);
  if (proven) out.set('value.provenInitial', true, view.day, [proven.evidence]);
  else if (reach && (milestones.length > 0 || reachesBack(reach, start)))
    out.set('value.provenInitial', false, reach.to);
  if (first?.valueOn != null) {
    out.set('value.firstValueAt', first.valueOn, view.day, [first.evidence]);
    if (start !== null)
      out.set('value.ttfvDays', Math.max(0, first.valueOn - start), view.day, [first.evidence]);
  } else if (start !== null && start <= view.day && reach && reachesBack(reach, start)) {
    out.set('value.ttfvDays', Math.max(0, reach.to - start), reach.to);
  }
}

function reachesBack(reach: Span, start: Day | null): boolean {
  return start !== null && reach.from <= start;
}

function writeGoals(view: View, deliveries: readonly Delivery[], reach: Span | null, out: LeafWriter): void {
  const goals = goalsAt(view);
  if (goals.length === 0) return;
  const progress = initialProgress(goals);
  if (progress) out.set('value.goalProgress', progress.share, view.day, progress.evidence);
  const done = reach ? deliveries.filter((one) => one.doneOn !== null).length : null;
  const artefacts = artefactShare(goals, done);
  if (artefacts) out.set('value.artefactShare', artefacts.share, view.day, artefacts.evidence);
}

function writeShown(view: View, out: LeafWriter): void {
  const rows = view.rows('value-shown');
  const last = rows.at(-1);
  const reach = entriesReach(view, 'goal', view.rows('goal-set'), rows);
  const days = daysSince(last?.day ?? null, reach, startOf(view));
  const evidence: readonly RowRef[] = last ? [{ type: 'value-shown', row: last }] : [];
  if (days !== null) out.set('value.daysSinceValueShown', days, reach?.to ?? view.day, evidence);
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row?.roi == null) continue;
    out.set('value.roi', row.roi, view.day, [{ type: 'value-shown', row }]);
    return;
  }
}
