// Open tasks on a customer's page, with the same actions as in Hoje; nothing is shown where there is none.
import '#web/styles/day.css';
import { useQuery } from '@tanstack/react-query';
import type { CustomerPage } from '#contract/customer.ts';
import { useCan } from '#web/pages/access-api.ts';
import { api } from '#web/pages/api.ts';
import { useDayActs } from '#web/pages/day-acts.ts';
import { accountTasksKey } from '#web/pages/day-keys.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { useTaskWalk } from '#web/pages/task-walk.tsx';
import { TaskRow } from '#web/parts/task-row.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { stepDay } from '#web/views/as-of.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

type Props = { page: CustomerPage; workspace: string };

export function CustomerTasks({ page, workspace }: Props) {
  const { d, f, w } = useDaySpeech();
  const writes = useCan(workspace)('facts.write');
  const acts = useDayActs(workspace);
  const asked = useQuery({
    queryKey: [...accountTasksKey(workspace, page.head.id), w.language],
    queryFn: ({ signal }) => api.accountTasks(workspace, page.head.id, w.language, signal),
  });
  const tasks = asked.data?.tasks ?? [];
  const clock = { day: page.today, time: '', next: stepDay(page.today, 1, '9999-12-31'), workingDay: false };
  const walk = useTaskWalk(tasks, asked.data?.members ?? [], clock, acts, false);
  useKeys({
    ...(tasks.length > 0 ? { t: () => walk.move(1) } : {}),
    ...(writes && walk.inHand ? walk.keys : {}),
    ...(acts.back ? { z: acts.back.does } : {}),
  });
  return (
    <>
      {tasks.length > 0 && (
        <section className="sec ctasks">
          <header>
            <h2>{d.ofCustomer}</h2>
            <span className="act">{f.number(tasks.length)}</span>
          </header>
          <ol className="tk">
            {tasks.map((task) => (
              <TaskRow
                key={task.key}
                task={{ ...task, health: null }}
                workspace={workspace}
                today={page.today}
                currency={null}
                inHand={task.key === walk.inHand?.key}
                withOwner
                withAccount={false}
                busy={acts.busy}
                form={task.key === walk.inHand?.key ? walk.form : null}
                failed={task.key === walk.inHand?.key ? walk.failed : null}
                onAct={writes ? walk.act : null}
                onTake={() => walk.take(task.key)}
              />
            ))}
          </ol>
        </section>
      )}
      {acts.said !== null && <Toast text={acts.said.text} undo={acts.back} onEnd={acts.endSaid} />}
    </>
  );
}
