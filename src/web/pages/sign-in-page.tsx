// Who is not signed in finds this in place of every page; the address stays, and so does what was asked for.
import '#web/styles/people.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accessApi } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { AccessForm, useAccessFields } from '#web/parts/access-form.tsx';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export function SignInPage() {
  const { p } = usePeopleSpeech();
  const { email, password } = useAccessFields();
  const queries = useQueryClient();
  useTitle(p.signIn.button);
  const enter = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      accessApi.signIn(values['email'] ?? '', values['password'] ?? ''),
    onSuccess: () => queries.resetQueries(),
  });
  const known = {
    key: 'password',
    label: password.label,
    type: 'password',
    complete: 'current-password',
  } as const;
  return (
    <main className="main access" id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{p.signIn.title}</h1>
      <p className="soft">{p.signIn.why}</p>
      <AccessForm
        fields={[email, known]}
        button={p.signIn.button}
        busy={enter.isPending}
        refused={enter.isError ? (detailOf(enter.error) ?? p.failed) : undefined}
        onSend={(values) => enter.mutate(values)}
      />
      <p className="small mute">{p.signIn.forgot}</p>
    </main>
  );
}
