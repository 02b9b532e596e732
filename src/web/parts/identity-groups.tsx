// Roots of CNPJ that several customers share: a person says whether they are one economic group, and its name.
import { useId, useState } from 'react';
import type { Identity } from '#contract/identity.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export type Group = Identity['groups'][number];
type Props = {
  groups: readonly Group[];
  onConfirm: (group: Group, name: string) => void;
  onReject: (group: Group) => void;
};

/** `11222333` as people read it: 11.222.333. */
export const rootText = (root: string): string => root.replace(/^(..)(...)(...)$/, '$1.$2.$3');

export function IdentityGroups({ groups, onConfirm, onReject }: Props) {
  const { d } = useDataSpeech();
  const words = d.identity.groups;
  return (
    <section className="sec">
      <header>
        <h2>{words.title}</h2>
        <p className="note">{groups.length === 0 ? words.none : words.note}</p>
      </header>
      <ul className="rows">
        {groups.map((group) => (
          <GroupRow key={group.root} group={group} onConfirm={onConfirm} onReject={onReject} />
        ))}
      </ul>
    </section>
  );
}

function GroupRow({ group, onConfirm, onReject }: { group: Group } & Omit<Props, 'groups'>) {
  const { d } = useDataSpeech();
  const words = d.identity.groups;
  const id = useId();
  const [name, setName] = useState(group.name);
  const rest = group.total - group.accounts.length;
  return (
    <li>
      <div>
        <p className="strong">{words.root(rootText(group.root))}</p>
        <p className="soft">
          {group.accounts.map((account) => account.name).join(' · ')}
          {rest > 0 && ` ${words.more(rest)}`}
        </p>
      </div>
      <form
        className="bar"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onConfirm(group, name.trim());
        }}
      >
        <label className="sr" htmlFor={id}>
          {`${words.name}, ${words.root(rootText(group.root))}`}
        </label>
        <input
          id={id}
          className="field"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="btn">
          {words.yes}
        </button>
        <button
          type="button"
          className="btn quiet"
          aria-label={words.noOf(rootText(group.root))}
          onClick={() => onReject(group)}
        >
          {words.no}
        </button>
      </form>
    </li>
  );
}
