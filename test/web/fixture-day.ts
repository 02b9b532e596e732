// The day over the fictitious base: tasks with their hours, the decided actions, what is new; changes hold while the fixture
// runs. `grande` has more tasks than are shown, `vazia` no customers, `leitura` nothing left to do.
import type { IncomingMessage } from 'node:http';
import { formatDay } from '#base/day.ts';
import type { DayTask } from '#contract/tasks.ts';
import type { Today, TodaySide } from '#contract/today.ts';
import { sampleToday } from './sample-accounts.ts';
import { accountsPage } from './sample-list.ts';
import { csms } from './sample-words.ts';

const today = formatDay(sampleToday);
const members = csms.map((label) => ({ key: label.toLowerCase().replace(' ', '.'), label }));
const rowsOf = (size: number, view: string, limit: number) =>
  accountsPage(size, new URLSearchParams({ view, sort: 'atStake', dir: 'desc', limit: String(limit) })).items;

type Hour = readonly [
  part: DayTask['part'],
  minutes: number | null,
  dueOn: string | null,
  dueTime: string | null,
];
const hours: readonly Hour[] = [
  ['late', -960, formatDay(sampleToday - 1), null],
  ['morning', 48, today, '10:30'],
  ['morning', 98, today, '11:20'],
  ['afternoon', 258, today, '14:00'],
  ['afternoon', 560, today, null],
  ['afternoon', 560, today, null],
  ['afternoon', 560, today, null],
  ['none', null, null, null],
];

function taskOf(line: ReturnType<typeof rowsOf>[number], at: number): DayTask {
  const [part, minutes, dueOn, dueTime] = hours[at] ?? ['afternoon', 560, today, null];
  const taken = at < 4 || at === 7;
  return {
    key: taken ? `tarefa-${line.id}` : `action:${line.id}:${line.action.key}`,
    account: { id: line.id, name: line.account },
    task: taken ? `tarefa-${line.id}` : null,
    action: taken ? 'own' : line.action.key,
    version: taken ? `${line.id}-1` : null,
    what: at === 0 ? 'Cobrar a fatura 1043 com o financeiro' : line.action.short,
    why: line.action.evidence,
    say: line.action.say,
    channel: line.action.channel,
    owner: members[at % members.length]?.key ?? null,
    ownerLabel: members[at % members.length]?.label ?? null,
    dueOn,
    dueTime,
    minutes,
    part,
    clock: at === 2 ? { on: formatDay(sampleToday - 2), time: '11:20' } : null,
    health: { score: line.health.score, band: line.health.band },
    mrrCents: line.mrrCents,
  };
}

/** What was done while the fixture runs, by base: task → what became of it. */
const settled = new Map<string, Map<string, string>>();
const opened = new Map<string, DayTask[]>();
let facts = 0;
const undoable = new Map<string, { readonly slug: string; readonly key: string }>();

function tasksOf(size: number, slug: string): DayTask[] {
  if (size === 0 || slug === 'leitura') return [];
  const gone = settled.get(slug);
  const all = rowsOf(size, 'risk', size > 1000 ? 60 : 8).map(taskOf);
  return [...all.filter(({ key }) => !gone?.has(key)), ...(opened.get(slug) ?? [])];
}

function sideOf(size: number, view: string, limit: number): TodaySide {
  const lines = size === 0 ? [] : rowsOf(size, view, limit);
  return {
    total: size === 0 ? 0 : size > 1000 ? 412 : lines.length,
    mrrCents: lines.reduce((sum, { mrrCents }) => sum + (mrrCents ?? 0), 0),
    rows: lines.map((line) => ({
      id: line.id,
      account: line.account,
      why: view === 'ready' ? (line.offer?.label ?? '') : (line.signals[0]?.evidence ?? line.action.evidence),
      say: view === 'renewal' ? '' : line.action.say,
      health: { score: line.health.score, band: line.health.band },
      cents: view === 'ready' ? 3_960_000 : line.mrrCents,
      renewsOn: line.renewsOn,
      days: 84,
    })),
  };
}

