// What is being written on a line of the ritual, as it outlives a reload, a lost connection and a session that ended. Pure.
import type { RitualLine } from '#contract/rituals.ts';
import type { Row } from '#web/views/ritual.ts';

export type Verdict = 'green' | 'yellow' | 'red';
/** The decision that stood when the form was opened; null: none did. */
export type Seen = { readonly task: string; readonly version: string } | null;
export type Fields = {
  readonly what: string;
  /** Key of a member; empty: nobody. */
  readonly owner: string;
  /** As it is typed, dd/mm/yyyy; empty: no day. */
  readonly due: string;
  /** Key of the offer that goes next instead; empty: as it is. */
  readonly offer: string;
  readonly verdict: Verdict | '';
  readonly reason: string;
};
export type LineDraft = Fields & {
  readonly id: string;
  readonly name: string;
  readonly seen: Seen;
  /** Key under which it was sent and no answer came; null: what stands here was not sent yet. */
  readonly once: string | null;
};

const texts = ['id', 'name', 'what', 'owner', 'due', 'offer', 'reason'] as const;
const verdicts: readonly unknown[] = ['green', 'yellow', 'red', ''];
const isSeen = (seen: unknown): boolean =>
  seen === null ||
  (typeof seen === 'object' &&
    typeof Reflect.get(seen, 'task') === 'string' &&
    typeof Reflect.get(seen, 'version') === 'string');

/** A draft kept as text; null when it is none. */
export function readDraft(kept: string | null): LineDraft | null {
  if (kept === null) return null;
  try {
    const draft = JSON.parse(kept) as LineDraft;
    const fits =
      texts.every((name) => typeof draft[name] === 'string') &&
      verdicts.includes(draft.verdict) &&
      isSeen(draft.seen) &&
      (draft.once === null || typeof draft.once === 'string');
    return fits ? draft : null;
  } catch {
    return null;
  }
}

/** A field changed: what was sent before is another request now. */
export const changed = (draft: LineDraft, change: Partial<Fields>): LineDraft => ({
  ...draft,
  ...change,
  once: null,
});

const seenOf = (decided: RitualLine['decided']): Seen =>
  decided && { task: decided.task, version: decided.version };

/** Whom a row is about, and the decision that stands on it. */
export function subjectOf(row: Row): { readonly id: string; readonly name: string; readonly seen: Seen } {
  if (row.kind === 'line') return { id: row.line.id, name: row.line.account, seen: seenOf(row.line.decided) };
  return { id: row.at.id, name: row.at.account, seen: seenOf(row.at.task) };
}
