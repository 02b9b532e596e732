// The weekly ritual in words: its lines with suggestion and decision, the first metric in a sentence, the minutes as text.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import { advanceDays, type AdvanceRate } from '#domain/journey/advance.ts';
import { readyOffer } from '#domain/lists/at-risk.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import { dayText, numberText, percentText, type Locale } from './format.ts';
import { lineOf, type Line } from './line.ts';
import { memberName } from './names.ts';

type Listed = {
  readonly id: string;
  readonly name: string;
  readonly decision: Omit<Decision, 'assessment'> & { readonly spark: readonly (number | null)[] };
};
type Task = {
  readonly accountId: string;
  readonly name: string;
  readonly task: string;
  readonly version: string;
  readonly what: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly toldAt: number;
};
type Counted = { readonly atRisk: number; readonly ready: number; readonly contractRisk: number };
export type RitualSource = {
  readonly week: {
    readonly day: Day;
    readonly workspace: { readonly currency: string };
    readonly method: { readonly compiled: { readonly method: Method } };
    readonly members: Readonly<Record<string, string>>;
    readonly accounts: readonly Listed[];
  };
  readonly monday: Day;
  /** Instant (ms) of the week's first moment. */
  readonly begun: number;
  readonly atRisk: readonly Listed[];
  readonly ready: readonly Listed[];
  readonly contractRisk: readonly Listed[];
  readonly counts: Counted;
  readonly decided: ReadonlyMap<string, Task>;
  readonly carried: readonly Task[];
  readonly metric: AdvanceRate;
  readonly moved: ReadonlyMap<string, { readonly entered: number; readonly back: number }>;
  readonly late: ReadonlyMap<string, number>;
  readonly minutes: { readonly text: string; readonly on: Day } | null;
};

/** Minutes of each step; together the forty-five of the method's weekly ritual. */
const agenda = [
  { step: 'phases', minutes: 5 },
  { step: 'risk', minutes: 15 },
  { step: 'ready', minutes: 12 },
  { step: 'rest', minutes: 8 },
  { step: 'minutes', minutes: 5 },
] as const;

const marks: Readonly<Record<string, string>> = { red: '◆', yellow: '▲', green: '●', unknown: '○' };

/** Next working day count that an offer's line is suggested for, when nothing is due sooner. */
const offerDays = 7;

function taskWords(task: Task, source: RitualSource) {
  const due = task.dueOn === null ? null : parseDay(task.dueOn);
  return {
    task: task.task,
    version: task.version,
    what: task.what ?? '',
    owner: task.owner,
    ownerLabel: task.owner === null ? null : memberName(task.owner, source.week.members),
    dueOn: task.dueOn,
    overdue: due !== null && due < source.week.day,
    thisWeek: task.toldAt >= source.begun,
  };
}
export type TaskWords = ReturnType<typeof taskWords>;

/** The key of the member behind a name that an action tells; null where it is none of ours. */
function memberKey(name: string | null, members: Readonly<Record<string, string>>): string | null {
  if (name === null) return null;
  if (Object.hasOwn(members, name)) return name;
  return Object.keys(members).find((key) => memberName(key, members) === name) ?? null;
}

function lineWords(one: Listed, source: RitualSource, locale: Locale, forOffer: boolean) {
  const { week } = source;
  const { method } = week.method.compiled;
  const growth = readyOffer(one.decision);
  const head = {
    id: one.id,
    name: one.name,
    currency: week.workspace.currency,
    rank: null,
    spark: one.decision.spark,
    people: week.members,
    ...(forOffer && growth ? { offer: growth.key } : {}),
  };
  const line = lineOf(one.decision as unknown as Decision, head, method, locale);
  const decided = source.decided.get(one.id);
  const owner = memberKey(line.action.owner, week.members);
  return {
    ...line,
    decided: decided ? taskWords(decided, source) : null,
    suggestion:
      forOffer && line.offer
        ? { what: line.offer.label, owner, dueOn: formatDay(week.day + offerDays) }
        : { what: line.action.short, owner, dueOn: laterOf(line.action.due, week.day) },
  };
}
type RitualLineWords = ReturnType<typeof lineWords>;

/** A suggestion is never for a day that has passed. */
const laterOf = (due: string, today: Day): string => formatDay(Math.max(parseDay(due) ?? today, today));

const sumOf = (lines: readonly Line[]): number | null =>
  lines.some(({ mrrCents }) => mrrCents !== null)
    ? lines.reduce((sum, { mrrCents }) => sum + (mrrCents ?? 0), 0)
    : null;

