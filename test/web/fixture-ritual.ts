// The weekly ritual over the fictitious base: three lines decided, two left of last week; decisions hold while the
// fixture runs.
import type { IncomingMessage } from 'node:http';
import { formatDay, mondayOf } from '#base/day.ts';
import type { Committee, LineTask, Ritual, RitualLine } from '#contract/rituals.ts';
import { sampleToday } from './sample-accounts.ts';
import { accountsPage } from './sample-list.ts';
import { csms } from './sample-words.ts';

const today = formatDay(sampleToday);
const members = csms.map((label) => ({ key: label.toLowerCase().replace(' ', '.'), label }));

const taskOf = (task: string, what: string, at: number, more: Partial<LineTask> = {}): LineTask => ({
  task,
  version: `${task}-1`,
  what,
  owner: members[at % members.length]?.key ?? null,
  ownerLabel: members[at % members.length]?.label ?? null,
  dueOn: formatDay(sampleToday + 2 + at),
  overdue: false,
  thisWeek: true,
  by: null,
  ...more,
});

type Told = { what: string; owner: string | null; dueOn: string | null };
const decided = new Map<string, Map<string, Told>>();
const closed = new Set<string>();

function linesOf(size: number, slug: string, view: string, first: number): RitualLine[] {
  const told = decided.get(slug);
  return accountsPage(
    size,
    new URLSearchParams({ view, sort: 'atStake', dir: 'desc', limit: '10' }),
  ).items.map((line, at) => {
    const own = told?.get(line.id);
    const before = at < first ? taskOf(line.id, line.action.short, at) : null;
    return {
      ...line,
      decided: own
        ? taskOf(line.id, own.what, at, {
            owner: own.owner,
            ownerLabel: members.find(({ key }) => key === own.owner)?.label ?? null,
            dueOn: own.dueOn,
            version: `${line.id}-2`,
          })
        : before,
      suggestion: {
        what: view === 'ready' && line.offer ? line.offer.label : line.action.short,
        owner: members[at % members.length]?.key ?? null,
        dueOn: formatDay(sampleToday + 3),
      },
    };
  });
}

const sampleOffers = [
  { key: 'next_unit', label: 'Próxima unidade' },
  { key: 'training', label: 'Treinamento avançado' },
  { key: 'protection', label: 'Proteção' },
];

function goalsOf(size: number, english: boolean): Ritual['goals'] {
  const none = size === 0;
  const say = (pt: string, en: string): string => (english ? en : pt);
  return [
    {
      key: 'nrr',
      label: 'NRR',
      value: none ? null : '104%',
      target: say('acima de 100%', 'above 100%'),
      met: none ? null : true,
      period: say('12 meses, desde 11/11/2025', '12 months, since 11 Nov 2025'),
      sample: say(
        '97 clientes de um ano atrás; GRR 91%, sem reajustes 99%',
        '97 customers of a year ago; GRR 91%, without adjustments 99%',
      ),
      missing: none
        ? say(
            'Nenhum cliente tem valor mensal conhecido. Traga os contratos ou a coluna de MRR.',
            'No customer has a known monthly value. Bring the contracts or the column of MRR.',
          )
        : null,
    },
    {
      key: 'advance',
      label: say('Taxa de avanço', 'Advance rate'),
      value: none ? null : '21%',
      target: null,
      met: null,
      period: say('30 dias', '30 days'),
      sample: say('9 de 43 em ativação ou adoção', '9 of 43 in activation or adoption'),
      missing: none
        ? say(
            'Ninguém tinha fase confirmada no começo do período. Confirme a fase dos clientes.',
            'Nobody had a confirmed stage when the period began. Confirm the stages of your customers.',
          )
        : null,
    },
    {
      key: 'ttfv',
      label: say('Tempo até o primeiro valor (TTFV)', 'Time to first value (TTFV)'),
      value: null,
      target: say('até 30 dias', 'within 30 days'),
      met: null,
      period: say('mediana desde o começo de cada um', 'median since each began'),
      sample: say('4 de 30 chegaram; quem espera conta', '4 of 30 got there; who waits counts'),
      missing: say(
        'Só 4 de 30 chegaram lá: falta a metade para haver mediana.',
        'Only 4 of 30 got there: half of them have to before there is a median.',
      ),
    },
  ];
}

