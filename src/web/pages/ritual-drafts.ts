// Drafts of the ritual's lines in this browser's session: written at every key, gone once they are recorded.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accessQuery } from '#web/pages/access-api.ts';
import { readDraft, type LineDraft } from '#web/views/ritual-draft.ts';

/** Whose drafts of which week of which workspace: who signs in after another finds none of theirs. */
export type Desk = { readonly who: string; readonly workspace: string; readonly monday: string };

export const draftPlace = ({ who, workspace, monday }: Desk, row: string): string =>
  `perene.line.${who}.${workspace}.${monday}.${row}`;
const handPlace = ({ who, workspace, monday }: Desk): string => `perene.hand.${who}.${workspace}.${monday}`;

/** The desk of who is here. */
export function useDesk(workspace: string, monday: string): Desk {
  const { data } = useQuery(accessQuery);
  return { who: data?.user?.email ?? '', workspace, monday };
}

function read(place: string): string | null {
  try {
    return window.sessionStorage.getItem(place);
  } catch {
    return null; // Storage may be forbidden: what is written then lasts for this page.
  }
}

function write(place: string, text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(place);
    else window.sessionStorage.setItem(place, text);
  } catch {
    // As above.
  }
}

export const keptDraft = (place: string): LineDraft | null => readDraft(read(place));

/** The draft of one line; `start` where none is kept. */
export function useLineDraft(place: string, start: LineDraft) {
  const [draft, setDraft] = useState<LineDraft>(() => keptDraft(place) ?? start);
  const keep = (next: LineDraft): void => {
    setDraft(next);
    write(place, JSON.stringify(next));
  };
  return { draft, keep, drop: () => write(place, null) };
}

/** The row that is in hand, so that a reload comes back to it while something is written there. */
export function useHand(desk: Desk) {
  const place = handPlace(desk);
  const [inHand, setInHand] = useState<string | null>(() => {
    const row = read(place);
    return row !== null && keptDraft(draftPlace(desk, row)) !== null ? row : null;
  });
  const take = (row: string | null): void => {
    setInHand(row);
    write(place, row);
  };
  return { inHand, take };
}
