// The warnings of the practice check in words: what was seen, and why it is seldom wise.
import type { PracticeCode, PracticeWarning } from '#domain/method/practice.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import type { Locale } from './format.ts';
import { segmentLabel } from './labels.ts';

type Say = readonly [pt: string, en: string];
type Warned = { readonly title: Say; readonly text: Say };

const sentences: Readonly<Record<PracticeCode, Warned>> = {
  one_table: {
    title: ['Uma tabela só para todos os segmentos', 'One table for all segments'],
    text: [
      'Prazos e pesos são os mesmos para enterprise e PME. Quem compra grande demora mais e renova antes: separe os números.',
      'Deadlines and weights are the same for enterprise and SMB. Who buys big takes longer and renews earlier: tell the numbers apart.',
    ],
  },
  edge_by_date: {
    title: ['Fase que se deixa por data: {names}', 'A stage left by date: {names}'],
    text: [
      'O calendário sozinho não prova nada. Troque por um resultado, ou por alguém que confirma.',
      'The calendar alone proves nothing. Put a result in its place, or somebody who confirms.',
    ],
  },
  activities_only: {
    title: ['Fase que se deixa só por atividade: {names}', 'A stage left by activity alone: {names}'],
    text: [
      'Reunião feita e acesso contado não são resultado. Inclua um marco provado ou a confirmação do cliente.',
      'Meetings held and logins counted are no result. Add a proven milestone or the customer’s confirmation.',
    ],
  },
  renewal_opens_late: {
    title: ['Renovação começa em cima da hora: {segments}', 'Renewal begins at the last minute: {segments}'],
    text: [
      'Com menos de 30 dias (90 em enterprise) resta discutir preço. Abra a conversa antes.',
      'Inside 30 days (90 in enterprise) only the price is left to talk about. Begin earlier.',
    ],
  },
  no_regress: {
    title: ['Nenhum sinal faz um cliente voltar de fase', 'No signal takes a customer back a stage'],
    text: [
      'Sponsor que sai e uso que cai mandam de volta ao básico. Marque os sinais de retrocesso.',
      'A sponsor who leaves and use that falls send one back to basics. Mark the signals of regression.',
    ],
  },
  offers_on_request: {
    title: ['Ofertas só quando o cliente pede', 'Offers only when the customer asks'],
    text: [
      'Quem espera o pedido chega depois do concorrente. Ligue ofertas ao que se vê: uso, resultado, limite.',
      'Who waits to be asked comes after the competitor. Tie offers to what is seen: use, results, limits.',
    ],
  },
  too_many_offers: {
    title: ['{offers} ofertas no catálogo', '{offers} offers in the catalogue'],
    text: [
      'Mais de {most} ninguém lembra. Deixe as que deram resultado e tire o resto.',
      'Nobody remembers more than {most}. Keep those that brought results and take the rest out.',
    ],
  },
  feedback_unanswered: {
    title: ['Resposta de pesquisa sem ação', 'Answers to surveys without an action'],
    text: [
      'Perguntar e não responder piora a relação. Ligue um playbook a cada resposta.',
      'To ask and not to answer makes things worse. Tie a playbook to every answer.',
    ],
  },
  no_first_value: {
    title: ['Ninguém disse o que é Primeiro Valor', 'Nobody said what First Value is'],
    text: [
      'Sem isso ninguém sabe quando um cliente novo já ganhou com a compra. Diga depois da próxima importação, em uma frase.',
      'Without it nobody knows when a new customer has gained from buying. Say it after the next import, in one sentence.',
    ],
  },
};

/** A warning as title and reason. */
export function practiceWords(
  { code, keys, params }: PracticeWarning,
  method: Method,
  locale: Locale,
): { readonly title: string; readonly text: string } {
  const at = locale === 'en' ? 1 : 0;
  const stageNames = keys.map((key) => {
    const stage = method.stages.find((one) => one.key === key);
    return stage ? said(stage.label, locale) : key;
  });
  const others = locale === 'en' ? 'all others' : 'demais';
  const segmentNames = keys.map((key) => (key === 'unknown' ? others : segmentLabel(key, locale)));
  const filled: Readonly<Record<string, string | number>> = {
    ...params,
    names: stageNames.join(', '),
    segments: segmentNames.join(', '),
  };
  const fill = (text: Say): string =>
    text[at].replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name] ?? ''));
  return { title: fill(sentences[code].title), text: fill(sentences[code].text) };
}
