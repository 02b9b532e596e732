// Recorded events and suggested ones. A closed event counts no more; a suggestion never counts, it only waits.
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { recordedEvents, type RecordedEvent } from '#domain/facts/recorded-events.ts';
import { entriesReach } from '#domain/profile/entries.ts';
import { eventWindow } from '#domain/profile/leaves/events.ts';
import { coversLast } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, Span, SuggestionState, View } from '#domain/profile/shape.ts';

/**
 * Writes `events.*`. Conditions ask for an event *within* days, so a source without the event counts from its first
 * day only once that is longer than the window: a young source must not look like a fresh event.
 */
export function eventsCalculator(view: View, out: LeafWriter): void {
  const recorded = view.rows('event-recorded');
  const closed = view.rows('event-closed').filter(({ reason }) => reason !== refusedSuggestion);
  const reach = entriesReach(view, 'event', recorded, closed);
  if (recorded.length === 0 && !reach) return;
  const standing = openEvents(view);
  for (const event of recordedEvents) {
    const rows = standing.get(event);
    const wasClosed = closed.some((row) => row.event === event);
    if (rows) writeRecorded(view, event, rows, out);
    else writeAbsent(view, event, wasClosed, reach, out);
  }
}

/** Why a suggestion was closed that a person said no to: it closes what notes suggest, never what was recorded. */
export const refusedSuggestion = 'suggestion_refused';

/** Events that no one has closed since, by name, in winner order. */
function openEvents(view: View): ReadonlyMap<string, readonly SlimRow<'event-recorded'>[]> {
  const closed = view.rows('event-closed').filter(({ reason }) => reason !== refusedSuggestion);
  const standing = new Map<string, SlimRow<'event-recorded'>[]>();
  for (const row of view.rows('event-recorded')) {
    if (row.event === null || isClosed(closed, row.event, row.occurred)) continue;
    const rows = standing.get(row.event);
    if (rows) rows.push(row);
    else standing.set(row.event, [row]);
  }
  return standing;
}

function isClosed(closed: readonly SlimRow<'event-closed'>[], event: string, occurred: number): boolean {
  for (const row of closed) if (row.event === event && row.occurred >= occurred) return true;
  return false;
}

function writeRecorded(
  view: View,
  event: RecordedEvent,
  rows: readonly SlimRow<'event-recorded'>[],
  out: LeafWriter,
): void {
  const last = rows.at(-1);
  if (!last) return;
  const recent = rows.filter((row) => view.day - row.day < eventWindow);
  const evidence = recent.map((row): RowRef => ({ type: 'event-recorded', row }));
  out.set(`events.${event}.daysSince`, view.day - last.day, view.day, [
    { type: 'event-recorded', row: last },
  ]);
  out.set(`events.${event}.count90d`, recent.length, view.day, evidence);
  const family = recent.findLast((row) => row.family !== null)?.family;
  if (family != null) out.set(`events.${event}.family`, family, view.day, evidence);
}

function writeAbsent(
  view: View,
  event: RecordedEvent,
  closed: boolean,
  reach: Span | null,
  out: LeafWriter,
): void {
  const covers = coversLast(reach, eventWindow);
  if (closed || covers) out.set(`events.${event}.count90d`, 0, reach?.to ?? view.day);
  if (covers) out.set(`events.${event}.daysSince`, reach.to - reach.from, reach.to);
}

/** A suggestion older than this is no question any more. */
const suggestionDays = eventWindow;
const roleOfSuggestion: Readonly<Record<string, string>> = {
  sponsor_left: 'executive_sponsor',
  champion_left: 'champion',
};

/** Suggested events that nobody confirmed, closed or let grow old; the newest of each event and family. */
export function suggestionStates(view: View): readonly SuggestionState[] {
  const suggested = view.rows('event-suggested');
  if (suggested.length === 0) return [];
  const closed = view.rows('event-closed');
  const recorded = view.rows('event-recorded');
  const found = new Map<string, SuggestionState>();
  for (const row of suggested) {
    const { event, family, keyword, day, occurred } = row;
    if (event === null || view.day - day >= suggestionDays || isClosed(closed, event, occurred)) continue;
    if (recorded.some((one) => one.event === event && one.occurred >= occurred)) continue;
    if (roleLeft(view, event, occurred)) continue;
    found.set(`${event} ${family ?? ''}`, { event, family, keyword: keyword ?? '', on: day });
  }
  return [...found.values()];
}

/** "Sponsor left" is answered when a sponsor is recorded as gone. */
function roleLeft(view: View, event: string, occurred: number): boolean {
  const role = roleOfSuggestion[event];
  if (role === undefined) return false;
  const left = view.rows('contact-left').filter((row) => row.occurred >= occurred);
  if (left.length === 0) return false;
  return view
    .rows('contact-joined')
    .some((row) => row.role === role && left.some((one) => one.contact === row.contact));
}
