// Writing on a customer: one tap for a talk, a form for the rest, and the way back. What is typed outlives a closed page.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import type { Entry, EntryChoices } from '#contract/entries.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/customer-said.tsx';
import { useKeys } from '#web/pages/shell-state.tsx';
import { EntryPanel } from '#web/parts/entry-panel.tsx';
import {
  entryFault,
  entryFields,
  entryKinds,
  entryOf,
  type EntryFault,
  type EntryForm,
} from '#web/views/entry-form.ts';
import { isoOfTyped } from '#web/views/import-fix.ts';
import { useEntrySpeech } from '#web/words/customer-context.ts';

const empty: EntryForm = { kind: 'note', on: '', fields: {} };
const place = (id: string) => `perene.entry.${id}`;

/** What was typed on this customer before, if it is still there. */
function keptForm(id: string): EntryForm {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(place(id)) ?? 'null') as EntryForm | null;
    if (kept && entryKinds.some((kind) => kind === kept.kind)) return { ...empty, ...kept };
  } catch {
    // Storage may be forbidden, or hold what an older page wrote: the form is then empty.
  }
  return empty;
}

function keepForm(id: string, form: EntryForm): void {
  try {
    if (form === empty) window.sessionStorage.removeItem(place(id));
    else window.sessionStorage.setItem(place(id), JSON.stringify(form));
  } catch {
    // As above.
  }
}

/** Sends entries of a customer; what was kept is said, with the way back. */
function useWriting(workspace: string, id: string, say: Say) {
  const { e } = useEntrySpeech();
  const [busy, setBusy] = useState(false);
  const send = async (entry: Entry, on: string | undefined): Promise<string | null> => {
    setBusy(true);
    try {
      const { facts } = await api.writeEntry(workspace, id, entry, on);
      await say(e.saved(e.kinds[entry.kind] ?? entry.kind), facts[0] ?? null);
      return null;
    } catch (error) {
      return detailOf(error) ?? e.noAnswer;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy };
}

/** What is typed on a customer, kept as it is typed, and the try to save it. */
function useForm(page: CustomerPage, send: ReturnType<typeof useWriting>['send']) {
  const { id } = page.head;
  const [form, setForm] = useState<EntryForm>(() => keptForm(id));
  const [fault, setFault] = useState<EntryFault | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const change = (next: EntryForm) => {
    setFault(null);
    setFailed(null);
    setForm(next);
    keepForm(id, next);
  };
  /** True when it was kept. */
  const save = async (choices: EntryChoices): Promise<boolean> => {
    const wrong = entryFault(form, entryFields(form, page, choices));
    setFault(wrong);
    if (wrong !== null) return false;
    const refused = await send(entryOf(form, page), isoOfTyped(form.on) ?? undefined);
    setFailed(refused);
    if (refused === null) change(empty);
    return refused === null;
  };
  return { form, fault, failed, change, save, setFailed };
}

type Props = { page: CustomerPage; workspace: string; say: Say };

export function CustomerWriting({ page, workspace, say }: Props) {
  const { w, e } = useEntrySpeech();
  const { send, busy } = useWriting(workspace, page.head.id, say);
  const { form, fault, failed, change, save, setFailed } = useForm(page, send);
  const [open, setOpen] = useState(false);
  const choices = useQuery({
    queryKey: ['entry-choices', workspace, w.language],
    queryFn: ({ signal }) => api.entryChoices(workspace, w.language, signal),
    enabled: open,
    staleTime: 60_000,
  });
  const saveNow = async () => {
    if (!busy && choices.data && (await save(choices.data))) setOpen(false);
  };
  const talked = async () => setFailed(await send({ kind: 'talk', channel: 'phone' }, undefined));
  useKeys({ r: () => setOpen(true) });
  const wrong = choices.isError ? (detailOf(choices.error) ?? w.states.failedText) : open ? null : failed;
  return (
    <>
      <div className="bar write">
        <button
          type="button"
          className={open ? 'btn' : 'btn pri'}
          aria-busy={busy}
          onClick={() => !busy && void talked()}
        >
          {e.talked}
        </button>
        <button type="button" className="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
          {e.write} <kbd>r</kbd>
        </button>
        {wrong !== null && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
      {open && choices.data && (
        <EntryPanel
          page={page}
          choices={choices.data}
          form={form}
          fault={fault}
          failed={failed}
          busy={busy}
          onForm={change}
          onSave={() => void saveNow()}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
