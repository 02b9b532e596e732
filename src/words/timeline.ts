// A fact as one line of an account's story, in both languages. It knows fact types and nothing of decisions.
import { parseDay } from '#base/day.ts';
import { kindLabel, metricLabel, pick, readable } from './fact-labels.ts';
import { own } from './fill.ts';
import { dayText, moneyText, numberText, percentText, type Locale } from './format.ts';
import { contactRoleLabel } from './labels.ts';
import { storySentences } from './story-sentences.ts';

type Body = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, string>>;
export type StoryFact = { readonly type: string; readonly body: Body; readonly texts: Texts | null };
/** What a code in a fact may name. */
export type StoryName =
  | 'action'
  | 'contact'
  | 'event'
  | 'member'
  | 'milestone'
  | 'offer'
  | 'playbook'
  | 'question'
  | 'reason'
  | 'signal'
  | 'stage'
  | 'step';
/** Names that codes stand for; null when nobody knows. */
export type StoryNames = (kind: StoryName, code: string) => string | null;

const words: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  critical: ['crítico', 'critical'],
  high: ['alta gravidade', 'high'],
  normal: ['normal', 'normal'],
  low: ['baixa gravidade', 'low'],
  green: ['verde', 'green'],
  yellow: ['amarelo', 'yellow'],
  red: ['vermelho', 'red'],
  in: ['do cliente', 'from the customer'],
  out: ['da nossa equipe', 'from our team'],
  check_in: ['Check-in', 'Check-in'],
  kick_off: ['Kick-off', 'Kick-off'],
  qbr: ['QBR', 'QBR'],
  training: ['Treinamento', 'Training'],
  renewal: ['Reunião de renovação', 'Renewal meeting'],
  positive: ['boa', 'positive'],
  neutral: ['neutra', 'neutral'],
  negative: ['ruim', 'negative'],
  commit: ['garantida', 'commit'],
  probable: ['provável', 'probable'],
  at_risk: ['em risco', 'at risk'],
  events: ['Eventos de uso', 'Usage events'],
  main: ['Frente principal', 'Main track'],
  sent: ['enviado', 'sent'],
  opened: ['aberto', 'opened'],
  attended: ['participou', 'attended'],
  due: ['a fazer', 'due'],
  applied: ['aplicado', 'applied'],
  waived: ['dispensado', 'waived'],
  preparation: ['preparação', 'preparation'],
  conversation: ['conversa de intenção', 'intent conversation'],
  proposal: ['proposta', 'proposal'],
  negotiation: ['negociação', 'negotiation'],
  confirmation: ['confirmação', 'confirmation'],
  signature: ['assinatura', 'signature'],
  celebration: ['celebração', 'celebration'],
  asked: ['pedido', 'asked'],
  consented: ['aceito', 'consented'],
  declined: ['recusado', 'declined'],
  done: ['feito', 'done'],
  rewarded: ['recompensado', 'rewarded'],
  talked: ['falamos', 'talked'],
  no_answer: ['não conseguimos falar', 'could not reach them'],
  not_needed: ['não precisa mais', 'no longer needed'],
  dropped: ['deixada de lado', 'dropped'],
  testimonial: ['Depoimento', 'Testimonial'],
  case_study: ['Estudo de caso', 'Case study'],
  review: ['Avaliação', 'Review'],
  reference: ['Referência', 'Reference'],
  referral: ['Indicação', 'Referral'],
  webinar: ['Webinar', 'Webinar'],
  event: ['Evento', 'Event'],
  board: ['Conselho de clientes', 'Customer board'],
  csm: ['CSM', 'CSM'],
  consultant: ['consultoria', 'consultant'],
  sales: ['vendas', 'sales'],
  finance: ['financeiro', 'finance'],
  executive_sponsor: ['sponsor', 'sponsor'],
  manager: ['gestão', 'manager'],
  email: ['E-mail', 'E-mail'],
  whatsapp: ['WhatsApp', 'WhatsApp'],
  sms: ['SMS', 'SMS'],
  chat: ['Chat', 'Chat'],
  in_app: ['Mensagem no produto', 'In-app message'],
  enterprise: ['Enterprise', 'Enterprise'],
  mid_market: ['Mid-market', 'Mid-market'],
  smb: ['PME', 'SMB'],
  product_led: ['Product-led', 'Product-led'],
  nps: ['NPS', 'NPS'],
  csat: ['CSAT', 'CSAT'],
  ces: ['CES', 'CES'],
  mhs: ['MHS', 'MHS'],
  journey_nps: ['NPS da jornada', 'Journey NPS'],
  true: ['sim', 'yes'],
  false: ['não', 'no'],
};

