// The practice check: what is allowed in a method and seldom wise. Warnings, never refusals; nothing of them decides.
// Source: Perene's specification of Verificar, after documents 000 to 003.
import type { CompiledMethod } from './compile.ts';
import type { Method } from './schema.ts';

export const practiceCodes = [
  'one_table',
  'edge_by_date',
  'activities_only',
  'renewal_opens_late',
  'no_regress',
  'offers_on_request',
  'too_many_offers',
  'feedback_unanswered',
  'no_first_value',
] as const;
export type PracticeCode = (typeof practiceCodes)[number];
export type PracticeWarning = {
  readonly code: PracticeCode;
  /** Keys of what it is about; none where it is the method as a whole. */
  readonly keys: readonly string[];
  readonly params: Readonly<Record<string, number>>;
};

/** Live offers that a catalogue stays readable with. */
const mostOffers = 10;
/** Fewest days before its end at which a contract's renewal begins. */
const fewestRenewalDays = { enterprise: 90, other: 30 } as const;

/** Leaves that only the calendar moves. */
const calendarLeaves: ReadonlySet<string> = new Set([
  'account.daysSinceStart',
  'account.monthsActive',
  'contract.daysToEnd',
  'contract.daysToAnniversary',
]);
/** Groups whose leaves count what was done, not what came of it. */
const activityGroups: ReadonlySet<string> = new Set(['usage', 'relationship', 'work']);

const groupOf = (leaf: string): string => leaf.slice(0, leaf.indexOf('.'));

type Leaves = (path: string) => readonly string[];

function edgesByDate({ stages }: Method, leaves: Leaves): string[] {
  return stages.flatMap((stage) =>
    stage.exit
      .filter(({ key, when }) => {
        const read = when === null ? [] : leaves(`stages.${stage.key}.exit.${key}.when`);
        return (
          read.length > 0 && read.every((leaf) => calendarLeaves.has(leaf) || groupOf(leaf) === 'limits')
        );
      })
      .map(() => stage.key),
  );
}

/** Stages that are left by what was done alone: nobody confirms, and no result is read. */
function byActivitiesOnly({ stages }: Method, leaves: Leaves): string[] {
  return stages
    .filter(({ exit }) => exit.length > 0 && exit.every(({ confirmation }) => !confirmation))
    .filter(({ key: stage, exit }) =>
      exit.every(({ key }) =>
        leaves(`stages.${stage}.exit.${key}.when`).every((leaf) => activityGroups.has(groupOf(leaf))),
      ),
    )
    .map(({ key }) => key);
}

function lateRenewals({ limits }: Method): string[] {
  return Object.entries(limits['renewalStarts'] ?? {})
    .filter(([segment, days]) => {
      const fewest = segment === 'enterprise' ? fewestRenewalDays.enterprise : fewestRenewalDays.other;
      return days < fewest;
    })
    .map(([segment]) => segment);
}

/** Signals that speak only when somebody wrote an event down. */
function toldSignals({ signals }: Method, leaves: Leaves): ReadonlySet<string> {
  return new Set(
    signals
      .filter(({ key }) => leaves(`signals.${key}.when`).every((leaf) => groupOf(leaf) === 'events'))
      .map(({ key }) => key),
  );
}

/** True when no offer is ever made of what is seen: each waits until the customer asks for it. */
function onlyOnRequest(method: Method, leaves: Leaves): boolean {
  const told = toldSignals(method, leaves);
  const growth = method.offers.filter(({ intent }) => intent === 'growth');
  const asked = (leaf: string): boolean =>
    groupOf(leaf) === 'events' || (groupOf(leaf) === 'signals' && told.has(leaf.split('.')[1] ?? ''));
  return growth.length > 0 && growth.every(({ key }) => leaves(`offers.${key}.when`).every(asked));
}

/**
 * Every warning about a method. `firstValueTold`: the firm said what the first value is for its customers.
 */
export function practiceWarnings(
  { method, byPath }: CompiledMethod,
  firstValueTold: boolean,
): readonly PracticeWarning[] {
  const leaves: Leaves = (path) => byPath.get(path)?.condition.leaves ?? [];
  const found: PracticeWarning[] = [];
  const warn = (code: PracticeCode, keys: readonly string[] = [], params: PracticeWarning['params'] = {}) =>
    found.push({ code, keys: [...new Set(keys)], params });
  const tables = [...Object.values(method.limits), ...method.health.pillars.map(({ weights }) => weights)];
  if (tables.every((numbers) => new Set(Object.values(numbers)).size === 1)) warn('one_table');
  const dated = edgesByDate(method, leaves);
  if (dated.length > 0) warn('edge_by_date', dated);
  const active = byActivitiesOnly(method, leaves);
  if (active.length > 0) warn('activities_only', active);
  const late = lateRenewals(method);
  if (late.length > 0) warn('renewal_opens_late', late);
  if (!method.signals.some(({ kinds }) => kinds.includes('regression'))) warn('no_regress');
  if (onlyOnRequest(method, leaves)) warn('offers_on_request');
  const offers = method.offers.length;
  if (offers > mostOffers) warn('too_many_offers', [], { offers, most: mostOffers });
  if (!method.playbooks.some(({ on }) => on.includes('survey-answered'))) warn('feedback_unanswered');
  if (!firstValueTold) warn('no_first_value');
  return found;
}
