// The weekly ritual in words: its lines with suggestion and decision, the first metric in a sentence, the minutes as text.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import { advanceDays, type AdvanceRate } from '#domain/journey/advance.ts';
import { readyOffer } from '#domain/lists/at-risk.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import { numberText, type Locale } from './format.ts';
import { goalsOf } from './goals.ts';
import { lineOf, type Line } from './line.ts';
import { memberName } from './names.ts';
import { metricText, minutesText } from './ritual-minutes.ts';

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
  /** Name of who told it last; null where that is nobody with an account. */
  readonly by: string | null;
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
  /** Key of the member whose customers alone are in it; null: everybody's. */
  readonly sees: string | null;
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
  readonly goals: Parameters<typeof goalsOf>[0]['goals'];
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

/** What lines and tasks are said with. */
type Setting = Pick<RitualSource, 'week' | 'begun' | 'decided'>;

function taskWords(task: Task, source: Setting) {
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
    by: task.by,
  };
}
export type TaskWords = ReturnType<typeof taskWords>;

/** The key of the member behind a name that an action tells; null where it is none of ours. */
function memberKey(name: string | null, members: Readonly<Record<string, string>>): string | null {
  if (name === null) return null;
  if (Object.hasOwn(members, name)) return name;
  return Object.keys(members).find((key) => memberName(key, members) === name) ?? null;
}

/** A line with its suggestion and decision; `forOffer`: the suggestion is the offer it is ready for. */
export function lineWords(one: Listed, source: Setting, locale: Locale, forOffer: boolean) {
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
export type RitualLineWords = ReturnType<typeof lineWords>;

/** A suggestion is never for a day that has passed. */
const laterOf = (due: string, today: Day): string => formatDay(Math.max(parseDay(due) ?? today, today));

const sumOf = (lines: readonly Line[]): number | null =>
  lines.some(({ mrrCents }) => mrrCents !== null)
    ? lines.reduce((sum, { mrrCents }) => sum + (mrrCents ?? 0), 0)
    : null;

/** The band's shape and the score, as a text has them. */
export const markOf = ({ health }: RitualLineWords, locale: Locale): string =>
  `${marks[health.band] ?? ''} ${health.score === null ? '—' : numberText(Math.floor(health.score), locale, 0)}`;

/** Who may be made an owner (who sees their own customers alone: only they), and which offers may be chosen. */
export function choicesOf({ week, sees }: Pick<RitualSource, 'week' | 'sees'>, locale: Locale) {
  return {
    members: Object.keys(week.members)
      .filter((key) => sees === null || key === sees)
      .map((key) => ({ key, label: memberName(key, week.members) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    offers: week.method.compiled.method.offers.map(({ key, label }) => ({ key, label: said(label, locale) })),
  };
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
  const tell = (line: RitualLineWords) =>
    line.decided === null ? [] : [{ account: line.account, mark: markOf(line, locale), task: line.decided }];
  const settled = carried.filter(({ task }) => task.thisWeek);
  const told = [
    ...lines.flatMap(tell),
    ...settled.map(({ account, task }) => ({ account, mark: '↻', task })),
  ];
  const goals = goalsOf({ day: week.day, metric: source.metric, goals: source.goals }, locale);
  const accounts = new Map<string, number>();
  for (const { decision } of week.accounts)
    for (const stage of new Set(decision.stages.map((one) => one.stage)))
      accounts.set(stage, (accounts.get(stage) ?? 0) + 1);
  return {
    day: formatDay(week.day),
    monday: formatDay(source.monday),
    agenda: agenda.map((step) => ({ ...step })),
    goals,
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
    ...choicesOf(source, locale),
    counts: {
      lines: lines.length,
      decided: lines.filter(({ decided }) => decided !== null).length,
      carried: carried.length,
      carriedSettled: settled.length,
    },
    text: minutesText(
      { day: week.day, metric: source.metric, goals, told, toDecide: lines.length + carried.length },
      locale,
    ),
    minutes: source.minutes && { on: formatDay(source.minutes.on), text: source.minutes.text },
  };
}
