// Everything the page of one account says, as of a day, in one language: the answer of the API and of `explain`.
import { formatDay, type Day } from '#base/day.ts';
import type { Assessment, Decision } from '#domain/decision.ts';
import type { Method } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { said, type Speaker } from './fill.ts';
import { taxIdText } from './format.ts';
import type { Locale } from './format.ts';
import { lineOf, signalTone, signalWords, speakerOf } from './line.ts';
import { memberName, methodNames } from './names.ts';
import { counterfactualText } from './counterfactual.ts';
import { healthPage, type FactRef } from './page-health.ts';
import { offerPage, whyNot } from './page-offers.ts';
import { marksOf, type StoryTurn } from './page-marks.ts';
import { contractsPage, leftOut, tracksPage } from './page-tracks.ts';
import { suggestedPage, type SuggestedSource } from './suggested.ts';
import { storyText } from './timeline.ts';
import { verdictOf } from './verdict.ts';

type Body = Readonly<Record<string, unknown>>;
export type PageSource = {
  readonly day: Day;
  readonly today: Day;
  readonly account: { readonly id: string; readonly name: string; readonly taxId: string | null };
  readonly currency: string;
  readonly method: { readonly version: number; readonly method: Method };
  readonly profile: Profile;
  readonly decision: Decision;
  readonly past: readonly Assessment[];
  readonly history: readonly Assessment[];
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  readonly facts: ReadonlyMap<string, { id: string; type: string; body: Body; occurredAt: number }>;
  readonly story: { readonly total: number; readonly hindsight: number };
  readonly people: Readonly<Record<string, string>>;
  /** Contact key → role, as known on the day. */
  readonly contactRoles: ReadonlyMap<string, string>;
  /** Facts that turned the account's story, oldest first. */
  readonly turns: readonly StoryTurn[];
  /** What the first value is for the firm's customers, in its own words, as told by the day; null: nobody said. */
  readonly firstValue?: string | null;
  /** Events that notes suggest and nobody answered, as of the day. */
  readonly suggested?: readonly SuggestedSource[];
};

function factsOf(source: PageSource, locale: Locale) {
  const names = methodNames(source.method.method, source.people, locale, source.contactRoles);
  return (leaf: string): FactRef[] =>
    (source.evidence.get(leaf) ?? []).flatMap((id) => {
      const fact = source.facts.get(id);
      if (!fact) return [];
      const text = storyText({ type: fact.type, body: fact.body, texts: null }, names, locale);
      return [{ id, text, occurredAt: new Date(fact.occurredAt).toISOString() }];
    });
}

/** The assessment about 30 days before, of those remembered. */
function monthBefore(source: PageSource): Assessment | null {
  return source.past.findLast((assessment) => assessment.day <= source.day - 30) ?? null;
}

function signalsOf(source: PageSource, speaker: Speaker, refs: (leaf: string) => FactRef[]) {
  return source.decision.signals.map((signal) => {
    const spec = speaker.method.signals.find((one) => one.key === signal.key);
    const facts = signal.evidence.flatMap(({ leaf }) => refs(leaf));
    const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
    return {
      ...signalWords(signal, source.day, speaker),
      side: spec?.side ?? ('customer' as const),
      tone: signalTone(spec?.kinds ?? []),
      muted: signal.muted,
      facts: once.slice(0, 20),
    };
  });
}

function headOf(source: PageSource, line: ReturnType<typeof lineOf>) {
  const csm = source.profile.team.find((member) => member.role === 'csm') ?? source.profile.team[0];
  const since = source.profile.dates['start'];
  return {
    id: source.account.id,
    name: source.account.name,
    segment: line.segment,
    segmentLabel: line.segmentLabel,
    since: since === undefined ? null : formatDay(since),
    csm: csm ? memberName(csm.member, source.people) : null,
    status: line.status,
    statusLabel: line.statusLabel,
    taxId: source.account.taxId === null ? null : taxIdText(source.account.taxId),
  };
}

/** The day the last contract ended; null while none has. */
function endedOn(profile: Profile): Day | null {
  const days = profile.contracts.flatMap((contract) => contract.endedOn ?? []);
  return days.length === 0 ? null : Math.max(...days);
}

/** The page in one language. Its shape is that of the contract; doors check it by type. */
export function customerPageOf(source: PageSource, locale: Locale) {
  const { decision, method, profile } = source;
  const head = {
    id: source.account.id,
    name: source.account.name,
    currency: source.currency,
    people: source.people,
    firstValue: source.firstValue ?? null,
  };
  const scores = source.past.map((one) => (one.band === 'unknown' ? null : one.score));
  const spark = [...scores, decision.health.score].slice(-13);
  const speaker = speakerOf(head, method.method, locale);
  const line = lineOf(decision, { ...head, spark }, method.method, locale);
  const refs = factsOf(source, locale);
  const chosen = decision.offers.find((offer) => offer.key === decision.offer);
  return {
    asOf: formatDay(source.day),
    isToday: source.day === source.today,
    today: formatDay(source.today),
    method: { key: method.method.key, label: said(method.method.label, locale), version: method.version },
    head: headOf(source, line),
    verdict: verdictOf(line, speaker, source.day, endedOn(profile)),
    line,
    churn90: decision.churn90,
    health: healthPage(decision, monthBefore(source), refs, speaker),
    signals: signalsOf(source, speaker, refs),
    suggested: suggestedPage(source.suggested ?? [], method.method, locale),
    action: line.action,
    offer: chosen ? offerPage(chosen, decision, speaker) : null,
    offerReason: decision.offerReason,
    offerReasonText: line.offerReasonText,
    whyNot: whyNot(decision, speaker),
    stages: method.method.stages.map((stage) => ({ key: stage.key, label: said(stage.label, locale) })),
    tracks: tracksPage(decision, profile, speaker),
    contracts: contractsPage(profile, speaker),
    leftOut: leftOut(decision, profile),
    counterfactual: counterfactualText(decision, speaker),
    history: source.history.map((one) => ({
      week: formatDay(one.day),
      score: one.band === 'unknown' ? null : one.score,
      band: one.band,
    })),
    marks: [...marksOf(source.turns, method.method, locale, source.contactRoles)],
    facts: {
      total: source.story.total,
      hindsightShare: source.story.total === 0 ? 0 : source.story.hindsight / source.story.total,
    },
  };
}
