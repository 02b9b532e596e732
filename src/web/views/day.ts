// The day as it is shown: tasks in groups, how long each has, the sentence over them, days and hours as they are typed. Pure.
import { formatDay, mondayOf, parseDay, weekday } from '#base/day.ts';
import { lowerFirst } from '#words/fill.ts';
import type { DayPart, DayTask, TaskChange } from '#contract/tasks.ts';
import type { Today } from '#contract/today.ts';
import type { Formatter } from '#web/views/format.ts';
import { isoOfTyped } from '#web/views/import-fix.ts';
import type { DayWords } from '#web/words/day-pt.ts';

/** Working minutes of a day: 08:00 to 19:00. */
const dayMinutes = 11 * 60;
/** From here on (working minutes) a task is said in amber. */
const soonMinutes = 120;

const order: readonly DayPart[] = ['late', 'morning', 'afternoon', 'later', 'none'];
export type DayGroup = { readonly part: DayPart; readonly tasks: readonly DayTask[]; readonly total: number };

/** Tasks in the order of the day; a group counts also those that are not shown. */
export function dayGroups(today: Today): readonly DayGroup[] {
  return order.flatMap((part) => {
    const tasks = today.tasks.filter((task) => task.part === part);
    return tasks.length === 0
      ? []
      : [
          {
            part,
            tasks,
            total: part === 'later' ? tasks.length : Math.max(today.counts[part], tasks.length),
          },
        ];
  });
}

/** Working minutes as a span: `48 min`, `1 h 38`, `2 dias úteis`. */
export function spanText(minutes: number, d: DayWords): string {
  const whole = Math.abs(Math.round(minutes));
  const days = Math.floor(whole / dayMinutes);
  return d.span(days, Math.floor(whole / 60), whole % 60);
}

export type Due = { readonly tone: 'bad' | 'warn' | 'none'; readonly text: string };

/** How long a task has: red once past, amber under two hours. */
export function dueOf(task: DayTask, today: string, f: Formatter, d: DayWords): Due {
  const { minutes, dueOn, dueTime, part } = task;
  if (minutes === null || dueOn === null) return { tone: 'none', text: '' };
  if (part === 'late') return { tone: 'bad', text: minutes === 0 ? d.pastNow : d.past(spanText(minutes, d)) };
  if (part === 'later')
    return {
      tone: 'none',
      text: d.dueOn(f.dayShort(dueOn, today), dueTime === null ? null : d.time(dueTime)),
    };
  if (dueTime === null) return { tone: 'none', text: d.dueToday };
  return { tone: minutes <= soonMinutes ? 'warn' : 'none', text: d.dueIn(spanText(minutes, d)) };
}

/** When it is due, short: the hour of today, yesterday, or the day. */
export function whenOf(task: DayTask, today: string, f: Formatter, d: DayWords): string {
  if (task.dueOn === null) return '—';
  if (task.dueOn === today) return task.dueTime === null ? d.today : d.time(task.dueTime);
  const before = formatDay((parseDay(today) ?? 0) - 1);
  return task.dueOn === before ? d.yesterday : f.dayShort(task.dueOn, today);
}

/** The sentence over the day, what to begin with, and the figure. */
export function dayVerdict(today: Today, f: Formatter, d: DayWords) {
  const { counts, missing } = today;
  const v = d.verdict;
  const empty = missing.includes('customers');
  const rest = [
    counts.morning > 0 ? v.morning(counts.morning) : null,
    counts.afternoon > 0 ? v.afternoon(counts.afternoon) : null,
    counts.none > 0 && counts.late + counts.morning + counts.afternoon === 0 ? v.none(counts.none) : null,
  ].filter((part) => part !== null);
  const some = counts.total > 0;
  const said = some ? v.some(counts.late > 0 ? v.late(counts.late) : null, rest) : v.nothing;
  const first = today.tasks[0];
  return {
    headline: empty ? v.nothingYet : some || today.workingDay ? said : `${v.off} ${v.nothing}`,
    why: empty
      ? ''
      : first
        ? v.start(first.account.name, lowerFirst(first.why.replace(/\.$/, '')))
        : v.rest(counts.tomorrow),
    figure: v.figure(counts.total),
    notes: [
      ...(some ? [v.parts(counts.late, counts.morning, counts.afternoon, counts.none)] : []),
      ...(today.mrrCents === null ? [] : [v.money(f.money(today.mrrCents, today.currency))]),
    ],
  };
}

/** `10h30`, `10:30`, `10h`, `9` as `10:30`; null where it is no hour. */
export function hourOfTyped(typed: string): string | null {
  const found = /^\s*(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?\s*$/i.exec(typed);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? '0')];
  return hours > 23 || minutes > 59
    ? null
    : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

export type Until = { readonly dueOn: string; readonly dueTime: string | null };
export type UntilFault = 'day' | 'hour';

/** A typed day and hour; the fault names what cannot be read. */
export function untilOfTyped(day: string, hour: string): Until | UntilFault {
  const dueOn = isoOfTyped(day);
  if (dueOn === null) return 'day';
  const dueTime = hour.trim() === '' ? null : hourOfTyped(hour);
  return hour.trim() !== '' && dueTime === null ? 'hour' : { dueOn, dueTime };
}

export type SnoozeChoice = { readonly key: string; readonly text: string; readonly until: Until };

/** Where a task may be put off to with one key: this afternoon, the next working day, next Monday. */
export function snoozeChoices(
  { day, time, next, workingDay }: Pick<Today, 'day' | 'time' | 'next' | 'workingDay'>,
  d: DayWords,
): readonly SnoozeChoice[] {
  const monday = formatDay(mondayOf(parseDay(day) ?? 0) + 7);
  const said = d.weekdays[weekday(parseDay(next) ?? 0)] ?? next;
  const at = (key: string, text: string, dueOn: string, dueTime: string): SnoozeChoice => ({
    key,
    text,
    until: { dueOn, dueTime },
  });
  return [
    ...(workingDay && time < '13:00' ? [at('afternoon', d.form.afternoon, day, '14:00')] : []),
    at('next', d.form.next(said), next, '09:00'),
    ...(monday > next ? [at('week', d.form.week, monday, '09:00')] : []),
  ];
}

/** The channel by which one talks, of an action's own; the telephone where it names none. */
export function talkOf(channel: string): 'phone' | 'whatsapp' | 'email' | 'meeting' {
  if (channel === 'email' || channel === 'meeting') return channel;
  return channel === 'message' ? 'whatsapp' : 'phone';
}

/** One tap: talked today, by the channel of the action. */
export const talkedToday = (task: DayTask): TaskChange => ({
  kind: 'finish',
  outcome: 'talked',
  talk: talkOf(task.channel),
});
