// The people of a customer as a list that can be acted on: who, how warm, what a person can tell of each.
import { useState, type ReactNode } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { PersonMark } from '#web/parts/people-map.tsx';
import type { FormAim } from '#web/views/contact-form.ts';
import { useContactsSpeech } from '#web/words/contacts-context.ts';

export type ContactActs = {
  readonly onConfirm: (of: Contact) => void;
  readonly onReturn: (of: Contact) => void;
  readonly onOpen: (aim: FormAim) => void;
};
type Props = {
  people: readonly Contact[];
  asOf: string;
  /** Null: nothing can be told, on a past day or by who only looks. */
  acts: ContactActs | null;
  /** Whose form is open, and the form. */
  open: { readonly id: string; readonly form: ReactNode } | null;
};

/** Rows shown before one asks for all. */
const first = 6;

export function PeopleList({ people, asOf, acts, open }: Props) {
  const { p } = useContactsSpeech();
  const [all, setAll] = useState(false);
  const rest = people.length - first;
  const shown = all || rest <= 1 ? people : people.slice(0, first);
  return (
    <>
      <ul className="who" aria-label={p.list}>
        {shown.map((person) => (
          <li key={person.id} data-contact={person.id} tabIndex={-1}>
            <Person person={person} asOf={asOf} />
            {acts && <Acts person={person} asOf={asOf} acts={acts} />}
            {open?.id === person.id && open.form}
          </li>
        ))}
      </ul>
      {shown.length < people.length && (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          {p.all(rest)}
        </button>
      )}
    </>
  );
}

function Person({ person, asOf }: { person: Contact; asOf: string }) {
  const { p, f } = useContactsSpeech();
  const { warmth, left, leftOn, days, nps, level, influenceTold, department, email, phone } = person;
  const goneText = leftOn === null ? p.gone : p.goneOn(f.dayShort(leftOn, asOf));
  const weight = level === null ? null : influenceTold ? p.level[level] : p.supposed(p.level[level]);
  const facts = [
    left ? goneText : days === null ? p.never : `${p.warmth[warmth]}, ${p.talked(days)}`,
    nps && p.nps(f.number(nps.score), f.dayShort(nps.on, asOf)),
    weight,
  ].filter((part) => part !== null);
  return (
    <>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <PersonMark x={9} y={9} warmth={warmth} left={left} />
      </svg>
      <div>
        <p className={left ? 'name left' : 'name'}>{person.name ?? p.nameless}</p>
        <p className="soft">
          {[person.roleText ?? p.noRole, department].filter((part) => part !== null).join(' · ')}
        </p>
        <p className="small mute">{facts.join(' · ')}</p>
        {(email !== null || phone !== null) && (
          <p className="small reach">
            {email !== null && (
              <a className="link" href={`mailto:${email}`}>
                {email}
              </a>
            )}
            {phone !== null && (
              <a className="link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                {phone}
              </a>
            )}
          </p>
        )}
      </div>
    </>
  );
}

type ActsProps = { person: Contact; asOf: string; acts: ContactActs };

function Acts({ person, asOf, acts }: ActsProps) {
  const { p } = useContactsSpeech();
  const name = person.name ?? person.roleText ?? p.nameless;
  if (person.left)
    return (
      <div className="acts">
        <button
          type="button"
          className="btn quiet"
          aria-label={p.backOf(name)}
          onClick={() => acts.onReturn(person)}
        >
          {p.back}
        </button>
      </div>
    );
  return (
    <div className="acts">
      {person.toldOn !== asOf && (
        <button
          type="button"
          className="btn quiet"
          aria-label={p.confirmOf(name)}
          onClick={() => acts.onConfirm(person)}
        >
          {p.confirm}
        </button>
      )}
      <button
        type="button"
        className="btn quiet"
        aria-label={p.changeOf(name)}
        onClick={() => acts.onOpen({ kind: 'change', of: person })}
      >
        {p.change}
      </button>
      <button
        type="button"
        className="btn quiet"
        aria-label={p.leaveOf(name)}
        onClick={() => acts.onOpen({ kind: 'leave', of: person })}
      >
        {p.leave}
      </button>
    </div>
  );
}
