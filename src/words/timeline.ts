// A fact as one line of an account's story, in both languages. It knows fact types and nothing of decisions.
import { parseDay } from '#base/day.ts';
import { dayText, moneyText, numberText, type Locale } from './format.ts';
import { contactRoleLabel } from './labels.ts';

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

/** Sentence templates by fact type: `{field}` is the field as people read it; a part in `[…]` goes when it is missing. */
const sentences: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  'account-described': [
    'Cadastro atualizado[: {name}][, segmento {segment}]',
    'Record updated[: {name}][, segment {segment}]',
  ],
  'team-assigned': [
    '{member} passou a cuidar da conta ({teamRole})',
    '{member} now serves the account ({teamRole})',
  ],
  'team-released': [
    '{member} deixou a conta ({teamRole})',
    '{member} no longer serves the account ({teamRole})',
  ],
  'contact-joined': ['Contato cadastrado[: {contactRole}]', 'Contact recorded[: {contactRole}]'],
  'contact-changed': [
    'Contato confirmado ou alterado[: {contactRole}]',
    'Contact confirmed or changed[: {contactRole}]',
  ],
  'contact-left': ['Um contato deixou a empresa', 'A contact left the company'],
  'contract-signed': [
    'Contrato assinado[: {lines}][, até {plannedEnd}]',
    'Contract signed[: {lines}][, until {plannedEnd}]',
  ],
  'contract-amended': ['Contrato alterado[: {lines}]', 'Contract amended[: {lines}]'],
  'contract-renewed': ['Contrato renovado[ até {plannedEnd}]', 'Contract renewed[ until {plannedEnd}]'],
  'contract-paused': ['Contrato pausado', 'Contract paused'],
  'contract-resumed': ['Contrato retomado', 'Contract resumed'],
  'notice-given': [
    'Cliente deu aviso: sai em {endsOn}[, por {reason}]',
    'Notice given: leaves on {endsOn}[, for {reason}]',
  ],
  'contract-ended': ['Contrato encerrado[: {reason}]', 'Contract ended[: {reason}]'],
  'renewal-step-done': ['Renovação: {step}', 'Renewal: {step}'],
  'adjustment-changed': ['Reajuste[ pelo {index}]: {state}', 'Index adjustment[ by {index}]: {state}'],
  'downgrade-asked': ['Pediu redução de contrato', 'Asked to reduce the contract'],
  'invoice-issued': [
    'Fatura {invoice} de {netCents}, vence em {dueOn}',
    'Invoice {invoice} of {netCents}, due {dueOn}',
  ],
  'invoice-paid': ['Pagou {cents} da fatura {invoice}', 'Paid {cents} of invoice {invoice}'],
  'charge-failed': ['A cobrança não passou[ (fatura {invoice})]', 'The charge failed[ (invoice {invoice})]'],
  'invoice-refunded': ['Devolução de {cents} da fatura {invoice}', 'Refund of {cents} of invoice {invoice}'],
  'invoice-renegotiated': [
    'Fatura {invoice} renegociada para {dueOn}',
    'Invoice {invoice} renegotiated to {dueOn}',
  ],
  'usage-period-reported': ['{metric}: {value} de {from} a {to}', '{metric}: {value} from {from} to {to}'],
  'consumption-reported': [
    '{what}: {used} de {contracted}, de {from} a {to}',
    '{what}: {used} of {contracted}, {from} to {to}',
  ],
  'effort-spent': ['{hours} horas nossas', '{hours} of our hours'],
  'state-observed': ['{observed}', '{observed}'],
  'ticket-opened': [
    'Chamado {ticket} aberto[, {severity}][: {subject}]',
    'Ticket {ticket} opened[, {severity}][: {subject}]',
  ],
  'ticket-answered': ['Chamado {ticket}: primeira resposta', 'Ticket {ticket}: first response'],
  'ticket-reopened': ['Chamado {ticket} reaberto', 'Ticket {ticket} reopened'],
  'ticket-closed': ['Chamado {ticket} fechado', 'Ticket {ticket} closed'],
  'meeting-held': [
    'Reunião[: {attended} de {invited} presentes][: {notes}]',
    'Meeting[: {attended} of {invited} attended][: {notes}]',
  ],
  'message-exchanged': [
    'Mensagem por {channel}, {direction}[: {subject}]',
    'Message by {channel}, {direction}[: {subject}]',
  ],
  'call-held': ['Ligação, {direction}[, {minutes} min]', 'Call, {direction}[, {minutes} min]'],
  'content-engaged': ['{content}: {act}', '{content}: {act}'],
  'survey-answered': [
    '{instrument}: nota {score}[. “{comment}”]',
    '{instrument}: score {score}[. “{comment}”]',
  ],
  'pulse-taken': ['Pulso da equipe: {verdict}[. {reason}]', 'Team pulse: {verdict}[. {reason}]'],
  'note-written': ['{text}', '{text}'],
  'event-recorded': ['{event}[. {note}]', '{event}[. {note}]'],
  'event-suggested': [
    'A nota sugere: {event} (“{keyword}”). Falta confirmar',
    'The note suggests: {event} (“{keyword}”). To be confirmed',
  ],
  'event-closed': ['Encerrado: {event}', 'Closed: {event}'],
  'objection-raised': ['Objeção aberta[: {reason}]', 'Objection raised[: {reason}]'],
  'objection-solved': ['Objeção resolvida', 'Objection solved'],
  'advocacy-acted': ['{act}: {step}', '{act}: {step}'],
  'delivery-planned': [
    'Entrega combinada: {delivery}[, até {dueOn}]',
    'Delivery agreed: {delivery}[, by {dueOn}]',
  ],
  'delivery-done': ['Entregue: {delivery}', 'Delivered: {delivery}'],
  'milestone-planned': [
    'Marco combinado: {milestone}[, até {dueOn}]',
    'Milestone agreed: {milestone}[, by {dueOn}]',
  ],
  'milestone-delivered': [
    'Marco entregue: {milestone}[, prova: {proofText}]',
    'Milestone delivered: {milestone}[, proof: {proofText}]',
  ],
  'milestone-confirmed': [
    'Cliente confirmou o marco {milestone}',
    'Customer confirmed milestone {milestone}',
  ],
  'goal-set': ['Meta: {metric} em {target}[, até {dueOn}]', 'Goal: {metric} at {target}[, by {dueOn}]'],
  'goal-measured': ['Meta {goal}: está em {current}', 'Goal {goal}: now at {current}'],
  'value-shown': ['Resultado mostrado ao cliente', 'Result shown to the customer'],
  'promise-made': ['Prometemos[: {what}][, até {dueOn}]', 'We promised[: {what}][, by {dueOn}]'],
  'promise-kept': ['Promessa cumprida', 'Promise kept'],
  'offer-proposed': ['Oferta proposta: {offer}[, {cents}]', 'Offer proposed: {offer}[, {cents}]'],
  'offer-viewed': ['Cliente viu a oferta {offer}', 'Customer viewed offer {offer}'],
  'offer-accepted': ['Oferta aceita: {offer}', 'Offer accepted: {offer}'],
  'offer-refused': ['Oferta recusada: {offer}[, {reason}]', 'Offer refused: {offer}[, {reason}]'],
  'question-answered': ['Pergunta respondida: {answer}', 'Question answered: {answer}'],
  'stage-placed': [
    'Colocado em {stage} (estimado, confirme)',
    'Placed in {stage} (estimated, please confirm)',
  ],
  'stage-suggested': ['Sugestão: passar a {stage}', 'Suggested: move to {stage}'],
  'stage-confirmed': ['Passou a {stage}', 'Moved to {stage}'],
  'stage-rejected': ['Não passou a {stage}', 'Did not move to {stage}'],
  'track-closed': ['Frente encerrada', 'Track closed'],
  'run-started': ['Playbook iniciado: {playbook}', 'Playbook started: {playbook}'],
  'run-step-done': ['Passo feito: {step}', 'Step done: {step}'],
  'run-ended': ['Playbook encerrado', 'Playbook ended'],
  'task-opened': ['Tarefa aberta[, até {dueOn}]', 'Task opened[, by {dueOn}]'],
  'task-done': ['Tarefa feita', 'Task done'],
  'signal-muted': ['Sinal silenciado até {until}', 'Signal muted until {until}'],
  'decision-overridden': ['Escolha de pessoa: {offer}', 'A person’s choice: {offer}'],
  'source-covered': ['Fonte cobre {covers} de {from} a {to}', 'Source covers {covers} from {from} to {to}'],
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
  const template = pick(sentences[fact.type], locale) ?? fact.type;
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
