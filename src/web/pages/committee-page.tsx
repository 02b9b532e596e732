// The list of the risk committee: everyone whose contract is at risk, one line each with what, who, when, and as text to paste.
// What was decided in weeks before stands on its line until it is closed.
import '#web/styles/dock.css';
import '#web/styles/ritual.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Committee } from '#contract/rituals.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { ritualKey, useRitualActs, useSaid } from '#web/pages/ritual-acts.ts';
import { useDesk } from '#web/pages/ritual-drafts.ts';
import { useForms, useWalk } from '#web/pages/ritual-walk.tsx';
import { useKeys, useTitle } from '#web/pages/shell-state.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { RitualLines } from '#web/parts/ritual-lines.tsx';
import { CopyText } from '#web/parts/ritual-minutes.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { committeeRows } from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

export function CommitteePage() {
  const { w, r } = useRitualSpeech();
  const { workspace } = useParams({ from: '/$workspace/rituais/comite' });
  const committee = useQuery({
    queryKey: [...ritualKey(workspace), 'committee', w.language],
    queryFn: ({ signal }) => api.committee(workspace, w.language, signal),
  });
  useTitle(r.committee.title);
  if (committee.data) return <Opened committee={committee.data} workspace={workspace} />;
  if (committee.isError)
    return <PageFailure detail={detailOf(committee.error)} onRetry={() => void committee.refetch()} />;
  return <PageSkeleton label={w.states.loading} />;
}

function Opened({ committee, workspace }: { committee: Committee; workspace: string }) {
  const { f, r } = useRitualSpeech();
  const said = useSaid();
  const { list, decided } = committee;
  const rows = committeeRows(committee);
  const desk = useDesk(workspace, committee.monday);
  const { close } = useRitualActs(workspace);
  const walk = useWalk(rows, desk);
  const { form, orphan } = useForms(rows, walk, desk, committee);
  const closeInHand = (outcome: 'done' | 'dropped') => {
    if (walk.row?.kind !== 'line' || walk.row.line.decided === null) return;
    close.mutate({ id: walk.row.line.id, task: walk.row.line.decided.task, outcome });
  };
  useKeys({
    j: () => walk.move(1),
    k: () => walk.move(-1),
    f: () => closeInHand('done'),
    x: () => closeInHand('dropped'),
    Enter: () => document.getElementById('ritual-what')?.focus(),
  });
  const money = list.mrrCents === null ? null : f.money(list.mrrCents, list.lines[0]?.currency ?? 'BRL');
  return (
    <main className="main ritual" id="content" tabIndex={-1}>
      <Verdict
        headline={r.committee.headline(list.total, list.total - decided)}
        why={r.committee.why}
        figure={<b>{f.number(list.total)}</b>}
        notes={[f.day(committee.day)]}
      />
      {orphan}
      <RitualLines
        workspace={workspace}
        step="risk"
        today={committee.day}
        title={r.committee.list(list.total, money)}
        note={r.committee.note(list.lines.length, list.total)}
        none={r.committee.none}
        lines={list.lines}
        inHand={walk.inHand}
        onTake={(key) => walk.take(rows.find((one) => one.key === key))}
        form={form}
        onClose={(line, outcome) =>
          line.decided && close.mutate({ id: line.id, task: line.decided.task, outcome })
        }
      />
      {close.error && (
        <p className="wrong" role="alert">
          {said(close.error)}
        </p>
      )}
      <section className="sec">
        <CopyText title={r.committee.text} text={committee.text} />
      </section>
      <p className="bar">
        <Link to="/$workspace/rituais" params={{ workspace }} className="btn">
          {r.committee.back}
        </Link>
      </p>
      <Keys />
    </main>
  );
}

function Keys() {
  const { r } = useRitualSpeech();
  return (
    <KeysLine
      keys={[
        [['j', 'k'], r.keys.move],
        [['Enter'], r.keys.decide],
        [['Alt', '1–3'], r.keys.pulse],
        [['Esc'], r.keys.leave],
        [['f'], r.keys.done],
        [['x'], r.keys.drop],
      ]}
    />
  );
}
