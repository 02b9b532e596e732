// The day in words: each task with what it rests on and what to say first, what is new beside it.
import type { Calendar } from '#base/calendar.ts';
import { formatDay, type Day } from '#base/day.ts';
import { timeOf } from '#base/working-hours.ts';
import { dayAt, minuteAt } from '#base/zone.ts';
import type { Decision } from '#domain/decision.ts';
import { readyOffer } from '#domain/lists/at-risk.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import type { Locale } from './format.ts';
import { channelLabel } from './labels.ts';
import { lineOf, type Line } from './line.ts';
import { memberName } from './names.ts';
import { noticesWords, type NoticeSource } from './notice.ts';

type Listed = Omit<Decision, 'assessment'> & { readonly spark: readonly (number | null)[] };
export type ItemSource = {
  readonly accountId: string;
  readonly name: string;
  readonly decision: Listed | null;
  readonly task: { readonly task: string; readonly what: string | null; readonly version: string } | null;
  readonly action: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly dueTime: string | null;
  readonly standing: {
    readonly part: 'late' | 'morning' | 'afternoon' | 'later' | 'none';
    readonly minutes: number | null;
  };
  readonly clock: { readonly day: Day; readonly time: string } | null;
};
type SideSource = {
  readonly rows: readonly { readonly accountId: string; readonly name: string; readonly decision: Listed }[];
  readonly total: number;
  readonly mrrCents: number | null;
};
/** Who speaks of the day's customers. */
export type DaySpeech = {
  readonly currency: string;
  readonly method: Method;
  readonly members: Readonly<Record<string, string>>;
};
export type TodaySource = DaySpeech & {
  readonly day: Day;
  readonly now: number;
  readonly calendar: Calendar;
  readonly giveTo: readonly string[];
  readonly who: string | null;
  readonly limited: boolean;
  readonly items: readonly ItemSource[];
  readonly counts: {
    readonly late: number;
    readonly morning: number;
    readonly afternoon: number;
    readonly none: number;
    readonly tomorrow: number;
    readonly done: number;
  };
  readonly next: Day;
  readonly since: Day;
  readonly risks: SideSource;
  readonly ready: SideSource;
  readonly renewals: SideSource;
  readonly promises: SideSource;
  readonly windowOf: (segment: string | null) => number | null;
  readonly lateSignals: ReadonlySet<string>;
  readonly riskSignals: ReadonlySet<string>;
  readonly replies: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly contact: string | null;
    readonly channel: string;
    readonly score: number | null;
    readonly text: string | null;
    readonly saidAt: number;
  }[];
  readonly replyTotal: number;
  readonly contacts: ReadonlyMap<string, string>;
  readonly notices: readonly NoticeSource[];
  readonly tells: {
    readonly accounts: boolean;
    readonly owners: boolean;
    readonly money: boolean;
    readonly dates: boolean;
  };
};

/** Longest piece of what somebody wrote that is shown (characters). */
const longestQuote = 160;

function lineWords(
  one: { accountId: string; name: string; decision: Listed },
  speech: DaySpeech,
  locale: Locale,
  offer?: string,
): Line {
  const head = {
    id: one.accountId,
    name: one.name,
    currency: speech.currency,
    spark: one.decision.spark,
    people: speech.members,
    ...(offer === undefined ? {} : { offer }),
  };
  return lineOf(one.decision as unknown as Decision, head, speech.method, locale);
}

/** What a task without words of its own is about. */
function actionName(action: string, method: Method, locale: Locale): string {
  const known =
    method.signals.find(({ key }) => key === action) ?? method.playbooks.find(({ key }) => key === action);
  return known ? said(known.label, locale) : locale === 'en' ? 'Follow up' : 'Acompanhar';
}

/** A task, or an action nobody has taken, in one language. */
export function itemWords(item: ItemSource, speech: DaySpeech, locale: Locale) {
  const { task, decision, standing } = item;
  const line = decision && lineWords({ ...item, decision }, speech, locale);
  const decided = line !== null && line.action.key === item.action;
  const signal = line?.signals.find(({ key }) => key === item.action) ?? line?.signals[0];
  const why = decided ? line.action.evidence : signal ? `${signal.label}: ${signal.evidence}` : '';
  return {
    key: task?.task ?? `action:${item.accountId}:${item.action}`,
    account: { id: item.accountId, name: item.name },
    task: task?.task ?? null,
    action: item.action,
    version: task?.version ?? null,
    what: task?.what ?? (decided ? line.action.short : actionName(item.action, speech.method, locale)),
    why,
    say: decided ? line.action.say : '',
    channel: decided ? line.action.channel : '',
    owner: item.owner,
    ownerLabel: item.owner === null ? null : memberName(item.owner, speech.members),
    dueOn: item.dueOn === null ? null : formatDay(item.dueOn),
    dueTime: item.dueTime,
    minutes: standing.minutes,
    part: standing.part,
    clock: item.clock && { on: formatDay(item.clock.day), time: item.clock.time },
    health: line && { score: line.health.score, band: line.health.band },
    mrrCents: line?.mrrCents ?? null,
  };
}

