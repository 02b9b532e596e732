// Invites a person: an e-mail and a role, and the link to send them.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mayBeWithoutMoney, roles, type Role } from '#domain/access/roles.ts';
import { accessApi } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { KnownSelect } from '#web/parts/known-select.tsx';
import { LinkShown } from '#web/parts/link-shown.tsx';
import { MoneySelect } from '#web/parts/money-select.tsx';
import { usePeopleSpeech } from '#web/words/people-context.ts';

type Props = {
  workspace: string;
  inFacts: readonly { readonly key: string; readonly name: string }[];
  gives: (role: Role) => boolean;
};

export function InviteForm({ workspace, inFacts, gives }: Props) {
  const { p } = usePeopleSpeech();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('csm');
  const [seesMoney, setSeesMoney] = useState(true);
  const [memberKey, setMemberKey] = useState<string | null>(null);
  const invite = useMutation({
    mutationFn: async () => {
      const known = memberKey === null ? {} : { memberKey };
      const told = mayBeWithoutMoney(role) ? { seesMoney } : {};
      return { email, link: await accessApi.invite(workspace, { email, role, ...known, ...told }) };
    },
    onSuccess: async () => {
      setEmail('');
      setMemberKey(null);
      await queries.invalidateQueries();
    },
  });
  return (
    <section className="sec">
      <header>
        <h2>{p.invite.title}</h2>
        <p className="note">{p.invite.note}</p>
      </header>
      <form
        className="invite"
        onSubmit={(event) => {
          event.preventDefault();
          if (!invite.isPending) invite.mutate();
        }}
      >
        <label>
          <span className="lb">{p.field.email}</span>
          <input
            className="field"
            type="email"
            required
            autoComplete="off"
            maxLength={200}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <RolePick role={role} gives={gives} onRole={setRole} />
        <label>
          <span className="lb">{p.field.inFacts}</span>
          <KnownSelect value={memberKey} inFacts={inFacts} onChange={setMemberKey} />
        </label>
        {mayBeWithoutMoney(role) && (
          <label>
            <span className="lb">{p.field.money}</span>
            <MoneySelect value={seesMoney} onChange={setSeesMoney} />
          </label>
        )}
        <button type="submit" className="btn pri" aria-busy={invite.isPending}>
          {p.invite.button}
        </button>
      </form>
      {invite.isError && (
        <p className="wrong" role="alert">
          {detailOf(invite.error) ?? p.failed}
        </p>
      )}
      {invite.data && <LinkShown key={invite.data.link.token} {...invite.data} />}
    </section>
  );
}

type RolePickProps = Pick<Props, 'gives'> & { role: Role; onRole: (role: Role) => void };

function RolePick({ role, gives, onRole }: RolePickProps) {
  const { p } = usePeopleSpeech();
  return (
    <label>
      <span className="lb">{p.field.role}</span>
      <select className="field" value={role} onChange={(event) => onRole(event.target.value as Role)}>
        {roles.filter(gives).map((one) => (
          <option key={one} value={one}>
            {p.roles[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
