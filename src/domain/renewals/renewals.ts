// The renewal of each active contract: steps done in the present term, the stated category, open objections.
// Steps are own records: what is not recorded was not done. Whether a step is late needs the method.
import type { Day } from '#base/day.ts';
import { contractsAt, nextToEnd, type Contract } from '#domain/contract/state.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { contactFolds } from '#domain/contacts/fold.ts';
import { conversationReach, isMet } from '#domain/relationship/conversations.ts';
import { entriesReach } from '#domain/profile/entries.ts';
import type { LeafWriter, RenewalState, RowRef, View } from '#domain/profile/shape.ts';

/** A meeting held for the renewal is the intent conversation when it lies this close to today. */
const meetingDays = 180;
const engagedDays = 90;

type Steps = {
  readonly done: readonly string[];
  readonly category: string | null;
  readonly evidence: readonly RowRef[];
};

/** Writes `renewal.*` of the active contract that ends next. */
export function renewalsCalculator(view: View, out: LeafWriter): void {
  const { day } = view;
  const next = nextToEnd(contractsAt(view));
  const steps = next ? stepsOf(view, next) : { done: [], category: null, evidence: [] };
  if (next?.daysToEnd != null) out.set('renewal.daysToEnd', next.daysToEnd, day, next.evidence);
  out.set('renewal.conversationHeld', steps.done.includes('conversation'), day, steps.evidence);
  out.set('renewal.proposalSent', steps.done.includes('proposal'), day, steps.evidence);
  const confirmed = steps.done.includes('confirmation') || steps.done.includes('signature');
  out.set('renewal.confirmed', confirmed, day, steps.evidence);
  out.set('renewal.category', steps.category ?? 'none', day, steps.evidence);
  const raised = view.rows('objection-raised').filter((row) => row.about === 'renewal');
  if (raised.length > 0 || entriesReach(view, 'objection', raised)) {
    const open = openObjections(view);
    const evidence = open.map((row): RowRef => ({ type: 'objection-raised', row }));
    out.set('renewal.objectionsOpen', open.length, day, evidence);
  }
  const engaged = decisionMakerEngaged(view);
  if (engaged !== null) out.set('renewal.decisionMakerEngaged', engaged, day);
}

/** One entry for each active contract, those that end next first. */
export function renewalStates(view: View): readonly RenewalState[] {
  const open = openObjections(view);
  const objectionReason = open.find((row) => row.reason !== null)?.reason ?? null;
  return contractsAt(view)
    .filter((contract) => contract.active)
    .map((contract) => {
      const { done, category } = stepsOf(view, contract);
      return {
        contract: contract.key,
        daysToEnd: contract.daysToEnd,
        stepsDone: done,
        category,
        objectionsOpen: open.length,
        objectionReason,
      };
    });
}

/** Objections to the renewal that nobody has solved; they name no contract, so they stand against each. */
export function openObjections(view: View): readonly SlimRow<'objection-raised'>[] {
  const raised = view.rows('objection-raised');
  if (raised.length === 0) return raised;
  const solved = view.rows('objection-solved');
  return raised.filter(
    (row) =>
      row.about === 'renewal' &&
      !solved.some((other) => other.objection === row.objection && other.occurred >= row.occurred),
  );
}

/** Steps recorded for the contract since its last renewal. */
function stepsOf(view: View, contract: Contract): Steps {
  const done: string[] = [];
  let category: string | null = null;
  const evidence: RowRef[] = [];
  const since = contract.draft.renewedAt ?? -Infinity;
  const rolledFrom = contract.timesRenewed > contract.draft.renewals ? contract.termFrom : null;
  for (const row of view.rows('renewal-step-done')) {
    if (row.contract !== contract.key || row.occurred <= since) continue;
    if (rolledFrom !== null && row.day < rolledFrom) continue;
    if (row.step !== null && !done.includes(row.step)) done.push(row.step);
    category = row.category ?? category;
    evidence.push({ type: 'renewal-step-done', row });
  }
  if (!done.includes('conversation') && heldMeeting(view, since, rolledFrom ?? view.day - meetingDays))
    done.push('conversation');
  return { done, category, evidence };
}

function heldMeeting(view: View, since: number, from: Day): boolean {
  return view
    .rows('meeting-held')
    .some(
      (row) =>
        row.meeting === 'renewal' &&
        isMet(row) &&
        row.occurred > since &&
        row.day >= from &&
        row.day > view.day - meetingDays,
    );
}

/** Whether a decision maker had a conversation in 90 days; null when none is known or no source tells of talks. */
function decisionMakerEngaged(view: View): boolean | null {
  const makers = contactFolds(view).filter((contact) => contact.role === 'decision_maker' && !contact.left);
  if (makers.length === 0) return null;
  const reach = conversationReach(view);
  const end = reach?.to ?? view.day;
  if (makers.some((contact) => contact.conversationOn !== null && end - contact.conversationOn < engagedDays))
    return true;
  return reach && reach.to - reach.from + 1 >= engagedDays ? false : null;
}
