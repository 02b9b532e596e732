// The latent health of an account and what it leads to: shocks, hazard, the day it leaves and why. Nothing of it is a fact;
// every fact is drawn from it. Health follows h' = h + 0.3 (level − h) + 0.22 ε a month, plus shocks that fade.
import { addMonths, formatDay, type Day } from '#base/day.ts';
import type { Nature } from './nature.ts';
import { families, termAt, type Family } from './nature.ts';
import { Pen, windowStart } from './pen.ts';
import { monthsBetween } from './season.ts';
import type { SampleShape } from './shape.ts';
import type { Churn, Shock, Truth } from './truth.ts';

export type ShockAt = { readonly what: string; readonly day: Day; readonly effect: number };
export type Fate = {
  readonly shocks: readonly ShockAt[];
  /** Latent health of a day. */
  readonly health: (day: Day) => number;
  /** Last day as a customer (and when it said so), or null while it stays. */
  readonly left: {
    readonly day: Day;
    readonly notice: Day | null;
    readonly voluntary: boolean;
    readonly reason: string;
  } | null;
  readonly back: Day | null;
  readonly truth: Truth;
};

/** Days in which half of a shock's effect is gone. */
const halfLife = 90;
/** What may befall an account of its own course: effect, chance a month. */
const befalls: readonly (readonly [string, number, number])[] = [
  ['sponsor_left', -0.9, 0.01],
  ['champion_left', -0.7, 0.012],
  ['csm_changed', -0.25, 0.016],
  ['budget_cut', -0.8, 0.006],
  ['competitor', -0.7, 0.006],
  ['reorganisation', -0.5, 0.006],
  ['goal_changed', -0.3, 0.008],
  ['support_burst', -0.5, 0.015],
  ['growth', 0.5, 0.012],
  ['manual_work', -0.1, 0.012],
  ['capability_asked', 0.1, 0.014],
  ['predictable_need', 0.2, 0.012],
  ['unclear_more', 0, 0.008],
  ['wants_predictability', 0, 0.008],
];
/** When a story's own shock came (days ago) and how hard it was. */
const storyShocks: Readonly<Record<string, readonly [what: string, ago: number, effect: number]>> = {
  budget_cut: ['budget_cut', 19, -0.6],
  reorganisation: ['reorganisation', 33, -0.5],
  merger: ['merger', 26, -0.4],
  competitor: ['competitor', 15, -0.5],
  competitor_opening: ['competitor_opening', 22, 0],
  goal_changed: ['goal_changed', 29, -0.3],
  capability_asked: ['capability_asked', 18, 0.1],
  predictable_need: ['predictable_need', 24, 0.2],
  growth: ['growth', 35, 0.4],
  manual_work: ['manual_work', 21, -0.1],
  unclear_more: ['unclear_more', 27, 0],
  wants_predictability: ['wants_predictability', 16, 0],
  key_person: ['key_person', 31, -0.2],
  no_routine: ['no_routine', 25, -0.4],
  new_release: ['new_release', 12, 0],
  new_use_case: ['new_use_case', 20, 0.2],
  escalation: ['escalation', 6, -0.9],
  sponsor_left: ['sponsor_left', 24, -0.8],
  sponsor_replaced: ['sponsor_left', 40, -0.4],
  champion_left: ['champion_left', 30, -0.7],
  csm_changed: ['csm_changed', 28, -0.2],
  support_burst: ['support_burst', 12, -0.6],
  detractor: ['support_burst', 75, -0.6],
  usage_drop: ['champion_left', 40, -1.2],
  notice: ['budget_cut', 80, -0.8],
  ended: ['competitor', 130, -0.9],
};

function shocksOf(pen: Pen, nature: Nature, from: Day): ShockAt[] {
  const { today } = pen.shape;
  if (nature.story !== null) {
    const own = storyShocks[nature.story];
    return own ? [{ what: own[0], day: today - own[1], effect: own[2] }] : [];
  }
  // Who does badly is hit more often.
  const frailty = 1 + 1.2 * Math.max(0, -nature.level);
  const found: ShockAt[] = [];
  for (const month of monthsBetween(from, today))
    for (const [what, effect, chance] of befalls)
      if (pen.chance(chance * (effect < 0 ? frailty : 1)))
        found.push({ what, day: month + pen.between(2, 26), effect: effect * (0.7 + 0.6 * pen.random()) });
  return found.filter(({ day }) => day > from + 60 && day < today);
}

