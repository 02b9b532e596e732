// Fills the braces of a method's text from the figures of one account. What is missing takes its part of the
// sentence away with it, so that no hole and no guess is ever read aloud.
import type { Method } from '#domain/method/schema.ts';
import { leafSpec } from '#domain/profile/registry.ts';
import { type Locale, dayText, moneyText, numberText, percentText } from './format.ts';
import { contactRoleLabel } from './labels.ts';

export type Params = Readonly<Record<string, string | number | null>>;
/** What the words of one account may draw on. */
export type Speaker = {
  readonly method: Method;
  readonly locale: Locale;
  readonly currency: string;
  /** Name of the account. */
  readonly account: string;
  /** Names of our people by key; a key without a name is shown as it is. */
  readonly people?: Readonly<Record<string, string>>;
  /** What the first value is for the firm's customers, in its own words; null: nobody said. */
  readonly firstValue?: string | null;
};
type Text = { readonly pt: string; readonly en: string };

/** The text of the speaker's language. */
export function said(text: Text, locale: Locale): string {
  return locale === 'en' ? text.en : text.pt;
}

/** A method's text with its braces filled. */
export function fill(text: Text, params: Params, speaker: Speaker): string {
  return fillWith(said(text, speaker.locale), (name) => braceText(name, params, speaker));
}

