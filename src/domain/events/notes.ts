// Which facts hold text that is read for suggested events, and how a suggestion is named after the text it was read
// in: reading a note twice, at an import or again later, gives the same fact.
import type { FactType } from '#domain/facts/catalogue.ts';

/** Fact types that hold what somebody wrote of a customer, and the field it stands in. */
export const noteFields = {
  'note-written': 'text',
  'survey-answered': 'comment',
  'meeting-held': 'notes',
} as const satisfies Partial<Record<FactType, string>>;
export type NoteType = keyof typeof noteFields;
export const noteTypes = Object.keys(noteFields) as readonly NoteType[];

/** The outside id (or part of one) of a suggestion read in a text of this outside id. */
export function suggestionId(noteId: string, event: string, family: string | null): string {
  return `${noteId}:${event}:${family ?? ''}`;
}

/** The part of a sheet's record that a column of remarks is. */
export const remarkPart = (columnKey: string): string => `remark:${columnKey}`;

/** A remark is kept with the name of its column. */
export const remarkText = (header: string, text: string): string => `${header}: ${text}`;

/** What of a kept text somebody wrote: the name of a column is no remark of anybody. */
export function writtenOf(noteId: string, text: string): string {
  return noteId.includes('|remark:') ? text.replace(/^[^:]*: /u, '') : text;
}