function pathOf(pen: Pen, nature: Nature, from: Day, shocks: readonly ShockAt[]): (day: Day) => number {
  const months = monthsBetween(from, addMonths(pen.shape.today, 1));
  let at = nature.level + 0.3 * pen.normal();
  const values = months.map(() => (at += 0.3 * (nature.level - at) + 0.22 * pen.normal()));
  return (day) => {
    const place = Math.min(months.length - 1.001, Math.max(0, (day - (months[0] ?? day)) / 30.44));
    const low = Math.floor(place);
    const [a = 0, b = a] = [values[low], values[low + 1]];
    let health = a + (b - a) * (place - low);
    for (const shock of shocks)
      if (shock.day <= day) health += shock.effect * 0.5 ** ((day - shock.day) / halfLife);
    return health;
  };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Chance that a customer gives notice in a month. */
export function monthlyHazard(nature: Nature, health: number, day: Day): number {
  const left = termAt(nature, day).end - day;
  return sigmoid(-5.25 - 0.9 * health + (left <= 90 ? 0.9 : 0) + (day - nature.start < 100 ? -1 : 0));
}

const reasons: Readonly<Record<string, string>> = {
  sponsor_left: 'champion_gone',
  champion_left: 'champion_gone',
  budget_cut: 'budget_or_reorganisation',
  reorganisation: 'budget_or_reorganisation',
  competitor: 'competitor_won',
  support_burst: 'technical_unsolved',
};

/** The reason in force: the hardest shock of the last half-year, else what a low health of that kind means. */
function reasonAt(pen: Pen, shocks: readonly ShockAt[], day: Day): string {
  const near = shocks.filter((shock) => shock.day <= day && day - shock.day < 180 && reasons[shock.what]);
  const worst = near.toSorted((a, b) => a.effect - b.effect)[0];
  return (
    (worst && reasons[worst.what]) ??
    pen.pick(['silent_disengagement', 'under_used', 'roi_not_shown', 'value_concerns', 'price_objection'])
  );
}

type Left = NonNullable<Fate['left']>;

function stagedEnd(nature: Nature, today: Day): Left | null {
  if (nature.story === 'notice')
    return { day: today + 24, notice: today - 12, voluntary: true, reason: 'budget_or_reorganisation' };
  if (nature.story === 'ended')
    return { day: today - 40, notice: today - 85, voluntary: true, reason: 'competitor_won' };
  if (nature.story === 'unpaid')
    return { day: today - 28, notice: null, voluntary: false, reason: 'payment_failure' };
  if (nature.story === 'won_back')
    return { day: today - 230, notice: today - 262, voluntary: true, reason: 'price_objection' };
  return null;
}

/** Draws fate: the account as it was before the history begins is one that stayed until then. */
export function fateOf(shape: SampleShape, nature: Nature): Fate {
  const pen = new Pen(shape, `${nature.index}/fate`);
  const from = Math.max(nature.start, windowStart(shape));
  const shocks = shocksOf(pen, nature, from);
  const health = pathOf(pen, nature, from, shocks);
  const hazard: Record<string, number> = {};
  let left = stagedEnd(nature, shape.today);
  for (const month of monthsBetween(from, shape.today)) {
    const p = monthlyHazard(nature, health(month), month);
    hazard[formatDay(month).slice(0, 7)] = rounded(p);
    const [willing, failing, day, delay] = [
      pen.random(),
      pen.random(),
      month + pen.between(1, 27),
      pen.between(28, 60),
    ];
    if (
      left !== null ||
      nature.story !== null ||
      nature.terms === 'project' ||
      day <= from + 30 ||
      day >= shape.today
    )
      continue;
    if (willing < p)
      left = { day: day + delay, notice: day, voluntary: true, reason: reasonAt(pen, shocks, day) };
    else if (failing < 0.0012 + 0.006 * nature.slack)
      left = { day, notice: null, voluntary: false, reason: 'payment_failure' };
  }
  const back = backOf(pen, nature, left, shape.today);
  return {
    shocks,
    health,
    left,
    back,
    truth: truthOf(pen, nature, { shocks, health, left, back, hazard, from }),
  };
}

function backOf(pen: Pen, nature: Nature, left: Left | null, today: Day): Day | null {
  const again = pen.chance(0.2);
  const after = pen.between(110, 220);
  if (nature.story === 'won_back') return today - 95;
  return left?.voluntary && again && nature.story === null && left.day + after < today - 30
    ? left.day + after
    : null;
}

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000;

function truthOf(
  pen: Pen,
  nature: Nature,
  of: Pick<Fate, 'shocks' | 'health' | 'left' | 'back'> & { hazard: Record<string, number>; from: Day },
): Truth {
  const { left, back } = of;
  const churn: Churn | null = left && {
    on: formatDay(left.day),
    noticeOn: left.notice === null ? null : formatDay(left.notice),
    voluntary: left.voluntary,
    reason: left.reason,
    wonBackOn: back === null ? null : formatDay(back),
  };
  const months = monthsBetween(of.from, pen.shape.today);
  return {
    account: nature.key,
    name: nature.name,
    segment: nature.segment,
    staged: nature.story,
    level: rounded(nature.level),
    shocks: of.shocks.map(({ what, day, effect }): Shock => ({
      what,
      on: formatDay(day),
      effect: rounded(effect),
    })),
    health: Object.fromEntries(months.map((day) => [formatDay(day).slice(0, 7), rounded(of.health(day))])),
    hazard: of.hazard,
    churn,
    works: nature.works,
    acceptance: Object.fromEntries(
      families.map((family) => [family, rounded(acceptanceOdds(nature, family))]),
    ),
  };
}

/** Log-odds of a yes to an offer of a family at latent health 0; each point of health adds 0.7. */
export function acceptanceOdds(nature: Nature, family: Family): number {
  return (
    (family === nature.works ? 0.9 : -1.4) +
    (family === 'escala' && nature.segment === 'enterprise' ? 0.3 : 0)
  );
}

/** Whether the customer says yes to an offer of a family on a day. */
export function accepts(pen: Pen, nature: Nature, fate: Fate, family: Family, day: Day): boolean {
  return pen.random() < sigmoid(acceptanceOdds(nature, family) + 0.7 * fate.health(day));
}
