// The counterfactual in one sentence: what would have to change for the band to change.
import type { Decision } from '#domain/decision.ts';
import { figureText, lowerFirst, said, type Speaker } from './fill.ts';
import { bandLabel } from './labels.ts';

/** `Se presença em reuniões for de 40% para 75%, a saúde passa a verde.`; null without one. */
export function counterfactualText(decision: Decision, speaker: Speaker): string | null {
  const { counterfactual } = decision;
  if (!counterfactual) return null;
  const { leaf, from, to, band } = counterfactual;
  const measure = speaker.method.health.measures.find(
    (one) => one.leaf === leaf || one.fallbackLeaf === leaf,
  );
  if (!measure) return null;
  const label = lowerFirst(said(measure.label, speaker.locale));
  const value = (raw: number): string => figureText(raw, measure.unit, speaker.locale);
  const name = bandLabel(band, speaker.locale);
  const start = from === null ? '' : value(from);
  return speaker.locale === 'en'
    ? `If ${label} went from ${start} to ${value(to)}, health would turn ${name}.`
    : `Se ${label} for de ${start} para ${value(to)}, a saúde passa a ${name}.`;
}
