// The health of one account, explained down to facts: pillars that sum to the score, measures with their raw value,
// what has no data and what to ask for.
import type { Assessment, Decision, MeasurePoints } from '#domain/decision.ts';
import { forSegment } from '#domain/method/limits.ts';
import { leafSpec } from '#domain/profile/registry.ts';
import type { Method } from '#domain/method/schema.ts';
import { figureText, said, type Speaker } from './fill.ts';

/** A fact behind a figure, in one sentence. */
export type FactRef = { id: string; text: string; occurredAt: string };
/** Facts behind a leaf. */
export type FactsOf = (leaf: string) => FactRef[];

type Shares = { pillar: number; measures: Map<string, number> };

/** Shares after renormalising over what has data: of the pillar in the score, of each measure in its pillar. */
function sharesOf(assessment: Assessment, pillar: string): Shares {
  const withData = (key: string) =>
    assessment.measures
      .filter((one) => one.pillar === key && one.points !== null)
      .reduce((sum, one) => sum + one.aged, 0);
  const inPillar = withData(pillar);
  const contribution = assessment.pillars.find((one) => one.key === pillar);
  const share =
    contribution?.points === null || contribution === undefined || contribution.points === 0
      ? shareByWeight(assessment, pillar)
      : contribution.contribution / contribution.points;
  const measures = assessment.measures
    .filter((one) => one.pillar === pillar)
    .map((one) => [one.key, one.points === null || inPillar === 0 ? 0 : one.aged / inPillar] as const);
  return { pillar: share, measures: new Map(measures) };
}

function shareByWeight(assessment: Assessment, pillar: string): number {
  const available = assessment.pillars.filter((one) => one.points !== null);
  const total = available.reduce((sum, one) => sum + one.weight, 0);
  const found = available.find((one) => one.key === pillar);
  return found && total > 0 ? found.weight / total : 0;
}

const isAmount = (leaf: string): boolean => leafSpec(leaf)?.type === 'cents';

function rawText(measure: MeasurePoints, unit: string, speaker: Speaker): string {
  if (measure.raw === null) return speaker.locale === 'en' ? 'no data' : 'sem dado';
  return figureText(measure.raw, isAmount(measure.leaf) ? 'cents' : unit, speaker);
}

/** The measure that costs the pillar most, as its reason. */
function pillarWhy(pillar: string, assessment: Assessment, speaker: Speaker): string {
  const own = assessment.measures.filter((one) => one.pillar === pillar && one.points !== null);
  const loss = (one: MeasurePoints) => one.aged * (100 - (one.points ?? 100));
  const worst = own.toSorted((a, b) => loss(b) - loss(a))[0];
  if (!worst) return speaker.locale === 'en' ? 'No data' : 'Sem dado';
  const spec = speaker.method.health.measures.find((one) => one.key === worst.key);
  if (!spec) return '';
  return `${said(spec.label, speaker.locale)}: ${rawText(worst, spec.unit, speaker)}`;
}

function pillarsOf(assessment: Assessment, before: Assessment | null, speaker: Speaker) {
  return speaker.method.health.pillars.map((spec) => {
    const now = assessment.pillars.find((one) => one.key === spec.key);
    const then = before?.pillars.find((one) => one.key === spec.key);
    const both = now && then && now.points !== null && then.points !== null;
    return {
      key: spec.key,
      label: said(spec.label, speaker.locale),
      weight: sharesOf(assessment, spec.key).pillar,
      points: now?.points ?? null,
      contribution: now?.contribution ?? 0,
      change30d: both ? now.contribution - then.contribution : null,
      why: pillarWhy(spec.key, assessment, speaker),
    };
  });
}

function measuresOf(assessment: Assessment, factsOf: FactsOf, speaker: Speaker) {
  return assessment.measures.map((measure) => {
    const spec = speaker.method.health.measures.find((one) => one.key === measure.key);
    return {
      key: measure.key,
      pillar: measure.pillar,
      label: spec ? said(spec.label, speaker.locale) : measure.key,
      leaf: measure.leaf,
      raw: isAmount(measure.leaf) ? null : measure.raw,
      rawText: rawText(measure, spec?.unit ?? 'number', speaker),
      points: measure.points,
      weight: sharesOf(assessment, measure.pillar).measures.get(measure.key) ?? 0,
      contribution: measure.contribution,
      facts: factsOf(measure.leaf),
    };
  });
}

/** Share of the whole score that a measure has when everything has data. */
function fullWeight(
  measure: MeasurePoints,
  assessment: Assessment,
  method: Method,
  segment: string | null,
): number {
  const pillar = method.health.pillars.find((one) => one.key === measure.pillar);
  const beside = assessment.measures.filter((one) => one.pillar === measure.pillar);
  const all = beside.reduce((sum, one) => sum + one.weight, 0);
  return pillar && all > 0 ? (forSegment(pillar.weights, segment) * measure.weight) / all : 0;
}

function missingOf({ assessment, segment }: Decision, method: Method, speaker: Speaker) {
  const weight = (measure: MeasurePoints) => fullWeight(measure, assessment, method, segment);
  return assessment.measures
    .filter((measure) => measure.points === null && measure.weight > 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .map((measure) => {
      const spec = method.health.measures.find((one) => one.key === measure.key);
      return {
        key: measure.key,
        pillar: measure.pillar,
        label: spec ? said(spec.label, speaker.locale) : measure.key,
        collect: spec ? said(spec.question, speaker.locale) : '',
      };
    });
}

/** Health as the page shows it. `before`: the assessment about 30 days earlier, when there is one. */
export function healthPage(
  decision: Decision,
  before: Assessment | null,
  factsOf: FactsOf,
  speaker: Speaker,
) {
  const { assessment, health } = decision;
  const { method, locale } = speaker;
  const cap = assessment.cap;
  const capLabel = method.health.caps.find((one) => one.key === cap?.key)?.label;
  return {
    score: health.score,
    band: health.band,
    coverage: health.coverage,
    depth: health.depth,
    shallow: health.depth < method.health.shallowBelow,
    trend: health.trend,
    limits: { yellow: method.health.bands.yellow, green: method.health.bands.green },
    // Without a score to compare with, a pillar's share of it did not change: it had none.
    pillars: pillarsOf(assessment, health.change30d === null ? null : before, speaker),
    measures: measuresOf(assessment, factsOf, speaker),
    cap: cap && {
      key: cap.key,
      label: capLabel ? said(capLabel, locale) : cap.key,
      below: cap.below,
      taken: cap.points,
    },
    missing: missingOf(decision, method, speaker),
  };
}
