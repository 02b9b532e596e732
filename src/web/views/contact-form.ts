// What a person fills in about somebody of a customer, as typed text, and what is sent for it. Pure: sends nothing.
import type { Contact, ContactChange, NewContact } from '#contract/contacts.ts';
import { isoOfTyped } from '#web/views/import-fix.ts';

export type ContactForm = {
  readonly name: string;
  readonly role: string;
  readonly influence: string;
  readonly department: string;
  readonly email: string;
  readonly phone: string;
  /** The day somebody left, as typed. */
  readonly on: string;
};
/** What the form is for; `of`: of whom. */
export type FormAim =
  | { readonly kind: 'add'; readonly role: string }
  | { readonly kind: 'change' | 'leave'; readonly of: Contact };
export type ContactFault = {
  readonly field: keyof ContactForm;
  readonly fault: 'name' | 'email' | 'phone' | 'day' | 'nothing';
};

/** The form as it opens: empty to add, as known to change. */
export function formFor(aim: FormAim): ContactForm {
  const empty = { name: '', role: '', influence: '', department: '', email: '', phone: '', on: '' };
  if (aim.kind === 'add') return { ...empty, role: aim.role };
  if (aim.kind === 'leave') return empty;
  const { role, level, influenceTold, department } = aim.of;
  return {
    ...empty,
    role: role ?? '',
    influence: influenceTold ? (level ?? '') : '',
    department: department ?? '',
  };
}

/** The first thing that cannot be sent as it stands; null: all can. */
export function contactFault(form: ContactForm, aim: FormAim): ContactFault | null {
  if (aim.kind === 'leave')
    return form.on.trim() !== '' && isoOfTyped(form.on) === null ? { field: 'on', fault: 'day' } : null;
  if (aim.kind === 'change')
    return Object.keys(changeOf(form, aim.of)).length === 0 ? { field: 'role', fault: 'nothing' } : null;
  const digits = form.phone.replace(/\D/g, '').length;
  if (form.name.trim().length < 2) return { field: 'name', fault: 'name' };
  if (form.email.trim() !== '' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(form.email.trim()))
    return { field: 'email', fault: 'email' };
  if (form.phone.trim() !== '' && (digits < 8 || digits > 15)) return { field: 'phone', fault: 'phone' };
  return null;
}

const told = (typed: string): string | undefined => typed.trim() || undefined;

export function newContactOf(form: ContactForm): NewContact {
  return {
    name: form.name.trim(),
    role: told(form.role) as NewContact['role'],
    influence: told(form.influence) as NewContact['influence'],
    department: told(form.department),
    email: told(form.email),
    phone: told(form.phone),
  };
}

/** Only what is another than known; what was emptied stays as it is, for nobody takes a role back. */
export function changeOf(form: ContactForm, of: Contact): ContactChange {
  const known = formFor({ kind: 'change', of });
  const role = form.role === known.role ? undefined : told(form.role);
  const influence = form.influence === known.influence ? undefined : told(form.influence);
  const department = form.department.trim() === known.department ? undefined : told(form.department);
  return {
    ...(role === undefined ? {} : { role: role as ContactChange['role'] }),
    ...(influence === undefined ? {} : { influence: influence as ContactChange['influence'] }),
    ...(department === undefined ? {} : { department }),
  };
}
