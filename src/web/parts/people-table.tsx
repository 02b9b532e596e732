// Who enters: name, role, who they are in the facts, and what may be done about them.
import { useState } from 'react';
import type { Leaving, OpenLink, Person } from '#contract/people.ts';
import { mayBeLimited, mayBeWithoutMoney, roles, type Role } from '#domain/access/roles.ts';
import { KnownSelect } from '#web/parts/known-select.tsx';
import { LeavingQuestion } from '#web/parts/leaving-question.tsx';
import { LinkShown } from '#web/parts/link-shown.tsx';
import { MoneySelect } from '#web/parts/money-select.tsx';
import { usePeopleSpeech } from '#web/words/people-context.ts';

type Known = { readonly key: string; readonly name: string };
type Props = {
  people: readonly Person[];
  inFacts: readonly Known[];
  /** Whether the reader may give and take this role. */
  gives: (role: Role) => boolean;
  said: { readonly text: string; readonly failed: boolean } | null;
  busy: boolean;
  onRole: (person: Person, role: Role) => void;
  onKey: (person: Person, key: string | null) => void;
  onSees: (person: Person, sees: Person['sees']) => void;
  onMoney: (person: Person, seesMoney: boolean) => void;
  leavingOf: (person: Person) => Promise<Leaving>;
  /** `to`: key of who takes over what they have in hand; null: nobody. */
  onRemove: (person: Person, to: string | null) => void;
  linkFor: (person: Person) => Promise<OpenLink>;
};

export function PeopleTable(props: Props) {
  const { p } = usePeopleSpeech();
  const { people, said } = props;
  const [link, setLink] = useState<{ email: string; link: OpenLink } | null>(null);
  return (
    <section className="sec">
      <header>
        <h2>{p.list.table}</h2>
      </header>
      <p className={said?.failed === true ? 'told bad' : 'told'} role="status">
        {said?.text}
      </p>
      <table className="tbl wrap stack">
        <caption className="sr">{p.list.table}</caption>
        <colgroup>
          <col />
          <col style={{ width: 150 }} />
          <col style={{ width: 180 }} />
          <col style={{ width: 160 }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 220 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{p.list.person}</th>
            <th>{p.field.role}</th>
            <th>{p.field.inFacts}</th>
            <th>{p.field.sees}</th>
            <th>{p.list.state}</th>
            <th className="end">{p.list.action}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={person.id}
              {...props}
              person={person}
              onLink={(made) => setLink({ email: person.email, link: made })}
            />
          ))}
        </tbody>
      </table>
      {link !== null && <LinkShown key={link.link.token} email={link.email} link={link.link} />}
    </section>
  );
}

type RowProps = Props & { person: Person; onLink: (link: OpenLink) => void };

function Row(props: RowProps) {
  const { person, inFacts, gives, onRole, onKey, onSees, onMoney } = props;
  const { p, f } = usePeopleSpeech();
  const who = person.name ?? person.email;
  const mine = gives(person.role);
  const states = {
    active: p.list.active,
    invited: p.list.invited(person.linkUntil === null ? '' : f.day(person.linkUntil)),
    expired: p.list.expired,
  };
  return (
    <tr>
      <td>
        <span className="name">{who}</span>
        {person.self && <span className="small mute"> ({p.list.you})</span>}
        {person.name !== null && <span className="small mute line">{person.email}</span>}
      </td>
      <td data-label={p.field.role}>
        <RoleField person={person} who={who} gives={gives} onRole={onRole} />
      </td>
      <td data-label={p.field.inFacts}>
        <KeyField person={person} who={who} inFacts={inFacts} mine={mine} onKey={onKey} />
      </td>
      <td data-label={p.field.sees}>
        <SeesField person={person} who={who} mine={mine} onSees={onSees} />
        <MoneyField person={person} who={who} mine={mine} onMoney={onMoney} />
      </td>
      <td data-label={p.list.state}>{states[person.state]}</td>
      <td className="end">{mine && <Acts {...props} who={who} />}</td>
    </tr>
  );
}

