// The words of an import that is looked at before it is recorded: what a file is, what is asked, what holds it back, what
// would change.
import { dayText, exactMoneyText, numberText, taxIdText, type Locale } from './format.ts';
import { bandLabel, segmentLabel } from './labels.ts';

type Both = readonly [pt: string, en: string];
const pick = ([pt, en]: Both, locale: Locale): string => (locale === 'en' ? en : pt);

const kinds: Readonly<Record<string, Both>> = {
  accounts: ['Clientes', 'Customers'],
  contacts: ['Contatos', 'Contacts'],
  subscriptions: ['Contratos', 'Contracts'],
  usage: ['Uso por período', 'Usage by period'],
  tickets: ['Chamados', 'Tickets'],
  answers: ['Respostas de pesquisa', 'Survey answers'],
  invoices: ['Faturas', 'Invoices'],
  meetings: ['Reuniões', 'Meetings'],
  messages: ['Mensagens', 'Messages'],
  churn: ['Saídas de clientes', 'Customers who left'],
  events: ['Eventos de uso', 'Usage events'],
  movements: ['Movimentos de MRR', 'MRR movements'],
};

/** What a table is, in words; a kind nobody knows is said to be none. */
export function kindText(kind: string | null, locale: Locale): string {
  const found = kind !== null && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return pick(found ?? ['Não dá para dizer', 'Nobody can tell'], locale);
}

/** What was found out about a file on the way. */
export function fileText(rows: number, columns: number, locale: Locale): string {
  const n = numberText(rows, locale, 0);
  return pick(
    [
      `${n} ${rows === 1 ? 'linha' : 'linhas'}, ${columns} colunas`,
      `${n} ${rows === 1 ? 'row' : 'rows'}, ${columns} columns`,
    ],
    locale,
  );
}

/** How the cells of a column are read; null: nothing to say. */
export function readsAsText(
  column: {
    readonly kind: string | null;
    readonly order: string | null;
    readonly mark: string | null;
    readonly field: string;
  },
  locale: Locale,
): string | null {
  if (column.field === 'custom') return pick(['campo próprio', 'field of its own'], locale);
  if (column.kind === 'date' && column.order !== null)
    return column.order === 'dmy'
      ? pick(['dia primeiro', 'day first'], locale)
      : pick(['mês primeiro', 'month first'], locale);
  if (column.kind === 'money' && column.mark !== null)
    return column.mark === ','
      ? pick(['vírgula decimal', 'decimal comma'], locale)
      : pick(['ponto decimal', 'decimal point'], locale);
  return null;
}

type Asked = { readonly code: string; readonly column: string | null; readonly options: readonly string[] };

const askTitles: Readonly<Record<string, (column: string) => Both>> = {
  which_end: (c) => [
    `“${c}” é o fim previsto ou a saída que aconteceu?`,
    `Is “${c}” the planned end, or the day it really ended?`,
  ],
  which_period: (c) => [
    `O valor em “${c}” é por mês, por ano ou de uma vez só?`,
    `Is the amount in “${c}” per month, per year or paid once?`,
  ],
  date_order: (c) => [
    `Em “${c}”, 03/04 é 3 de abril ou 4 de março?`,
    `In “${c}”, is 03/04 the 3rd of April or the 4th of March?`,
  ],
  decimal_mark: (c) => [
    `Em “${c}”, o decimal é vírgula ou ponto?`,
    `In “${c}”, is the decimal mark a comma or a point?`,
  ],
  two_columns: (c) => [
    `Duas colunas têm o título de “${c}” e conteúdos diferentes. Qual vale?`,
    `Two columns have the title of “${c}” and different contents. Which one holds?`,
  ],
  confirm_content: (c) => [`O que é a coluna “${c}”?`, `What is the column “${c}”?`],
  which_grain: () => ['Cada linha é um dia, uma semana ou um mês?', 'Is each row a day, a week or a month?'],
  which_unit: (c) => [
    `Os valores em “${c}” são reais ou centavos?`,
    `Are the amounts in “${c}” whole units or cents?`,
  ],
  which_side: (c) => [`“${c}” é do seu time ou do cliente?`, `Is “${c}” of your team or of the customer?`],
  which_instrument: () => ['As notas são de NPS, CSAT ou CES?', 'Are the scores NPS, CSAT or CES?'],
  which_table: () => ['Que tabela é esta?', 'Which table is this?'],
  other_file_key: (c) => [
    `“${c}” é um código de outro arquivo. Qual coluna diz quem é o cliente?`,
    `“${c}” is a code of another file. Which column says who the customer is?`,
  ],
  no_key: () => ['Qual coluna diz quem é o cliente?', 'Which column says who the customer is?'],
};

/** What is asked, as a question. */
export function askTitle({ code, column }: Asked, locale: Locale): string {
  const title = Object.hasOwn(askTitles, code) ? askTitles[code] : undefined;
  return title ? pick(title(column ?? ''), locale) : code;
}

