// LINE: a decision as one row of a list, in the shape other programs rely on. Keys may be added, never renamed;
// money is whole cents, days are ISO, rates are fractions.
import { formatDay, type Day } from '#base/day.ts';
import type { ActiveSignal, Decision } from '#domain/decision.ts';
import type { Method } from '#domain/method/schema.ts';
import { type ActionWords, actionWords } from './action.ts';
import { evidenceText } from './evidence.ts';
import { said, type Speaker } from './fill.ts';
import type { Locale } from './format.ts';
import { segmentLabel, statusLabel } from './labels.ts';
import { type OfferWords, offerWords } from './offer.ts';
import { offerReasonText, whyTexts } from './reasons.ts';
import { sinceText } from './since.ts';

/** What a line needs beside the decision. */
export type LineHead = {
  readonly id: string;
  readonly name: string;
  /** Currency of the workspace: money of decisions is in it. */
  readonly currency: string;
  /** Place in the list at risk, 1 first; null outside it. */
  readonly rank?: number | null;
  /** Scores of the last Mondays, oldest first, ending with the present one. */
  readonly spark?: readonly (number | null)[];
  /** Key of the offer to show; the chosen one when left out. The list of the ready shows its growth offer. */
  readonly offer?: string;
  /** Names of our people by key. */
  readonly people?: Readonly<Record<string, string>>;
  /** What the first value is for the firm's customers, in its own words; null: nobody said. */
  readonly firstValue?: string | null;
};
export type LineSignal = {
  readonly key: string;
  readonly since: string;
  /** False: it held already when what is remembered begins, so it is older than that day. */
  readonly begun: boolean;
  /** `desde 15/04/2026`; `há 12 semanas ou mais` where it held already when what is remembered begins. */
  readonly sinceText: string;
  readonly evidence: string;
  readonly label: string;
  readonly severity: ActiveSignal['severity'];
};
export type Line = {
  readonly account: string;
  readonly id: string;
  readonly segment: string | null;
  readonly stages: readonly string[];
  readonly health: Pick<Decision['health'], 'score' | 'band' | 'coverage' | 'depth' | 'trend'>;
  readonly churn90: Decision['churn90'];
  readonly signals: readonly LineSignal[];
  readonly action: ActionWords;
  readonly offer: OfferWords | null;
  readonly offerReason: Decision['offerReason'];
  readonly why: readonly string[];
  readonly mrrCents: number | null;
  readonly currency: string;
  readonly status: Decision['status'];
  readonly rank: number | null;
  readonly atStakeCents: number | null;
  readonly renewsOn: string | null;
  readonly stageChips: readonly StageChip[];
  readonly segmentLabel: string | null;
  readonly statusLabel: string;
  readonly offerReasonText: string;
  readonly spark: readonly (number | null)[];
};
export type StageChip = Decision['stages'][number] & { readonly label: string };

/** Who speaks of this account, in which language. */
export function speakerOf(head: LineHead, method: Method, locale: Locale): Speaker {
  const { currency, name: account, people = {}, firstValue = null } = head;
  return { method, locale, currency, account, people, firstValue };
}

/** What a signal tells of, by its kinds: good news and dates that come are not painted as risks. */
export function signalTone(kinds: readonly string[]): 'risk' | 'good' | 'date' {
  if (kinds.some((kind) => kind === 'expansion' || kind === 'advocacy') && !kinds.includes('risk'))
    return 'good';
  return kinds.every((kind) => kind === 'renewal') ? 'date' : 'risk';
}

/** A signal as a list shows it; muted ones are left out of lines. */
export function signalWords(signal: ActiveSignal, day: Day, speaker: Speaker): LineSignal {
  const known = speaker.method.signals.find((one) => one.key === signal.key);
  return {
    key: signal.key,
    since: formatDay(signal.since),
    begun: signal.begun,
    sinceText: sinceText(signal.since, signal.begun, day, speaker.locale),
    evidence: evidenceText(signal.evidence, speaker),
    label: known ? said(known.label, speaker.locale) : signal.key,
    severity: signal.severity,
  };
}

/** As many tracks as a line names. */
const mostChips = 12;

function chips(decision: Decision, speaker: Speaker): readonly StageChip[] {
  return decision.stages.slice(0, mostChips).map((line) => {
    const stage = speaker.method.stages.find((one) => one.key === line.stage);
    return { ...line, label: stage ? said(stage.label, speaker.locale) : line.stage };
  });
}

/** One account as one line. */
export function lineOf(decision: Decision, head: LineHead, method: Method, locale: Locale = 'pt-BR'): Line {
  const speaker = speakerOf(head, method, locale);
  const { health } = decision;
  const best = decision.offers.find((offer) => offer.key === (head.offer ?? decision.offer));
  return {
    account: head.name,
    id: head.id,
    segment: decision.segment,
    stages: decision.stages.map((line) => line.stage),
    health: {
      score: health.score,
      band: health.band,
      coverage: health.coverage,
      depth: health.depth,
      trend: health.trend,
    },
    churn90: decision.churn90,
    signals: decision.signals
      .filter((signal) => !signal.muted)
      .map((signal) => signalWords(signal, decision.day, speaker)),
    action: actionWords(decision, speaker),
    offer: best ? offerWords(best, decision, speaker) : null,
    offerReason: decision.offerReason,
    why: whyTexts(decision, speaker),
    mrrCents: decision.mrrCents,
    currency: head.currency,
    status: decision.status,
    rank: head.rank ?? null,
    atStakeCents: decision.atStakeCents,
    renewsOn: decision.renewsOn === null ? null : formatDay(decision.renewsOn),
    stageChips: chips(decision, speaker),
    segmentLabel: decision.segment === null ? null : segmentLabel(decision.segment, locale),
    statusLabel: statusLabel(decision.status, locale),
    offerReasonText: offerReasonText(decision, speaker),
    spark: head.spark ?? [],
  };
}