/** A link, and the way out after a question. */
function Acts({ person, who, busy, leavingOf, onRemove, linkFor, onLink }: RowProps & { who: string }) {
  const { p } = usePeopleSpeech();
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState<Leaving | 'failed' | null>(null);
  const [failed, setFailed] = useState(false);
  const active = person.state === 'active';
  const link = async (): Promise<void> => {
    try {
      onLink(await linkFor(person));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const ask = async (): Promise<void> => {
    setLeaving(null);
    setAsking(true);
    try {
      setLeaving(await leavingOf(person));
    } catch {
      setLeaving('failed');
    }
  };
  if (asking)
    return (
      <LeavingQuestion
        who={who}
        busy={busy}
        leaving={leaving}
        onRemove={(to) => onRemove(person, to)}
        onKeep={() => setAsking(false)}
      />
    );
  return (
    <>
      {failed && <span className="wrong">{p.failed}</span>}
      <button
        type="button"
        className="btn quiet"
        aria-label={active ? p.list.passwordFor(who) : p.list.newLinkFor(who)}
        onClick={() => void link()}
      >
        {active ? p.list.password : p.list.newLink}
      </button>
      {!person.self && (
        <button
          type="button"
          className="btn quiet"
          aria-label={p.list.removeWho(who)}
          onClick={() => void ask()}
        >
          {p.list.remove}
        </button>
      )}
    </>
  );
}

function RoleField({
  person,
  who,
  gives,
  onRole,
}: Pick<RowProps, 'person' | 'gives' | 'onRole'> & { who: string }) {
  const { p } = usePeopleSpeech();
  if (!gives(person.role) || person.self) return p.roles[person.role];
  return (
    <select
      className="field"
      aria-label={p.list.roleOf(who)}
      value={person.role}
      onChange={(event) => onRole(person, event.target.value as Role)}
    >
      {roles.filter(gives).map((role) => (
        <option key={role} value={role}>
          {p.roles[role]}
        </option>
      ))}
    </select>
  );
}

function KeyField({
  person,
  who,
  inFacts,
  mine,
  onKey,
}: Pick<RowProps, 'person' | 'inFacts' | 'onKey'> & { who: string; mine: boolean }) {
  const { p } = usePeopleSpeech();
  const name = inFacts.find(({ key }) => key === person.memberKey)?.name;
  if (!mine) return name ?? p.field.nobody;
  return (
    <KnownSelect
      label={p.list.keyOf(who)}
      value={person.memberKey}
      inFacts={inFacts}
      onChange={(key) => onKey(person, key)}
    />
  );
}

/** Only who is somebody in the facts can be limited to their own customers, and no owner or admin can. */
function SeesField({
  person,
  who,
  mine,
  onSees,
}: Pick<RowProps, 'person' | 'onSees'> & { who: string; mine: boolean }) {
  const { p } = usePeopleSpeech();
  if (!mine || person.memberKey === null || !mayBeLimited(person.role))
    return <span className="soft">{person.sees === 'own' ? p.field.seesOwn : p.field.seesAll}</span>;
  return (
    <select
      className="field"
      aria-label={p.list.seesOf(who)}
      value={person.sees}
      onChange={(event) => onSees(person, event.target.value as Person['sees'])}
    >
      <option value="all">{p.field.seesAll}</option>
      <option value="own">{p.field.seesOwn}</option>
    </select>
  );
}

/** Only CSMs and viewers can be without amounts. */
function MoneyField({
  person,
  who,
  mine,
  onMoney,
}: Pick<RowProps, 'person' | 'onMoney'> & { who: string; mine: boolean }) {
  const { p } = usePeopleSpeech();
  if (!mine || !mayBeWithoutMoney(person.role))
    return person.seesMoney ? null : <span className="soft line">{p.field.withoutMoney}</span>;
  return (
    <MoneySelect
      label={p.list.moneyOf(who)}
      value={person.seesMoney}
      onChange={(seesMoney) => onMoney(person, seesMoney)}
    />
  );
}