/** What hangs on an answer. */
export function askWhy(ask: Asked, rows: number, locale: Locale): string {
  const n = numberText(rows, locale, 0);
  if (ask.code === 'date_order')
    return pick(
      [
        `Nenhum dia passa de 12, e as duas leituras servem. Vale para ${n} linhas.`,
        `No day is above 12, and both readings fit. It counts for ${n} rows.`,
      ],
      locale,
    );
  if (ask.code === 'confirm_content')
    return pick(
      [
        `O título não diz; foi reconhecida pelo conteúdo de ${n} linhas.`,
        `The title does not say; it was recognised by the content of ${n} rows.`,
      ],
      locale,
    );
  return pick([`Vale para ${n} linhas.`, `It counts for ${n} rows.`], locale);
}

const optionTexts: Readonly<Record<string, Both>> = {
  plannedEnd: ['Fim previsto', 'Planned end'],
  actualEnd: ['Saída que aconteceu', 'Day it really ended'],
  monthly: ['Por mês', 'Per month'],
  annual: ['Por ano', 'Per year'],
  oneOff: ['De uma vez só (projeto)', 'Paid once (a project)'],
  dmy: ['3 de abril: dia primeiro', '3rd of April: day first'],
  mdy: ['4 de março: mês primeiro', '4th of March: month first'],
  ',': ['Vírgula: 1.234,56', 'Comma: 1.234,56'],
  '.': ['Ponto: 1,234.56', 'Point: 1,234.56'],
  day: ['Um dia', 'A day'],
  week: ['Uma semana', 'A week'],
  month: ['Um mês', 'A month'],
  cents: ['Centavos: 12990 são 129,90', 'Cents: 12990 is 129.90'],
  units: ['Inteiros: 12990 são 12.990,00', 'Whole units: 12990 is 12,990.00'],
  nps: ['NPS, de 0 a 10', 'NPS, 0 to 10'],
  csat: ['CSAT, satisfação', 'CSAT, satisfaction'],
  ces: ['CES, esforço', 'CES, effort'],
  ours: ['Do meu time', 'Of my team'],
  theirs: ['Do cliente', 'Of the customer'],
  other: ['De nenhum dos dois: deixar fora', 'Neither: leave it out'],
  ignore: ['Nada: deixar fora', 'Nothing: leave it out'],
};
const keyFields: Readonly<Record<string, Both>> = {
  name: ['nome', 'name'],
  taxId: ['CNPJ', 'CNPJ'],
  externalId: ['código', 'code'],
};

/** An option of an ask; `field` names a field of a sheet in words. */
export function optionText(
  ask: Asked,
  option: string,
  field: (key: string) => string,
  locale: Locale,
): string {
  if (ask.code === 'which_table') return kindText(option, locale);
  if (ask.code === 'two_columns') return pick([`Vale “${option}”`, `“${option}” holds`], locale);
  if (ask.code === 'no_key' || ask.code === 'other_file_key') {
    const at = option.indexOf('@');
    const what = keyFields[option.slice(0, at)] ?? keyFields['name'] ?? ['nome', 'name'];
    return pick(
      [
        `“${option.slice(at + 1)}”, como ${pick(what, locale)}`,
        `“${option.slice(at + 1)}”, as its ${pick(what, locale)}`,
      ],
      locale,
    );
  }
  const found = Object.hasOwn(optionTexts, option) ? optionTexts[option] : undefined;
  return found ? pick(found, locale) : field(option);
}

/** Why a draft cannot be recorded yet. */
export function blockerText(
  blocker: { readonly code: string; readonly count: number; readonly text: string },
  locale: Locale,
): string {
  const n = blocker.count;
  if (blocker.text !== '') return blocker.text;
  if (blocker.code === 'asks')
    return n === 1
      ? pick(['Falta decidir uma coisa.', 'One thing is still to decide.'], locale)
      : pick([`Falta decidir ${n} coisas.`, `${n} things are still to decide.`], locale);
  if (blocker.code === 'no_rows')
    return pick(['Nenhuma linha pode entrar.', 'No row can be recorded.'], locale);
  return pick(['Não há tabela para gravar.', 'There is no table to record.'], locale);
}

type Shown =
  | { readonly kind: 'money'; readonly cents: number; readonly currency: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'segment' | 'taxId' | 'band'; readonly code: string };

/** A value of a difference as it is read. */
export function shownText(shown: Shown | null, locale: Locale): string | null {
  if (shown === null) return null;
  if (shown.kind === 'money') return exactMoneyText(shown.cents, shown.currency, locale);
  if (shown.kind === 'day') return dayText(shown.day, locale);
  if (shown.kind === 'number') return numberText(shown.value, locale);
  if (shown.kind === 'segment') return segmentLabel(shown.code, locale);
  if (shown.kind === 'taxId') return taxIdText(shown.code);
  return shown.kind === 'text' ? shown.text : bandLabel(shown.code, locale);
}
