// The counterfactual in one sentence: what would have to change for the band to change.
import type { Decision } from '#domain/decision.ts';
import { figureText, lowerFirst, said, type Speaker, unitOf } from './fill.ts';
import { bandLabel } from './labels.ts';

/** `A saúde passaria a verde com presença nas reuniões em 75% (hoje 40%).`; null without one. */
export function counterfactualText(decision: Decision, speaker: Speaker): string | null {
  const { counterfactual } = decision;
  if (!counterfactual) return null;
  const { leaf, from, to, band } = counterfactual;
  const measure = speaker.method.health.measures.find(
    (one) => one.leaf === leaf || one.fallbackLeaf === leaf,
  );
  if (!measure) return null;
  const label = lowerFirst(said(measure.label, speaker.locale));
  const value = (raw: number): string => figureText(raw, unitOf(measure), speaker);
  const name = bandLabel(band, speaker.locale);
  const english = speaker.locale === 'en';
  const today = from === null ? '' : ` (${english ? 'today' : 'hoje'} ${value(from)})`;
  return english
    ? `Health would turn ${name} with ${label} at ${value(to)}${today}.`
    : `A saúde passaria a ${name} com ${label} em ${value(to)}${today}.`;
}
