// Further invented tables: leavers, movements, tickets, answers, contacts, contracts, and files that are none of them.
import type { TableHabit } from './table-habit-fixture.ts';

export const moreHabits: readonly TableHabit[] = [
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
