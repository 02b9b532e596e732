// The offers of one account, explained: the chosen one with its factors and gates, and for each other one the gate
// where it stopped.
import type { Decision, Gate, RankedOffer } from '#domain/decision.ts';
import { said, type Speaker } from './fill.ts';
import { moneyText } from './format.ts';
import { gateLabel } from './labels.ts';
import { factorTexts, offerLabelText, offerWords } from './offer.ts';
import { gateReasonText } from './reasons.ts';

const gateTexts = (gate: Gate, speaker: Speaker): string =>
  gate.reasons.map((reason) => gateReasonText(reason, speaker)).join(' ');

function passedText(gate: Gate, speaker: Speaker): string {
  const told = gateTexts(gate, speaker);
  if (told !== '') return told;
  return speaker.locale === 'en' ? 'Nothing stands against it.' : 'Nada impede.';
}

const bases = {
  price: ['preço da tabela, 12 meses', 'price list, 12 months'],
  share: ['parte do valor mensal, 12 meses', 'share of the monthly value, 12 months'],
  median: ['parte do valor mensal mediano da base', 'share of the base’s median monthly value'],
  none: ['sem valor conhecido: todas valem 1', 'no value known: all count 1'],
} as const;

function valueText(offer: RankedOffer, speaker: Speaker): string {
  const en = speaker.locale === 'en';
  const basis = bases[offer.vBasis][en ? 1 : 0];
  if (offer.vBasis === 'none') return basis;
  return offer.withMargin ? basis : `${basis}, ${en ? 'without margin' : 'sem margem'}`;
}

function rankText(offer: RankedOffer, decision: Decision, speaker: Speaker): string {
  const standing = decision.offers.filter((one) => one.state !== 'blocked');
  const place = standing.findIndex((one) => one.key === offer.key) + 1;
  const money = moneyText(Math.round(offer.priority), speaker.currency, speaker.locale);
  if (place === 0) return money;
  return speaker.locale === 'en'
    ? `${place} of ${standing.length} that passed`
    : `${place}ª de ${standing.length} que passaram`;
}

/** An offer with everything behind it. */
export function offerPage(offer: RankedOffer, decision: Decision, speaker: Speaker) {
  const { method, locale } = speaker;
  const spec = method.offers.find((one) => one.key === offer.key);
  const family = method.families.find((one) => one.key === offer.family);
  const own = (text: { pt: string; en: string } | undefined) =>
    text ? said(text, locale).replaceAll('{account}', speaker.account) : '';
  return {
    ...offerWords(offer, decision, speaker),
    ask: [...offerWords(offer, decision, speaker).ask],
    family: offer.family,
    familyLabel: family ? said(family.label, locale) : offer.family,
    content: own(spec?.content),
    nextPain: own(spec?.nextPain),
    nextStep: own(spec?.nextStep),
    free: offer.free,
    pLow: offer.pLow,
    pHigh: offer.pHigh,
    pPrior: offer.pPrior,
    texts: {
      ...factorTexts(offer, speaker),
      v: valueText(offer, speaker),
      priority: rankText(offer, decision, speaker),
    },
    gates: offer.gates.map((gate) => ({
      gate: gate.gate,
      label: gateLabel(gate.gate, locale),
      passed: gate.passed,
      text: gate.passed ? passedText(gate, speaker) : gateTexts(gate, speaker),
    })),
  };
}

/** For every other offer, the first gate it did not pass. */
export function whyNot(decision: Decision, speaker: Speaker) {
  return decision.offers
    .filter((offer) => offer.key !== decision.offer)
    .map((offer) => {
      const stopped = offer.gates.find((gate) => !gate.passed);
      const gate = stopped?.gate ?? 'arbitration';
      const en = speaker.locale === 'en';
      const outranked = en
        ? 'Passed every gate, with a lower priority.'
        : 'Passou nos filtros, com prioridade menor.';
      return {
        key: offer.key,
        label: offerLabelText(offer.key, speaker),
        gate,
        gateLabel: gateLabel(gate, speaker.locale),
        text: stopped ? gateTexts(stopped, speaker) : outranked,
      };
    });
}