/** The first metric as a sentence, with what proves it. */
export function metricText(metric: AdvanceRate, locale: Locale): string {
  const en = locale === 'en';
  const n = (value: number) => numberText(value, locale, 0);
  if (metric.rate === null)
    return en
      ? `Nobody confirmed a stage ${advanceDays} days ago or before, so it cannot be said yet how many advance. Confirm the stages of your customers.`
      : `Ninguém tinha fase confirmada há ${advanceDays} dias, então ainda não dá para dizer quantos avançam. Confirme a fase dos clientes.`;
  const rate = percentText(metric.rate, locale);
  const head = en
    ? `${rate} advanced in ${advanceDays} days: ${n(metric.advanced)} of ${n(metric.started)} in activation or adoption`
    : `${rate} avançaram em ${advanceDays} dias: ${n(metric.advanced)} de ${n(metric.started)} em ativação ou adoção`;
  const parts = en
    ? [
        `${n(metric.proven)} with proof`,
        `${n(metric.byCustomer)} confirmed by the customer`,
        `${n(metric.regressed)} fell back`,
        `${n(metric.churned)} left`,
      ]
    : [
        `${n(metric.proven)} com prova`,
        `${n(metric.byCustomer)} com o sim do cliente`,
        `${n(metric.regressed)} ${metric.regressed === 1 ? 'voltou' : 'voltaram'}`,
        `${n(metric.churned)} ${metric.churned === 1 ? 'saiu' : 'saíram'}`,
      ];
  return `${head}; ${parts.join(', ')}.`;
}

type Told = { readonly account: string; readonly mark: string; readonly task: TaskWords };

/** The minutes as text to paste into a chat or a mail: one line a decision. */
function minutesText(source: RitualSource, told: readonly Told[], toDecide: number, locale: Locale): string {
  const en = locale === 'en';
  const short = (iso: string | null) => {
    const day = iso === null ? null : parseDay(iso);
    return day === null ? null : dayText(day, locale);
  };
  const head = en
    ? `*Weekly ritual ${dayText(source.week.day, locale)}* (${told.length} of ${toDecide} decided)`
    : `*Ritual semanal ${dayText(source.week.day, locale)}* (${told.length} de ${toDecide} decididos)`;
  const lines = told.map(({ account, mark, task }, at) => {
    const who = [task.ownerLabel, short(task.dueOn)].filter((part) => part !== null).join(', ');
    return `${at + 1}. *${account}* ${mark}: ${task.what.replace(/\.$/, '')}.${who === '' ? '' : ` ${who}.`}`;
  });
  return [head, metricText(source.metric, locale), ...lines].join('\n');
}

/** The ritual in one language. */
export function ritualOf(source: RitualSource, locale: Locale) {
  const { week } = source;
  const { method } = week.method.compiled;
  const lists = {
    atRisk: source.atRisk.map((one) => lineWords(one, source, locale, false)),
    ready: source.ready.map((one) => lineWords(one, source, locale, true)),
    contractRisk: source.contractRisk.map((one) => lineWords(one, source, locale, false)),
  };
  const lines = [...lists.atRisk, ...lists.ready, ...lists.contractRisk];
  const carried = source.carried.map((task) => ({
    id: task.accountId,
    account: task.name,
    task: taskWords(task, source),
  }));
  const tell = (line: RitualLineWords): Told[] =>
    line.decided === null
      ? []
      : [
          {
            account: line.account,
            mark: `${marks[line.health.band] ?? ''} ${line.health.score === null ? '—' : numberText(Math.floor(line.health.score), locale, 0)}`,
            task: line.decided,
          },
        ];
  const settled = carried.filter(({ task }) => task.thisWeek);
  const told = [
    ...lines.flatMap(tell),
    ...settled.map(({ account, task }) => ({ account, mark: '↻', task })),
  ];
  const accounts = new Map<string, number>();
  for (const { decision } of week.accounts)
    for (const stage of new Set(decision.stages.map((one) => one.stage)))
      accounts.set(stage, (accounts.get(stage) ?? 0) + 1);
  return {
    day: formatDay(week.day),
    monday: formatDay(source.monday),
    agenda: agenda.map((step) => ({ ...step })),
    metric: { days: advanceDays, ...source.metric, text: metricText(source.metric, locale) },
    phases: method.stages.map(({ key, label }) => ({
      stage: key,
      label: said(label, locale),
      accounts: accounts.get(key) ?? 0,
      entered: source.moved.get(key)?.entered ?? 0,
      back: source.moved.get(key)?.back ?? 0,
      late: source.late.get(key) ?? 0,
    })),
    atRisk: { total: source.counts.atRisk, mrrCents: sumOf(lists.atRisk), lines: lists.atRisk },
    ready: { total: source.counts.ready, mrrCents: sumOf(lists.ready), lines: lists.ready },
    contractRisk: {
      total: source.counts.contractRisk,
      mrrCents: sumOf(lists.contractRisk),
      lines: lists.contractRisk,
    },
    carried,
    members: Object.keys(week.members)
      .map((key) => ({ key, label: memberName(key, week.members) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    counts: {
      lines: lines.length,
      decided: lines.filter(({ decided }) => decided !== null).length,
      carried: carried.length,
      carriedSettled: settled.length,
    },
    text: minutesText(source, told, lines.length + carried.length, locale),
    minutes: source.minutes && { on: formatDay(source.minutes.on), text: source.minutes.text },
  };
}
