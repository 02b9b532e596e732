// Names of metrics as people write them → the metric as it is kept, and how its values add up over people and time.
import { codeOf } from './cell-words.ts';
import { headerWords } from './header.ts';

export type HowAdded = 'sum' | 'distinct' | 'last';
export type Metric = { readonly metric: string; readonly how: HowAdded };

/** Totals: what they count is activity as such, no feature. */
const totals: readonly (readonly [string, string])[] = [
  [
    'events',
    'events, event, n events, event count, total events, eventos, n eventos, total de eventos, evento, acoes, actions, total actions, usage, uso, total, quantidade, qtd, quantity, count, value, valor, interacoes, atividade, activity, atividades',
  ],
  ['sessions', 'sessions, session, sessoes, sessao, n sessions, visitas, visits, total sessions'],
  [
    'minutes',
    'minutes, minutos, minutos de uso, minutes used, total minutes, tempo de uso minutos, minutos totais, session minutes',
  ],
];
const people: readonly (readonly [string, string])[] = [
  [
    'active_users',
    'active users, usuarios ativos, users, usuarios, distinct users, unique users, usuarios unicos, usuarios distintos, active seats, licencas em uso',
  ],
  ['mau', 'mau, monthly active users'],
  ['wau', 'wau, weekly active users'],
  ['dau', 'dau, daily active users'],
];
/** States at the end of a period: their newest value holds, they never add up. */
const states = /^(?:saldo|estoque|balance|storage|armazenamento|limite|limit|total acumulado|cumulative)$/;

const key = (text: string): string => headerWords(text).join(' ');
const known = (
  lists: readonly (readonly [string, string])[],
  how: HowAdded,
): readonly (readonly [string, Metric])[] =>
  lists.flatMap(([metric, list]) => list.split(',').map((word) => [key(word), { metric, how }] as const));
const metrics: ReadonlyMap<string, Metric> = new Map([...known(totals, 'sum'), ...known(people, 'distinct')]);

/** Names read before: a table says the same ones row after row. */
const seen = new Map<string, Metric>();
const most = 10_000;

/** The metric that a header or a cell names: a known total, people, or a feature under its own code. */
export function metricOf(name: string): Metric {
  const before = seen.get(name);
  if (before) return before;
  const read = metricNamed(name);
  if (seen.size < most) seen.set(name, read);
  return read;
}

function metricNamed(name: string): Metric {
  const found = metrics.get(key(name.replaceAll('_', ' ')));
  if (found) return found;
  const how = headerWords(name.replaceAll('_', ' ')).some((word) => states.test(word)) ? 'last' : 'sum';
  return { metric: codeOf(name) || 'uso', how };
}
