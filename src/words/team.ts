// Who looks after a customer in words, and the note for whoever comes next: what is open, what was promised, when it renews.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import type { TeamRole } from '#domain/facts/account-facts.ts';
import type { Method } from '#domain/method/schema.ts';
import { dayText, numberText, type Locale } from './format.ts';
import { bandLabel, roleLabel } from './labels.ts';
import { lineOf } from './line.ts';

/** What a team is told of. */
export type TeamRead = {
  readonly opened: {
    readonly account: { readonly rootId: string; readonly name: string };
    readonly workspace: { readonly currency: string };
    readonly method: { readonly compiled: { readonly method: Method } };
    readonly people: Readonly<Record<string, string>>;
    readonly firstValue: string | null;
  };
  readonly decision: Decision;
  readonly team: readonly { readonly member: string; readonly role: TeamRole; readonly since: Day }[];
  readonly choices: readonly string[];
  readonly mayPass: boolean;
  readonly tasks: readonly { readonly what: string | null; readonly dueOn: string | null }[];
  readonly promises: { readonly open: number; readonly soonest: Day | null };
};

const say = (locale: Locale, pt: string, en: string): string => (locale === 'en' ? en : pt);

function until(day: Day | null, locale: Locale): string {
  return day === null ? '' : say(locale, ` (até ${dayText(day, locale)})`, ` (by ${dayText(day, locale)})`);
}

function tasksText({ tasks }: TeamRead, locale: Locale): string[] {
  const told = tasks.flatMap(({ what, dueOn }) =>
    what === null ? [] : `${what}${until(dueOn === null ? null : parseDay(dueOn), locale)}`,
  );
  return told.length === 0 ? [] : [`${say(locale, 'Em aberto', 'Open')}: ${told.join('; ')}.`];
}

function promisesText({ promises: { open, soonest } }: TeamRead, locale: Locale): string[] {
  if (open === 0) return [];
  const first = soonest === null ? '' : until(soonest, locale);
  return [
    open === 1
      ? say(
          locale,
          `Prometemos 1 coisa que falta cumprir${first}.`,
          `We promised 1 thing that is not kept yet${first}.`,
        )
      : say(
          locale,
          `Prometemos ${open} coisas que falta cumprir; a primeira${first || ' sem data'}.`,
          `We promised ${open} things that are not kept yet; the first${first || ' without a date'}.`,
        ),
  ];
}

/** What whoever comes next must know, a line each. */
function noteText(read: TeamRead, locale: Locale): string {
  const { opened, decision } = read;
  const head = {
    id: opened.account.rootId,
    name: opened.account.name,
    currency: opened.workspace.currency,
    people: opened.people,
    firstValue: opened.firstValue,
  };
  const line = lineOf(decision, head, opened.method.compiled.method, locale);
  const { score, band } = line.health;
  const health = `${bandLabel(band, locale)}${score === null ? '' : ` ${numberText(score, locale)}`}`;
  const stages = line.stageChips.map(({ label }) => label).join(' + ');
  return [
    `${say(locale, 'Saúde', 'Health')}: ${health}.${stages === '' ? '' : ` ${say(locale, 'Fase', 'Stage')}: ${stages}.`}`,
    decision.renewsOn === null
      ? say(locale, 'Renovação: sem data conhecida.', 'Renewal: no date is known.')
      : `${say(locale, 'Renova em', 'Renews on')} ${dayText(decision.renewsOn, locale)}.`,
    `${say(locale, 'Próximo passo', 'Next step')}: ${line.action.short}${until(decision.action.due, locale)}.`,
    ...tasksText(read, locale),
    ...promisesText(read, locale),
  ].join('\n');
}

/** The team of a customer as a screen shows it. */
export function teamWords(read: TeamRead, locale: Locale) {
  const { people } = read.opened;
  const name = (key: string): string => people[key] ?? key;
  return {
    team: read.team.map(({ member, role, since }) => ({
      member,
      name: name(member),
      role,
      roleLabel: roleLabel(role, locale),
      since: formatDay(since),
    })),
    choices: read.choices.map((key) => ({ key, label: name(key) })),
    mayPass: read.mayPass,
    tasks: read.tasks.length,
    note: noteText(read, locale),
  };
}