/** The same over any source of values; null leaves the part out. */
export function fillWith(template: string, value: (name: string) => string | null): string {
  const sentences = template.split(/(?<=[.?!]["”]?)\s+/);
  // A sentence whose core is missing is left out where another one can be said without it.
  const whole = sentences.filter((sentence) => saysEnough(sentence, value));
  const said = whole.length > 0 ? whole : sentences.slice(-1);
  const kept = said.map((sentence) => fillSentence(sentence, value)).filter((one) => one !== '');
  return agreed(contracted(kept.join(' ').replace(/\s+([,.;:?!])/g, '$1')));
}

const clause = /(?=[,;:(] |\s\()/;

function saysEnough(sentence: string, value: (name: string) => string | null): boolean {
  return complete(sentence.split(clause)[0] ?? '', (name) => (name === 'account' ? '' : value(name)));
}

/** One of a thing is said in the singular, none of the days ahead as today. */
function agreed(text: string): string {
  return text
    .replace(/(?<![\d.,])1 dias úteis\b/g, '1 dia útil')
    .replace(/(?<![\d.,])1 dias\b/g, '1 dia')
    .replace(/(?<![\d.,])1 (working )?days\b/g, '1 $1day')
    .replace(/\b(?:em|daqui a) 0 dias\b|há 0 dias\b/g, 'hoje')
    .replace(/\bin 0 days\b|(?<![\d.,])0 days (?:away|ago)\b/g, 'today');
}

/** Portuguese joins a preposition with the article that a filled word brings: "de o sponsor" is "do sponsor". */
function contracted(text: string): string {
  return text
    .replace(
      /(?<!\p{L})(de|em|por) ([oa]s?)(?!\p{L})/gu,
      (_, word: string, article: string) => joined[word] + article,
    )
    .replace(/(?<!\p{L})a (os?)(?!\p{L})/gu, 'a$1');
}

const joined: Readonly<Record<string, string>> = { de: 'd', em: 'n', por: 'pel' };

function fillSentence(sentence: string, value: (name: string) => string | null): string {
  const parts = sentence.split(clause);
  const kept = parts.filter((part, index) => index === 0 || complete(part, value));
  const last = sentence.match(/[.?!"”]+$/)?.[0] ?? '';
  let text = kept.join('');
  if (kept.length < parts.length && last !== '' && !text.endsWith(last)) text += last;
  return text.replace(brace, (all: string, name: string) => {
    const found = value(name);
    if (found === null) return '';
    return all.replace(/\{[^{}]*\}/, () => found);
  });
}

/** What goes with a missing word: its preposition, the noun that announces it, the unit that follows it. */
const before = [
  'depois de|daqui a|de|do|da|em|no|na|à nota|a nota|a|à|com|para|por|sobre|até|após|desde|há|pela nota',
  '(?:for|about) the score of|for the|of|on|in|to|with|for|from|at|by|about|after|since',
].join('|');
const unit = '(?:\\s(?:dias úteis|dias|working days|days)(?:\\s(?:overdue|ago|away|late))?|\\sgiven)';
const brace = new RegExp(`(?:\\s(?:${before}))?\\s?\\{([^{}]*)\\}${unit}?`, 'gi');

function complete(part: string, value: (name: string) => string | null): boolean {
  return [...part.matchAll(/\{([^{}]*)\}/g)].every((match) => value(match[1] ?? '') !== null);
}

/** Figures told with a decimal. */
const decimals = new Set(['before', 'after', 'times']);
const dayNames = new Set(['date', 'end', 'deadline', 'score_date']);

function braceText(name: string, params: Params, speaker: Speaker): string | null {
  if (name === 'account') return speaker.account === '' ? null : speaker.account;
  if (name === 'measure') return measureText(params, speaker);
  const fixed = people[name];
  const value = params[name] ?? null;
  if (value === null) return fixed ? fixed[speaker.locale === 'en' ? 1 : 0] : null;
  if (typeof value === 'string') return codeText(name, value, speaker);
  if (dayNames.has(name)) return dayText(value, speaker.locale);
  if (name === 'pct') return percentText(value, speaker.locale);
  if (name === 'amount') return moneyText(value, speaker.currency, speaker.locale);
  return numberText(value, speaker.locale, decimals.has(name) ? 1 : 0);
}

/** People stand for their part where no name is known: decisions hold no personal data. */
const people: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  decision_maker: ['quem decide', 'whoever decides'],
  sponsor: ['o sponsor', 'the sponsor'],
  person: ['quem concentra o trabalho', 'the person who carries most of the work'],
  deliverable: ['entrega combinada', 'agreed delivery'],
  what: ['o que combinamos', 'what we agreed'],
  role: ['quem saiu', 'the one who left'],
  act: ['um depoimento', 'a testimonial'],
  channels: ['conversa', 'conversation'],
  tip: ['um recurso que poupa tempo', 'a feature that saves time'],
  feature: ['o recurso-chave', 'the key feature'],
};

/** A code comes from anywhere: `__proto__` names nothing of ours. */
export function own<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

const things: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  seats: ['licenças', 'seats'],
  volume: ['volume', 'volume'],
  usage: ['uso', 'use'],
  conversation: ['conversa', 'conversation'],
  meeting: ['reunião', 'meeting'],
  department: ['uma área nova', 'a new department'],
  critical_ticket: ['o chamado crítico', 'the critical ticket'],
  tickets: ['os chamados', 'the tickets'],
};

/** What a customer spoke of, as one says it back. */
const subjects: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  predictable_need: ['uma necessidade que vem aí', 'a need that is coming'],
  growth: ['crescimento', 'growth'],
  capability_asked: ['mais uma capacidade', 'a further capability'],
  competitor_opening: ['um fornecedor na área ao lado', 'a supplier in the area next door'],
  new_department: ['uma área nova', 'a new department'],
};

function codeText(name: string, code: string, speaker: Speaker): string {
  const { method, locale } = speaker;
  const subject = name === 'subject' ? own(subjects, code) : undefined;
  if (subject) return subject[locale === 'en' ? 1 : 0];
  const label = labelOf(name, code, method);
  if (label)
    return name === 'stage' || name === 'offer' ? said(label, locale) : lowerFirst(said(label, locale));
  if (name === 'role')
    return locale === 'en' ? `the ${contactRoleLabel(code, locale)}` : `o ${contactRoleLabel(code, locale)}`;
  if (name === 'track' && code === 'main') return locale === 'en' ? 'the main track' : 'a frente principal';
  if (name === 'track') return `${locale === 'en' ? 'the track' : 'a frente'} ${code.replaceAll('_', ' ')}`;
  const thing = own(things, code);
  if (thing) return thing[locale === 'en' ? 1 : 0];
  return readable(code);
}

/** A code without words of its own, as plain as it gets. */
function readable(code: string): string {
  return code.replace(/_+/g, ' ').trim();
}

function labelOf(name: string, code: string, method: Method): Text | null {
  const byKey = <T extends { key: string; label: Text }>(list: readonly T[]): Text | null =>
    list.find((one) => one.key === code)?.label ?? null;
  if (name === 'stage') return byKey(method.stages);
  if (name === 'offer') return byKey(method.offers);
  if (name === 'reason') return byKey(method.reasons);
  if (name === 'event' || name === 'what' || name === 'subject') return byKey(method.events);
  if (name === 'deliverable' || name === 'result') return milestoneName(code, method);
  return null;
}

/** A milestone by the first words of its expected result. */
function milestoneName(code: string, method: Method): Text | null {
  for (const stage of method.stages)
    for (const milestone of stage.milestones)
      if (milestone.key === code) return { pt: headOf(milestone.result.pt), en: headOf(milestone.result.en) };
  return null;
}

function headOf(text: string): string {
  const head = text.split(/[:;(]/)[0] ?? text;
  return head.trim().toLowerCase();
}

/** The sentence with a small first letter; acronyms and the English "I" keep their capitals. */
export function lowerFirst(sentence: string): string {
  return /^(\p{Lu}{2}|I\b)/u.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/**
 * A measure inside a sentence, with its figure: `a nota 8 de NPS`. The part of its topic in square brackets is left out
 * where no figure is known; a measure without a topic is named by its label: `presença em reuniões (65%)`.
 */
export function measureText(params: Params, speaker: Speaker): string | null {
  const key = params['measure'];
  const measure = speaker.method.health.measures.find((one) => one.key === key);
  if (!measure) return null;
  const raw = params['measureRaw'] ?? null;
  const figure = raw === null ? null : figureText(raw, unitOf(measure), speaker);
  if (measure.topic)
    return agreed(
      said(measure.topic, speaker.locale).replace(/\[([^\]]*)\]/g, (_, part: string) =>
        figure === null ? '' : part.replaceAll('{figure}', figure),
      ),
    );
  const label = lowerFirst(said(measure.label, speaker.locale));
  return figure === null ? label : `${label} (${figure})`;
}

/** The unit of a measure's raw value: its leaf knows where it is an amount of money. */
export const unitOf = ({ leaf, unit }: Method['health']['measures'][number]): string =>
  leafSpec(leaf)?.type === 'cents' ? 'cents' : unit;

/** A raw value by the unit of its measure. */
export function figureText(
  raw: string | number | boolean,
  unit: string,
  { locale, currency }: Pick<Speaker, 'locale' | 'currency'>,
): string {
  if (typeof raw === 'boolean' || raw === 'true' || raw === 'false') {
    const yes = raw === true || raw === 'true';
    if (locale === 'en') return yes ? 'yes' : 'no';
    return yes ? 'sim' : 'não';
  }
  if (typeof raw === 'string') return wordText(raw, locale);
  if (unit === 'cents') return moneyText(raw, currency, locale);
  if (unit === 'share') return percentText(raw, locale);
  if (unit === 'days')
    return locale === 'en' ? `${numberText(raw, locale, 0)} days` : `${numberText(raw, locale, 0)} dias`;
  return numberText(raw, locale, 1);
}

const words: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  present: ['presente', 'present'],
  left: ['saiu', 'left'],
  unknown: ['desconhecido', 'unknown'],
};

function wordText(code: string, locale: Locale): string {
  const found = own(words, code);
  return found ? found[locale === 'en' ? 1 : 0] : readable(code);
}
