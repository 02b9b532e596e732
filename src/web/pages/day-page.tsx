// Hoje: my tasks by the time they are due, with what changed beside them; one key to do, put off, give away, undo.
import '#web/styles/day.css';
import '#web/styles/entry.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { parseDay, weekday } from '#base/day.ts';
import type { NewTasks } from '#contract/tasks.ts';
import type { Today } from '#contract/today.ts';
import { useCan } from '#web/pages/access-api.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { useDayActs, type DayActs } from '#web/pages/day-acts.ts';
import { dayKey } from '#web/pages/day-keys.ts';
import { useKeys, useTitle } from '#web/pages/shell-state.tsx';
import { TaskAccount, type Picked } from '#web/pages/task-account.tsx';
import { useTaskWalk } from '#web/pages/task-walk.tsx';
import { DayAside } from '#web/parts/day-aside.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { NewTask } from '#web/parts/new-task.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { TaskRow } from '#web/parts/task-row.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { dayGroups, dayVerdict } from '#web/views/day.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

export function DayPage() {
  const { w, d } = useDaySpeech();
  const { workspace } = useParams({ from: '/$workspace/hoje' });
  const { person } = useSearch({ from: '/$workspace/hoje' });
  const today = useQuery({
    queryKey: [...dayKey(workspace), person, w.language],
    queryFn: ({ signal }) => api.today(workspace, person, w.language, signal),
    // What others do shows here too, while the page is looked at.
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  });
  useTitle(d.title);
  if (today.data) return <Day today={today.data} workspace={workspace} />;
  if (today.isError)
    return <PageFailure detail={detailOf(today.error)} onRetry={() => void today.refetch()} />;
  return <PageSkeleton label={w.states.loading} />;
}

type Props = { today: Today; workspace: string };

function Day({ today, workspace }: Props) {
  const { d, f } = useDaySpeech();
  const navigate = useNavigate();
  const writes = useCan(workspace)('facts.write');
  const acts = useDayActs(workspace);
  const groups = dayGroups(today);
  const tasks = groups.flatMap((group) => group.tasks);
  const walk = useTaskWalk(tasks, today.members, today, acts, true);
  const [creating, setCreating] = useState(false);
  const open = () => {
    const id = walk.inHand?.account.id;
    if (id !== undefined) void navigate({ to: '/$workspace/cliente/$id', params: { workspace, id } });
  };
  useKeys({
    j: () => walk.move(1),
    k: () => walk.move(-1),
    Enter: open,
    ...(writes ? { ...walk.keys, n: () => setCreating(true) } : {}),
    ...(acts.back ? { z: acts.back.does } : {}),
  });
  const verdict = dayVerdict(today, f, d);
  return (
    <main className="main day" id="content" tabIndex={-1}>
      <Verdict {...verdict} figure={<b>{verdict.figure}</b>} />
      <Missing today={today} />
      <div className="cols c84">
        <div>
          <DayHead today={today} workspace={workspace} onCreate={writes ? () => setCreating(true) : null} />
          {creating && (
            <Creating today={today} workspace={workspace} acts={acts} onEnd={() => setCreating(false)} />
          )}
          {groups.map(({ part, tasks: some, total }) => (
            <section className="grp" key={part} aria-label={d.parts[part]}>
              <h3>
                {d.parts[part]} <span className="mute">{f.number(total)}</span>
              </h3>
              <ol className="tk">
                {some.map((task) => (
                  <TaskRow
                    key={task.key}
                    task={task}
                    workspace={workspace}
                    today={today.day}
                    currency={today.currency}
                    inHand={task.key === walk.inHand?.key}
                    withOwner={today.who === null}
                    withAccount
                    busy={acts.busy}
                    form={task.key === walk.inHand?.key ? walk.form : null}
                    failed={task.key === walk.inHand?.key ? walk.failed : null}
                    onAct={writes ? walk.act : null}
                    onTake={() => walk.take(task.key)}
                  />
                ))}
              </ol>
            </section>
          ))}
          <Foot today={today} shown={tasks.length} />
        </div>
        <DayAside today={today} workspace={workspace} />
      </div>
      {acts.said !== null && <Toast text={acts.said.text} undo={acts.back} onEnd={acts.endSaid} />}
    </main>
  );
}

/** What the base does not tell, so that nobody takes its silence for news. */
function Missing({ today }: { today: Today }) {
  const { d } = useDaySpeech();
  if (today.missing.length === 0) return null;
  return (
    <ul className="gaps small">
      {today.missing.map((what) => (
        <li key={what}>{d.missing[what]}</li>
      ))}
    </ul>
  );
}

type HeadProps = Props & { onCreate: (() => void) | null };

function DayHead({ today, workspace, onCreate }: HeadProps) {
  const { d, f } = useDaySpeech();
  const navigate = useNavigate();
  const { who, members, limited } = today;
  const said = d.weekdays[weekday(parseDay(today.day) ?? 0)] ?? '';
  return (
    <>
      <section className="sec head">
        <header>
          <h2>{who === null ? d.mine(null) : d.of(who.label)}</h2>
          <span className="act">{d.now(said, f.day(today.day), d.time(today.time))}</span>
        </header>
      </section>
      <div className="bar dayb">
        {!limited && members.length > 0 && (
          <select
            className="field"
            aria-label={d.whose}
            value={who?.key ?? 'all'}
            onChange={(event) =>
              void navigate({
                to: '/$workspace/hoje',
                params: { workspace },
                search: { person: event.target.value },
              })
            }
          >
            <option value="all">{d.everyone}</option>
            {members.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
        {onCreate && (
          <button type="button" className="btn" onClick={onCreate}>
            {d.act.create} <kbd>n</kbd>
          </button>
        )}
      </div>
    </>
  );
}

function Creating({ today, workspace, acts, onEnd }: Props & { acts: DayActs; onEnd: () => void }) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const create = async (tasks: NewTasks) => {
    const refused = await acts.open(tasks);
    setFailed(refused);
    if (refused === null) onEnd();
  };
  return (
    <div className="newt">
      <NewTask
        account={picked}
        finder={<TaskAccount workspace={workspace} picked={picked} onPick={setPicked} />}
        members={today.members}
        owner={today.who?.key ?? null}
        busy={acts.busy}
        failed={failed}
        onCreate={(tasks) => void create(tasks)}
        onClose={onEnd}
      />
    </div>
  );
}

function Foot({ today, shown }: { today: Today; shown: number }) {
  const { d } = useDaySpeech();
  const { counts } = today;
  const none = today.missing.includes('customers') ? d.emptyNever : d.empty;
  return (
    <>
      {shown === 0 && <p className="none">{none}</p>}
      {counts.total > shown && <p className="small mute">{d.more(shown, counts.total)}</p>}
      <p className="small mute fim">{d.foot(counts.done, counts.tomorrow)}</p>
      <KeysLine
        keys={[
          [['j', 'k'], d.keys.move],
          [['Enter'], d.keys.open],
          [['e'], d.keys.finish],
          [['s'], d.keys.snooze],
          [['a'], d.keys.delegate],
          [['n'], d.keys.create],
          [['?'], d.keys.all],
        ]}
      />
    </>
  );
}
