// Reasons of a decision in full sentences: why an account stands in a list, why an offer does or does not stand.
import type { Decision, RankedOffer, Reason } from '#domain/decision.ts';
import { evidenceText } from './evidence.ts';
import { lowerFirst, measureText, said, type Speaker } from './fill.ts';
import { dayText, numberText, percentText } from './format.ts';
import { bandLabel } from './labels.ts';

type Params = Reason['params'];
const text = (speaker: Speaker, pt: string, en: string): string => (speaker.locale === 'en' ? en : pt);

function day(params: Params, name: string, speaker: Speaker): string {
  const value = params[name];
  return typeof value === 'number' ? dayText(value, speaker.locale) : '';
}

function signalLabel(key: unknown, speaker: Speaker): string {
  const signal = speaker.method.signals.find((one) => one.key === key);
  if (signal) return lowerFirst(said(signal.label, speaker.locale));
  return text(speaker, 'saúde vermelha', 'health is red');
}

function guardLabel(key: unknown, speaker: Speaker): string {
  const guardrail = speaker.method.guardrails.find((one) => one.key === key);
  return guardrail ? lowerFirst(said(guardrail.label, speaker.locale)) : String(key);
}

function eventLabel(key: unknown, speaker: Speaker): string {
  const event = speaker.method.events.find((one) => one.key === key);
  if (event) return lowerFirst(said(event.label, speaker.locale));
  if (key === 'sponsor_left') return text(speaker, 'o sponsor saiu', 'the sponsor left');
  if (key === 'champion_left') return text(speaker, 'o champion saiu', 'the champion left');
  return String(key).replaceAll('_', ' ');
}

function offerLabel(key: unknown, speaker: Speaker): string {
  const offer = speaker.method.offers.find((one) => one.key === key);
  return offer ? said(offer.label, speaker.locale) : String(key);
}

/** One question to confirm before an offer: a guardrail's, or that of a suggested event. */
export function askText(key: string, speaker: Speaker): string {
  if (key.startsWith('event:')) {
    const event = eventLabel(key.slice('event:'.length), speaker);
    return text(speaker, `Pronto, confirme: ${event}?`, `Ready, confirm: ${event}?`);
  }
  const guardrail = speaker.method.guardrails.find((one) => one.key === key);
  const question = guardrail?.question ?? guardrail?.label;
  const asked = question ? said(question, speaker.locale) : key;
  return text(speaker, `Pronto, confirme: ${lowerFirst(asked)}`, `Ready, confirm: ${lowerFirst(asked)}`);
}

/** One reason of a gate in a sentence. */
export function gateReasonText(reason: Reason, speaker: Speaker): string {
  const { code, params } = reason;
  const teller = gateReasons[code];
  return teller ? teller(params, speaker) : code.replaceAll('_', ' ');
}

const gateReasons: Readonly<Record<string, (params: Params, speaker: Speaker) => string>> = {
  status_ended: (_p, s) => text(s, 'O contrato foi encerrado.', 'The contract has ended.'),
  already_held: (_p, s) => text(s, 'O cliente já tem esta oferta.', 'The customer already has this offer.'),
  no_capacity: (_p, s) =>
    text(s, 'Não há mais capacidade de entrega neste mês.', 'No delivery capacity is left this month.'),
  applies: (_p, s) =>
    text(s, 'Faz sentido agora pelos sinais da conta.', 'The signals of the account make it relevant now.'),
  waits_for_event: (p, s) =>
    text(
      s,
      `Só espera confirmar o que uma nota sugere: ${eventLabel(p['event'], s)}.`,
      `It only waits for what a note suggests: ${eventLabel(p['event'], s)}.`,
    ),
  free_only: (_p, s) =>
    text(
      s,
      'Só sem custo: por enquanto falam apenas sinais do nosso lado.',
      'Free of charge only: so far only signals of our own side speak.',
    ),
  does_not_apply: (_p, s) =>
    text(s, 'Nenhum sinal pede esta oferta agora.', 'No signal asks for this offer now.'),
  not_known_to_apply: (_p, s) =>
    text(
      s,
      'Faltam dados para dizer se faz sentido agora.',
      'Data is missing to say whether it is relevant now.',
    ),
  guardrail: (p, s) =>
    text(
      s,
      `Não convém agora: ${guardLabel(p['guardrail'], s)}.`,
      `Not now: ${guardLabel(p['guardrail'], s)}.`,
    ),
  guardrail_unknown: (p, s) =>
    text(
      s,
      `Não dá para saber, então não se oferece: ${guardLabel(p['guardrail'], s)}.`,
      `Not known, so it is not offered: ${guardLabel(p['guardrail'], s)}.`,
    ),
  answered_no: (p, s) =>
    text(
      s,
      `A resposta registrada impede: ${guardLabel(p['guardrail'], s)}.`,
      `The recorded answer stops it: ${guardLabel(p['guardrail'], s)}.`,
    ),
  ask: (p, s) =>
    text(
      s,
      `Falta confirmar: ${guardLabel(p['guardrail'], s)}.`,
      `To be confirmed: ${guardLabel(p['guardrail'], s)}.`,
    ),
  fix_first: (p, s) =>
    text(
      s,
      `Resolva isto antes de qualquer oferta: ${signalLabel(p['signal'], s)}.`,
      `Fix this before any offer: ${signalLabel(p['signal'], s)}.`,
    ),
  repair_only: (_p, s) =>
    text(s, 'Com a saúde vermelha só cabe o que repara.', 'While health is red only repair is allowed.'),
  offer_open: (p, s) =>
    text(
      s,
      `Já há uma oferta em aberto desde ${day(p, 'on', s)}: ${offerLabel(p['offer'], s)}.`,
      `An offer is open since ${day(p, 'on', s)}: ${offerLabel(p['offer'], s)}.`,
    ),
  refused_recently: (p, s) =>
    text(
      s,
      `O cliente disse não em ${day(p, 'on', s)}; descansa até ${day(p, 'until', s)}.`,
      `The customer said no on ${day(p, 'on', s)}; it rests until ${day(p, 'until', s)}.`,
    ),
  contact_cap: (_p, s) =>
    text(
      s,
      'Já houve contatos comerciais demais nos últimos 14 dias.',
      'There were too many commercial contacts in the last 14 days.',
    ),
  opted_out: (_p, s) =>
    text(s, 'Todos os contatos pediram para não receber ofertas.', 'Every contact has opted out.'),
  best: (_p, s) =>
    text(
      s,
      'Maior prioridade entre as ofertas possíveis.',
      'Highest priority of the offers that may be made.',
    ),
  chosen_by_person: (_p, s) => text(s, 'Escolhida por uma pessoa.', 'Chosen by a person.'),
  outranked: (p, s) =>
    text(
      s,
      `Outra oferta vem antes: ${offerLabel(p['by'], s)}.`,
      `Another offer comes first: ${offerLabel(p['by'], s)}.`,
    ),
};