function linesText(value: unknown, locale: Locale): string | null {
  if (!Array.isArray(value)) return null;
  const parts = value.flatMap(
    (line: { cents: number | null; currency: string; months: number; recurring: boolean }) => {
      if (line.cents === null) return [];
      const money = moneyText(line.cents, line.currency, locale);
      if (!line.recurring) return [money];
      const every =
        line.months === 12 ? pick(['por ano', 'a year'], locale) : pick(['por mês', 'a month'], locale);
      return [
        line.months === 1 || line.months === 12
          ? `${money} ${every}`
          : `${money} / ${line.months} ${pick(['meses', 'months'], locale)}`,
      ];
    },
  );
  return parts.length === 0 ? null : parts.join(' + ');
}

function observedText(body: Body, locale: Locale): string {
  const metric = String(body['metric']);
  const value = Number(body['value']);
  const name = metricLabel(metric, locale);
  const currency = typeof body['currency'] === 'string' ? body['currency'] : 'BRL';
  const shown = metric.endsWith('_day')
    ? dayText(value, locale)
    : metric.endsWith('_cents')
      ? moneyText(value, currency, locale)
      : numberText(value, locale);
  return `${name}: ${shown}`;
}

/** Which names a field's code is looked up under. */
const named: Readonly<Record<string, StoryName>> = {
  action: 'action',
  contact: 'contact',
  event: 'event',
  member: 'member',
  milestone: 'milestone',
  offer: 'offer',
  owner: 'member',
  playbook: 'playbook',
  question: 'question',
  reason: 'reason',
  rootCause: 'reason',
  runStep: 'step',
  signal: 'signal',
  stage: 'stage',
  trigger: 'reason',
};
/** Fields of a template that read another field of the body. */
const aliases: Readonly<Record<string, string>> = { teamRole: 'role', runStep: 'step' };
/** What is left out rather than shown as a code when nobody knows its name. */
const namedOrNothing: ReadonlySet<string> = new Set(['action', 'contact', 'trigger']);

/** A message or a meeting of no known kind goes by the general word. */
function generalText(field: string, fact: StoryFact, locale: Locale): string | null {
  if (field !== 'channel' && field !== 'meeting') return null;
  if (fact.body[field] !== 'other') return null;
  return field === 'channel' ? pick(['Mensagem', 'Message'], locale)! : pick(['Reunião', 'Meeting'], locale)!;
}

function fieldText(field: string, fact: StoryFact, names: StoryNames, locale: Locale): string | null {
  const { body, texts } = fact;
  if (field === 'observed') return observedText(body, locale);
  if (field === 'lines') return linesText(body['lines'], locale);
  if (field === 'contactRole')
    return typeof body['role'] === 'string' ? contactRoleLabel(body['role'], locale) : null;
  const general = generalText(field, fact, locale);
  if (general !== null) return general;
  const value = texts?.[field] ?? body[aliases[field] ?? field];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return figureOf(field, value, body, locale);
  return codeText(field, typeof value === 'string' ? value : JSON.stringify(value), names, locale);
}

function figureOf(field: string, value: number, body: Body, locale: Locale): string {
  if (field.toLowerCase().endsWith('cents'))
    return moneyText(value, typeof body['currency'] === 'string' ? body['currency'] : 'BRL', locale);
  return field === 'rate' ? percentText(value, locale, 2) : numberText(value, locale);
}

function codeText(field: string, text: string, names: StoryNames, locale: Locale): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : null;
  if (day !== null) return dayText(day, locale);
  const kind = named[field];
  const name = kind ? names(kind, text) : null;
  if (name !== null) return name;
  if (namedOrNothing.has(field)) return null;
  return pick(own(words, text), locale) ?? readable(text);
}

/** A move with a trigger is a way back, and is told as one. */
function sentenceOf({ type, body }: StoryFact): string {
  return type === 'stage-confirmed' && typeof body['trigger'] === 'string' ? 'stage-returned' : type;
}

/** The fact in one sentence. */
export function storyText(fact: StoryFact, names: StoryNames, locale: Locale): string {
  const template = pick(storySentences[sentenceOf(fact)], locale) ?? kindLabel(fact.type, locale);
  const fill = (part: string): string | null => {
    let complete = true;
    const text = part.replace(/\{(\w+)\}/g, (_, field: string) => {
      const value = fieldText(field, fact, names, locale);
      if (value === null) complete = false;
      return value ?? '';
    });
    return complete ? text : null;
  };
  const optional = template.replace(/\[([^\]]*)\]/g, (_, part: string) => fill(part) ?? '');
  const text = fill(optional) ?? optional.replace(/\{\w+\}/g, '…');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
