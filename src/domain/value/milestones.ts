// Milestones and deliveries with what became of them. Late is decided by whoever knows how far the source reaches.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { oncePerView } from '#domain/profile/once.ts';
import type { MilestoneState, RowRef, View } from '#domain/profile/shape.ts';

export type Milestone = {
  readonly key: string;
  readonly track: string;
  stage: string | null;
  due: Day | null;
  deliveredOn: Day | null;
  /** First day on which it was delivered with a proof, or confirmed by the customer. */
  valueOn: Day | null;
  proven: boolean;
  confirmedByCustomer: boolean;
  evidence: RowRef;
};

export type Delivery = {
  readonly key: string;
  readonly track: string | null;
  readonly plannedOn: Day | null;
  readonly due: Day | null;
  doneOn: Day | null;
  readonly evidence: RowRef;
};

/** Milestones of every track, in order of first mention. Computed once a view. */
export const milestonesAt = oncePerView(fold);

/** The milestones of one track as the profile lists them. */
export function milestoneStates(milestones: readonly Milestone[], track: string): readonly MilestoneState[] {
  const states: MilestoneState[] = [];
  for (const milestone of milestones) {
    if (milestone.track !== track) continue;
    const { key, stage, due, deliveredOn, proven, confirmedByCustomer } = milestone;
    states.push({ key, stage, due, deliveredOn, proven, confirmedByCustomer });
  }
  return states;
}

type MilestoneRow = {
  readonly milestone: string | null;
  readonly track: string | null;
} & SlimRow<'milestone-confirmed'>;

function fold(view: View): readonly Milestone[] {
  const planned = view.rows('milestone-planned');
  const delivered = view.rows('milestone-delivered');
  const confirmed = view.rows('milestone-confirmed');
  if (planned.length + delivered.length + confirmed.length === 0) return [];
  const found = new Map<string, Milestone>();
  for (const row of planned) {
    const milestone = milestoneOf(found, row, { type: 'milestone-planned', row });
    milestone.due = row.dueOn ?? milestone.due;
    milestone.stage = row.stage ?? milestone.stage;
  }
  for (const row of delivered) {
    const evidence: RowRef = { type: 'milestone-delivered', row };
    const milestone = milestoneOf(found, row, evidence);
    milestone.deliveredOn ??= row.day;
    milestone.evidence = evidence;
    if (row.proof === null) continue;
    milestone.proven = true;
    milestone.valueOn ??= row.day;
  }
  for (const row of confirmed) {
    const milestone = milestoneOf(found, row, { type: 'milestone-confirmed', row });
    milestone.confirmedByCustomer = true;
    milestone.deliveredOn ??= row.day;
    milestone.valueOn = Math.min(milestone.valueOn ?? row.day, row.day);
  }
  return [...found.values()];
}

function milestoneOf(
  found: Map<string, Milestone>,
  row: Pick<MilestoneRow, 'milestone' | 'track'>,
  evidence: RowRef,
): Milestone {
  const key = row.milestone ?? '';
  const track = row.track ?? '';
  const id = `${track} ${key}`;
  let milestone = found.get(id);
  if (!milestone) {
    milestone = {
      key,
      track,
      stage: null,
      due: null,
      deliveredOn: null,
      valueOn: null,
      proven: false,
      confirmedByCustomer: false,
      evidence,
    };
    found.set(id, milestone);
  }
  return milestone;
}

/** Deliveries planned or done, in order of first mention. */
export function deliveriesAt(view: View): readonly Delivery[] {
  const planned = view.rows('delivery-planned');
  const done = view.rows('delivery-done');
  if (planned.length + done.length === 0) return [];
  const found = new Map<string, Delivery>();
  for (const row of planned) {
    const key = row.delivery ?? '';
    const evidence: RowRef = { type: 'delivery-planned', row };
    found.set(key, { key, track: row.track, plannedOn: row.day, due: row.dueOn, doneOn: null, evidence });
  }
  for (const row of done) {
    const key = row.delivery ?? '';
    const known = found.get(key);
    if (known) known.doneOn ??= row.day;
    else {
      const evidence: RowRef = { type: 'delivery-done', row };
      found.set(key, { key, track: null, plannedOn: null, due: null, doneOn: row.day, evidence });
    }
  }
  return [...found.values()];
}