/** Members as choices, by name. */
export const choicesOf = (
  keys: readonly string[],
  members: Readonly<Record<string, string>>,
  locale: Locale,
): { key: string; label: string }[] =>
  keys
    .map((key) => ({ key, label: memberName(key, members) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));

const rowOf = (line: Line, day: Day, why: string, say: string, cents: number | null, ends: Day | null) => ({
  id: line.id,
  account: line.account,
  why,
  say,
  health: { score: line.health.score, band: line.health.band },
  cents,
  renewsOn: line.renewsOn,
  days: ends === null ? null : ends - day,
});

function sidesOf(source: TodaySource, locale: Locale) {
  const { day } = source;
  const en = locale === 'en';
  const list = (
    side: SideSource,
    row: (one: SideSource['rows'][number], line: Line) => ReturnType<typeof rowOf>,
    offerOf: (decision: Listed) => string | undefined = () => undefined,
  ) => ({
    total: side.total,
    mrrCents: side.mrrCents,
    rows: side.rows.map((one) => row(one, lineWords(one, source, locale, offerOf(one.decision)))),
  });
  /** The newest signal of some, as a reason. */
  const reason = (line: Line, of: ReadonlySet<string>): string => {
    const newest = line.signals
      .filter(({ key }) => of.has(key))
      .toSorted((a, b) => (a.since < b.since ? 1 : -1))[0];
    return newest ? newest.evidence || newest.label : line.action.evidence;
  };
  const signalled = (of: ReadonlySet<string>) => (one: SideSource['rows'][number], line: Line) =>
    rowOf(line, day, reason(line, of), line.action.say, line.mrrCents, one.decision.renewsOn);
  return {
    risks: list(source.risks, signalled(source.riskSignals)),
    promises: list(source.promises, signalled(source.lateSignals)),
    ready: list(
      source.ready,
      (one, line) =>
        rowOf(
          line,
          day,
          line.offer?.label ?? '',
          line.offer?.text ?? '',
          readyOffer(one.decision)?.vBasis === 'none' ? null : (line.offer?.v ?? null),
          one.decision.renewsOn,
        ),
      (decision) => readyOffer(decision)?.key,
    ),
    renewals: list(source.renewals, (one, line) => {
      const starts = source.windowOf(one.decision.segment);
      const { renewsOn } = one.decision;
      const left = starts === null || renewsOn === null ? 0 : renewsOn - starts - day;
      const window = starts ?? 0;
      const when = en
        ? left > 0
          ? `${window}-day window opens in ${left} d`
          : left === 0
            ? `${window}-day window opens today`
            : `${-left} d into its ${window}-day window`
        : left > 0
          ? `janela de ${window} dias abre em ${left} d`
          : left === 0
            ? `janela de ${window} dias abre hoje`
            : `${-left} d dentro da janela de ${window} dias`;
      const why = line.segmentLabel === null ? when : `${line.segmentLabel}, ${when}`;
      return rowOf(line, day, why, line.action.say, line.mrrCents, renewsOn);
    }),
  };
}

const quoteOf = (text: string | null): string => {
  const short = (text ?? '').replace(/\s+/g, ' ').trim();
  return short.length <= longestQuote ? short : `${short.slice(0, longestQuote - 1).trimEnd()}…`;
};

/** The day in one language. */
export function todayOf(source: TodaySource, locale: Locale) {
  const { day, now, calendar, counts, members, tells } = source;
  const tasks = source.items.map((item) => itemWords(item, source, locale));
  const known = new Map(
    tasks.flatMap(({ account, mrrCents }) => (mrrCents === null ? [] : [[account.id, mrrCents] as const])),
  );
  const time = (at: number): string => timeOf(minuteAt(at, calendar.zone));
  return {
    day: formatDay(day),
    time: time(now),
    workingDay: calendar.isWorkingDay(day),
    next: formatDay(source.next),
    since: formatDay(source.since),
    currency: source.currency,
    who: source.who === null ? null : { key: source.who, label: memberName(source.who, members) },
    limited: source.limited,
    members: choicesOf(source.giveTo, members, locale),
    counts: { total: counts.late + counts.morning + counts.afternoon + counts.none, ...counts },
    mrrCents: known.size === 0 ? null : [...known.values()].reduce((sum, cents) => sum + cents, 0),
    tasks,
    ...sidesOf(source, locale),
    replies: {
      total: source.replyTotal,
      rows: source.replies.map((one) => ({
        id: one.accountId,
        account: one.name,
        contact: one.contact === null ? null : (source.contacts.get(one.contact) ?? null),
        channelLabel: one.score === null ? channelLabel(one.channel, locale) : one.channel.toUpperCase(),
        score: one.score,
        text: quoteOf(one.text),
        on: formatDay(dayAt(one.saidAt, calendar.zone)),
        time: time(one.saidAt),
      })),
    },
    notices: noticesWords(source.notices, source.method, locale).map(({ text }) => text),
    missing: tells.accounts
      ? (['owners', 'money', 'dates'] as const).filter((what) => !tells[what])
      : (['customers'] as const),
  };
}
