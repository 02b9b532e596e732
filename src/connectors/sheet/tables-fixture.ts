// Invented tables other than customers, each with the habits and faults of another firm, and what an import must make of
// it. For tests only.
import type { TableHabit } from './table-habit-fixture.ts';
import { moreHabits } from './tables-fixture-more.ts';

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
  ...moreHabits,
];
