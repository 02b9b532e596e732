// The week's list in words: accounts by stage, at risk, ready, and every line. The answer of `week --json`.
import { formatDay, type Day } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import { readyOffer } from '#domain/lists/at-risk.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import type { Locale } from './format.ts';
import { lineOf, type Line } from './line.ts';
import { peopleWords, type PersonWeekSource, type PersonWeekWords } from './people-week.ts';
import { noticesWords, type NoticeSource, type NoticeWords } from './notice.ts';

export type WeekSource = {
  readonly day: Day;
  readonly workspace: { readonly currency: string };
  readonly method: { readonly version: number; readonly compiled: { readonly method: Method } };
  readonly members: Readonly<Record<string, string>>;
  /** In order of attention, those at risk first. */
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly decision: Omit<Decision, 'assessment'> & { readonly spark: readonly (number | null)[] };
  }[];
  readonly ready: readonly string[];
  /** What stands for the whole base, by day. */
  readonly notices: readonly NoticeSource[];
  /** The week of each person whose capacity is told. */
  readonly people: readonly PersonWeekSource[];
};
export type WeekWords = {
  readonly asOf: string;
  readonly method: { readonly key: string; readonly label: string; readonly version: number };
  readonly stages: readonly { readonly stage: string; readonly label: string; readonly accounts: number }[];
  readonly notices: readonly NoticeWords[];
  readonly people: readonly PersonWeekWords[];
  readonly atRisk: readonly Line[];
  readonly ready: readonly Line[];
  readonly lines: readonly Line[];
};

/** The week in one language. Ranks count the list at risk from 1. */
export function weekOf(source: WeekSource, locale: Locale): WeekWords {
  const { method } = source.method.compiled;
  let rank = 0;
  const ready = new Map<string, Line>();
  const lines = source.accounts.map(({ id, name, decision }) => {
    if (decision.atRisk) rank += 1;
    const head = {
      id,
      name,
      currency: source.workspace.currency,
      rank: decision.atRisk ? rank : null,
      spark: decision.spark,
      people: source.members,
    };
    const whole = decision as unknown as Decision;
    const growth = readyOffer(decision);
    if (decision.ready && growth)
      ready.set(id, lineOf(whole, { ...head, offer: growth.key }, method, locale));
    return lineOf(whole, head, method, locale);
  });
  const names = new Map(source.accounts.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const stage of new Set(line.stages)) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return {
    asOf: formatDay(source.day),
    method: { key: method.key, label: said(method.label, locale), version: source.method.version },
    stages: method.stages.map((stage) => ({
      stage: stage.key,
      label: said(stage.label, locale),
      accounts: counts.get(stage.key) ?? 0,
    })),
    notices: noticesWords(source.notices, method, locale),
    people: peopleWords(source.people, source.members, (id) => names.get(id) ?? id, locale),
    atRisk: lines.filter((line) => line.rank !== null),
    ready: source.ready.flatMap((id) => ready.get(id) ?? []),
    lines,
  };
}
