// Invented sheets, each with the habit of another firm, and what an import must make of it. For tests only.

export type Habit = {
  readonly name: string;
  readonly sheet: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly accepted: number;
  readonly cents?: number;
  readonly codes?: readonly string[];
  readonly ready?: boolean;
  readonly yaml?: string;
};

export const habits: readonly Habit[] = [
  {
    name: 'English headers, comma, decimal point, ISO dates',
    sheet:
      'Account Name,Owner,MRR,Start Date,Renewal Date,Seats,Active Users\nAcme,Ann Lee,"1,200.50",2025-01-10,2027-01-10,10,4\nBeta,Bob Ray,300.00,2025-02-01,2027-02-01,5,5\n',
    mapping: {
      'Account Name': 'name',
      Owner: 'owner',
      MRR: 'monthly',
      'Start Date': 'start',
      'Renewal Date': 'plannedEnd',
      Seats: 'seats',
      'Active Users': 'activeUsers',
    },
    accepted: 2,
    cents: 150_050,
  },
  {
    name: 'Portuguese with tabs, upper case, abbreviations',
    sheet:
      'EMPRESA\tRESP.\tMENSALIDADE\tDT INÍCIO\tDT RENOV.\nPadaria Sol\tAna\t1.500\t13/01/2025\t13/01/2027\nOficina Lua\tBia\t980,50\t01/02/2025\t01/02/2027\n',
    mapping: {
      EMPRESA: 'name',
      'RESP.': 'owner',
      MENSALIDADE: 'monthly',
      'DT INÍCIO': 'start',
      'DT RENOV.': 'plannedEnd',
    },
    accepted: 2,
    cents: 248_050,
  },
  {
    name: 'annual value',
    sheet:
      'account_id,account_name,arr,contract_end_date,csm_name\n1,Acme,12000,2026-12-01,Ann Lee\n2,Beta,24000,2027-01-01,Ann Lee\n',
    mapping: {
      account_id: 'externalId',
      account_name: 'name',
      arr: 'annual',
      contract_end_date: 'plannedEnd',
      csm_name: 'owner',
    },
    accepted: 2,
    cents: 300_000,
  },
  {
    name: 'churned customers with the day they left',
    sheet:
      'Company_ID,Company_Name,Initial_MRR,Activation_Date,Churn_Date\n1,Acme,100,3/01/2023,\n2,Beta,200,17/01/2023,17/05/2023\n3,Gama,300,18/02/2023,\n',
    mapping: {
      Company_ID: 'externalId',
      Company_Name: 'name',
      Initial_MRR: 'monthly',
      Activation_Date: 'start',
      Churn_Date: 'actualEnd',
    },
    accepted: 3,
    cents: 60_000,
  },
  {
    name: 'an amount of no said period is asked',
    sheet: 'Cliente;Valor\nAcme;100,00\nBeta;200,00\n',
    mapping: { Cliente: 'name', Valor: 'amount' },
    accepted: 2,
    cents: 0,
    codes: ['ask_which_period'],
    ready: false,
  },
  {
    name: 'the map settles it',
    sheet: 'Cliente;Valor;Cor\nAcme;100,00;azul\nBeta;200,00;verde\n',
    yaml: 'clientes.csv:\n  table: accounts\n  columns:\n    Cliente: name\n    Valor: monthly\n    Cor: ignore\n',
    mapping: { Cliente: 'name', Valor: 'monthly', Cor: 'ignore' },
    accepted: 2,
    cents: 0,
  },
  {
    name: 'an end in the past without gaps is asked',
    sheet: 'Cliente;Início;Fim\nAcme;13/01/2024;13/01/2025\nBeta;14/01/2024;14/01/2025\n',
    mapping: { Cliente: 'name', Início: 'start', Fim: 'end' },
    accepted: 2,
    codes: ['ask_which_end'],
    ready: false,
  },
  {
    name: 'a title, a gap and a period in every cell',
    sheet:
      'Carteira 2026;;\n;;\nRazão Social;Valor do contrato;Vigência até\nAcme;R$ 100/mês;31/12/2026\nBeta;R$ 2.400 por ano;31/12/2026\n',
    mapping: { 'Razão Social': 'name', 'Valor do contrato': 'monthly', 'Vigência até': 'plannedEnd' },
    accepted: 2,
    cents: 30_000,
  },
  {
    name: 'dates American by the column',
    sheet:
      'Customer,Start,Renews on,Monthly fee\nAcme,01/31/2025,01/31/2027,$100.50\nBeta,02/03/2025,02/03/2027,$200.00\n',
    mapping: { Customer: 'name', Start: 'start', 'Renews on': 'plannedEnd', 'Monthly fee': 'monthly' },
    accepted: 2,
    cents: 30_050,
  },
  {
    name: 'the header tells the order',
    sheet: 'Cliente;Início (dd/mm/aaaa);Mensalidade\nAcme;01/02/2025;10,00\n',
    mapping: { Cliente: 'name', 'Início (dd/mm/aaaa)': 'start', Mensalidade: 'monthly' },
    accepted: 1,
    cents: 1000,
  },
  {
    name: 'segment that is an industry',
    sheet: 'Cliente;Segmento;Mensalidade;Início\nAcme;Varejo;10,00;20/02/2025\nBeta;Saúde;10,00;20/03/2025\n',
    mapping: { Cliente: 'name', Segmento: 'industry', Mensalidade: 'monthly', Início: 'start' },
    accepted: 2,
    cents: 2000,
  },
  {
    name: 'status and cancelled without a day',
    sheet:
      'Cliente;Status;Mensalidade;Início\nAcme;Ativo;10,00;20/02/2025\nBeta;Cancelado;10,00;20/03/2025\n',
    mapping: { Cliente: 'name', Status: 'status', Mensalidade: 'monthly', Início: 'start' },
    accepted: 2,
    cents: 2000,
    codes: ['end_day_unknown'],
  },
  {
    name: 'one column of names',
    sheet: 'Cliente\nAcme\nBeta\nGama\n',
    mapping: { Cliente: 'name' },
    accepted: 3,
  },
  {
    name: 'the same customer with two products is two contracts',
    sheet:
      'Cliente;Produto;Mensalidade;Início;Responsável\nAcme;CRM;10,00;20/02/2025;Ana\nAcme;ERP;30,00;20/03/2025;Ana\nBeta;ERP;5,00;20/03/2025;Ana\n',
    mapping: {
      Cliente: 'name',
      Produto: 'product',
      Mensalidade: 'monthly',
      Início: 'start',
      Responsável: 'owner',
    },
    accepted: 3,
    cents: 4500,
    codes: ['other_contract'],
  },
  {
    name: 'the same customer twice, nothing tells them apart',
    sheet:
      'Cliente;CNPJ;Mensalidade;Início\nAcme;01.815.908/0001-16;10,00;20/02/2025\nAcme SA;01.815.908/0001-16;30,00;20/02/2025\n',
    mapping: { Cliente: 'name', CNPJ: 'taxId', Mensalidade: 'monthly', Início: 'start' },
    yaml: 'clientes.csv: { table: accounts }',
    accepted: 1,
    cents: 1000,
    codes: ['key_twice'],
  },
  {
    name: 'the old contract and the new one of a customer',
    sheet:
      'Cliente;CNPJ;Mensalidade;Início;Vencimento\nAcme;01.815.908/0001-16;10,00;20/02/2024;19/02/2025\nAcme;01.815.908/0001-16;30,00;20/02/2025;19/02/2027\n',
    mapping: {
      Cliente: 'name',
      CNPJ: 'taxId',
      Mensalidade: 'monthly',
      Início: 'start',
      Vencimento: 'plannedEnd',
    },
    yaml: 'clientes.csv: { table: accounts }',
    accepted: 2,
    cents: 4000,
    codes: ['other_contract'],
  },
  {
    name: 'more cells than columns, and what they hold does not fit',
    sheet: 'Cliente,Mensalidade,Início\nAcme,10.00,2025-02-20\nSilva, Souza e Cia,30.00,2025-02-20\n',
    mapping: { Cliente: 'name', Mensalidade: 'monthly', Início: 'start' },
    accepted: 1,
    cents: 1000,
    codes: ['row_shifted'],
  },
  {
    name: 'a column twice with other content',
    sheet: 'Cliente;Mensalidade;Mensalidade\nAcme;10,00;11,00\n',
    mapping: { Cliente: 'name', Mensalidade: 'monthly', 'Mensalidade (2)': 'ignore' },
    accepted: 1,
    codes: ['ask_two_columns'],
    ready: false,
  },
  {
    name: 'a name of Object, a formula that failed, a CPF',
    sheet: 'Cliente;CNPJ;constructor;Mensalidade\nAcme;529.982.247-25;1;10,00\nBeta;;__proto__;#REF!\n',
    mapping: { Cliente: 'name', CNPJ: 'taxId', constructor: 'custom.constructor_', Mensalidade: 'monthly' },
    accepted: 1,
    codes: ['tax_id_personal', 'money_unreadable'],
  },
  {
    name: 'sub-totals, sums and a company called Total',
    sheet:
      'Cliente;Mensalidade;Início\nTotal Seguros;10,00;20/02/2025\nAcme;20,00;21/02/2025\nSubtotal;30,00;\n;;\nTotal geral;30,00;\n',
    mapping: { Cliente: 'name', Mensalidade: 'monthly', Início: 'start' },
    accepted: 2,
    cents: 3000,
  },
];
