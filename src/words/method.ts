// A method in words: its stages, what health is made of, its signals; and what another one would change.
import type { Band, Decision } from '#domain/decision.ts';
import type { Method, MethodStage } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import { numberText, type Locale } from './format.ts';
import { bandLabel, segmentLabel } from './labels.ts';

/** Weights of one segment, in points of a hundred. */
type Weights = {
  readonly segment: string | null;
  readonly label: string;
  readonly weights: readonly number[];
};

export type MethodWords = {
  readonly key: string;
  readonly label: string;
  readonly stages: readonly {
    readonly key: string;
    readonly label: string;
    readonly goal: string;
    /** What must hold to leave it; null: it never completes. */
    readonly exit: readonly { readonly label: string; readonly confirmed: boolean }[];
    readonly late: string;
    readonly questions: readonly string[];
    readonly faster: readonly string[];
  }[];
  readonly pillars: readonly string[];
  readonly weights: readonly Weights[];
  readonly signals: readonly { readonly key: string; readonly label: string; readonly when: string }[];
};

const say = (locale: Locale, pt: string, en: string): string => (locale === 'en' ? en : pt);

/** After how long a track is late in a stage. */
function lateText(stage: MethodStage, method: Method, locale: Locale): string {
  const days = (n: number): string => say(locale, `${n} dias`, `${n} days`);
  if (stage.lateAfterDays !== null)
    return say(locale, `depois de ${days(stage.lateAfterDays)}`, `after ${days(stage.lateAfterDays)}`);
  const limit = stage.lateLimit === null ? undefined : method.limits[stage.lateLimit];
  if (limit === undefined) return say(locale, 'nunca', 'never');
  const before = stage.of === 'contract';
  const numbers = Object.values(limit);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const one = least === most;
  const range = one ? days(least) : say(locale, `${least} a ${most} dias`, `${least} to ${most} days`);
  const by = one ? '' : say(locale, ', conforme o segmento', ', by segment');
  return before
    ? say(locale, `faltando ${range} para o fim do contrato${by}`, `${range} before the contract ends${by}`)
    : say(locale, `depois de ${range}${by}`, `after ${range}${by}`);
}

function weightsOf({ health: { pillars } }: Method, locale: Locale): Weights[] {
  const segments = [...new Set(pillars.flatMap(({ weights }) => Object.keys(weights)))].filter(
    (segment) => segment !== 'unknown',
  );
  const row = (segment: string | null): Weights => ({
    segment,
    label: segment === null ? say(locale, 'Demais', 'All others') : segmentLabel(segment, locale),
    weights: pillars.map(({ weights }) => {
      const own = (weights as Readonly<Record<string, number | undefined>>)[segment ?? 'unknown'];
      return own ?? weights.unknown ?? 0;
    }),
  });
  return [...segments.map(row), row(null)];
}

/** A method as people read it. */
export function methodWords(method: Method, locale: Locale): MethodWords {
  return {
    key: method.key,
    label: said(method.label, locale),
    stages: method.stages.map((stage) => ({
      key: stage.key,
      label: said(stage.label, locale),
      goal: said(stage.goal, locale),
      exit: stage.exit.map((exit) => ({ label: said(exit.label, locale), confirmed: exit.confirmation })),
      late: lateText(stage, method, locale),
      questions: stage.questions.map((text) => said(text, locale)),
      faster: stage.faster.map((text) => said(text, locale)),
    })),
    pillars: method.health.pillars.map(({ label }) => said(label, locale)),
    weights: weightsOf(method, locale),
    signals: method.signals.map(({ key, label, when }) => ({ key, label: said(label, locale), when })),
  };
}

type Seen = Pick<Decision, 'health' | 'stages' | 'action' | 'offer'>;
type Aspect = 'band' | 'stage' | 'action' | 'offer' | 'list';

