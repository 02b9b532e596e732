// What people of the customer answered: last scores, means of a window, ages. Refuses to read comments.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { startOf } from '#domain/account/start.ts';
import { coversLast, daysSince, reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';
import { holdersOf } from '#domain/relationship/roles.ts';

type Answer = SlimRow<'survey-answered'>;
type Scored = Answer & { readonly score: number };

/** Days on each side that `voice.nps.trend` compares. */
const trendDays = 180;
const averageDays = 90;

/** Writes `voice.*` from surveys and from the sentiment of closed tickets. */
export function voiceCalculator(view: View, out: LeafWriter): void {
  writeNps(view, out);
  const mhs = writeLast(view, out, 'mhs', 'voice.mhs.last');
  writeAge(view, out, 'voice.mhs.ageDays', mhs);
  writeLast(view, out, 'journey_nps', 'voice.journeyNps.last');
  writeAverage(view, out, 'csat', 'voice.csat.avg90d');
  writeAverage(view, out, 'ces', 'voice.ces.avg90d');
  writeResponses(view, out);
  writeSentiment(view, out);
}

function writeNps(view: View, out: LeafWriter): void {
  const last = writeLast(view, out, 'nps', 'voice.nps.last');
  writeAge(view, out, 'voice.nps.ageDays', last);
  const sponsors = holdersOf(view, 'executive_sponsor');
  const ofSponsor = newest(view, 'nps', (row) => row.contact !== null && sponsors.has(row.contact));
  if (ofSponsor) out.set('voice.nps.sponsor', ofSponsor.score, ofSponsor.day, refs([ofSponsor]));
  writeAge(view, out, 'voice.nps.sponsorAgeDays', ofSponsor);
  const recent = meanBetween(view, 'nps', view.day - trendDays + 1, view.day);
  const before = meanBetween(view, 'nps', view.day - 2 * trendDays + 1, view.day - trendDays);
  if (recent !== null && before !== null) out.set('voice.nps.trend', recent - before, view.day);
}

type LastKey = 'voice.nps.last' | 'voice.mhs.last' | 'voice.journeyNps.last';
function writeLast(view: View, out: LeafWriter, instrument: string, key: LastKey): Scored | null {
  const row = newest(view, instrument, () => true);
  if (row) out.set(key, row.score, row.day, refs([row]));
  return row;
}

type AgeKey = 'voice.nps.ageDays' | 'voice.nps.sponsorAgeDays' | 'voice.mhs.ageDays';
/** Age of an answer; with a survey source and no answer yet, days since the source begins. */
function writeAge(view: View, out: LeafWriter, key: AgeKey, row: Scored | null): void {
  if (row) {
    // An answer grows old by itself: its age is known up to today.
    out.set(key, view.day - row.day, view.day, refs([row]));
    return;
  }
  const reach = reachOf(view, 'survey');
  const days = daysSince(null, reach, startOf(view));
  if (reach && days !== null) out.set(key, days, reach.to);
}

function writeAverage(
  view: View,
  out: LeafWriter,
  instrument: string,
  key: 'voice.csat.avg90d' | 'voice.ces.avg90d',
): void {
  const mean = meanBetween(view, instrument, view.day - averageDays + 1, view.day);
  if (mean !== null) out.set(key, mean, newest(view, instrument, () => true)?.day ?? null);
}

function writeResponses(view: View, out: LeafWriter): void {
  const reach = reachOf(view, 'survey');
  if (!coversLast(reach, 365)) return;
  const rows = view.rows('survey-answered');
  let answers = 0;
  for (const row of rows) if (row.day > reach.to - 365 && row.day <= reach.to) answers += 1;
  out.set('voice.responses12m', answers, reach.to);
}

function writeSentiment(view: View, out: LeafWriter): void {
  let total = 0;
  let count = 0;
  let through: Day | null = null;
  for (const row of view.rows('ticket-closed')) {
    if (row.sentiment === null || row.day <= view.day - averageDays) continue;
    total += row.sentiment;
    count += 1;
    through = row.day;
  }
  if (count > 0) out.set('voice.ticketSentiment', total / count, through);
}

function newest(view: View, instrument: string, keep: (row: Answer) => boolean): Scored | null {
  const rows = view.rows('survey-answered');
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row?.instrument === instrument && isScored(row) && keep(row)) return row;
  }
  return null;
}

/** Mean score of an instrument from a day to a day, both included; null without answers. */
function meanBetween(view: View, instrument: string, from: Day, to: Day): number | null {
  let total = 0;
  let count = 0;
  for (const row of view.rows('survey-answered')) {
    if (row.instrument !== instrument || row.score === null || row.day < from || row.day > to) continue;
    total += row.score;
    count += 1;
  }
  return count === 0 ? null : total / count;
}

function isScored(row: Answer): row is Scored {
  return row.score !== null;
}

function refs(rows: readonly Answer[]): readonly RowRef[] {
  return rows.map((row) => ({ type: 'survey-answered', row }));
}
