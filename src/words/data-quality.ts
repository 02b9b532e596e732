// The quality of the base's data in words: pillars and measures by name, what to collect next, feeds that fell silent.
import { formatDay, type Day } from '#base/day.ts';
import type { CollectableKey } from '#domain/data-quality/collectable.ts';
import type { Collect, DataCoverage } from '#domain/data-quality/coverage.ts';
import type { LateFeed } from '#domain/data-quality/feeds.ts';
import type { Method } from '#domain/method/schema.ts';
import { customersText } from './data-labels.ts';
import { said } from './fill.ts';
import { dayText, daysText, type Locale } from './format.ts';
import { kindLabel, metricLabel, sourceLabel } from './fact-labels.ts';

type Both = readonly [pt: string, en: string];
const pick = (text: Both, locale: Locale): string => text[locale === 'en' ? 1 : 0];

/** What it is called, and how one begins. */
const things: Readonly<Record<CollectableKey, readonly [name: Both, how: Both]>> = {
  last_conversation: [
    ['Última reunião ou conversa', 'Last meeting or conversation'],
    ['uma coluna com a data, na planilha de clientes', 'a column with the date, in the customer sheet'],
  ],
  nps: [
    ['NPS com a data da resposta', 'NPS with the day of the answer'],
    ['duas colunas na planilha de clientes', 'two columns in the customer sheet'],
  ],
  open_tickets: [
    ['Chamados abertos', 'Open tickets'],
    [
      'uma coluna com a quantidade, na planilha de clientes',
      'a column with the count, in the customer sheet',
    ],
  ],
  overdue_days: [
    ['Dias em atraso', 'Days overdue'],
    ['uma coluna com os dias, na planilha de clientes', 'a column with the days, in the customer sheet'],
  ],
  active_users: [
    ['Usuários ativos, ao lado das licenças', 'Active users, beside the seats'],
    ['duas colunas na planilha de clientes', 'two columns in the customer sheet'],
  ],
  consumption: [
    ['Contratado e usado no mês', 'Contracted and used in the month'],
    [
      'três colunas na planilha de clientes: horas contratadas, usadas e o mês',
      'three columns in the customer sheet: hours contracted, used, and the month',
    ],
  ],
  contacts: [
    ['Quem é o sponsor e quem é o champion', 'Who is sponsor and who is champion'],
    ['uma planilha de contatos com o papel de cada um', 'a sheet of contacts with the role of each'],
  ],
  usage: [
    ['Uso do produto no tempo', 'Use of the product over time'],
    [
      'uma planilha de uso por dia, semana ou mês, ou eventos enviados pelo produto',
      'a sheet of usage by day, week or month, or events sent by the product',
    ],
  ],
  tickets: [
    ['Histórico de chamados', 'History of tickets'],
    ['uma planilha de chamados com abertura e fechamento', 'a sheet of tickets with opening and closing'],
  ],
  invoices: [
    ['Faturas e pagamentos', 'Invoices and payments'],
    ['uma planilha de faturas com vencimento e pagamento', 'a sheet of invoices with due day and payment'],
  ],
  meetings: [
    ['Reuniões com quem participou', 'Meetings with who attended'],
    ['uma planilha de reuniões com data e presentes', 'a sheet of meetings with day and attendance'],
  ],
  milestones: [
    ['Marcos combinados e entregues', 'Milestones agreed and delivered'],
    ['o registro de cada marco com a data combinada', 'a record of each milestone with its agreed day'],
  ],
  goals: [
    ['Meta do cliente e onde ela está', "The customer's goal and where it stands"],
    ['um número, a meta e a medida de hoje', 'a number, its target and where it is today'],
  ],
  value_shown: [
    ['Resultado mostrado ao cliente', 'Result shown to the customer'],
    ['a data em que o resultado foi apresentado', 'the day on which the result was shown'],
  ],
};

function collectText({ key, lifted, gaining }: Collect, locale: Locale): string {
  const how = pick(things[key][1], locale);
  const effect =
    lifted > 0
      ? pick(
          [
            `tira ${customersText(lifted, locale)} de “sem dados suficientes”`,
            `takes ${customersText(lifted, locale)} out of “not enough data”`,
          ],
          locale,
        )
      : pick(
          [
            `dá mais evidência a ${customersText(gaining, locale)}`,
            `gives more evidence on ${customersText(gaining, locale)}`,
          ],
          locale,
        );
  return `${how.charAt(0).toUpperCase()}${how.slice(1)}: ${effect}.`;
}

/** What to collect, in words, most lifting first. */
export function collectWords(collect: readonly Collect[], locale: Locale) {
  return collect.map((one) => ({
    key: one.key,
    way: one.way,
    label: pick(things[one.key][0], locale),
    text: collectText(one, locale),
    lifted: one.lifted,
    gaining: one.gaining,
  }));
}

/** Pillars and measures by the method's names, each with how many accounts it can speak of. */
export function coverageWords(coverage: DataCoverage, method: Method, locale: Locale) {
  const share = (accounts: number): number => (coverage.accounts === 0 ? 0 : accounts / coverage.accounts);
  return coverage.pillars.map((pillar) => {
    const told = method.health.pillars.find((one) => one.key === pillar.key);
    return {
      key: pillar.key,
      label: told ? said(told.label, locale) : pillar.key,
      accounts: pillar.accounts,
      share: share(pillar.accounts),
      measures: pillar.measures.flatMap(({ key, accounts }) => {
        const measure = method.health.measures.find((one) => one.key === key);
        if (!measure || measure.weight === 0) return [];
        return [
          {
            key,
            label: said(measure.label, locale),
            accounts,
            share: share(accounts),
            question: said(measure.question, locale),
          },
        ];
      }),
    };
  });
}

function feedName(feed: LateFeed, locale: Locale): string {
  if (feed.metric !== null) return metricLabel(feed.metric, locale);
  return kindLabel(feed.covers, locale).toLowerCase();
}

/** Feeds that fell silent, and the one notice that stands for all of them. */
export function lateWords(late: readonly LateFeed[], locale: Locale) {
  return {
    late: late.map((feed) => ({
      label: feedName(feed, locale),
      source: sourceLabel(feed.source, locale),
      last: formatDay(feed.last),
      everyDays: feed.everyDays,
      lateDays: feed.lateDays,
    })),
    lateNotice: late[0] ? noticeText(late, late[0], locale) : null,
  };
}

/** How often a feed usually comes. */
function everyText(days: number, locale: Locale): string {
  if (days === 1) return pick(['todo dia', 'every day'], locale);
  return pick([`a cada ${daysText(days, locale)}`, `every ${daysText(days, locale)}`], locale);
}

function noticeText(late: readonly LateFeed[], first: LateFeed, locale: Locale): string {
  const [name, source] = [feedName(first, locale), sourceLabel(first.source, locale)];
  const last = dayText(first.last as Day, locale);
  const by = daysText(first.lateDays, locale);
  const every = everyText(first.everyDays, locale);
  const more = late.length - 1;
  if (locale === 'en') {
    const rest = more === 0 ? '' : ` and ${more} more`;
    return `${name} (${source})${rest} stopped coming: last on ${last}, usually ${every}, ${by} late. No customer is alarmed by it.`;
  }
  const rest = more === 0 ? '' : ` e mais ${more}`;
  const stopped = more === 0 ? 'parou de chegar' : 'pararam de chegar';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${source})${rest} ${stopped}: último em ${last}, costuma vir ${every}, atraso de ${by}. Nenhum cliente recebe alerta por isso.`;
}
