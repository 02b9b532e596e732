// Where one stands in a list that is decided line by line, and the form of the line in hand. A line that left the list while
// it was being written is shown above it until it is recorded or put down.
import { useState, type ReactNode } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { draftPlace, keptDraft, useHand, type Desk } from '#web/pages/ritual-drafts.ts';
import { RitualHand } from '#web/pages/ritual-hand.tsx';
import { stepDay } from '#web/views/as-of.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { subjectOf, type LineDraft } from '#web/views/ritual-draft.ts';
import { nextOpen, ritualSteps, type RitualStep, type Row } from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

const carriedDays = 7;

/** Where one stands: rows by `move`, steps by `goTo`. */
export function useWalk(rows: readonly Row[], desk: Desk) {
  const hand = useHand(desk);
  const [step, setStep] = useState<RitualStep>(
    () => rows.find(({ key }) => key === hand.inHand)?.step ?? 'phases',
  );
  const take = (row: Row | null | undefined) => {
    hand.take(row?.key ?? null);
    if (row) setStep(row.step);
  };
  const goTo = (next: RitualStep) => {
    setStep(next);
    const first = rows.find((row) => row.step === next);
    hand.take(first?.key ?? null);
    if (!first) document.getElementById(`step-${next}`)?.scrollIntoView({ block: 'start' });
  };
  const move = (by: number) => {
    const at = rows.findIndex(({ key }) => key === hand.inHand);
    take(rows[stepRow(at, by, rows.length)]);
  };
  const following = ritualSteps[ritualSteps.indexOf(step) + 1] ?? null;
  const row = rows.find(({ key }) => key === hand.inHand) ?? null;
  return { step, inHand: hand.inHand, row, take, goTo, move, following };
}

type Answer = Pick<Ritual, 'day' | 'members' | 'offers'>;

/** What a row's form begins with: what stands, else what is suggested. */
function useStart(day: string): (row: Row) => LineDraft {
  const { f } = useRitualSpeech();
  return (row) => {
    const carried = row.kind === 'carried';
    const { what, owner, dueOn } = carried
      ? { ...row.at.task, dueOn: stepDay(day, carriedDays, '9999-12-31') }
      : (row.line.decided ?? row.line.suggestion);
    return {
      ...subjectOf(row),
      what,
      owner: owner ?? '',
      due: dueOn === null ? '' : f.dayTyped(dueOn),
      offer: '',
      verdict: '',
      reason: '',
      once: null,
    };
  };
}

/** The form of the row in hand, and apart from it that of a line that left its list. */
export function useForms(
  rows: readonly Row[],
  walk: ReturnType<typeof useWalk>,
  desk: Desk,
  answer: Answer,
): { readonly form: ReactNode; readonly orphan: ReactNode } {
  const startOf = useStart(answer.day);
  const { r } = useRitualSpeech();
  const { inHand, row, take } = walk;
  if (inHand === null) return { form: null, orphan: null };
  const start = row ? startOf(row) : keptDraft(draftPlace(desk, inHand));
  if (start === null) return { form: null, orphan: null };
  const { members, offers, day } = answer;
  const form = (
    <RitualHand
      key={inHand}
      {...{ desk, row, start, members, offers }}
      rowKey={inHand}
      today={day}
      onDone={() => take(nextOpen(rows, inHand))}
    />
  );
  if (row) return { form, orphan: null };
  return {
    form: null,
    orphan: (
      <section className="sec orphan" aria-label={start.name}>
        <header>
          <h2>{start.name}</h2>
          <button type="button" className="btn quiet" onClick={() => take(null)}>
            {r.form.putDown}
          </button>
        </header>
        {form}
      </section>
    ),
  };
}
