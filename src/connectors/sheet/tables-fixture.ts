// Invented tables other than customers, each with the habits and faults of another firm, and what an import must make of
// it. For tests only.
import type { FactType } from '#domain/facts/catalogue.ts';
import type { Habit } from './habits-fixture.ts';

export type TableHabit = Omit<Habit, 'mapping' | 'table'> & {
  readonly table: string;
  /** Fields in the order of the columns. */
  readonly fields: string;
  readonly facts: Readonly<Partial<Record<FactType, number>>>;
  readonly refused?: number;
};

export const tableHabits: readonly TableHabit[] = [
  {
    name: 'agência: horas de uso por semana, semana ISO, largo',
    sheet:
      'Cliente;Semana;Acessos;Posts aprovados\nPadaria Sol;2026-S05;12;3\nPadaria Sol;2026-S06;9;0\nOficina Lua;2026-S05;4;1\n',
    table: 'usage',
    fields: 'name period measure measure',
    accepted: 3,
    facts: { 'usage-period-reported': 6, 'source-covered': 3 },
  },
  {
    name: 'software house: long table of metrics by month, English',
    sheet:
      'company_id,metric,month,value\nA1,logins,2026-01,40\nA1,reports,2026-01,7\nA1,logins,2026-02,38\nB2,logins,2026-01,\nB2,reports,2026-02,x\n',
    table: 'usage',
    fields: 'externalId metric period quantity',
    accepted: 3,
    refused: 2,
    codes: ['nothing_measured'],
    facts: { 'usage-period-reported': 3, 'source-covered': 3 },
  },
  {
    name: 'BI export: a day a row, slashes, month not over',
    sheet:
      'Conta\tDia\tSessões\tUsuários ativos\nAcme\t13/04/2026\t10\t4\nAcme\t14/04/2026\t12\t5\nAcme\t15/04/2026\t3\t2\nAcme\t16/04/2026\t1\t1\n',
    table: 'usage',
    fields: 'name period measure activeUsers',
    accepted: 3,
    refused: 1,
    codes: ['period_open'],
    facts: { 'usage-period-reported': 6, 'source-covered': 2 },
  },
  {
    name: 'a single date for all rows does not tell its length',
    sheet: 'Cliente;Data;Logins\nAcme;13/03/2026;4\nAcme2;13/03/2026;4\nAcme;13/03/2026;5\n',
    yaml: 'clientes.csv: { table: usage }',
    table: 'usage',
    fields: 'name period measure',
    accepted: 0,
    refused: 3,
    codes: ['ask_which_grain', 'date_missing'],
    ready: false,
    facts: {},
  },
  {
    name: 'start and end of each period told, end exclusive',
    sheet:
      'customer_id,period_start,period_end,api_calls\n7,2026-01-01,2026-02-01,100\n7,2026-02-01,2026-03-01,90\n8,2026-01-01,2026-02-01,5\n',
    yaml: '"*":\n  table: usage\n  columns:\n    period_end: { field: periodEnd, end: exclusive }\n',
    table: 'usage',
    fields: 'externalId period periodEnd measure',
    accepted: 3,
    facts: { 'usage-period-reported': 3, 'source-covered': 2 },
  },
  {
    name: 'log of clicks with users and moments',
    sheet:
      'event_time,account_id,user_email,event_name,message_id\n2026-03-02T10:00:00Z,9,ana@x.com,open_report,m1\n2026-03-02T10:05:00Z,9,bia@x.com,open_report,m2\n2026-03-02T10:05:00Z,9,bia@x.com,open_report,m2\n,9,bia@x.com,export,m3\n',
    table: 'events',
    fields: 'at externalId user event eventId',
    accepted: 2,
    refused: 1,
    codes: ['date_missing'],
    facts: { 'usage-tracked': 2, 'source-covered': 1 },
  },
  {
    name: 'contador: boletos, retenção, status em palavras, cancelada',
    sheet:
      'CNPJ;Nº do boleto;Emissão;Vencimento;Valor bruto;Impostos retidos;Pago em;Situação\n01.815.908/0001-16;1001;20/01/2026;13/02/2026;R$ 1.000,00;R$ 50,00;16/02/2026;Pago\n01.815.908/0001-16;1002;20/02/2026;13/03/2026;R$ 1.000,00;R$ 50,00;;Vencido\n86.091.390/0001-78;1003;20/02/2026;13/03/2026;R$ 500,00;;;Cancelada\n86.091.390/0001-78;1004;20/02/2026;13/03/2026;quinhentos;;;Aberto\n;1005;20/02/2026;13/03/2026;R$ 1,00;;;Aberto\n',
    table: 'invoices',
    fields: 'taxId invoiceId issuedOn dueOn amount withheld paidOn invoiceStatus',
    accepted: 3,
    refused: 2,
    codes: ['invoice_void', 'money_unreadable', 'key_missing'],
    facts: { 'invoice-issued': 2, 'invoice-paid': 1, 'source-covered': 1 },
  },
  {
    name: 'billing export, English, paid without a day, a credit note',
    sheet:
      'Invoice Number,Customer,Invoice Date,Due Date,Amount,Currency,Status\nINV-1,Acme,2026-01-31,2026-02-28,$100.00,USD,paid\nINV-2,Beta,2026-02-28,2026-03-31,$80.50,USD,overdue\nINV-3,Beta,2026-03-05,2026-03-31,-20.00,USD,open\n',
    table: 'invoices',
    fields: 'invoiceId name issuedOn dueOn amount currency invoiceStatus',
    accepted: 2,
    refused: 1,
    codes: ['paid_day_unknown', 'money_negative'],
    facts: { 'invoice-issued': 2, 'invoice-paid': 1, 'source-covered': 1 },
  },
  {
    name: 'extrato de cobrança com CNPJ, líquido e dia do pagamento',
    sheet:
      'Id;Cliente;CPF/CNPJ;Valor;Valor líquido;Data de vencimento;Data de pagamento;Forma de pagamento;Situação\npay_1;Acme;01.815.908/0001-16;1.000,00;990,00;13/02/2026;14/02/2026;Boleto;Recebida\npay_2;Beta;86.091.390/0001-78;500,00;495,00;13/03/2026;;PIX;Vencida\n',
    table: 'invoices',
    fields: 'invoiceId name taxId amount net dueOn paidOn ignore invoiceStatus',
    accepted: 2,
    facts: { 'invoice-issued': 2, 'invoice-paid': 1, 'source-covered': 1 },
  },
  {
    name: 'billing export in cents, told by its header',
    sheet:
      'id,customer_name,due_date,total_cents,status,paid_at,created_at\nA1,Acme,2026-02-10,100000,paid,2026-02-11,2026-01-20\nA2,Beta,2026-03-10,50000,pending,,2026-02-20\n',
    table: 'invoices',
    fields: 'invoiceId name dueOn amount invoiceStatus paidOn issuedOn',
    accepted: 2,
    facts: { 'invoice-issued': 2, 'invoice-paid': 1, 'source-covered': 1 },
  },
  {
    name: 'formulário: as perguntas são os títulos',
    sheet:
      'Carimbo de data/hora,Empresa,"De 0 a 10, quanto você recomendaria a nossa empresa?",Por que você deu essa nota?\n13/03/2026 10:00:00,Acme,9,Equipe muito boa\n14/03/2026 11:00:00,Beta,3,Demora demais para responder\n',
    table: 'answers',
    fields: 'answeredOn name score comment',
    accepted: 2,
    facts: { 'survey-answered': 2 },
  },
  {
    name: 'months across: what is below them is asked',
    sheet: 'Cliente;Jan/26;Fev/26;Mar/26\nAcme;10;12;8\nBeta;1;0;2\n',
    table: 'accounts',
    fields: 'name custom custom custom',
    accepted: 2,
    codes: ['ask_months_across'],
    ready: false,
    facts: { 'account-described': 2, 'custom-field-declared': 3 },
  },
  {
    name: 'MRR by month is no usage: the table is asked',
    sheet: 'customer_id,month,mrr\n1,2026-01,100\n1,2026-02,120\n2,2026-01,50\n2,2026-02,50\n',
    table: 'accounts',
    fields: 'externalId custom monthly',
    accepted: 2,
    refused: 2,
    codes: ['ask_which_table', 'key_twice'],
    ready: false,
    facts: { 'account-described': 2, 'state-observed': 2, 'source-covered': 1, 'custom-field-declared': 1 },
  },
  {
    name: 'agenda de reuniões, falta e futuro',
    sheet:
      'Cliente;Data da reunião;Pauta;Presentes;Convidados;Resultado;Observações\nAcme;13/03/2026;QBR trimestral;4;6;Positivo;muito trabalho manual no fechamento\nAcme;20/03/2026;Alinhamento semanal;2;2;;\nBeta;20/03/2026;Treinamento;;;Não compareceu;\nBeta;20/05/2026;Renovação;;;;\n',
    table: 'meetings',
    fields: 'name meetingOn meetingKind attended invited meetingOutcome notes',
    accepted: 2,
    refused: 2,
    codes: ['not_held', 'date_future'],
    facts: { 'meeting-held': 2, 'event-suggested': 1, 'source-covered': 1 },
  },
  {
    name: 'calendar export with ids, two meetings of a day',
    sheet:
      'meeting_id,company,start_time,meeting_type,attendees\n1,Acme,2026-03-02 10:00,check-in,3\n2,Acme,2026-03-02 16:00,check-in,2\n',
    table: 'meetings',
    fields: 'meetingId name meetingOn meetingKind attended',
    accepted: 2,
    facts: { 'meeting-held': 2, 'source-covered': 1 },
  },
  {
    name: 'lista de saídas com motivo, uma já marcada para depois',
    sheet:
      'Cliente;Data de saída;Motivo da saída\nAcme;31/03/2026;Preço\nBeta;30/06/2026;Fim do projeto\nGama;;Preço\n',
    table: 'churn',
    fields: 'name actualEnd endReason',
    accepted: 2,
    refused: 1,
    codes: ['date_missing'],
    facts: { 'contract-ended': 1, 'notice-given': 1 },
  },
  {
    name: 'churn list in English, a product each',
    sheet:
      'account_id,churn_date,churn_reason,product\n1,2026-01-31,price,crm\n2,2026-02-28,competitor,erp\n2,2026-02-28,competitor,crm\n',
    table: 'churn',
    fields: 'externalId actualEnd endReason product',
    accepted: 3,
    facts: { 'contract-ended': 3 },
  },
  {
    name: 'movements with the customer’s first day, falls with a sign',
    sheet:
      'Data;Cliente;Tipo;Valor\n13/01/2026;Acme;Novo;1.000,00\n13/02/2026;Acme;Expansão;200,00\n13/03/2026;Acme;Contração;-300,00\n13/03/2026;Beta;Troca;1,00\n31/03/2026;Acme;Cancelamento;-900,00\n',
    table: 'movements',
    fields: 'movedOn name movement amount',
    accepted: 4,
    refused: 1,
    cents: 100_000,
    codes: ['option_unknown'],
    facts: { 'contract-signed': 1, 'contract-amended': 2, 'contract-ended': 1 },
  },
  {
    name: 'MRR changes, English, currencies by row',
    sheet:
      'customer_id,movement_date,movement_type,movement_amount,currency,product\n1,2026-01-05,upgrade,10,usd,seats\n1,2026-01-05,downgrade,4,usd,storage\n2,2026-02-05,upgrade,,usd,seats\n',
    table: 'movements',
    fields: 'externalId movedOn movement amount currency product',
    accepted: 2,
    refused: 1,
    codes: ['money_missing'],
    facts: { 'contract-amended': 1 },
  },
  {
    name: 'chamados: prioridade em português, fechado sem data',
    sheet:
      'Protocolo;Empresa;Data de abertura;Data de fechamento;Prioridade;Situação;Assunto\n55;Acme;20/02/2026;25/02/2026;Crítica;Fechado;Sistema fora\n56;Acme;21/03/2026;;Baixa;Aberto;Dúvida de relatório\n57;Beta;22/03/2026;;Alta;Resolvido;Erro na nota\n58;Beta;32/03/2026;;Alta;Aberto;Erro\n',
    table: 'tickets',
    fields: 'ticketId name openedOn closedOn priority ticketStatus subject',
    accepted: 3,
    refused: 1,
    codes: ['closed_day_unknown', 'date_missing'],
    facts: { 'ticket-opened': 3, 'ticket-closed': 2, 'source-covered': 1 },
  },
  {
    name: 'help desk export: the row’s own id, the customer’s organisation, tags',
    sheet:
      'id,organization_id,created_at,solved_at,priority,status,subject,tags\n1,77,2026-02-01 10:00:00,2026-02-02 10:00:00,urgent,solved,Down,"api,login"\n2,77,2026-03-01 10:00:00,,low,open,How to,\n3,,2026-03-01 10:00:00,,low,open,How to,\n',
    table: 'tickets',
    fields: 'ticketId externalId openedOn closedOn priority ticketStatus subject tags',
    accepted: 2,
    refused: 1,
    codes: ['key_missing'],
    facts: { 'ticket-opened': 2, 'ticket-closed': 1, 'source-covered': 1 },
  },
  {
    name: 'pesquisa CSAT em coluna própria, nota fora da escala',
    sheet:
      'Carimbo de data/hora;Empresa;CSAT;Comentário\n13/03/2026 10:00;Acme;5;ótimo\n14/03/2026 11:00;Acme;9;errei\n15/03/2026 11:00;Beta;4;\n',
    table: 'answers',
    fields: 'answeredOn name score comment',
    accepted: 2,
    refused: 1,
    codes: ['score_out_of_range'],
    facts: { 'survey-answered': 2 },
  },
  {
    name: 'scores of an unknown scale are asked; a constant settles it',
    sheet: 'account_id,rating,response date\n1,5,2026-03-13\n2,4,2026-03-14\n3,3,2026-03-15\n',
    yaml: '"*": { table: answers, constants: { instrument: csat } }',
    table: 'answers',
    fields: 'externalId score answeredOn',
    accepted: 3,
    facts: { 'survey-answered': 3 },
  },
  {
    name: 'the same without the constant',
    sheet: 'account_id,rating,response date\n1,5,2026-03-13\n2,4,2026-03-14\n3,3,2026-03-15\n',
    table: 'answers',
    fields: 'externalId score answeredOn',
    accepted: 3,
    codes: ['ask_which_instrument'],
    ready: false,
    facts: { 'survey-answered': 3 },
  },
  {
    name: 'answers of nameless people: two equal ones are two, a month without any row is not covered',
    sheet: 'account_id,NPS,answered on\n1,9,2026-03-13\n1,9,2026-03-13\n2,3,2026-03-14\n',
    table: 'answers',
    fields: 'externalId score answeredOn',
    accepted: 3,
    facts: { 'survey-answered': 3 },
  },
  {
    name: 'usage with a month that nobody has and one that is not over',
    sheet: 'account_id,month,logins\n1,2025-11,4\n2,2025-11,4\n1,2026-01,5\n2,2026-01,6\n1,2026-04,2\n',
    table: 'usage',
    fields: 'externalId period measure',
    accepted: 4,
    refused: 1,
    codes: ['period_open'],
    facts: { 'usage-period-reported': 4, 'source-covered': 4 },
  },
  {
    name: 'contatos: primeiro nome e sobrenome, cargo, chave',
    sheet:
      'Nome;Sobrenome;Empresa;Cargo;E-mail;Usuário-chave\nRita;Prado;Acme;Diretora financeira;rita@acme.com.br;Sim\nIvo;Reis;Acme;Analista;ivo@acme.com.br;Não\n;;Beta;CEO;;\n',
    table: 'contacts',
    fields: 'contactName lastName name role email keyUser',
    accepted: 2,
    refused: 1,
    codes: ['key_missing'],
    facts: { 'contact-joined': 2 },
  },
  {
    name: 'contracts by term, each begins where the last ended, seats in units',
    sheet: `account_id,plan,start_date,end_date,mrr,quantity,units\n${Array.from({ length: 12 }, (_, i) => {
      const day = (month: number): string =>
        `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
      return `1,basic,${day(i)},${day(i + 1)},100,10,users`;
    }).join('\n')}\n`,
    table: 'subscriptions',
    fields: 'externalId product start plannedEnd monthly seats unit',
    accepted: 12,
    cents: 120_000,
    facts: { 'contract-signed': 12 },
  },
  {
    name: 'assinaturas: valor por período de cobrança',
    sheet:
      'Cliente;Plano;Início;Fim;Valor;Periodo (meses);Licenças\nAcme;Anual;20/02/2026;19/02/2027;R$ 1.200,00;12;5\nAcme;Mensal;20/02/2026;19/02/2027;R$ 50,00;1;1\n',
    yaml: '"*": { table: subscriptions, columns: { "Periodo (meses)": billingMonths } }',
    table: 'subscriptions',
    fields: 'name product start plannedEnd amount billingMonths seats',
    accepted: 2,
    cents: 15_000,
    facts: { 'contract-signed': 2 },
  },
  {
    name: 'a table that only links two other files is asked about',
    sheet: 'deal_id,contact_id,category\n1,10,x\n2,10,x\n3,11,x\n',
    table: 'accounts',
    fields: 'custom custom custom',
    accepted: 0,
    refused: 3,
    codes: ['ask_other_file_key', 'key_missing'],
    ready: false,
    facts: {},
  },
];
