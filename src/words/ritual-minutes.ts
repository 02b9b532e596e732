// What a ritual leaves as text to paste into a chat or a mail: the minutes, one line a decision, and the committee's list.
import { parseDay, type Day } from '#base/day.ts';
import { advanceDays, type AdvanceRate } from '#domain/journey/advance.ts';
import { dayText, numberText, percentText, type Locale } from './format.ts';
import { goalLines, type Goal } from './goals.ts';

type TaskSaid = { readonly what: string; readonly ownerLabel: string | null; readonly dueOn: string | null };
/** A customer with its mark of health and what was decided. */
export type Told = { readonly account: string; readonly mark: string; readonly task: TaskSaid };

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

/** Who and until when, as far as it is known. */
function whoAndWhen({ ownerLabel, dueOn }: TaskSaid, locale: Locale): string {
  const due = dueOn === null ? null : parseDay(dueOn);
  const parts = [ownerLabel, due === null ? null : dayText(due, locale)];
  return parts.filter((part) => part !== null).join(', ');
}

function toldLine({ account, mark, task }: Told, at: number, locale: Locale): string {
  const who = whoAndWhen(task, locale);
  return `${at + 1}. *${account}* ${mark}: ${task.what.replace(/\.$/, '')}.${who === '' ? '' : ` ${who}.`}`;
}

export type MinutesSource = {
  readonly day: Day;
  readonly metric: AdvanceRate;
  readonly goals: readonly Goal[];
  readonly told: readonly Told[];
  readonly toDecide: number;
};

/** The minutes as text to paste: the metric, the goals, one line a decision. */
export function minutesText({ day, metric, goals, told, toDecide }: MinutesSource, locale: Locale): string {
  const en = locale === 'en';
  const head = en
    ? `*Weekly ritual ${dayText(day, locale)}* (${told.length} of ${toDecide} decided)`
    : `*Ritual semanal ${dayText(day, locale)}* (${told.length} de ${toDecide} decididos)`;
  const lines = told.map((one, at) => toldLine(one, at, locale));
  return [head, metricText(metric, locale), ...goalLines(goals, locale), ...lines].join('\n');
}

/** The list of the risk committee as text: who, why, and what, who, when; what nobody decided is said. */
export function committeeText(
  day: Day,
  lines: readonly {
    readonly account: string;
    readonly mark: string;
    readonly why: string;
    readonly task: TaskSaid | null;
  }[],
  total: number,
  locale: Locale,
): string {
  const en = locale === 'en';
  const head = en
    ? `*Contract risk ${dayText(day, locale)}* (${total} ${total === 1 ? 'customer' : 'customers'})`
    : `*Contrato em risco ${dayText(day, locale)}* (${total} ${total === 1 ? 'cliente' : 'clientes'})`;
  const rows = lines.map(({ account, mark, why, task }, at) => {
    const open =
      task === null ? (en ? 'nothing decided yet' : 'falta decidir') : task.what.replace(/\.$/, '');
    const who = task === null ? '' : whoAndWhen(task, locale);
    const because = why === '' ? '' : ` ${why.replace(/\.?$/, '.')}`;
    return `${at + 1}. *${account}* ${mark}.${because} → ${open}.${who === '' ? '' : ` ${who}.`}`;
  });
  const rest = total - lines.length;
  const more = rest <= 0 ? [] : [en ? `And ${rest} more.` : `E mais ${rest}.`];
  return [head, ...rows, ...more].join('\n');
}
