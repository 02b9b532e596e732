// A notice about the base in one sentence: what began at so many customers at once, and why nobody is alarmed one by one.
import { formatDay, type Day } from '#base/day.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import { dayText, numberText, percentText, type Locale } from './format.ts';

export type NoticeSource = {
  readonly signal: string;
  readonly since: Day;
  readonly accounts: number;
  readonly measurable: number;
};
export type NoticeWords = {
  readonly signal: string;
  readonly label: string;
  readonly since: string;
  readonly accounts: number;
  readonly measurable: number;
  readonly text: string;
};

function textOf(label: string, notice: NoticeSource, locale: Locale): string {
  const { since, accounts, measurable } = notice;
  const day = dayText(since, locale);
  const [some, all] = [numberText(accounts, locale, 0), numberText(measurable, locale, 0)];
  const share = percentText(accounts / Math.max(1, measurable), locale);
  if (locale === 'en')
    return (
      `"${label}" began on ${day} at ${some} of ${all} customers with usage data (${share}). ` +
      'So many at once point to a holiday, a recess or a source that stopped: check the source; nobody is alarmed one by one.'
    );
  return (
    `"${label}" começou em ${day} em ${some} de ${all} clientes com dado de uso (${share}). ` +
    'Tantos de uma vez apontam para feriado, recesso ou fonte parada: confira a fonte; ninguém recebe alerta um a um.'
  );
}

/** The notices of a day in one language. */
export function noticesWords(
  notices: readonly NoticeSource[],
  method: Method,
  locale: Locale,
): readonly NoticeWords[] {
  return notices.map((notice) => {
    const known = method.signals.find((one) => one.key === notice.signal);
    const label = known ? said(known.label, locale) : notice.signal.replaceAll('_', ' ');
    const { signal, accounts, measurable } = notice;
    return {
      signal,
      label,
      since: formatDay(notice.since),
      accounts,
      measurable,
      text: textOf(label, notice, locale),
    };
  });
}
