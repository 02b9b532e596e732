// The line in hand: its draft, what others did with it meanwhile, and what becomes of it when it is sent. A line that left the
// list while it was being written stays in hand until it is recorded or put down.
import { useState } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { isLost, isOvertaken, useDecide, usePulse, useSaid } from '#web/pages/ritual-acts.ts';
import { draftPlace, useLineDraft, type Desk } from '#web/pages/ritual-drafts.ts';
import { useShell } from '#web/pages/shell-state.tsx';
import { RitualForm } from '#web/parts/ritual-form.tsx';
import { changed, subjectOf, type LineDraft, type Seen } from '#web/views/ritual-draft.ts';
import type { Row } from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

/** Stands for the version that is on its way. */
const asking = '?';

type Props = {
  desk: Desk;
  rowKey: string;
  /** The row as it stands; null: it is in no list any more. */
  row: Row | null;
  start: LineDraft;
  members: Ritual['members'];
  offers: Ritual['offers'];
  today: string;
  onDone: () => void;
};

export function RitualHand({ desk, rowKey, row, start, onDone, ...rest }: Props) {
  const { mint } = useShell();
  const said = useSaid();
  const { draft, keep, drop } = useLineDraft(draftPlace(desk, rowKey), start);
  const decide = useDecide(desk.workspace);
  const pulse = usePulse(desk.workspace);
  const standing: Seen = row === null ? null : subjectOf(row).seen;
  const version = standing?.version ?? '';
  // Refused because another was faster: what stood then was told, and only over that may it be recorded.
  const [told, setTold] = useState<string | null>(null);
  if (told === asking) setTold(version);
  const news = useNews(row, draft, told === version);
  const sendPulse = async (once: string): Promise<Pick<LineDraft, 'verdict' | 'reason'>> => {
    const none = { verdict: '', reason: '' } as const;
    if (draft.verdict === '') return none;
    const { id, verdict, reason } = draft;
    await pulse.mutateAsync({ id, verdict, reason, once: `${once}-pulse` });
    return none;
  };
  const send = async (dueOn: string | null): Promise<void> => {
    const once = draft.once ?? mint();
    let sent: LineDraft = { ...draft, once, seen: told === version ? standing : draft.seen };
    // Kept before it goes out: after a lost answer or a reload it is sent again under the same key.
    keep(sent);
    try {
      sent = { ...sent, ...(await sendPulse(once)) };
      keep(sent);
      await decide.mutateAsync({ draft: sent, dueOn, once });
      drop();
      onDone();
    } catch (error) {
      // What was refused had no effect; what was not answered may have had one.
      if (!isLost(error)) keep({ ...sent, once: null });
      if (isOvertaken(error)) setTold(asking);
    }
  };
  const error = decide.error ?? pulse.error;
  return (
    <RitualForm
      key={rowKey}
      draft={draft}
      busy={decide.isPending || pulse.isPending}
      failed={error === null ? null : said(error)}
      news={news}
      takesKeys={row?.kind !== 'carried'}
      onChange={(change) => keep(changed(draft, change))}
      onDecide={(dueOn) => void send(dueOn)}
      onPulse={() =>
        void sendPulse(mint())
          .then((none) => keep({ ...draft, ...none }))
          .catch(() => undefined)
      }
      {...rest}
    />
  );
}

/** What somebody else did with the line since the form was opened. */
function useNews(row: Row | null, draft: LineDraft, told: boolean): string | null {
  const { r } = useRitualSpeech();
  if (row === null) return r.form.left(draft.name);
  const decided = row.kind === 'line' ? row.line.decided : row.at.task;
  if (told || (decided?.version ?? null) === (draft.seen?.version ?? null)) return null;
  return decided === null ? r.form.closedNow : r.form.changedNow(decided.by, decided.what);
}