function actionName(key: string, method: Method, locale: Locale): string {
  const signal = method.signals.find((one) => one.key === key);
  if (signal) return said(signal.label, locale);
  const playbook = method.playbooks.find((one) => key.startsWith(`run:${one.key}:`));
  if (playbook) return said(playbook.label, locale);
  return key === 'no_signal_unknown'
    ? say(locale, 'completar os dados', 'fill in the data')
    : say(locale, 'manter o ritmo', 'keep the rhythm');
}

function stageNames({ stages }: Seen, method: Method, locale: Locale): string {
  const names = stages.map(({ stage }) => method.stages.find(({ key }) => key === stage));
  const known = [...new Set(names.map((stage) => (stage ? said(stage.label, locale) : '?')))];
  return known.join(' + ') || say(locale, 'nenhuma', 'none');
}

function offerName(key: string | null, method: Method, locale: Locale): string {
  const offer = method.offers.find((one) => one.key === key);
  return offer ? said(offer.label, locale) : say(locale, 'nenhuma', 'none');
}

function bandName({ health }: Seen, locale: Locale): string {
  const name = bandLabel(health.band, locale);
  return health.score === null ? name : `${name} ${numberText(health.score, locale)}`;
}

/** What would be different of one customer, a sentence each. */
export function changeTexts(
  one: { readonly aspects: readonly Aspect[]; readonly before: Seen; readonly after: Seen },
  methods: { readonly running: Method; readonly chosen: Method },
  locale: Locale,
): string[] {
  const { before, after } = one;
  const { running, chosen } = methods;
  const texts: Readonly<Record<Exclude<Aspect, 'list'>, readonly [string, string, string]>> = {
    band: [say(locale, 'Saúde', 'Health'), bandName(before, locale), bandName(after, locale)],
    stage: [
      say(locale, 'Fase', 'Stage'),
      stageNames(before, running, locale),
      stageNames(after, chosen, locale),
    ],
    action: [
      say(locale, 'Próxima ação', 'Next action'),
      actionName(before.action.key, running, locale),
      actionName(after.action.key, chosen, locale),
    ],
    offer: [
      say(locale, 'Próxima oferta', 'Next offer'),
      offerName(before.offer, running, locale),
      offerName(after.offer, chosen, locale),
    ],
  };
  return one.aspects.flatMap((aspect) => {
    if (aspect === 'list') return [];
    const [what, from, to] = texts[aspect];
    return [from === to ? `${what}: ${to}` : `${what}: ${from} → ${to}`];
  });
}

export type PreviewCounts = {
  readonly total: number;
  readonly looked: number;
  readonly changed: number;
  readonly bands: readonly { readonly from: Band; readonly to: Band; readonly accounts: number }[];
};

/** The finding of a look, in one sentence. */
export function previewText({ total, looked, changed }: PreviewCounts, locale: Locale): string {
  const n = (count: number): string => numberText(count, locale);
  const among =
    looked < total
      ? say(
          locale,
          `dos ${n(looked)} que mais pedem atenção (de ${n(total)})`,
          `of the ${n(looked)} that ask most attention (of ${n(total)})`,
        )
      : say(locale, `de ${n(total)}`, `of ${n(total)}`);
  if (changed === 0)
    return say(
      locale,
      `Nada muda para nenhum cliente ${among}.`,
      `Nothing changes for any customer ${among}.`,
    );
  return changed === 1
    ? say(locale, `Muda 1 cliente ${among}.`, `1 customer ${among} would change.`)
    : say(locale, `Mudam ${n(changed)} clientes ${among}.`, `${n(changed)} customers ${among} would change.`);
}

/** Where bands would move, a sentence each. */
export const bandTexts = ({ bands }: PreviewCounts, locale: Locale): string[] =>
  bands.map(({ from, to, accounts }) => {
    const way = `${bandLabel(from, locale)} → ${bandLabel(to, locale)}`;
    return `${numberText(accounts, locale)} ${way}`;
  });
