// A fact as one line of an account's story, in both languages. It knows fact types and nothing of decisions.
import { parseDay } from '#base/day.ts';
import { dayText, moneyText, numberText, type Locale } from './format.ts';
import { contactRoleLabel } from './labels.ts';
import { storySentences } from './story-sentences.ts';

type Body = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, string>>;
export type StoryFact = { readonly type: string; readonly body: Body; readonly texts: Texts | null };
/** Names that codes stand for: events, stages, offers, reasons, members of our team. */
export type StoryNames = (
  kind: 'event' | 'stage' | 'offer' | 'reason' | 'member',
  code: string,
) => string | null;

const kinds: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  account: ['Cadastro', 'Record'],
  team: ['Equipe', 'Team'],
  contact: ['Pessoas', 'People'],
  contract: ['Contrato', 'Contract'],
  invoice: ['Fatura', 'Invoice'],
  'usage-period': ['Uso', 'Usage'],
  consumption: ['Consumo', 'Consumption'],
  effort: ['Esforço', 'Effort'],
  observation: ['Situação', 'State'],
  ticket: ['Suporte', 'Support'],
  meeting: ['Reunião', 'Meeting'],
  message: ['Mensagem', 'Message'],
  call: ['Telefone', 'Call'],
  content: ['Conteúdo', 'Content'],
  survey: ['Pesquisa', 'Survey'],
  pulse: ['Pulso', 'Pulse'],
  note: ['Nota', 'Note'],
  event: ['Evento', 'Event'],
  objection: ['Objeção', 'Objection'],
  'advocacy-act': ['Advocacy', 'Advocacy'],
  delivery: ['Entrega', 'Delivery'],
  milestone: ['Marco', 'Milestone'],
  goal: ['Meta', 'Goal'],
  promise: ['Promessa', 'Promise'],
  offer: ['Oferta', 'Offer'],
  confirmation: ['Confirmação', 'Confirmation'],
  transition: ['Fase', 'Stage'],
  run: ['Playbook', 'Playbook'],
  task: ['Tarefa', 'Task'],
  mute: ['Silenciado', 'Muted'],
  override: ['Escolha', 'Override'],
  'source-covered': ['Fonte', 'Source'],
};

/** Name of a kind of fact, one or two words. */
export function kindLabel(kind: string, locale: Locale): string {
  return kinds[kind]?.[locale === 'en' ? 1 : 0] ?? kind;
}

const metrics: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  active_users: ['usuários ativos', 'active users'],
  seats: ['licenças contratadas', 'contracted seats'],
  open_tickets: ['chamados abertos', 'open tickets'],
  open_critical_tickets: ['chamados críticos abertos', 'open critical tickets'],
  mrr_cents: ['valor mensal', 'monthly value'],
  last_conversation_day: ['última conversa', 'last conversation'],
  last_meeting_day: ['última reunião', 'last meeting'],
  overdue_days: ['dias de atraso', 'days overdue'],
  overdue_cents: ['valor em atraso', 'overdue amount'],
  health_external: ['saúde informada', 'reported health'],
};

const words: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  critical: ['crítico', 'critical'],
  high: ['alta gravidade', 'high'],
  normal: ['normal', 'normal'],
  low: ['baixa gravidade', 'low'],
  green: ['verde', 'green'],
  yellow: ['amarelo', 'yellow'],
  red: ['vermelho', 'red'],
  in: ['do cliente', 'inbound'],
  out: ['nossa', 'outbound'],
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
  email: ['e-mail', 'e-mail'],
  in_app: ['produto', 'in-app'],
  other: ['outro meio', 'other'],
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

const pick = (pair: readonly [string, string] | undefined, locale: Locale) => pair?.[locale === 'en' ? 1 : 0];

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
  const name = pick(metrics[metric], locale) ?? metric;
  const currency = typeof body['currency'] === 'string' ? body['currency'] : 'BRL';
  const shown = metric.endsWith('_day')
    ? dayText(value, locale)
    : metric.endsWith('_cents')
      ? moneyText(value, currency, locale)
      : numberText(value, locale);
  return `${name}: ${shown}`;
}

/** Which names a field's code is looked up under. */
const named: Readonly<Record<string, Parameters<StoryNames>[0]>> = {
  event: 'event',
  stage: 'stage',
  offer: 'offer',
  reason: 'reason',
  member: 'member',
};

function fieldText(field: string, fact: StoryFact, names: StoryNames, locale: Locale): string | null {
  const { body, texts } = fact;
  if (field === 'observed') return observedText(body, locale);
  if (field === 'lines') return linesText(body['lines'], locale);
  if (field === 'contactRole')
    return typeof body['role'] === 'string' ? contactRoleLabel(body['role'], locale) : null;
  const value = field === 'teamRole' ? body['role'] : (texts?.[field] ?? body[field]);
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') {
    if (field.toLowerCase().endsWith('cents'))
      return moneyText(value, String(body['currency'] ?? 'BRL'), locale);
    return numberText(value, locale);
  }
  const text = String(value);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : null;
  if (day !== null) return dayText(day, locale);
  const kind = named[field];
  return (
    (kind ? names(kind, text) : null) ??
    pick(words[text], locale) ??
    (kind ? text.replaceAll('_', ' ') : text)
  );
}

/** The fact in one sentence. */
export function storyText(fact: StoryFact, names: StoryNames, locale: Locale): string {
  const template = pick(storySentences[fact.type], locale) ?? fact.type;
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

const sources: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  'sheet:accounts': ['planilha de clientes', 'customer sheet'],
  'sheet:contacts': ['planilha de contatos', 'contact sheet'],
  'sheet:answers': ['planilha de respostas', 'answer sheet'],
  'sheet:tickets': ['planilha de chamados', 'ticket sheet'],
  'sheet:subscriptions': ['planilha de assinaturas', 'subscription sheet'],
  'perene:placement': ['estimativa do Perene', 'estimate by Perene'],
};

/** Where a fact came from, as people name it. */
export function sourceLabel(source: string, locale: Locale): string {
  return pick(sources[source], locale) ?? (source.startsWith('perene') ? 'Perene' : source);
}
