// The next action in words: what to do, what to say first, and on which fact it rests.
import { formatDay } from '#base/day.ts';
import type { Decision, NextAction } from '#domain/decision.ts';
import type { MethodAction } from '#domain/method/schema.ts';
import { evidenceText } from './evidence.ts';
import { fill, lowerFirst, said, type Speaker } from './fill.ts';
import { channelLabel, noOwner, roleLabel } from './labels.ts';
import { memberName } from './names.ts';

export type ActionWords = {
  readonly key: string;
  readonly text: string;
  /** The same without the customer's name, where the name stands beside it already. */
  readonly short: string;
  readonly owner: string | null;
  /** Who is told beside the owner: a name, else the role; null where nobody is. */
  readonly also: string | null;
  readonly due: string;
  readonly channel: string;
  readonly evidence: string;
  readonly say: string;
  readonly ownerLabel: string;
  readonly channelLabel: string;
  /** Its owner's week is full with what comes before it; absent where it has room. */
  readonly outsideWeek?: true;
};
type Texts = Pick<MethodAction, 'text' | 'say'>;

/** The method's texts for an action: of its signal, of a run's step, or of a quiet day. */
function textsOf(action: NextAction, speaker: Speaker): Texts {
  const { method } = speaker;
  if (action.key.startsWith('run:')) return stepTexts(action.key, speaker);
  if (action.key === 'no_signal_unknown') return gapTexts(action, speaker);
  if (action.key === 'keep_rhythm') return calmTexts(action, speaker);
  return method.actions.find((one) => one.signals.includes(action.key)) ?? method.quietActions.calm;
}

function stepTexts(key: string, { method }: Speaker): Texts {
  const [, playbookKey, stepKey] = key.split(':');
  const playbook = method.playbooks.find((one) => one.key === playbookKey);
  const step = playbook?.steps.find((one) => one.key === stepKey);
  const label = playbook?.label ?? { pt: '', en: '' };
  const next = { pt: headOf(step?.label.pt ?? label.pt), en: headOf(step?.label.en ?? label.en) };
  return {
    text: {
      pt: `Seguir o playbook ${label.pt} com {account}: ${next.pt} (desde {date})`,
      en: `Carry on the ${label.en} playbook with {account}: ${next.en} (since {date})`,
    },
    say: {
      pt: `Nosso próximo passo com {account}: ${next.pt}. Serve para vocês?`,
      en: `Our next step with {account}: ${next.en}. Does that work for you?`,
    },
  };
}

/** A step inside a sentence: what it consists of, in brackets, is on its playbook's page. */
function headOf(label: string): string {
  return lowerFirst(label.replace(/\s*\([^)]*\)/g, ''));
}

/** The question of a missing measure is what to say first. */
function gapTexts(action: NextAction, { method }: Speaker): Texts {
  const quiet = method.quietActions.unknown;
  const measure = method.health.measures.find((one) => one.key === action.params['measure']);
  const open = { pt: 'O que ainda não sabemos de {account}?', en: 'What do we not know of {account} yet?' };
  return { text: quiet.text, say: measure?.question ?? open };
}

/** What nobody ever told is not called new data. */
function gapEvidence(action: NextAction, { method, locale }: Speaker): string {
  const measure = method.health.measures.find((one) => one.key === action.params['measure']);
  if (!measure) return '';
  const label = lowerFirst(said(measure.label, locale));
  return locale === 'en' ? `Nothing known yet: ${label}` : `Ainda sem dado: ${label}`;
}

/** What to ask about the measure that weighs most. */
function calmTexts(action: NextAction, { method }: Speaker): Texts {
  const { text, say } = method.quietActions.calm;
  const measure = method.health.measures.find((one) => one.key === action.params['measure']);
  const open = {
    pt: 'O que mudou em {account} desde a última vez?',
    en: 'What has changed at {account} since last time?',
  };
  const talk = measure?.talk ?? open;
  return { text, say: { pt: say.pt.replace('{talk}', talk.pt), en: say.en.replace('{talk}', talk.en) } };
}

/** A text with fewer than two figures of the account could be anyone's: the name is then put before it. */
function specific(text: string, account: string, lead: (name: string) => string): string {
  if (text.includes(account)) return text;
  const figures = text.match(/\d[\d.,/%]*/g) ?? [];
  return figures.length >= 2 ? text : `${lead(account)}${lowerFirst(text)}`;
}

function alsoText({ also }: NextAction, speaker: Speaker): string | null {
  if (!also) return null;
  return also.member === null
    ? roleLabel(also.role, speaker.locale)
    : memberName(also.member, speaker.people ?? {});
}

/** The action of a decision in the speaker's language. */
export function actionWords(decision: Decision, speaker: Speaker): ActionWords {
  const { action } = decision;
  const texts = textsOf(action, speaker);
  const english = speaker.locale === 'en';
  const text = fill(texts.text, action.params, speaker);
  const say = fill(texts.say, action.params, speaker);
  return {
    key: action.key,
    short: fill(texts.text, action.params, { ...speaker, account: '' }),
    text: specific(text, speaker.account, (name) => `${name}: `),
    owner: action.owner === null ? null : memberName(action.owner, speaker.people ?? {}),
    also: alsoText(action, speaker),
    due: formatDay(action.due),
    channel: action.channel,
    evidence:
      action.key === 'no_signal_unknown'
        ? gapEvidence(action, speaker)
        : evidenceText(action.evidence, speaker),
    say: specific(say, speaker.account, (name) => (english ? `About ${name}: ` : `Sobre ${name}: `)),
    ownerLabel: action.owner === null ? noOwner(speaker.locale) : roleLabel(action.ownerRole, speaker.locale),
    channelLabel: channelLabel(action.channel, speaker.locale),
    ...(action.outsideWeek ? { outsideWeek: action.outsideWeek } : {}),
  };
}
