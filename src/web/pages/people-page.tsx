// Pessoas: who enters this workspace and what each may do. Without an owner: the one form that makes the first.
import '#web/styles/data.css';
import '#web/styles/people.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '#contract/people.ts';
import { mayBeLimited, mayBeWithoutMoney, mayGive, type Role } from '#domain/access/roles.ts';
import { accessApi, accessQuery, peopleQuery, useCan } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { InviteForm } from '#web/pages/invite-form.tsx';
import { useTitle } from '#web/pages/shell-state.tsx';
import { AccessForm, useAccessFields } from '#web/parts/access-form.tsx';
import { PeopleTable } from '#web/parts/people-table.tsx';
import { RolesTable } from '#web/parts/roles-table.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export function PeoplePage() {
  const { w, p } = usePeopleSpeech();
  const { workspace } = useParams({ from: '/$workspace/pessoas' });
  const access = useQuery(accessQuery);
  const read = useQuery(peopleQuery(workspace));
  const can = useCan(workspace);
  useTitle(p.title);
  if (read.isError) return <PageFailure detail={detailOf(read.error)} onRetry={() => void read.refetch()} />;
  if (!read.data || !access.data) return <PageSkeleton label={w.states.loading} />;
  if (access.data.state === 'open') return <NoOwner />;
  const { people, inFacts } = read.data;
  const active = people.filter(({ state }) => state === 'active').length;
  const role = access.data.workspaces.find(({ slug, id }) => slug === workspace || id === workspace)?.role;
  const gives = (given: Role): boolean => role !== undefined && mayGive(role, given);
  return (
    <main className="main data people" id="content" tabIndex={-1}>
      <Verdict
        headline={p.list.headline(active)}
        why={p.list.why(people.filter(({ state }) => state === 'invited').length)}
        figure={<b>{active}</b>}
        notes={[p.list.figure(active)]}
      />
      <Acts workspace={workspace} people={people} inFacts={inFacts} gives={gives} />
      {can('people.manage') && <InviteForm workspace={workspace} inFacts={inFacts} gives={gives} />}
      <RolesTable />
    </main>
  );
}

function NoOwner() {
  const { p } = usePeopleSpeech();
  const { name, email, password } = useAccessFields();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      accessApi.createOwner({
        name: values['name'] ?? '',
        email: values['email'] ?? '',
        password: values['password'] ?? '',
      }),
    onSuccess: () => queries.resetQueries(),
  });
  return (
    <main className="main data people" id="content" tabIndex={-1}>
      <Verdict headline={p.owner.title} why={p.owner.why} figure={<b>1</b>} notes={[p.list.figure(1)]} />
      <section className="sec">
        <header>
          <h2>{p.owner.form}</h2>
          <p className="note">{p.owner.afterwards}</p>
        </header>
        <AccessForm
          fields={[name, email, password]}
          button={p.owner.button}
          busy={create.isPending}
          refused={create.isError ? (detailOf(create.error) ?? p.failed) : undefined}
          onSend={(values) => create.mutate(values)}
        />
      </section>
      <RolesTable />
    </main>
  );
}

/** Who is nobody in the facts, and who may do everything, is not limited. */
const whole = { sees: 'all' } as const;

type ActsProps = {
  workspace: string;
  people: readonly Person[];
  inFacts: readonly { readonly key: string; readonly name: string }[];
  gives: (role: Role) => boolean;
};

function Acts({ workspace, people, inFacts, gives }: ActsProps) {
  const { p } = usePeopleSpeech();
  const queries = useQueryClient();
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const act = useMutation({
    mutationFn: async ({ work, text }: { work: () => Promise<unknown>; text: string }) => {
      await work();
      return text;
    },
    onSuccess: async (text) => {
      setSaid({ text, failed: false });
      await queries.invalidateQueries();
    },
    onError: (error) => setSaid({ text: detailOf(error) ?? p.failed, failed: true }),
  });
  const named = (person: Person): string => person.name ?? person.email;
  return (
    <PeopleTable
      people={people}
      inFacts={inFacts}
      gives={gives}
      said={said}
      busy={act.isPending}
      onRole={(person, role) =>
        act.mutate({
          work: () =>
            accessApi.change(workspace, person.id, {
              role,
              ...(mayBeLimited(role) ? {} : whole),
              ...(mayBeWithoutMoney(role) ? {} : { seesMoney: true }),
            }),
          text: p.list.changed(named(person), p.roles[role]),
        })
      }
      onKey={(person, memberKey) =>
        act.mutate({
          work: () =>
            accessApi.change(workspace, person.id, { memberKey, ...(memberKey === null ? whole : {}) }),
          text: p.list.known(named(person)),
        })
      }
      onSees={(person, sees) =>
        act.mutate({
          work: () => accessApi.change(workspace, person.id, { sees }),
          text: p.list.known(named(person)),
        })
      }
      leavingOf={(person) => accessApi.leaving(workspace, person.id)}
      onMoney={(person, seesMoney) =>
        act.mutate({
          work: () => accessApi.change(workspace, person.id, { seesMoney }),
          text: p.list.known(named(person)),
        })
      }
      onRemove={(person, to) =>
        act.mutate({
          work: () => accessApi.remove(workspace, person.id, to),
          text: p.list.removed(named(person)),
        })
      }
      linkFor={(person) => accessApi.freshLink(workspace, person.id)}
    />
  );
}
