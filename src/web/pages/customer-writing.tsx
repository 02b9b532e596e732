// Writing on a customer: one tap for a talk, a form for the rest, and the way back. What is typed outlives a closed page.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import type { Entry, EntryChoices } from '#contract/entries.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { EntryPanel } from '#web/parts/entry-panel.tsx';
import { Toast } from '#web/parts/toast.tsx';
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

type Said = { readonly text: string; readonly fact: string | null };

/** Sends entries of a customer and takes them back; every answer makes what is shown fresh. */
function useWriting(workspace: string, id: string) {
  const { e } = useEntrySpeech();
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const fresh = () =>
    Promise.all(
      ['account', 'facts', 'accounts'].map((key) =>
        queries.invalidateQueries({ queryKey: key === 'accounts' ? [key, workspace] : [key, workspace, id] }),
      ),
    );
  const send = async (entry: Entry, on: string | undefined): Promise<string | null> => {
    setBusy(true);
    try {
      const { facts } = await api.writeEntry(workspace, id, entry, on);
      setSaid({ text: e.saved(e.kinds[entry.kind] ?? entry.kind), fact: facts[0] ?? null });
      await fresh();
      return null;
    } catch (error) {
      return detailOf(error) ?? e.noAnswer;
    } finally {
      setBusy(false);
    }
  };
  const undo = async (): Promise<void> => {
    if (said?.fact == null) return;
    const { fact } = said;
    setSaid({ ...said, fact: null });
    try {
      await api.takeBackEntry(workspace, id, fact);
      setSaid({ text: e.undone, fact: null });
      await fresh();
    } catch {
      setSaid({ text: e.undoFailed, fact });
    }
  };
  return { send, undo, said, setSaid, busy };
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

export function CustomerWriting({ page, workspace }: { page: CustomerPage; workspace: string }) {
  const { w, e } = useEntrySpeech();
  const { send, undo, said, setSaid, busy } = useWriting(workspace, page.head.id);
  const { form, fault, failed, change, save, setFailed } = useForm(page, send);
  const [open, setOpen] = useState(false);
  const choices = useQuery({
    queryKey: ['entry-choices', workspace, w.language],
    queryFn: ({ signal }) => api.entryChoices(workspace, w.language, signal),
    enabled: open,
    staleTime: 60_000,
  });
  const endSaid = useCallback(() => setSaid(null), [setSaid]);
  const saveNow = async () => {
    if (!busy && choices.data && (await save(choices.data))) setOpen(false);
  };
  const talked = async () => setFailed(await send({ kind: 'talk', channel: 'phone' }, undefined));
  const back = said?.fact == null ? null : { text: e.undo, does: () => void undo() };
  useKeys({ r: () => setOpen(true), ...(back ? { z: back.does } : {}) });
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
      {said !== null && <Toast text={said.text} undo={back} onEnd={endSaid} />}
    </>
  );
}
