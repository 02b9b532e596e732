// The sentence at the top of a customer's page: what to know before a call, then why. One sentence each.
import type { Speaker } from './fill.ts';
import { daysText } from './format.ts';
import type { Line } from './line.ts';
import { parseDay } from '#base/day.ts';

const end = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function renewalText(line: Line, speaker: Speaker, day: number | null): string {
  if (line.renewsOn === null || day === null) return '';
  const renews = parseDay(line.renewsOn) ?? day;
  const days = renews - day;
  if (days < 0 || days > 180) return '';
  const left = daysText(days, speaker.locale);
  return speaker.locale === 'en' ? `renews in ${left}` : `renova em ${left}`;
}

/** Headline and reason of an account. */
export function verdictOf(
  line: Line,
  speaker: Speaker,
  day: number | null = null,
): { text: string; why: string } {
  const en = speaker.locale === 'en';
  const facts = line.signals
    .filter((signal) => signal.severity !== 'low')
    .slice(0, 2)
    .map((signal) => signal.evidence);
  const renewal = renewalText(line, speaker, day);
  const said = [...facts, renewal].filter((part) => part !== '');
  const calm =
    line.health.band === 'unknown'
      ? en
        ? 'There is not enough data to say how this customer is'
        : 'Ainda não dá para dizer como este cliente está'
      : en
        ? `No risk signal; health is ${line.health.score}`
        : `Nenhum sinal de risco; saúde em ${String(line.health.score).replace('.', ',')}`;
  const text = end(said.length === 0 ? calm : said.join(en ? '; ' : '; '));
  return { text: text.charAt(0).toUpperCase() + text.slice(1), why: end(line.action.text) };
}