/** The day of a base of so many customers. */
export function sampleDay(size: number, slug: string, person: string | null): Today {
  const quiet = slug === 'leitura';
  const all = tasksOf(size, slug);
  const tasks = person === null || person === 'all' ? all : all.filter(({ owner }) => owner === person);
  const counted = (part: DayTask['part']): number => tasks.filter((task) => task.part === part).length;
  const more = size > 1000 ? 3_120 : 0;
  const none = { total: 0, mrrCents: null, rows: [] };
  return {
    day: today,
    time: '09:42',
    workingDay: true,
    next: formatDay(sampleToday + 1),
    since: formatDay(sampleToday - 1),
    currency: 'BRL',
    who: members.find(({ key }) => key === person) ?? null,
    limited: false,
    members,
    counts: {
      total: tasks.length + more,
      late: counted('late'),
      morning: counted('morning'),
      afternoon: counted('afternoon') + more,
      none: counted('none'),
      tomorrow: 6,
      done: settled.get(slug)?.size ?? 0,
    },
    mrrCents: tasks.length === 0 ? null : tasks.reduce((sum, { mrrCents }) => sum + (mrrCents ?? 0), 0),
    tasks,
    risks: quiet ? none : sideOf(size, 'risk', 3),
    ready: quiet ? none : sideOf(size, 'ready', 3),
    renewals: quiet ? none : sideOf(size, 'renewal', 3),
    promises: none,
    replies:
      size === 0 || quiet
        ? { total: 0, rows: [] }
        : {
            total: 2,
            rows: rowsOf(size, 'all', 2).map((line, at) => ({
              id: line.id,
              account: line.account,
              contact: at === 0 ? 'Ivone Barreto' : null,
              channelLabel: at === 0 ? 'WhatsApp' : 'NPS',
              score: at === 0 ? null : 6,
              text: at === 0 ? 'Só volto a falar em maio.' : 'Demora para responder',
              on: at === 0 ? today : formatDay(sampleToday - 1),
              time: '08:52',
            })),
          },
    notices: [],
    missing: size === 0 ? ['customers'] : slug === 'equipe' ? ['money', 'dates'] : [],
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const factFor = (slug: string, key: string): string => {
  facts += 1;
  undoable.set(`fato-${facts}`, { slug, key });
  return `fato-${facts}`;
};

function openedTask(slug: string, size: number, id: string, body: Record<string, unknown>): object {
  const line = rowsOf(size, 'all', 120).find((one) => one.id === id);
  const key = `nova-${id}`;
  const task: DayTask = {
    key,
    account: { id, name: line?.account ?? id },
    task: key,
    action: 'own',
    version: `${key}-1`,
    what: String(body['what']),
    why: '',
    say: '',
    channel: '',
    owner: null,
    ownerLabel: null,
    dueOn: (body['dueOn'] as string | null | undefined) ?? null,
    dueTime: null,
    minutes: null,
    part: body['dueOn'] == null ? 'none' : 'afternoon',
    clock: null,
    health: null,
    mrrCents: null,
  };
  opened.set(slug, [...(opened.get(slug) ?? []), task]);
  return { account: id, name: task.account.name, task: key, fact: factFor(slug, key), joined: false };
}

/** Answers a request about the day and its tasks; null: it is about something else. */
export async function answerDay(
  request: IncomingMessage,
  url: URL,
  size: number,
): Promise<[number, unknown] | null> {
  const [, , , , slug = '', thing, id = '', part, change] = url.pathname.split('/');
  if (thing === 'today') return [200, sampleDay(size, slug, url.searchParams.get('person'))];
  if (thing === 'accounts' && part === 'tasks' && change === undefined)
    return [
      200,
      { tasks: tasksOf(size, slug).filter(({ account, task }) => account.id === id && task), members },
    ];
  if (thing === 'accounts' && part === 'tasks') {
    const body = await bodyOf(request);
    const key = typeof body['task'] === 'string' ? body['task'] : `action:${id}:${String(body['action'])}`;
    const gone = settled.get(slug) ?? new Map<string, string>();
    settled.set(slug, gone);
    gone.set(key, String((body['change'] as { kind: string }).kind));
    return [200, { account: id, task: key, facts: [factFor(slug, key)], joined: false }];
  }
  if (thing !== 'tasks') return null;
  const body = await bodyOf(request);
  if (id !== 'undo') {
    const accounts = body['accounts'] as string[];
    return [200, { opened: accounts.map((account) => openedTask(slug, size, account, body)) }];
  }
  for (const { facts: back } of body['undo'] as { facts: string[] }[])
    for (const fact of back) {
      const of = undoable.get(fact);
      if (!of) continue;
      settled.get(of.slug)?.delete(of.key);
      opened.set(
        of.slug,
        (opened.get(of.slug) ?? []).filter(({ key }) => key !== of.key),
      );
    }
  return [200, { accounts: (body['undo'] as unknown[]).length }];
}