/** The list of the committee of a base of so many customers. */
function sampleCommittee(size: number, slug: string): Committee {
  const lines = size === 0 ? [] : linesOf(size, slug, 'risk', 3);
  return {
    day: today,
    monday: formatDay(mondayOf(sampleToday)),
    list: { total: size === 0 ? 0 : 31, mrrCents: size === 0 ? null : 9_120_000, lines },
    decided: lines.filter((line) => line.decided !== null).length,
    members,
    offers: sampleOffers,
    text: ['*Contrato em risco*', ...lines.map((line, at) => `${at + 1}. *${line.account}*`)].join('\n'),
  };
}

/** The ritual of a base of so many customers. */
export function sampleRitual(size: number, slug: string, english: boolean): Ritual {
  const atRisk = size === 0 ? [] : linesOf(size, slug, 'risk', 3);
  const shown = new Set(atRisk.map(({ id }) => id));
  const ready = size === 0 ? [] : linesOf(size, slug, 'ready', 0).filter(({ id }) => !shown.has(id));
  const carried = (size === 0 ? [] : ready.slice(0, 2))
    .map((line, at) => ({
      id: line.id,
      account: line.account,
      task: taskOf(
        `antes-${line.id}`,
        at === 0 ? 'Remarcar a reunião com a diretoria' : 'Enviar o plano',
        at,
        {
          thisWeek: false,
          overdue: at === 0,
          dueOn: formatDay(sampleToday - 2 + at * 4),
        },
      ),
    }))
    .filter(({ task }) => !closed.has(task.task));
  const lines = [...atRisk, ...ready];
  const text = lines
    .filter((line) => line.decided !== null)
    .map((line, at) => `${at + 1}. *${line.account}*: ${line.decided?.what ?? ''}.`);
  return {
    day: today,
    monday: formatDay(mondayOf(sampleToday)),
    agenda: [
      { step: 'phases', minutes: 5 },
      { step: 'risk', minutes: 15 },
      { step: 'ready', minutes: 12 },
      { step: 'rest', minutes: 8 },
      { step: 'minutes', minutes: 5 },
    ],
    metric: {
      days: 30,
      rate: size === 0 ? null : 0.21,
      started: 43,
      advanced: 9,
      proven: 6,
      byCustomer: 3,
      regressed: 2,
      churned: 1,
      text:
        size === 0
          ? 'Ninguém tinha fase confirmada há 30 dias, então ainda não dá para dizer quantos avançam.'
          : english
            ? '21% advanced in 30 days: 9 of 43 in activation or adoption; 6 with proof, 3 confirmed by the customer, 2 fell back, 1 left.'
            : '21% avançaram em 30 dias: 9 de 43 em ativação ou adoção; 6 com prova, 3 com o sim do cliente, 2 voltaram, 1 saiu.',
    },
    goals: goalsOf(size, english),
    phases: ['Ativação', 'Adoção', 'Expansão', 'Renovação'].map((label, at) => ({
      stage: label,
      label,
      accounts: size === 0 ? 0 : 19 + at * 13,
      entered: size === 0 ? 0 : 4 + at,
      back: at === 1 && size > 0 ? 2 : 0,
      late: size === 0 ? 0 : 5 - at,
    })),
    atRisk: { total: size === 0 ? 0 : 45, mrrCents: size === 0 ? null : 14_790_000, lines: atRisk },
    ready: { total: ready.length, mrrCents: size === 0 ? null : 3_080_000, lines: ready },
    contractRisk: { total: 0, mrrCents: null, lines: [] },
    carried,
    members,
    offers: sampleOffers,
    counts: {
      lines: lines.length,
      decided: lines.filter((line) => line.decided !== null).length,
      carried: carried.length,
      carriedSettled: 0,
    },
    text: ['*Ritual semanal*', ...text].join('\n'),
    minutes: null,
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Answers a request about the ritual; null: it is about something else. */
export async function answerRitual(
  request: IncomingMessage,
  url: URL,
  size: number,
): Promise<[number, unknown] | null> {
  const [, , , , slug = '', thing, , part, id = '', close] = url.pathname.split('/');
  if (thing !== 'rituals') return null;
  if (part === undefined && url.pathname.endsWith('/committee')) return [200, sampleCommittee(size, slug)];
  if (request.method === 'GET') return [200, sampleRitual(size, slug, url.searchParams.get('lang') === 'en')];
  const body = await bodyOf(request);
  if (part === 'minutes') return [200, { id: 'ata' }];
  if (close === 'close') {
    closed.add(String(body['task']));
    return [200, { task: body['task'] }];
  }
  const told = decided.get(slug) ?? new Map<string, Told>();
  told.set(id, body as unknown as Told);
  decided.set(slug, told);
  return [200, { task: id, version: `${id}-2` }];
}
