// The form about somebody of a customer: new, changed, or gone since a day. Checks; sends nothing itself.
import { useEffect, useId, useRef, useState } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import {
  contactFault,
  formFor,
  type ContactFault,
  type ContactForm as Form,
  type FormAim,
} from '#web/views/contact-form.ts';
import { useContactsSpeech } from '#web/words/contacts-context.ts';

type Props = {
  aim: FormAim;
  /** Why the last try was not kept; null: there was none. */
  failed: string | null;
  busy: boolean;
  onSave: (form: Form) => void;
  onClose: () => void;
};

const fieldsOf: Readonly<Record<FormAim['kind'], readonly (keyof Form)[]>> = {
  add: ['name', 'role', 'influence', 'department', 'email', 'phone'],
  change: ['role', 'influence', 'department'],
  leave: ['on'],
};

export function ContactForm({ aim, failed, busy, onSave, onClose }: Props) {
  const { p } = useContactsSpeech();
  const [form, setForm] = useState(() => formFor(aim));
  const [fault, setFault] = useState<ContactFault | null>(null);
  const top = useRef<HTMLFormElement>(null);
  useEffect(() => top.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  useEffect(() => {
    if (fault !== null) top.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fault]);
  const save = () => {
    const wrong = contactFault(form, aim);
    setFault(wrong);
    if (wrong === null && !busy) onSave(form);
  };
  const name = aim.kind === 'add' ? '' : (aim.of.name ?? aim.of.roleText ?? p.nameless);
  const label = aim.kind === 'add' ? p.form.add : p.form[aim.kind](name);
  return (
    <form
      ref={top}
      className="cform"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="cfields">
        {fieldsOf[aim.kind].map((field) => (
          <Field
            key={field}
            field={field}
            needed={field === 'name'}
            value={form[field]}
            fault={fault?.field === field ? fault.fault : null}
            onChange={(value) => {
              setFault(null);
              setForm({ ...form, [field]: value });
            }}
          />
        ))}
      </div>
      {failed !== null && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
      <div className="bar">
        <button type="submit" className="btn" aria-busy={busy}>
          {p.form.save}
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          {p.form.close}
        </button>
      </div>
    </form>
  );
}

type FieldProps = {
  field: keyof Form;
  needed: boolean;
  value: string;
  fault: ContactFault['fault'] | null;
  onChange: (value: string) => void;
};
const asInput: Readonly<Partial<Record<keyof Form, 'email' | 'tel'>>> = { email: 'email', phone: 'tel' };

function Field({ field, needed, value, fault, onChange }: FieldProps) {
  const { p } = useContactsSpeech();
  const id = useId();
  const told = {
    id,
    className: 'field',
    value,
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? undefined : `${id}f`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  const hint = needed || field === 'on' || field === 'role' ? '' : ` ${p.form.optional}`;
  return (
    <div className="ef">
      <label className="lb" htmlFor={field === 'influence' ? undefined : id}>
        {p.form[field]}
        {hint !== '' && <span className="mute">{hint}</span>}
      </label>
      {field === 'influence' ? (
        <Choice
          label={p.form.influence}
          value={value}
          options={(['high', 'medium', 'low'] as const).map((level) => ({
            value: level as string,
            text: p.form.levels[level],
          }))}
          onChange={(next) => onChange(next === value ? '' : next)}
        />
      ) : field === 'role' ? (
        <select {...told}>
          <option value="">{p.form.roleNone}</option>
          {Object.entries(p.roles).map(([role, text]) => (
            <option key={role} value={role}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...told}
          type={asInput[field] ?? 'text'}
          placeholder={field === 'on' ? p.form.onHint : undefined}
          maxLength={200}
          autoComplete="off"
          aria-required={needed}
        />
      )}
      {fault !== null && (
        <p className="wrong" id={`${id}f`} role="alert">
          {p.faults[fault]}
        </p>
      )}
    </div>
  );
}
