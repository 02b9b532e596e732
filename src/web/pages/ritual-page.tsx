// The weekly ritual: agenda with its clock, the lists with one decision a line, what was carried over, the minutes.
import '#web/styles/dock.css';
import '#web/styles/ritual.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { ritualKey, useRitualActs } from '#web/pages/ritual-acts.ts';
import { useRitualClock } from '#web/pages/ritual-clock.ts';
import { useKeys, useTitle } from '#web/pages/shell-state.tsx';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { RitualAgenda } from '#web/parts/ritual-agenda.tsx';
import { RitualCarried } from '#web/parts/ritual-carried.tsx';
import { RitualForm, type Decided } from '#web/parts/ritual-form.tsx';
import { RitualLines } from '#web/parts/ritual-lines.tsx';
import { RitualMinutes } from '#web/parts/ritual-minutes.tsx';
import { RitualPhases } from '#web/parts/ritual-phases.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { stepDay } from '#web/views/as-of.ts';
import {
  clockText,
  gone,
  isSettled,
  lengthMs,
  nextOpen,
  ritualSteps,
  rowsOf,
  type Clock,
  type RitualStep,
  type Row,
} from '#web/views/ritual.ts';
import { stepRow } from '#web/views/list-walk.ts';
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

const carriedDays = 7;

/** What a row's form begins with: what stands, else what is suggested. */
function startOf(row: Row, ritual: Ritual): Decided {
  if (row.kind === 'carried') {
    const { what, owner } = row.at.task;
    return { what, owner, dueOn: stepDay(ritual.day, carriedDays, '9999-12-31') };
  }
  return row.line.decided ?? row.line.suggestion;
}

const nameOf = (row: Row): string => (row.kind === 'line' ? row.line.account : row.at.account);

/** Where one stands in the ritual, and the ways on: rows by j and k, steps by n. */
function useWalk(rows: readonly Row[]) {
  const [step, setStep] = useState<RitualStep>('phases');
  const [inHand, setInHand] = useState<string | null>(null);
  const take = (row: Row | null | undefined) => {
    setInHand(row?.key ?? null);
    if (row) setStep(row.step);
  };
  const goTo = (next: RitualStep) => {
    setStep(next);
    const first = rows.find((row) => row.step === next);
    setInHand(first?.key ?? null);
    if (!first) document.getElementById(`step-${next}`)?.scrollIntoView({ block: 'start' });
  };
  const move = (by: number) => {
    const at = rows.findIndex(({ key }) => key === inHand);
    take(rows[stepRow(at, by, rows.length)]);
  };
  const following = ritualSteps[ritualSteps.indexOf(step) + 1] ?? null;
  return { step, inHand, take, goTo, move, following };
}

type Props = { ritual: Ritual; workspace: string };

function Opened({ ritual, workspace }: Props) {
  const rows = rowsOf(ritual);
  const acts = useRitualActs(workspace);
  const { clock, now, turn } = useRitualClock(workspace, ritual.monday);
  const { step, inHand, take, goTo, move, following } = useWalk(rows);
  const row = rows.find(({ key }) => key === inHand) ?? null;
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    n: () => following && goTo(following),
    ' ': turn,
  });
  const form = row && (
    <RitualForm
      key={row.key}
      name={nameOf(row)}
      start={startOf(row, ritual)}
      members={ritual.members}
      busy={acts.decide.isPending}
      failed={acts.decide.isError ? acts.said(acts.decide.error) : null}
      pulse={row.kind === 'line'}
      onPulse={(verdict) => row.kind === 'line' && acts.pulse.mutate({ id: row.line.id, verdict })}
      onDecide={(decided) =>
        acts.decide.mutate({ row, decided }, { onSuccess: () => take(nextOpen(rows, row.key)) })
      }
    />
  );
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
      <RitualPhases ritual={ritual} />
      <Lists
        ritual={ritual}
        walk={walk}
        onClose={(one, outcome) => acts.close.mutate({ id: one.id, task: one.task.task, outcome })}
      />
      <RitualMinutes
        ritual={ritual}
        busy={acts.minutes.isPending}
        failed={acts.minutes.isError}
        onKeep={() => acts.minutes.mutate(ritual.text)}
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
          [['n'], r.keys.step],
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
};

function Lists({ ritual, walk, onClose }: ListsProps) {
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
      />
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
