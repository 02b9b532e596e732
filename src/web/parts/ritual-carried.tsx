// What was decided in weeks before and is not done: done, dropped, or going on until another day.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Ritual } from '#contract/rituals.ts';
import { CheckIcon } from '#web/parts/icons.tsx';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

type Props = {
  workspace: string;
  ritual: Ritual;
  inHand: string | null;
  onTake: (key: string) => void;
  onClose: (carried: Ritual['carried'][number], outcome: 'done' | 'dropped') => void;
  form: ReactNode;
  /** What went wrong with the last closing; null: nothing. */
  failed: string | null;
};

export function RitualCarried({ workspace, ritual, inHand, onTake, onClose, form, failed }: Props) {
  const { r, f } = useRitualSpeech();
  const { carried } = ritual;
  return (
    <section className="sec" id="step-rest">
      <header>
        <h2>{r.rest.title(carried.length)}</h2>
      </header>
      {failed !== null && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
      <ul className="carry">
        {carried.map((one) => {
          const key = `rest ${one.task.task}`;
          const { task } = one;
          const here = key === inHand;
          const due =
            task.dueOn === null
              ? r.rest.noDue
              : task.overdue
                ? r.rest.overdue(f.dayShort(task.dueOn, ritual.day))
                : r.rest.due(f.dayShort(task.dueOn, ritual.day));
          return (
            <li key={key} aria-current={here ? 'true' : undefined}>
              <p>
                {task.thisWeek && <CheckIcon />}
                <Link
                  to="/$workspace/cliente/$id"
                  params={{ workspace, id: one.id }}
                  search={{}}
                  className="name"
                >
                  {one.account}
                </Link>{' '}
                {task.what}
                <span className={task.overdue ? 'st yellow' : 'mute'}>
                  {' '}
                  {[task.ownerLabel, due].filter((part) => part !== null).join(' · ')}
                </span>
              </p>
              <div className="bar">
                <button type="button" className="btn" onClick={() => onClose(one, 'done')}>
                  {r.rest.done}
                </button>
                <button type="button" className="btn quiet" onClick={() => onClose(one, 'dropped')}>
                  {r.rest.dropped}
                </button>
                {!here && (
                  <button type="button" className="btn quiet" onClick={() => onTake(key)}>
                    {r.rest.goesOn}…
                  </button>
                )}
              </div>
              {here && form}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
