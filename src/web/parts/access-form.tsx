// A form of a few labelled fields and one button: signing in, an account, a password. Fields keep what was typed.
import { useId, useState } from 'react';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export type AccessField = {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly complete: string;
  readonly hint?: string;
  readonly least?: number;
};
type Props = {
  fields: readonly AccessField[];
  button: string;
  busy: boolean;
  /** What the server refused, in its words. */
  refused: string | undefined;
  onSend: (values: Readonly<Record<string, string>>) => void;
};

export function AccessForm({ fields, button, busy, refused, onSend }: Props) {
  const id = useId();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  return (
    <form
      className="access-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend(values);
      }}
    >
      {fields.map((field) => (
        <label key={field.key}>
          <span className="lb">{field.label}</span>
          <input
            className="field"
            type={field.type}
            autoComplete={field.complete}
            required
            minLength={field.least}
            maxLength={field.type === 'password' ? 128 : 200}
            value={values[field.key] ?? ''}
            aria-describedby={field.hint === undefined ? undefined : `${id}${field.key}`}
            onChange={(event) => setValues({ ...values, [field.key]: event.target.value })}
          />
          {field.hint !== undefined && (
            <span id={`${id}${field.key}`} className="small mute">
              {field.hint}
            </span>
          )}
        </label>
      ))}
      {refused !== undefined && (
        <p className="wrong" role="alert">
          {refused}
        </p>
      )}
      <div className="bar">
        <button type="submit" className="btn pri" aria-busy={busy}>
          {button}
        </button>
      </div>
    </form>
  );
}

/** The fields that several of these forms share. */
export function useAccessFields(): Readonly<
  Record<'name' | 'email' | 'password' | 'another' | 'current', AccessField>
> {
  const { p } = usePeopleSpeech();
  const chosen = {
    type: 'password',
    complete: 'new-password',
    hint: p.field.passwordHint,
    least: 10,
  } as const;
  return {
    name: { key: 'name', label: p.field.name, type: 'text', complete: 'name' },
    email: { key: 'email', label: p.field.email, type: 'email', complete: 'username' },
    password: { key: 'password', label: p.field.password, ...chosen },
    another: { key: 'password', label: p.field.another, ...chosen },
    current: { key: 'current', label: p.field.current, type: 'password', complete: 'current-password' },
  };
}
