// What a link opens: an invitation to accept, or another password to choose. The token stands after # and so reaches no
// log; once it is used the address is another.
import '#web/styles/people.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LinkRead } from '#contract/access.ts';
import { accessApi } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { AccessForm, useAccessFields } from '#web/parts/access-form.tsx';
import { Failure } from '#web/parts/states.tsx';
import { VerdictSkeleton } from '#web/parts/verdict.tsx';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export function LinkPage() {
  const { p } = usePeopleSpeech();
  const [token] = useState(() => window.location.hash.slice(1));
  useTitle(p.title);
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => accessApi.readLink(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="main access" id="content" tabIndex={-1}>
      {link.isError ? (
        <Failure title={p.link.gone} text={detailOf(link.error) ?? p.failed}>
          <Link to="/" className="btn">
            {p.link.toStart}
          </Link>
        </Failure>
      ) : link.data ? (
        <Accept token={token} link={link.data} />
      ) : (
        <VerdictSkeleton label={p.link.loading} />
      )}
    </main>
  );
}

function Accept({ token, link }: { token: string; link: LinkRead }) {
  const { p } = usePeopleSpeech();
  const fields = useAccessFields();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const accept = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      accessApi.acceptLink(token, {
        name: values['name'] ?? link.name ?? link.email,
        password: values['password'] ?? '',
      }),
    onSuccess: async () => {
      await navigate({ to: '/', replace: true });
      await queries.resetQueries();
    },
  });
  return (
    <>
      <h1 tabIndex={-1}>{link.reset ? p.link.reset : p.link.title(link.workspace)}</h1>
      <p className="soft">
        {link.reset ? p.link.resetWhy(link.email) : p.link.why(link.email, p.roles[link.role])}
      </p>
      <AccessForm
        fields={link.reset ? [fields.another] : [fields.name, fields.password]}
        button={link.reset ? p.link.choose : p.link.accept}
        busy={accept.isPending}
        refused={accept.isError ? (detailOf(accept.error) ?? p.failed) : undefined}
        onSend={(values) => accept.mutate(values)}
      />
    </>
  );
}