/** Why an account stands where it stands: one sentence a reason. */
export function whyTexts(decision: Decision, speaker: Speaker): readonly string[] {
  const texts = decision.why.map((reason) => whyText(reason, decision, speaker)).filter((one) => one !== '');
  // Two signals may rest on one fact: it is said once.
  return [...new Set(texts)];
}

function whyText(reason: Reason, decision: Decision, speaker: Speaker): string {
  const { code, params } = reason;
  if (code === 'signal') {
    const signal = decision.signals.find((one) => one.key === params['signal']);
    return signal ? evidenceText(signal.evidence, speaker) : '';
  }
  if (code === 'health') return healthText(params, speaker);
  if (code === 'band_unknown') {
    const covered = percentText(Number(params['coverage']), speaker.locale);
    return text(
      speaker,
      `Sem dados suficientes para a nota: ${covered} do peso com dados`,
      `Not enough data for a score: ${covered} of the weight has data`,
    );
  }
  if (code === 'fix_first')
    return text(
      speaker,
      `Nada comercial agora; resolva isto primeiro: ${signalLabel(params['signal'], speaker)}`,
      `Nothing commercial now; fix this first: ${signalLabel(params['signal'], speaker)}`,
    );
  return gateReasonText(reason, speaker);
}

function healthText(params: Params, speaker: Speaker): string {
  const score = numberText(Number(params['score']), speaker.locale);
  const band = bandLabel(String(params['band']), speaker.locale);
  const head = text(speaker, `Health score ${score}, ${band}`, `Health score ${score}, ${band}`);
  const raw = params['raw'] ?? null;
  const measureRaw = typeof raw === 'boolean' ? String(raw) : raw;
  const measure = measureText({ measure: params['measure'] as string | null, measureRaw }, speaker);
  if (measure === null) return head;
  return text(speaker, `${head}; o que mais pesa: ${measure}`, `${head}; what weighs most: ${measure}`);
}

/** Why no offer stands, in one sentence; empty when one does. */
export function offerReasonText(decision: Decision, speaker: Speaker): string {
  switch (decision.offerReason) {
    case 'best':
      return '';
    case 'fix_first': {
      const reason = decision.why.find((one) => one.code === 'fix_first');
      return reason ? `${whyText(reason, decision, speaker)}.` : '';
    }
    case 'none_applicable':
      return text(
        speaker,
        'Nenhuma oferta faz sentido agora: descubra a próxima necessidade.',
        'No offer is relevant now: find out the next need.',
      );
    case 'blocked':
      return blockedText(decision.offers, speaker);
  }
}

function blockedText(offers: readonly RankedOffer[], speaker: Speaker): string {
  for (const offer of offers) {
    const applies = offer.gates.some((gate) => gate.gate === 'applicability' && gate.passed);
    const stopped = applies ? offer.gates.find((gate) => !gate.passed) : undefined;
    const reason = stopped?.reasons[0];
    if (!reason) continue;
    return `${offerLabel(offer.key, speaker)}: ${lowerFirst(gateReasonText(reason, speaker))}`;
  }
  return text(speaker, 'As ofertas possíveis estão bloqueadas.', 'The possible offers are blocked.');
}
