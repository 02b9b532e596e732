// Names of kinds of facts, of observed metrics and of sources, in both languages.
import type { Locale } from './format.ts';

/** The text of a pair in a language. */
export const pick = (pair: readonly [string, string] | undefined, locale: Locale) =>
  pair?.[locale === 'en' ? 1 : 0];

/** Codes of sources as people read them: no underscores. */
export const readable = (code: string): string => (/^[\w-]+$/.test(code) ? code.replaceAll('_', ' ') : code);

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

/** Name of an observed metric, in the middle of a sentence. */
export function metricLabel(metric: string, locale: Locale): string {
  return metrics[metric]?.[locale === 'en' ? 1 : 0] ?? metric.replaceAll('_', ' ');
}

const sources: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  crm: ['CRM', 'CRM'],
  csv: ['planilha', 'sheet'],
  hubspot: ['HubSpot', 'HubSpot'],
  salesforce: ['Salesforce', 'Salesforce'],
  pipedrive: ['Pipedrive', 'Pipedrive'],
  rdstation: ['RD Station', 'RD Station'],
  stripe: ['Stripe', 'Stripe'],
  asaas: ['Asaas', 'Asaas'],
  vindi: ['Vindi', 'Vindi'],
  iugu: ['Iugu', 'Iugu'],
  zendesk: ['Zendesk', 'Zendesk'],
  intercom: ['Intercom', 'Intercom'],
  freshdesk: ['Freshdesk', 'Freshdesk'],
  twilio: ['Twilio', 'Twilio'],
  gmail: ['Gmail', 'Gmail'],
  'sheet:accounts': ['planilha de clientes', 'customer sheet'],
  'sheet:contacts': ['planilha de contatos', 'contact sheet'],
  'sheet:answers': ['planilha de respostas', 'answer sheet'],
  'sheet:tickets': ['planilha de chamados', 'ticket sheet'],
  'sheet:subscriptions': ['planilha de assinaturas', 'subscription sheet'],
  'sheet:usage': ['planilha de uso', 'usage sheet'],
  'sheet:events': ['planilha de eventos de uso', 'sheet of usage events'],
  'sheet:invoices': ['planilha de faturas', 'invoice sheet'],
  'sheet:meetings': ['planilha de reuniões', 'meeting sheet'],
  'sheet:messages': ['conversas e mensagens', 'conversations and messages'],
  'sheet:churn': ['planilha de saídas', 'sheet of customers who left'],
  'sheet:movements': ['planilha de movimentos de MRR', 'sheet of MRR movements'],
  'perene:placement': ['estimativa do Perene', 'estimate by Perene'],
};

/** Where a fact came from, as people name it. */
export function sourceLabel(source: string, locale: Locale): string {
  return pick(sources[source], locale) ?? (source.startsWith('perene') ? 'Perene' : readable(source));
}
