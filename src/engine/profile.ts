// The profile of an account at an instant: every calculator over one view. It composes; each rule lives with its topic.
import type { Day } from '#base/day.ts';
import { accountCalculator, customFields, teamAt } from '#domain/account/account.ts';
import { startOf } from '#domain/account/start.ts';
import { advocacyCalculator } from '#domain/advocacy/advocacy.ts';
import { consumptionCalculator } from '#domain/consumption/consumption.ts';
import { littleUsed } from '#domain/consumption/latest.ts';
import { contactStates } from '#domain/contacts/contacts.ts';
import { unnamedCommercial } from '#domain/contacts/fold.ts';
import { contractCalculator, contractStates } from '#domain/contract/contract.ts';
import { eventsCalculator, suggestionStates } from '#domain/events/events.ts';
import { financeCalculator } from '#domain/finance/finance.ts';
import { journeyCalculator } from '#domain/journey/journey.ts';
import { trackStates } from '#domain/journey/tracks.ts';
import { offersCalculator, offerStates } from '#domain/offers/made.ts';
import { coverageOf } from '#domain/profile/coverage.ts';
import { leavesFedBy } from '#domain/profile/covered.ts';
import type { LeafKey } from '#domain/profile/registry.ts';
import type {
  AccountFile,
  Calculator,
  Frame,
  Profile,
  RowRef,
  UsageDay,
  View,
} from '#domain/profile/shape.ts';
import { viewAt } from '#domain/profile/view.ts';
import { ProfileWriter } from '#domain/profile/writer.ts';
import { pulseCalculator } from '#domain/pulse/pulse.ts';
import { relationshipCalculator } from '#domain/relationship/relationship.ts';
import { renewalsCalculator, renewalStates } from '#domain/renewals/renewals.ts';
import { mrrCalculator } from '#domain/revenue/mrr-at.ts';
import { supportCalculator } from '#domain/support/support.ts';
import { usageCalculator } from '#domain/usage/usage.ts';
import { valueCalculator } from '#domain/value/value.ts';
import { voiceCalculator } from '#domain/voice/voice.ts';
import {
  daysSinceRun,
  mutedSignals,
  openRuns,
  openTasks,
  overrideStates,
  validAnswers,
  workCalculator,
} from '#domain/work/work.ts';

const calculators: readonly Calculator[] = [
  accountCalculator,
  mrrCalculator,
  contractCalculator,
  renewalsCalculator,
  usageCalculator,
  consumptionCalculator,
  supportCalculator,
  voiceCalculator,
  relationshipCalculator,
  financeCalculator,
  valueCalculator,
  journeyCalculator,
  eventsCalculator,
  offersCalculator,
  advocacyCalculator,
  pulseCalculator,
  workCalculator,
];

/** Rows a leaf was read from, by leaf. A leaf without recorded rows (absence in covered time) is not listed. */
export type Trace = Readonly<Partial<Record<LeafKey, readonly RowRef[]>>>;

/**
 * Computes the profile of an account as known at `asOf` (ms). The same file, days, instant and frame give the same
 * profile, byte for byte; facts that occurred or were known later change nothing.
 */
export function profile(file: AccountFile, days: readonly UsageDay[], asOf: number, frame: Frame): Profile {
  return profileOf(viewAt(file, days, asOf, frame));
}

/** The profile of a view that is at hand already. */
export function profileOf(view: View): Profile {
  const writer = new ProfileWriter();
  for (const calculate of calculators) calculate(view, writer);
  const leaves = writer.leaves();
  const little = littleUsed(view);
  return {
    asOf: view.asOf,
    day: view.day,
    leaves: {
      ...leaves,
      account: { ...(leaves['account'] as object), custom: customFields(view) },
      work: { ...(leaves['work'] as object), daysSinceRun: daysSinceRun(view) },
    },
    through: writer.through(),
    contracts: contractStates(view),
    renewals: renewalStates(view),
    tracks: trackStates(view),
    contacts: contactStates(view),
    runs: openRuns(view),
    offers: offerStates(view),
    ...(little.length > 0 ? { littleUsed: little } : {}),
    suggestions: suggestionStates(view),
    overrides: overrideStates(view),
    tasks: openTasks(view),
    team: teamAt(view),
    muted: mutedSignals(view),
    answers: validAnswers(view),
    unnamedCommercial14d: unnamedCommercial(view),
    ownSources: leavesFedBy(coverageOf(view.rows('source-covered'))),
    dates: { ...writer.dates(view.frame.zone), ...namedDates(view) },
  };
}

/** The rows each leaf of the profile came from; the store turns them into fact ids by the refs of the file. */
export function trace(file: AccountFile, days: readonly UsageDay[], asOf: number, frame: Frame): Trace {
  const view = viewAt(file, days, asOf, frame);
  const rows: Partial<Record<LeafKey, readonly RowRef[]>> = {};
  for (const calculate of calculators) {
    calculate(view, {
      set: (key, _value, _through, evidence) => {
        if (evidence && evidence.length > 0) rows[key] = evidence;
      },
    });
  }
  return rows;
}

/** Dates that texts speak of beside those of leaves. A date that is not known is absent. */
function namedDates(view: View): Readonly<Record<string, Day>> {
  const dates: Record<string, Day> = {};
  const put = (name: string, day: Day | null | undefined): void => {
    if (day !== null && day !== undefined) dates[name] = day;
  };
  put('start', startOf(view));
  put('notice', view.rows('notice-given').at(-1)?.day);
  put('lastMeeting', view.rows('meeting-held').at(-1)?.day);
  put('lastNps', view.rows('survey-answered').findLast((row) => row.instrument === 'nps')?.day);
  put('lastValueShown', view.rows('value-shown').at(-1)?.day);
  put('rootCause', view.rows('run-step-done').findLast((row) => row.rootCause !== null)?.day);
  put('lastOffer', view.rows('offer-proposed').at(-1)?.day);
  return dates;
}
