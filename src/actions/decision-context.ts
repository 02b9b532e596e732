// The context of decisions: a frozen, hashed snapshot of what is not the account's own.
import type { Day } from '#base/day.ts';
import { formatDay } from '#base/day.ts';
import { endOfDay } from '#base/zone.ts';
import type { Context } from '#domain/decision.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { coveredLeaves } from '#domain/profile/covered.ts';
import { mergeCovers } from '#domain/profile/coverage.ts';
import { acceptedIn } from '#store/decisions.ts';
import type { Tx } from '#store/in-workspace.ts';
import { readNotices } from '#store/list-shares.ts';
import { medianMrr } from '#store/lists.ts';
import { heldFirmFacts } from '#store/workspace-facts.ts';
import { contentHash } from './fact-content.ts';
import { offerOutcomes } from './offer-outcomes.ts';
import type { WorkspaceSetting } from './workspace-setting.ts';

export type HashedContext = { readonly context: Context; readonly hash: string; readonly data: object };

function priceList(value: unknown): Context['prices'] {
  return value !== null && typeof value === 'object' ? (value as Context['prices']) : {};
}

async function capacityOf(
  tx: Tx,
  { workspace, firm }: WorkspaceSetting,
  month: string,
  asOf: number,
): Promise<Record<string, number>> {
  const ofMonth = heldFirmFacts(firm.capacity, asOf).filter((fact) => fact.body['month'] === month);
  if (ofMonth.length === 0) return {};
  // What was accepted this month is to be delivered: its slots are gone.
  const accepted = new Map(
    (await acceptedIn(tx, workspace.id, month, workspace.zone, asOf)).map(({ offer, accounts }) => [
      offer,
      accounts,
    ]),
  );
  return Object.fromEntries(
    ofMonth.map(({ body }) => {
      const offer = String(body['offer']);
      return [offer, Math.max(0, Number(body['slots']) - (accepted.get(offer) ?? 0))];
    }),
  );
}

/** What the profile reads beside an account's own facts, as known by an instant: other figures, other decisions. */
function frameDigest({ frame, firm }: WorkspaceSetting, asOf: number) {
  const known = frame.coverage.filter((cover) => cover.known <= asOf);
  const kinds = [...new Set(known.map(({ covers, metric }) => JSON.stringify([covers, metric])))].sort();
  return {
    zone: frame.zone,
    covers: kinds.map((kind) => {
      const same = known.filter(({ covers, metric }) => JSON.stringify([covers, metric]) === kind);
      return [kind, mergeCovers(same, -Infinity, Infinity)];
    }),
    rates: frame.rates
      .filter((rate) => rate.known <= asOf)
      .map(({ base, quote, rate, day }) => [base, quote, rate, day]),
    holidays: firm.holidays,
    features: [frame.criticalFeatures, frame.advancedFeatures],
  };
}

/**
 * Snapshot for the decisions of a day, without the base's median: all that an account with money of its own reads, so
 * that no other account's contract makes its decision another.
 */
export async function decisionContext(
  tx: Tx,
  setting: WorkspaceSetting,
  compiled: CompiledMethod,
  day: Day,
): Promise<HashedContext> {
  const { workspace, frame } = setting;
  const asOf = endOfDay(day, workspace.zone);
  const notices = await readNotices(tx, workspace.id, formatDay(day));
  const margin = workspace.settings['margin'];
  const data = {
    capacity: await capacityOf(tx, setting, formatDay(day).slice(0, 7), asOf),
    acceptance: await offerOutcomes(tx, workspace.id, asOf, frame, compiled),
    prices: priceList(workspace.settings['prices']),
    margin: typeof margin === 'number' ? margin : null,
    medianMrrCents: null,
    covered: coveredLeaves(frame.coverage, asOf),
    currency: workspace.currency,
    workspaceOwner: typeof workspace.settings['owner'] === 'string' ? workspace.settings['owner'] : null,
    seed: 1,
    suppressed: notices.map(({ signal, since }) => ({ signal, since })),
    frame: frameDigest(setting, asOf),
  };
  return { context: { ...data, calendar: frame.calendar }, hash: contentHash(data), data };
}

/** The same with the median of the day's list as it stands: what accounts without money of their own read. */
export async function medianContext(
  tx: Tx,
  workspaceId: string,
  own: HashedContext,
  day: Day,
): Promise<HashedContext> {
  const medianMrrCents = await medianMrr(tx, workspaceId, formatDay(day));
  const data = { ...own.data, medianMrrCents };
  return { context: { ...own.context, medianMrrCents }, hash: contentHash(data), data };
}
