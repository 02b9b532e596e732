// The form in which a person writes on a customer: what kind of thing, its fields, the day. Checks; sends nothing itself.
import { useEffect, useId, useRef, useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import type { EntryChoices, EntryKind } from '#contract/entries.ts';
import { Choice } from '#web/parts/choice.tsx';
import {
  entryFields,
  kindsFor,
  type EntryFault,
  type EntryField,
  type EntryForm,
} from '#web/views/entry-form.ts';
import { useEntrySpeech } from '#web/words/customer-context.ts';

type Props = {
  page: CustomerPage;
  choices: EntryChoices;
  form: EntryForm;
  fault: EntryFault | null;
  /** Why the last try was not kept; null: there was none. */
  failed: string | null;
  busy: boolean;
  onForm: (form: EntryForm) => void;
  onSave: () => void;
  onClose: () => void;
};

export function EntryPanel({ page, choices, form, fault, failed, busy, onForm, onSave, onClose }: Props) {
  const { e } = useEntrySpeech();
  const top = useRef<HTMLFormElement>(null);
  useEffect(() => {
    top.current
      ?.querySelector<HTMLElement>('.efields input, .efields textarea, .efields select, .efields button')
      ?.focus();
  }, [form.kind]);
  useEffect(() => {
    if (fault !== null) top.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fault]);
  const set = (name: string, value: string) => onForm({ ...form, fields: { ...form.fields, [name]: value } });
  return (
    <section className="sec entry" aria-label={e.writeOn(page.head.name)}>
      <form
        ref={top}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave();
        }}
      >
        <News page={page} />
        <Choice<EntryKind>
          label={e.kind}
          value={form.kind}
          options={kindsFor(page).map((kind) => ({ value: kind, text: e.kinds[kind] ?? kind }))}
          onChange={(kind) => onForm({ ...form, kind })}
        />
        <div className="efields">
          {entryFields(form, page, choices).map((field) => (
            <Field
              key={field.name}
              field={field}
              value={form.fields[field.name] ?? ''}
              fault={fault?.field === field.name ? fault.fault : null}
              onChange={(value) => set(field.name, value)}
            />
          ))}
          <Field
            field={{ name: 'on', as: 'day', options: [], required: false }}
            value={form.on}
            fault={fault?.field === 'on' ? fault.fault : null}
            onChange={(on) => onForm({ ...form, on })}
          />
        </div>
        {failed !== null && (
          <p className="wrong" role="alert">
            {failed}
          </p>
        )}
        <div className="bar">
          <button type="submit" className="btn pri" aria-busy={busy}>
            {e.save}
          </button>
          <button type="button" className="btn quiet" onClick={onClose}>
            {e.close}
          </button>
        </div>
      </form>
    </section>
  );
}

type FieldProps = {
  field: EntryField;
  value: string;
  fault: EntryFault['fault'] | null;
  onChange: (value: string) => void;
};

function Field({ field, value, fault, onChange }: FieldProps) {
  const { e } = useEntrySpeech();
  const id = useId();
  const isDay = field.name === 'on';
  const label = isDay ? e.on : (e.fields[field.name] ?? field.name);
  const options = field.options.map(({ key, label: told }) => ({
    value: key,
    text: told === '' ? (e.options[`${field.name}.${key}`] ?? key) : told,
  }));
  const told = {
    id,
    className: 'field',
    value,
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? undefined : `${id}f`,
    'aria-required': field.required,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={field.as === 'area' ? 'ef wide' : 'ef'}>
      <label className="lb" htmlFor={field.as === 'choice' ? undefined : id}>
        {label}
        {!field.required && !isDay && <span className="mute"> {e.optional}</span>}
      </label>
      {field.as === 'choice' ? (
        <Choice
          label={label}
          value={value}
          options={options}
          onChange={(next) => onChange(next === value && !field.required ? '' : next)}
        />
      ) : field.as === 'select' ? (
        <select {...told}>
          <option value="">{field.required ? e.choose : e.none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : field.as === 'area' ? (
        <textarea {...told} rows={3} maxLength={20_000} />
      ) : (
        <input
          {...told}
          inputMode={field.as === 'number' ? 'numeric' : field.as === 'money' ? 'decimal' : undefined}
          placeholder={isDay ? e.onHint : field.as === 'day' ? e.dayHint : undefined}
          maxLength={500}
          autoComplete="off"
        />
      )}
      {fault !== null && (
        <p className="wrong" id={`${id}f`} role="alert">
          {e.faults[fault]}
        </p>
      )}
    </div>
  );
}

/** An answer that says the same is the same object: another one means that somebody told something meanwhile. */
function News({ page }: { page: CustomerPage }) {
  const { e } = useEntrySpeech();
  const [opened] = useState(page);
  if (page === opened) return null;
  return (
    <p className="news" role="status">
      {e.changedNow}
    </p>
  );
}
