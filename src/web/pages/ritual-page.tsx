// The weekly ritual: agenda with its clock, the lists with one decision a line, what was carried over, the minutes.
import '#web/styles/dock.css';
import '#web/styles/ritual.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Ritual } from '#contract/rituals.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { useCan } from '#web/pages/access-api.ts';
import { ritualKey, useRitualActs, useSaid } from '#web/pages/ritual-acts.ts';
import { useRitualClock } from '#web/pages/ritual-clock.ts';
import { useDesk } from '#web/pages/ritual-drafts.ts';
import { useForms, useWalk } from '#web/pages/ritual-walk.tsx';
import { useKeys, useTitle } from '#web/pages/shell-state.tsx';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { RitualAgenda } from '#web/parts/ritual-agenda.tsx';
import { RitualCarried } from '#web/parts/ritual-carried.tsx';
import { RitualGoals } from '#web/parts/ritual-goals.tsx';
import { RitualLines } from '#web/parts/ritual-lines.tsx';
import { RitualMinutes } from '#web/parts/ritual-minutes.tsx';
import { RitualPhases } from '#web/parts/ritual-phases.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import {
  clockText,
  gone,
  isSettled,
  lengthMs,
  nextOpen,
  rowsOf,
  type Clock,
  type RitualStep,
  type Row,
} from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

export function RitualPage() {
  const { w, r } = useRitualSpeech();
  const { workspace } = useParams({ from: '/$workspace/rituais' });
  const ritual = useQuery({
    queryKey: [...ritualKey(workspace), w.language],
    queryFn: ({ signal }) => api.ritual(workspace, w.language, signal),
  });
  useTitle(r.title);
  if (ritual.data) return <Opened ritual={ritual.data} workspace={workspace} />;
  if (ritual.isError)
    return <PageFailure detail={detailOf(ritual.error)} onRetry={() => void ritual.refetch()} />;
  return <PageSkeleton label={w.states.loading} />;
}

type Carried = Ritual['carried'][number];

const nameOf = (row: Row): string => (row.kind === 'line' ? row.line.account : row.at.account);

type Props = { ritual: Ritual; workspace: string };

function Opened({ ritual, workspace }: Props) {
  const rows = rowsOf(ritual);
  const desk = useDesk(workspace, ritual.monday);
  const acts = useRitualActs(workspace);
  const { clock, now, turn } = useRitualClock(workspace, ritual.monday);
  const walking = useWalk(rows, desk);
  const { step, inHand, row, take, goTo, move, following } = walking;
  const { form, orphan } = useForms(rows, walking, desk, ritual);
  const mayKeep = useCan(workspace)('ritual.minutes');
  const close = (one: Carried, outcome: 'done' | 'dropped') =>
    acts.close.mutate(
      { id: one.id, task: one.task.task, outcome },
      { onSuccess: () => take(nextOpen(rows, `rest ${one.task.task}`)) },
    );
  const closeInHand = (outcome: 'done' | 'dropped') => row?.kind === 'carried' && close(row.at, outcome);
  const keepMinutes = () => mayKeep && !acts.minutes.isPending && acts.minutes.mutate(ritual.text);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    n: () => following && goTo(following),
    f: () => closeInHand('done'),
    x: () => closeInHand('dropped'),
    g: keepMinutes,
    Enter: () => document.getElementById('ritual-what')?.focus(),
    ' ': turn,
  });
  const walk = {
    workspace,
    inHand,
    form,
    today: ritual.day,
    onTake: (key: string) => take(rows.find((one) => one.key === key)),
  };
  return (
    <main className="main ritual" id="content" tabIndex={-1}>
      <RitualVerdict
        ritual={ritual}
        next={row && !isSettled(row) ? row : nextOpen(rows, inHand)}
        gone={clock && gone(clock, now)}
        paused={clock?.pausedAt != null}
      />
      <RitualAgenda agenda={ritual.agenda} step={step} onStep={goTo} />
      {orphan}
      <RitualPhases ritual={ritual} />
      <RitualGoals goals={ritual.goals} />
      <Lists ritual={ritual} walk={walk} onClose={close} failed={acts.close.error} />
      <RitualMinutes
        text={ritual.text}
        keeping={
          mayKeep ? { busy: acts.minutes.isPending, failed: acts.minutes.error, onKeep: keepMinutes } : null
        }
        kept={ritual.minutes}
      />
      <Foot ritual={ritual} clock={clock} onClock={turn} following={following} onStep={goTo} />
    </main>
  );
}

