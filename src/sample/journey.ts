// The tracks of an account: placed when it was brought, then confirmed stage by stage, opened anew by what was bought, closed
// when work ends. Confirmed means that somebody said so; some were suggested first, some rejected.
import type { Day } from '#base/day.ts';
import type { Life } from './life.ts';
import type { Made } from './offers.ts';
import { iso, type Pen } from './pen.ts';
import { workday } from './season.ts';
import { track, type Progress } from './value.ts';

const scope = 'product' as const;

function confirm(
  life: Life,
  pen: Pen,
  of: string,
  stage: string,
  day: Day,
  more: { trigger?: string; scope?: 'department' } = {},
): void {
  const at = workday(day, life.shape);
  if (at < life.nature.start || !life.isCustomer(at)) return;
  const { trigger, scope: other } = more;
  const move = { track: of, scope: other ?? scope, stage };
  if (pen.chance(0.4)) pen.tell('stage-suggested', at - 1, move);
  if (pen.chance(0.06)) pen.tell('stage-rejected', at - 1, { ...move, reason: 'criteria_undefined' });
  pen.tell('stage-confirmed', at, {
    ...move,
    byCustomer: pen.chance(0.6),
    ...(trigger === undefined ? {} : { trigger }),
  });
}

export function writeJourney(life: Life, progress: Progress, offers: readonly Made[]): void {
  const pen = life.pen('journey');
  const { nature, shape, fate } = life;
  const old = nature.start < life.from;
  if (old) {
    const age = life.from - nature.start;
    const stage = age < 30 ? 'onboarding' : age < 60 ? 'adoption' : 'expansion';
    pen.tell(
      'stage-placed',
      life.from,
      { track, scope, stage, since: iso(Math.max(nature.start, life.from - 200)) },
      { hour: 8 },
    );
  } else
    pen.tell(
      'stage-confirmed',
      nature.start,
      { track, scope, stage: 'onboarding', byCustomer: false },
      { hour: 12 },
    );
  const { firstValue, repeatable } = progress;
  if (firstValue !== null && firstValue >= life.from) confirm(life, pen, track, 'adoption', firstValue + 5);
  if (repeatable !== null && repeatable >= life.from) confirm(life, pen, track, 'expansion', repeatable + 6);
  regress(life, pen, progress);
  rest(life, pen, progress, offers);
  for (const made of offers)
    if (made.accepted && made.family !== 'protecao' && made.answeredOn >= life.from) bought(life, pen, made);
  const last = life.spans.at(-1)?.to ?? null;
  if (last !== null && last < shape.today)
    pen.tell('track-closed', last + 1, {
      track,
      ...(nature.terms === 'project' ? {} : { reason: fate.left?.reason ?? 'silent_disengagement' }),
    });
}

/** Shocks throw a customer back to adoption; it comes again when it has recovered. */
function regress(life: Life, pen: Pen, { repeatable }: Progress): void {
  for (const { what, day, effect } of life.fate.shocks) {
    if (
      repeatable === null ||
      day <= repeatable + 20 ||
      effect > -0.6 ||
      !['sponsor_left', 'champion_left', 'budget_cut', 'goal_changed'].includes(what)
    )
      continue;
    if (!pen.chance(0.5) && life.nature.story === null) continue;
    confirm(life, pen, track, 'adoption', day + 12, { trigger: what });
    if (life.fate.health(day + 80) > -0.2) confirm(life, pen, track, 'expansion', day + 65);
    if (life.fate.health(day + 80) > -0.2) confirm(life, pen, track, 'renewal', day + 110);
  }
}

/**
 * After its weeks in expansion a customer is in the rhythm of its renewals, and goes back to expansion when something new
 * comes up: that is where most of an old base stands.
 */
function rest(life: Life, pen: Pen, { repeatable }: Progress, offers: readonly Made[]): void {
  const { shape, nature } = life;
  if (life.is('stalled') || repeatable === null || nature.terms === 'project') return;
  const moves = [repeatable + 52, ...offers.map(({ answeredOn }) => answeredOn + 8)];
  for (const day of moves) {
    if (day < life.from + 30 || day >= shape.today || pen.chance(0.12)) continue;
    confirm(life, pen, track, 'renewal', day);
  }
  for (const { day, accepted } of offers)
    if (accepted && day > Math.max(life.from + 60, repeatable + 60))
      confirm(life, pen, track, 'expansion', day - 6);
  // Who was there before has been through it.
  if (nature.start < life.from - 120 && life.fate.health(life.from) > -0.4)
    confirm(life, pen, track, 'renewal', life.from + 25);
  if (life.is('advocate', 'advocate_ready'))
    pen.tell('stage-confirmed', shape.today - 45, {
      track: 'defensores',
      scope: 'account',
      stage: 'advocacy',
      byCustomer: true,
    });
}

function bought(life: Life, pen: Pen, made: Made): void {
  const of = `${made.offer}_${made.day}`;
  const open = made.answeredOn + 6;
  confirm(life, pen, of, 'onboarding', open, { scope: 'department' });
  confirm(life, pen, of, 'adoption', open + pen.between(22, 32), { scope: 'department' });
  // What was bought once is done with; what runs on stays open.
  const done = workday(open + 75, life.shape);
  if (life.isCustomer(done)) pen.tell('track-closed', done, { track: of });
}
