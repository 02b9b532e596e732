// The offer in words: milestone with its proof → next predictable pain → next step, so that it reads as a next step
// and not as a push. Without the first part it is to be prepared, not made.
import type { Decision, RankedOffer } from '#domain/decision.ts';
import { fillWith, lowerFirst, said, type Speaker } from './fill.ts';
import { dayText, percentText } from './format.ts';
import { askText } from './reasons.ts';

export type OfferWords = {
  readonly key: string;
  readonly text: string;
  readonly state: RankedOffer['state'];
  readonly ask: readonly string[];
  readonly p: number;
  readonly c: number;
  /** Whole cents. */
  readonly v: number;
  readonly l: number;
  readonly priority: number;
  readonly label: string;
};

const sentence = (part: string): string => (/[.?!]$/.test(part) ? part : `${part}.`);

function provenText(decision: Decision, speaker: Speaker): string {
  const { milestone } = decision;
  const en = speaker.locale === 'en';
  if (milestone === null) return '';
  const named = speaker.method.stages
    .flatMap((stage) => stage.milestones)
    .find((one) => one.key === milestone.key);
  const name = named
    ? (said(named.result, speaker.locale).split(/[:;(]/)[0] ?? '').trim()
    : milestone.key.replaceAll('_', ' ');
  const what = lowerFirst(name);
  const day = milestone.on === null ? '' : dayText(milestone.on, speaker.locale);
  return en
    ? `Delivered${day && ` on ${day}`} with proof: ${what}.`
    : `Entregue${day && ` em ${day}`} com prova: ${what}.`;
}

/** Family and short name of an offer: "Escala · Nova área ou unidade". */
export function offerLabelText(key: string, speaker: Speaker): string {
  const offer = speaker.method.offers.find((one) => one.key === key);
  if (!offer) return key;
  const family = speaker.method.families.find((one) => one.key === offer.family);
  const label = said(offer.label, speaker.locale);
  return family ? `${said(family.label, speaker.locale)} · ${label}` : label;
}

/** One offer in the speaker's language; `v` and `priority` are rounded to whole cents. */
export function offerWords(ranked: RankedOffer, decision: Decision, speaker: Speaker): OfferWords {
  return {
    key: ranked.key,
    text: offerText(ranked, decision, speaker),
    state: ranked.state,
    ask: ranked.ask.map((key) => askText(key, speaker)),
    p: ranked.p,
    c: ranked.c,
    v: Math.round(ranked.v),
    l: ranked.l,
    priority: Math.round(ranked.priority),
    label: offerLabelText(ranked.key, speaker),
  };
}

function offerText(ranked: RankedOffer, decision: Decision, speaker: Speaker): string {
  const offer = speaker.method.offers.find((one) => one.key === ranked.key);
  if (!offer) return ranked.key;
  const en = speaker.locale === 'en';
  const own = (text: string): string =>
    sentence(fillWith(text, (name) => (name === 'account' ? speaker.account : null)));
  const label = said(offer.label, speaker.locale);
  const free = ranked.free ? (en ? ', free of charge' : ', sem custo') : '';
  const head = en ? `${label} for ${speaker.account}${free}.` : `${label} para ${speaker.account}${free}.`;
  const proven =
    provenText(decision, speaker) ||
    (ranked.state === 'prepare'
      ? en
        ? 'Prepare: no milestone with proof is on record yet.'
        : 'Preparar: ainda não há marco com prova registrado.'
      : '');
  return [head, proven, own(said(offer.nextPain, speaker.locale)), own(said(offer.nextStep, speaker.locale))]
    .filter((part) => part !== '')
    .join(' ');
}

/** P, C and L of an offer, one sentence each. */
export function factorTexts(ranked: RankedOffer, speaker: Speaker): { p: string; c: string; l: string } {
  const en = speaker.locale === 'en';
  const pct = (share: number): string => percentText(share, speaker.locale);
  const range = `${pct(ranked.pLow)}–${pct(ranked.pHigh)}`;
  const source = ranked.pPrior
    ? en
      ? "the method's estimate"
      : 'estimativa do método'
    : en
      ? 'your own outcomes'
      : 'seus próprios resultados';
  const parts = ranked.contextParts.map(
    ({ code, points }) => `${contextLabel(code, speaker)} ${points > 0 ? '+' : ''}${points}`,
  );
  return {
    p: en
      ? `Chance of acceptance ${pct(ranked.p)} (${range}), ${source}.`
      : `Chance de aceite ${pct(ranked.p)} (${range}), ${source}.`,
    c:
      parts.length === 0
        ? en
          ? 'Nothing in the context adds or takes weight.'
          : 'Nada no contexto soma ou tira peso.'
        : `${en ? 'Context' : 'Contexto'}: ${parts.join(', ')}.`,
    l:
      ranked.l === 1
        ? en
          ? 'No lever set.'
          : 'Sem alavanca definida.'
        : en
          ? `Lever ${ranked.l} set by a person.`
          : `Alavanca ${String(ranked.l).replace('.', ',')} definida por uma pessoa.`,
  };
}

function contextLabel(code: string, speaker: Speaker): string {
  const row = speaker.method.arbitration.context.find((one) => one.key === code);
  return row ? lowerFirst(said(row.label, speaker.locale)) : code;
}
