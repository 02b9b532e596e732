// Surveys, the CSM's own verdict, notes, and what befell the customer as it was written down.
import type { Day } from '#base/day.ts';
import { recordedEvents, type RecordedEvent } from '#domain/facts/recorded-events.ts';
import type { Life } from './life.ts';
import { holder } from './life.ts';
import type { Pen } from './pen.ts';
import { workday } from './season.ts';
import { comments, eventNotes, hints, plainNotes } from './texts.ts';

const clamp = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, Math.round(x)));
/** Scores of stories: the last answer of the sponsor. */
const wanted: Readonly<Record<string, number>> = {
  nps_10: 10,
  detractor: 3,
  advocate: 10,
  advocate_ready: 9,
  license_90: 9,
  renewal_ready: 9,
};

function nps(pen: Pen, day: Day, contact: string, score: number): void {
  const kind = score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
  const comment = pen.chance(0.55) ? pen.pick(comments[kind]) : '';
  pen.tell('survey-answered', day, {
    instrument: 'nps',
    score,
    contact,
    ...(comment === '' ? {} : { comment }),
  });
}

export function writeSurveys(life: Life): void {
  const pen = life.pen('surveys');
  const { shape, fate, nature } = life;
  for (let day = life.from + pen.between(20, 85); day < shape.today; day += 91) {
    const at = workday(day, shape);
    const answers = pen.chance(0.5 + 0.2 * fate.health(at));
    const score = clamp(7.5 + 1.7 * fate.health(at) + 0.9 * pen.normal(), 0, 10);
    const who = holder(life, pen.chance(0.6) ? 'executive_sponsor' : 'champion', at);
    if (!answers || !who || !life.isCustomer(at) || at >= life.quietFrom - 5) continue;
    if (nature.story !== null && wanted[nature.story] !== undefined && at > shape.today - 40) continue;
    // Nobody staged for another reason is a detractor today.
    nps(
      pen,
      at,
      who.key,
      nature.story !== null && at > shape.today - 200 ? clamp(score, nature.level < -0.5 ? 4 : 7, 8) : score,
    );
  }
  for (let day = life.from + pen.between(60, 170); day < shape.today; day += 182) {
    const at = workday(day, shape);
    const who = holder(life, 'champion', at);
    const h = fate.health(at) + 0.6 * pen.normal();
    if (!who || !life.isCustomer(at) || at >= life.quietFrom || !pen.chance(0.6)) continue;
    pen.tell('survey-answered', at, {
      instrument: 'mhs',
      score: h > 0.5 ? 100 : h > -0.5 ? 50 : 0,
      contact: who.key,
    });
  }
  if (nature.start >= life.from) {
    const who = holder(life, 'champion', nature.start + 40);
    if (who && life.isCustomer(nature.start + 42)) {
      const score = clamp(8 + fate.health(nature.start + 40) + 0.8 * pen.normal(), 0, 10);
      pen.tell('survey-answered', nature.start + 42, {
        instrument: 'journey_nps',
        score,
        contact: who.key,
        context: 'onboarding',
      });
    }
  }
  const last = nature.story === null ? undefined : wanted[nature.story];
  const sponsor = holder(life, 'executive_sponsor', shape.today - 12);
  if (last !== undefined && sponsor) nps(pen, workday(shape.today - 9, shape), sponsor.key, last);
}

export function writePulse(life: Life): void {
  const pen = life.pen('pulse');
  const { shape, fate } = life;
  for (let day = life.from + 30; day < shape.today; day += 45) {
    const at = workday(day, shape);
    const h = fate.health(at) + 0.35 * pen.normal();
    if (!life.isCustomer(at) || pen.chance(0.25)) continue;
    const verdict = h > 0.3 ? 'green' : h > -0.5 ? 'yellow' : 'red';
    const reason = {
      green: 'Rotina andando e gente participando.',
      yellow: 'Menos gente nas reuniões; acompanhar de perto.',
      red: 'Sinto que esfriou; sponsor não responde.',
    }[verdict];
    pen.tell('pulse-taken', at, { verdict, ...(pen.chance(0.5) ? { reason } : {}) });
  }
}

const isRecorded = (what: string): what is RecordedEvent =>
  (recordedEvents as readonly string[]).includes(what);
const asked: Readonly<Partial<Record<RecordedEvent, string>>> = {
  capability_asked: 'integracoes',
  predictable_need: 'escala',
};

/** Events as the CSM recorded them, a day or two after they happened; and notes, some of which only hint at one. */
export function writeEvents(life: Life): void {
  const pen = life.pen('events-told');
  const { shape, fate, nature } = life;
  for (const { what, day } of fate.shocks) {
    if (!isRecorded(what) || !life.isCustomer(day)) continue;
    const family = asked[what];
    const told = {
      event: what,
      note: eventNotes[what] as string,
      ...(family === undefined ? {} : { family }),
    };
    pen.tell('event-recorded', day, told, { late: nature.story === null ? pen.between(0, 3) : 0 });
    if (day < shape.today - 95 || (nature.story === null && pen.chance(0.3)))
      pen.tell('event-closed', day + pen.between(30, 80), { event: what, reason: 'resolvido' });
  }
  for (let day = life.from + pen.between(10, 60); day < shape.today; day += pen.between(50, 120)) {
    const at = workday(day, shape);
    const [hints_, which, other] = [pen.chance(0.22), pen.random(), pen.pick(plainNotes)];
    if (!life.isCustomer(at)) continue;
    if (!hints_ || nature.story !== null) {
      pen.tell('note-written', at, { text: other });
      continue;
    }
    const [event, keyword, text, family] = hints[Math.floor(which * hints.length)] as (typeof hints)[number];
    pen.tell('note-written', at, { text });
    pen.tell('event-suggested', at, {
      event: event as RecordedEvent,
      keyword,
      ...(family === null ? {} : { family }),
    });
  }
}
