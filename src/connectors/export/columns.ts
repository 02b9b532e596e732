// The columns that go out, table by table, in order: their key, their header as the import recognises it, what they hold.
// Only columns that some row fills are written: an empty column of states would say that every state is known.

export type OutTable =
  | 'accounts'
  | 'contacts'
  | 'subscriptions'
  | 'tickets'
  | 'answers'
  | 'messages'
  | 'observations'
  | 'facts';
/** Tables that the import reads back, in the order in which to read them. */
export const readBack = [
  'accounts',
  'contacts',
  'subscriptions',
  'tickets',
  'answers',
  'messages',
] as const satisfies OutTable[];
/** Tables for people and other programs: what no sheet of the import carries. */
export const historyTables = ['observations', 'facts'] as const satisfies OutTable[];

type Column = readonly [key: string, header: string];
const identity: readonly Column[] = [
  ['code', 'Código do cliente'],
  ['name', 'Nome do cliente'],
  ['taxId', 'CNPJ'],
];

const columns: Readonly<Record<OutTable, readonly Column[]>> = {
  accounts: [
    ...identity,
    ['segment', 'Segmento do cliente'],
    ['industry', 'Ramo de atividade'],
    ['size', 'Número de funcionários'],
    ['group', 'Grupo econômico'],
    ['channel', 'Canal de aquisição'],
    ['tags', 'Etiquetas'],
    ['domain', 'Site'],
    ['owner', 'Responsável'],
    ['contactName', 'Contato principal'],
    ['email', 'E-mail'],
    ['phone', 'Telefone'],
    ['stage', 'Fase'],
    ['pulse', 'Farol'],
    ['contractId', 'Número do contrato'],
    ['product', 'Produto'],
    ['start', 'Início do contrato'],
    ['plannedEnd', 'Vencimento'],
    ['actualEnd', 'Cancelado em'],
    ['endReason', 'Motivo do cancelamento'],
    ['status', 'Situação'],
    ['termMonths', 'Prazo em meses'],
    ['autoRenew', 'Renovação automática'],
    ['openEnded', 'Prazo indeterminado'],
    ['index', 'Índice de reajuste'],
    ['monthly', 'Valor mensal'],
    ['annual', 'Valor anual'],
    ['oneOff', 'Valor único'],
    ['deliveryDue', 'Previsão de entrega'],
    ['seats', 'Licenças contratadas'],
    ['active_users', 'Usuários ativos'],
    ['contracted', 'Horas contratadas'],
    ['used', 'Horas utilizadas'],
    ['consumedIn', 'Mês de referência'],
    ['nps', 'NPS'],
    ['npsDate', 'Data do NPS'],
    ['npsComment', 'Comentário do cliente'],
    ['last_meeting_day', 'Última reunião'],
    ['last_conversation_day', 'Última conversa'],
    ['open_tickets', 'Chamados abertos'],
    ['open_critical_tickets', 'Chamados críticos'],
    ['overdue_days', 'Dias em atraso'],
    ['overdue_cents', 'Valor em atraso'],
    ['notes', 'Observações'],
  ],
  contacts: [
    ...identity,
    ['contactName', 'Nome do contato'],
    ['email', 'E-mail'],
    ['phone', 'Telefone'],
    ['role', 'Papel'],
    ['department', 'Departamento'],
    ['keyUser', 'Usuário-chave'],
  ],
  subscriptions: [
    ['code', 'Código do cliente'],
    ['name', 'Nome do cliente'],
    ['contractId', 'Número do contrato'],
    ['product', 'Produto'],
    ['start', 'Início do contrato'],
    ['plannedEnd', 'Vencimento'],
    ['actualEnd', 'Cancelado em'],
    ['status', 'Situação'],
    ['monthly', 'Valor mensal'],
    ['annual', 'Valor anual'],
    ['oneOff', 'Valor único'],
    ['seats', 'Licenças contratadas'],
  ],
  tickets: [
    ...identity,
    ['ticketId', 'Número do chamado'],
    ['openedOn', 'Aberto em'],
    ['closedOn', 'Fechado em'],
    ['priority', 'Prioridade'],
    ['subject', 'Assunto'],
  ],
  answers: [
    ...identity,
    ['instrument', 'Pesquisa'],
    ['score', 'Nota'],
    ['answeredOn', 'Data da resposta'],
    ['comment', 'Comentário'],
  ],
  messages: [
    ...identity,
    ['messageId', 'Código da mensagem'],
    ['sentOn', 'Data da mensagem'],
    ['direction', 'Sentido'],
    ['messageChannel', 'Canal da mensagem'],
    ['contactName', 'Nome do contato'],
    ['replied', 'Respondida'],
    ['messageText', 'Texto da mensagem'],
  ],
  observations: [
    ...identity,
    ['metric', 'Medida'],
    ['on', 'Dia'],
    ['knownOn', 'Conhecido em'],
    ['value', 'Valor'],
    ['currency', 'Moeda'],
    ['source', 'Fonte'],
  ],
  facts: [
    ...identity,
    ['type', 'Tipo'],
    ['on', 'Dia'],
    ['knownOn', 'Conhecido em'],
    ['source', 'Fonte'],
    ['externalId', 'Identificador na fonte'],
    ['body', 'Conteúdo (JSON)'],
  ],
};

/** Keys of columns whose headers people chose: `note:<header>` for further notes, `custom:<label>` for own fields. */
export const ownColumn = (kind: 'note' | 'custom', header: string): string => `${kind}:${header}`;

const dates: ReadonlySet<string> = new Set([
  'start',
  'plannedEnd',
  'actualEnd',
  'deliveryDue',
  'consumedIn',
  'npsDate',
  'last_meeting_day',
  'last_conversation_day',
  'openedOn',
  'closedOn',
  'answeredOn',
  'sentOn',
  'on',
  'knownOn',
]);

/** Keys in the order of a table: ours first, then the people's own, as they came. */
export function orderedKeys(table: OutTable, used: ReadonlySet<string>): readonly string[] {
  const ours = columns[table].map(([key]) => key).filter((key) => used.has(key));
  return [...ours, ...[...used].filter((key) => /^(?:note|custom):/.test(key))];
}

/** Header of a column; `dayFirst` says the order of day and month, so that nobody has to ask. */
export function headerOf(table: OutTable, key: string, dayFirst: boolean): string {
  const own = /^(?:note|custom):([\s\S]*)$/.exec(key)?.[1];
  if (own !== undefined) return own;
  const header = columns[table].find(([each]) => each === key)?.[1] ?? key;
  return dayFirst && dates.has(key) ? `${header} (dd/mm/aaaa)` : header;
}

const names: Readonly<Record<OutTable, string>> = {
  accounts: 'clientes',
  contacts: 'contatos',
  subscriptions: 'contratos',
  tickets: 'chamados',
  answers: 'respostas',
  messages: 'mensagens',
  observations: 'observacoes',
  facts: 'fatos',
};

/** Name of a table's file or sheet, without an ending. */
export const tableName = (table: OutTable): string => names[table];