type FootProps = {
  ritual: Ritual;
  clock: Clock | null;
  onClock: () => void;
  following: RitualStep | null;
  onStep: (step: RitualStep) => void;
};

function Foot({ ritual, clock, onClock, following, onStep }: FootProps) {
  const { r } = useRitualSpeech();
  const { lines, decided, carried, carriedSettled } = ritual.counts;
  const left = lines + carried - decided - carriedSettled;
  return (
    <>
      <KeysLine
        keys={[
          [['j', 'k'], r.keys.move],
          [['Tab'], r.keys.field],
          [['Enter'], r.keys.decide],
          [['Alt', '1–3'], r.keys.pulse],
          [['Esc'], r.keys.leave],
          [['f'], r.keys.done],
          [['x'], r.keys.drop],
          [['n'], r.keys.step],
          [['g'], r.keys.minutes],
          [['␣'], r.keys.pause],
        ]}
      />
      <ImportDock tone={left === 0 ? 'ok' : 'none'} text={left === 0 ? r.allDecided : r.missing(left)}>
        <button type="button" className="btn" onClick={onClock}>
          {clock === null ? r.start : clock.pausedAt === null ? r.pause : r.resume}
        </button>
        {following !== null && (
          <button type="button" className="btn pri" onClick={() => onStep(following)}>
            {r.next(r.steps[following])}
          </button>
        )}
      </ImportDock>
    </>
  );
}

type Walk = Omit<Parameters<typeof RitualLines>[0], 'lines' | 'title' | 'note' | 'none' | 'step'>;
type ListsProps = {
  ritual: Ritual;
  walk: Walk;
  onClose: Parameters<typeof RitualCarried>[0]['onClose'];
  /** Why the last closing failed. */
  failed: Error | null;
};

function Lists({ ritual, walk, onClose, failed }: ListsProps) {
  const said = useSaid();
  const { f, r } = useRitualSpeech();
  const { atRisk, ready, contractRisk } = ritual;
  const money = (list: Ritual['atRisk']) =>
    list.mrrCents === null ? null : f.money(list.mrrCents, list.lines[0]?.currency ?? 'BRL');
  return (
    <>
      <RitualLines
        {...walk}
        step="risk"
        title={r.risk.title(atRisk.lines.length, money(atRisk))}
        note={r.risk.note(atRisk.lines.length, atRisk.total)}
        none={r.risk.none}
        lines={atRisk.lines}
      />
      <RitualLines
        {...walk}
        step="ready"
        title={r.ready.title(ready.lines.length)}
        note={r.ready.note(ready.lines.length, ready.total)}
        none={r.ready.none}
        lines={ready.lines}
      />
      <RitualCarried
        workspace={walk.workspace}
        ritual={ritual}
        inHand={walk.inHand}
        form={walk.form}
        onTake={walk.onTake}
        onClose={onClose}
        failed={failed && said(failed)}
      />
      <p className="bar">
        <Link to="/$workspace/rituais/comite" params={{ workspace: walk.workspace }} className="btn">
          {r.committee.open}
        </Link>
      </p>
      {contractRisk.lines.length > 0 && (
        <RitualLines
          {...walk}
          step="rest"
          title={r.rest.contract(contractRisk.lines.length)}
          note={r.rest.contractNote}
          none={null}
          lines={contractRisk.lines}
        />
      )}
    </>
  );
}

type VerdictProps = { ritual: Ritual; next: Row | null; gone: number | null; paused: boolean };

function RitualVerdict({ ritual, next, gone: spent, paused }: VerdictProps) {
  const { f, r } = useRitualSpeech();
  const { counts, atRisk, ready } = ritual;
  const all = counts.lines + counts.carried;
  const length = lengthMs(ritual);
  const minutes = length / 60_000;
  const left = length - (spent ?? 0);
  const money = (list: Ritual['atRisk']) =>
    list.mrrCents === null ? null : f.money(list.mrrCents, list.lines[0]?.currency ?? 'BRL');
  return (
    <Verdict
      headline={r.headline(counts.decided + counts.carriedSettled, all, next && nameOf(next))}
      why={r.why(f.day(ritual.day), money(atRisk), money(ready))}
      figure={<b>{clockText(left)}</b>}
      notes={[
        spent === null ? r.notStarted(minutes) : left < 0 ? r.over(minutes) : r.left(minutes),
        ...(paused ? [r.paused] : []),
      ]}
    />
  );
}
