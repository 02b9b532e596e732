// The own account: who one is, another password, and the way out.
import '#web/styles/people.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accessApi, accessQuery } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { AccessForm, useAccessFields } from '#web/parts/access-form.tsx';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export function OwnPage() {
  const { p } = usePeopleSpeech();
  const fields = useAccessFields();
  const queries = useQueryClient();
  const { data } = useQuery(accessQuery);
  useTitle(p.own.title);
  const change = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      accessApi.changePassword(values['current'] ?? '', values['password'] ?? ''),
  });
  const out = useMutation({ mutationFn: () => accessApi.signOut(), onSuccess: () => queries.resetQueries() });
  const user = data?.user;
  return (
    <main className="main access" id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{user ? p.own.title : p.own.open}</h1>
      <p className="soft">{user ? `${user.name} · ${user.email}` : p.own.openText}</p>
      {user && (
        <>
          <section className="sec">
            <header>
              <h2>{p.own.password}</h2>
              <p className="note">{p.own.note}</p>
            </header>
            <p className="told" role="status">
              {change.isSuccess ? p.own.changed : ''}
            </p>
            <AccessForm
              key={change.isSuccess ? 'changed' : 'asked'}
              fields={[fields.current, fields.another]}
              button={p.own.password}
              busy={change.isPending}
              refused={change.isError ? (detailOf(change.error) ?? p.failed) : undefined}
              onSend={(values) => change.mutate(values)}
            />
          </section>
          <div className="bar">
            <button type="button" className="btn" aria-busy={out.isPending} onClick={() => out.mutate()}>
              {p.own.signOut}
            </button>
          </div>
        </>
      )}
    </main>
  );
}
