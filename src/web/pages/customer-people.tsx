// The people of a customer, on its page: drawn, listed, told of. A fact each, said with the way back.
import '#web/styles/contacts.css';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AccountContacts, Contact, ToldContact } from '#contract/contacts.ts';
import type { CustomerPage } from '#contract/customer.ts';
import { coolingDays, warmDays } from '#domain/contacts/warmth.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/customer-said.tsx';
import { useKeys, useShell } from '#web/pages/shell-state.tsx';
import { ContactForm } from '#web/parts/contact-form.tsx';
import { PeopleList } from '#web/parts/people-list.tsx';
import { PeopleMap } from '#web/parts/people-map.tsx';
import { changeOf, newContactOf, type ContactForm as Form, type FormAim } from '#web/views/contact-form.ts';
import { isWorthDrawing } from '#web/views/people-map.ts';
import { isoOfTyped } from '#web/views/import-fix.ts';
import { useContactsSpeech } from '#web/words/contacts-context.ts';

/** A key for each thing that is told: told again as it is, after no answer came, it has one effect. */
function useOnce(): (what: unknown) => string {
  const { mint } = useShell();
  const last = useRef<{ readonly what: string; readonly key: string } | null>(null);
  return (what) => {
    const text = JSON.stringify(what);
    if (last.current?.what !== text) last.current = { what: text, key: mint() };
    return last.current.key;
  };
}

/** Sends what is told; answers whether it was kept. Told twice at once it has one effect: the key is the same. */
function useTelling(say: Say) {
  const { p } = useContactsSpeech();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const send = async (text: string, work: () => Promise<ToldContact>): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      const { fact } = await work();
      // What is shown is made fresh meanwhile: nobody waits for it to go on.
      void say(text, fact);
      return true;
    } catch (error) {
      setFailed(detailOf(error) ?? p.noAnswer);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, setFailed, send };
}

/** What each act of the block sends. */
function useActs(workspace: string, id: string, say: Say) {
  const { p } = useContactsSpeech();
  const once = useOnce();
  const telling = useTelling(say);
  const { send } = telling;
  const nameOf = (of: Contact): string => of.name ?? of.roleText ?? p.nameless;
  const at = (of: Contact) => ({ workspace, id, contact: of.id });
  const save = (aim: FormAim, form: Form): Promise<boolean> => {
    if (aim.kind === 'add') {
      const told = newContactOf(form);
      return send(p.said.added(told.name), () => api.addContact(workspace, id, told, once(['add', told])));
    }
    const { of } = aim;
    if (aim.kind === 'change') {
      const change = changeOf(form, of);
      const key = once([of.id, of.toldOn, change]);
      return send(p.said.changed(nameOf(of)), () => api.changeContact(at(of), change, key));
    }
    const on = isoOfTyped(form.on) ?? undefined;
    return send(p.said.left(nameOf(of)), () => api.contactLeft(at(of), on, once([of.id, 'left', on])));
  };
  return {
    ...telling,
    save,
    confirm: (of: Contact) =>
      send(p.said.confirmed(nameOf(of)), () =>
        api.confirmContact(at(of), once([of.id, 'confirm', of.toldOn])),
      ),
    comeBack: (of: Contact) =>
      send(p.said.returned(nameOf(of)), () => api.contactReturned(at(of), once([of.id, 'back', of.leftOn]))),
  };
}

type Props = { page: CustomerPage; workspace: string; canWrite: boolean; say: Say };

export function CustomerPeople({ page, workspace, canWrite, say }: Props) {
  const { p, w } = useContactsSpeech();
  const { id } = page.head;
  const asOf = page.isToday ? undefined : page.asOf;
  const people = useQuery({
    queryKey: ['contacts', workspace, id, asOf, w.language],
    queryFn: ({ signal }) => api.contacts(workspace, id, { asOf, lang: w.language }, signal),
  });
  if (people.isError)
    return (
      <section className="sec">
        <h2>{p.failed}</h2>
        <p className="soft">{detailOf(people.error)}</p>
        <button type="button" className="btn" onClick={() => void people.refetch()}>
          {p.retry}
        </button>
      </section>
    );
  if (!people.data)
    return (
      <section className="sec people-wait" aria-busy="true" aria-label={p.loading}>
        <span className="skel" />
      </section>
    );
  return <Block known={people.data} {...{ page, workspace, canWrite, say }} />;
}

