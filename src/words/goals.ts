// The goals that sales, product and CS share, each with its target, period and sample; where there is no figure, what is
// missing and what to do.
import { addMonths, type Day } from '#base/day.ts';
import { advanceDays, type AdvanceRate } from '#domain/journey/advance.ts';
import type { BaseNrr, NrrMissing } from '#domain/revenue/base-nrr.ts';
import type { TimeToValue } from '#domain/value/ttfv.ts';
import { dayText, daysText, numberText, percentText, type Locale } from './format.ts';

type Source = {
  readonly day: Day;
  readonly metric: AdvanceRate;
  readonly goals: {
    readonly nrr: BaseNrr;
    readonly ttfv: TimeToValue & { readonly target: readonly [number, number] | null };
  };
};
export type Goal = {
  readonly key: 'nrr' | 'advance' | 'ttfv';
  readonly label: string;
  /** With its unit; null: not known. */
  readonly value: string | null;
  readonly target: string | null;
  /** Null where there is no value or no target. */
  readonly met: boolean | null;
  readonly period: string;
  /** Of how many, and what stands beside it. */
  readonly sample: string;
  /** Why it is not known and what to do; null: it is. */
  readonly missing: string | null;
};

const missingNrr: Readonly<Record<NrrMissing, readonly [pt: string, en: string]>> = {
  'no-money': [
    'Nenhum cliente tem valor mensal conhecido. Traga os contratos ou a coluna de MRR.',
    'No customer has a known monthly value. Bring the contracts or the column of MRR.',
  ],
  'no-year': [
    'A base não conta quanto cada cliente pagava há 12 meses. Traga os contratos com data de início, ou espere a base fazer um ano.',
    'The base does not tell what customers paid 12 months ago. Bring contracts with their first day, or wait until the base is a year old.',
  ],
  'no-change': [
    'Em 12 meses a base não conta nenhuma mudança de preço: seria 100% por falta de dado. Traga os aditivos, reajustes e reduções.',
    'In 12 months the base tells no change of price: it would be 100% for lack of data. Bring amendments, adjustments and reductions.',
  ],
  gaps: [
    'De boa parte de quem pagava há 12 meses não se sabe o valor de hoje. Complete o MRR ou o fim desses contratos.',
    'Of many who paid 12 months ago today’s value is not known. Fill in the MRR or the end of those contracts.',
  ],
};

/** Net retention that the method wants exceeded. */
const nrrTarget = 1;

function nrrGoal({ day, goals: { nrr } }: Source, locale: Locale): Goal {
  const en = locale === 'en';
  const n = (value: number) => numberText(value, locale, 0);
  const percent = (value: number | null) => (value === null ? '—' : percentText(value, locale));
  const beside = en
    ? `GRR ${percent(nrr.grr)}, without adjustments ${percent(nrr.nrrWithoutAdjustment)}`
    : `GRR ${percent(nrr.grr)}, sem reajustes ${percent(nrr.nrrWithoutAdjustment)}`;
  const left = nrr.gaps === 0 ? '' : en ? `; ${n(nrr.gaps)} left out` : `; ${n(nrr.gaps)} de fora`;
  const one = nrr.accounts === 1;
  const who = en
    ? `${n(nrr.accounts)} ${one ? 'customer' : 'customers'} of a year ago${left}`
    : `${n(nrr.accounts)} ${one ? 'cliente' : 'clientes'} de um ano atrás${left}`;
  return {
    key: 'nrr',
    label: 'NRR',
    value: nrr.nrr === null ? null : percentText(nrr.nrr, locale),
    target: en ? `above ${percentText(nrrTarget, locale)}` : `acima de ${percentText(nrrTarget, locale)}`,
    met: nrr.nrr === null ? null : nrr.nrr > nrrTarget,
    period: en
      ? `12 months, since ${dayText(addMonths(day, -12), locale)}`
      : `12 meses, desde ${dayText(addMonths(day, -12), locale)}`,
    sample: nrr.missing === null ? `${who}; ${beside}` : who,
    missing: nrr.missing === null ? null : missingNrr[nrr.missing][en ? 1 : 0],
  };
}

function advanceGoal({ metric }: Source, locale: Locale): Goal {
  const en = locale === 'en';
  const n = (value: number) => numberText(value, locale, 0);
  return {
    key: 'advance',
    label: en ? 'Advance rate' : 'Taxa de avanço',
    value: metric.rate === null ? null : percentText(metric.rate, locale),
    target: null,
    met: null,
    period: en ? `${advanceDays} days` : `${advanceDays} dias`,
    sample: en
      ? `${n(metric.advanced)} of ${n(metric.started)} in activation or adoption`
      : `${n(metric.advanced)} de ${n(metric.started)} em ativação ou adoção`,
    missing:
      metric.rate !== null
        ? null
        : en
          ? 'Nobody had a confirmed stage when the period began. Confirm the stages of your customers.'
          : 'Ninguém tinha fase confirmada no começo do período. Confirme a fase dos clientes.',
  };
}

function ttfvMissing({ accounts, arrived }: TimeToValue, locale: Locale): string {
  const en = locale === 'en';
  const n = (value: number) => numberText(value, locale, 0);
  if (accounts === 0)
    return en
      ? 'No customer has milestones recorded since they began. Record the first result, with its proof, on the customer’s page.'
      : 'Nenhum cliente tem marcos registrados desde o começo. Registre o primeiro resultado, com a prova, na página do cliente.';
  return en
    ? `Only ${n(arrived)} of ${n(accounts)} got there: half of them have to before there is a median.`
    : `Só ${n(arrived)} de ${n(accounts)} chegaram lá: falta a metade para haver mediana.`;
}

function ttfvGoal({ goals: { ttfv } }: Source, locale: Locale): Goal {
  const en = locale === 'en';
  const n = (value: number) => numberText(value, locale, 0);
  const [least, most] = ttfv.target ?? [0, 0];
  const days = least === most ? daysText(most, locale) : `${n(least)}–${daysText(most, locale)}`;
  return {
    key: 'ttfv',
    label: en ? 'Time to first value (TTFV)' : 'Tempo até o primeiro valor (TTFV)',
    value: ttfv.median === null ? null : daysText(ttfv.median, locale),
    target: ttfv.target === null ? null : en ? `within ${days}` : `até ${days}`,
    met: ttfv.median === null || ttfv.target === null ? null : ttfv.median <= most,
    period: en ? 'median since each began' : 'mediana desde o começo de cada um',
    sample: en
      ? `${n(ttfv.arrived)} of ${n(ttfv.accounts)} got there; who waits counts`
      : `${n(ttfv.arrived)} de ${n(ttfv.accounts)} chegaram; quem espera conta`,
    missing: ttfv.median === null ? ttfvMissing(ttfv, locale) : null,
  };
}

/** The shared goals in the order in which the ritual reads them. */
export function goalsOf(source: Source, locale: Locale): readonly Goal[] {
  return [nrrGoal(source, locale), advanceGoal(source, locale), ttfvGoal(source, locale)];
}

/** The goals as lines of a text to paste; what is missing is said. */
export function goalLines(goals: readonly Goal[], locale: Locale): string[] {
  const en = locale === 'en';
  // The first metric has a sentence of its own.
  return goals
    .filter(({ key }) => key !== 'advance')
    .map(({ label, value, target, period, sample, missing }) => {
      const wanted = target === null ? '' : en ? ` (target ${target})` : ` (meta ${target})`;
      return value === null
        ? `${label}: ${en ? 'no data' : 'sem dado'}. ${missing ?? ''}`
        : `${label}: ${value}${wanted}, ${period}; ${sample}.`;
    });
}
