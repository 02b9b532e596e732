// The sentence at the top of a customer's page: what to know before a call, then why. One sentence each.
import type { Speaker } from './fill.ts';
import { dayText, daysText, numberText } from './format.ts';
import type { Line } from './line.ts';
import { parseDay } from '#base/day.ts';

const end = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function renewalText(line: Line, speaker: Speaker, day: number): string {
  if (line.renewsOn === null) return '';
  const renews = parseDay(line.renewsOn) ?? day;
  const days = renews - day;
  if (days < 0 || days > 180) return '';
  const left = daysText(days, speaker.locale);
  if (line.status === 'notice') return speaker.locale === 'en' ? `leaves in ${left}` : `sai em ${left}`;
  return speaker.locale === 'en' ? `renews in ${left}` : `renova em ${left}`;
}

/** First letter small, unless the word is an acronym or a name of the field. */
function inside(text: string): string {
  return /^(\p{Lu}{2}|Health score)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function joined(parts: readonly string[], en: boolean): string {
  const small = parts.map((part, index) => (index === 0 ? part : inside(part)));
  if (small.length < 2) return small.join('');
  return `${small.slice(0, -1).join(', ')} ${en ? 'and' : 'e'} ${small.at(-1) ?? ''}`;
}

function calmText(line: Line, speaker: Speaker): string {
  const en = speaker.locale === 'en';
  if (line.health.score === null)
    return en
      ? 'There is not enough data to say how this customer is'
      : 'Ainda não dá para dizer como este cliente está';
  const score = numberText(line.health.score, speaker.locale);
  return en ? `No risk signal and health at ${score}` : `Nenhum sinal de risco e saúde em ${score}`;
}

/** Of a customer that left nothing is asked: the day, and where to look. */
function endedText(endedOn: number | null, en: boolean): { text: string; why: string } {
  const day =
    endedOn === null ? '' : en ? ` on ${dayText(endedOn, 'en')}` : ` em ${dayText(endedOn, 'pt-BR')}`;
  return en
    ? { text: `This customer left${day}.`, why: 'What led there stands below, in the order it happened.' }
    : { text: `Este cliente saiu${day}.`, why: 'O que levou a isso está abaixo, na ordem em que aconteceu.' };
}

/** Headline and reason of an account, as of a day. `endedOn`: when its last contract ended. */
export function verdictOf(
  line: Line,
  speaker: Speaker,
  day: number,
  endedOn: number | null = null,
): { text: string; why: string } {
  const en = speaker.locale === 'en';
  if (line.status === 'ended') return endedText(endedOn, en);
  const kindsOf = (key: string) => speaker.method.signals.find((one) => one.key === key)?.kinds ?? [];
  // A window that merely opens says no more than the days left to renew.
  const telling = line.signals
    .filter(({ key, severity }) => severity !== 'low' && !kindsOf(key).every((kind) => kind === 'renewal'))
    // What only says that another signal is active adds nothing to it.
    .filter(({ evidence }) => line.signals.every(({ label }) => label !== evidence))
    .slice(0, 2);
  const ofRenewal = telling.some(({ key }) => kindsOf(key).includes('renewal'));
  // The first signal says what it rests on; the second is only named by its first figure.
  const facts = telling.map((signal, index) =>
    signal.evidence
      .split('; ')
      .slice(0, index === 0 ? 2 : 1)
      .map((part, at) => (at === 0 ? part : inside(part)))
      .join(', '),
  );
  const said = [...facts, ofRenewal ? '' : renewalText(line, speaker, day)].filter((part) => part !== '');
  const text = end(said.length === 0 ? calmText(line, speaker) : joined(said, en));
  const by = parseDay(line.action.due);
  const until = by === null ? '' : en ? `, by ${dayText(by, 'en')}` : `, até ${dayText(by, 'pt-BR')}`;
  const who = line.action.owner ?? line.action.ownerLabel;
  const why = `${en ? 'Now' : 'Agora'}: ${inside(line.action.short)} (${who}${until}).`;
  return { text: text.charAt(0).toUpperCase() + text.slice(1), why };
}
