// Who looks after a customer, a line each; the one that is passed on is a form.
import { useEffect, useRef, useState } from 'react';
import type { AccountTeam, HandOver } from '#contract/team.ts';
import { useTeamSpeech } from '#web/words/team-context.ts';

type Place = AccountTeam['team'][number];
type Props = {
  read: AccountTeam | null;
  failed: boolean;
  /** Place that is passed on; -1: nobody has it yet; null: none is. */
  passing: number | null;
  busy: boolean;
  refused: string | null;
  onBegin: (place: number) => void;
  onLeave: () => void;
  onPass: (over: Omit<HandOver, 'accounts'>) => void;
};

export function TeamBlock(props: Props) {
  const { t } = useTeamSpeech();
  const { read, failed, passing, onBegin } = props;
  const hasCsm = read?.team.some(({ role }) => role === 'csm') ?? true;
  return (
    <section className="sec team" aria-busy={read === null && !failed}>
      <header>
        <h2>{t.title}</h2>
      </header>
      {failed && <p className="soft">{t.failed}</p>}
      {read && read.team.length === 0 && passing === null && <p className="soft">{t.nobody}</p>}
      {read && (
        <ul className="rows">
          {read.team.map((place, at) => (
            <TeamLine
              key={`${place.member} ${place.role}`}
              place={place}
              onPass={read.mayPass && passing === null ? () => onBegin(at) : null}
            />
          ))}
        </ul>
      )}
      {read && read.mayPass && !hasCsm && passing === null && (
        <button type="button" className="btn" onClick={() => onBegin(-1)}>
          {t.choose} <kbd>q</kbd>
        </button>
      )}
      {read && passing !== null && (
        <PassForm key={passing} {...props} read={read} place={read.team[passing]} />
      )}
    </section>
  );
}

function TeamLine({ place, onPass }: { place: Place; onPass: (() => void) | null }) {
  const { t, f } = useTeamSpeech();
  return (
    <li>
      <span>
        <span className="name">{place.name}</span>
        <span className="small mute line">
          {place.roleLabel}, {t.since(f.day(place.since))}
        </span>
      </span>
      {onPass && (
        <button type="button" className="btn quiet" aria-label={t.passOf(place.name)} onClick={onPass}>
          {t.pass}
        </button>
      )}
    </li>
  );
}

type FormProps = Props & { read: AccountTeam; place: Place | undefined };

function PassForm({ read, place, busy, refused, onLeave, onPass }: FormProps) {
  const { t } = useTeamSpeech();
  const [to, setTo] = useState('');
  const [note, setNote] = useState(read.note);
  const [along, setAlong] = useState(true);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = () => {
    if (to === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    const role = place?.role ?? 'csm';
    onPass({ role, to, from: place?.member ?? null, note: note.trim(), tasks: along });
  };
  return (
    <form
      className="tpass"
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send();
      }}
    >
      <h3>{place ? t.form.title(place.name) : t.form.first}</h3>
      <label>
        <span className="lb">{t.form.to}</span>
        <select
          ref={field}
          className="field"
          value={to}
          aria-invalid={missing}
          onChange={(event) => {
            setTo(event.target.value);
            setMissing(false);
          }}
        >
          <option value="">{t.form.someone}</option>
          {read.choices
            .filter(({ key }) => key !== place?.member)
            .map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
        </select>
      </label>
      <Along note={note} onNote={setNote} tasks={read.tasks} along={along} onAlong={setAlong} />
      {(missing || refused !== null) && (
        <p className="wrong" role="alert">
          {missing ? t.form.missing : refused}
        </p>
      )}
      <div className="bar">
        <button type="submit" className="btn pri" aria-busy={busy}>
          {busy ? t.form.sending : t.form.send}
        </button>
        <button type="button" className="btn quiet" onClick={onLeave}>
          {t.form.leave}
        </button>
      </div>
    </form>
  );
}

type AlongProps = {
  note: string;
  onNote: (note: string) => void;
  tasks: number;
  along: boolean;
  onAlong: (along: boolean) => void;
};

/** What goes with the customer: what whoever comes next must know, and the open tasks. */
function Along({ note, onNote, tasks, along, onAlong }: AlongProps) {
  const { t } = useTeamSpeech();
  return (
    <>
      <label>
        <span className="lb">{t.form.note}</span>
        <textarea
          className="field"
          rows={6}
          maxLength={20_000}
          value={note}
          onChange={(event) => onNote(event.target.value)}
        />
        <span className="small mute">{t.form.hint}</span>
      </label>
      {tasks > 0 && (
        <label className="tick">
          <input type="checkbox" checked={along} onChange={(event) => onAlong(event.target.checked)} />
          {t.form.tasks(tasks)}
        </label>
      )}
    </>
  );
}