/** The one open form of the block, where it was opened from, and where the keyboard goes on once it is closed. */
function useForm(acts: ReturnType<typeof useActs>) {
  const [aim, setAim] = useState<FormAim | null>(null);
  const section = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  /** What was pressed may be gone: the keyboard goes on from the row of whoever it was about. */
  const toRow = (of: Contact) =>
    section.current?.querySelector<HTMLElement>(`[data-contact="${of.id}"]`)?.focus({ preventScroll: true });
  const open = (next: FormAim) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    acts.setFailed(null);
    setAim(next);
  };
  const close = () => {
    setAim(null);
    opener.current?.focus();
  };
  const save = async (filled: Form): Promise<void> => {
    if (aim === null || !(await acts.save(aim, filled))) return;
    close();
    if (aim.kind !== 'add') toRow(aim.of);
  };
  const form = aim && (
    <ContactForm
      key={aim.kind === 'add' ? `add ${aim.role}` : `${aim.kind} ${aim.of.id}`}
      aim={aim}
      failed={acts.failed}
      busy={acts.busy}
      onClose={close}
      onSave={(filled) => void save(filled)}
    />
  );
  return { aim, form, section, open, toRow };
}

function Block({ known, page, workspace, canWrite, say }: Props & { known: AccountContacts }) {
  const { p } = useContactsSpeech();
  const acts = useActs(workspace, page.head.id, say);
  const { aim, form, section, open, toRow } = useForm(acts);
  const writes = canWrite && known.isToday;
  const add = () => open({ kind: 'add', role: '' });
  useKeys(writes ? { p: add } : {});
  const told = async (work: Promise<boolean>, of: Contact): Promise<void> => {
    if (await work) toRow(of);
  };
  const { people, missing, thread, headline } = known;
  const nobody = people.length === 0;
  const listActs = {
    onConfirm: (of: Contact) => void told(acts.confirm(of), of),
    onReturn: (of: Contact) => void told(acts.comeBack(of), of),
    onOpen: open,
  };
  return (
    <section className="sec" id="pessoas" ref={section}>
      <header>
        <h2>{headline}</h2>
        {!nobody && (
          <span className="note">
            {p.note(people.length)} · {p.legend(warmDays, coolingDays)}
          </span>
        )}
      </header>
      {nobody && <p>{canWrite ? p.empty : p.emptyViewer}</p>}
      {thread && <p className="cf">{thread.text}</p>}
      {isWorthDrawing(people) && <PeopleMap people={people} />}
      <Missing missing={nobody ? missing.slice(0, 1) : missing} empty={nobody} onAdd={writes ? open : null} />
      {acts.failed !== null && aim === null && (
        <p className="wrong" role="alert">
          {acts.failed}
        </p>
      )}
      {aim?.kind === 'add' && form}
      <PeopleList
        people={people}
        asOf={known.asOf}
        acts={writes ? listActs : null}
        open={aim !== null && aim.kind !== 'add' ? { id: aim.of.id, form } : null}
      />
      {writes && (
        <p className="people-add">
          <button type="button" className="btn" onClick={add}>
            {p.add} <kbd>p</kbd>
          </button>
        </p>
      )}
    </section>
  );
}

type MissingProps = {
  missing: AccountContacts['missing'];
  onAdd: ((aim: FormAim) => void) | null;
  /** Nobody is known: what is missing is said above already. */
  empty: boolean;
};

/** Places that nobody holds, each named, with the way to fill it. */
function Missing({ missing, onAdd, empty }: MissingProps) {
  const { p } = useContactsSpeech();
  if (missing.length === 0 || (empty && onAdd === null)) return null;
  return (
    <ul className="lacking">
      {missing.map(({ place, role, text }) => (
        <li key={place}>
          {!empty && <span>{text}</span>}
          {onAdd && (
            <button type="button" className="link" onClick={() => onAdd({ kind: 'add', role })}>
              {p.addOf[place]}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
