// The Base before there is any customer: bring a sheet (checked before it is kept), or the command that does it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, detailOf } from '#web/pages/api.ts';
import { ImportDrop, ImportPreview } from '#web/parts/import-drop.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { useSpeech } from '#web/words/context.tsx';

/** `workspace` null: there is none yet, so only the commands can make one. */
export function StartPanel({ workspace }: { workspace: string | null }) {
  const { w } = useSpeech();
  return (
    <main className="main" id="content" tabIndex={-1}>
      <Verdict headline={w.start.title} why={w.start.why} figure={<b>0</b>} notes={[w.start.figure]} />
      <div className="cols c75 start">
        <section className="sec">
          <header>
            <h2>{w.start.sheet}</h2>
          </header>
          {workspace !== null && <SheetImport workspace={workspace} />}
          <p className="soft" style={{ marginTop: 16 }}>
            {w.start.command}
          </p>
          <code className="cmd">npm run -s perene -- import customers.csv</code>
        </section>
        <section className="sec">
          <header>
            <h2>{w.start.simple}</h2>
          </header>
          <p className="soft">{w.start.simpleText}</p>
        </section>
      </div>
    </main>
  );
}

/** Choose a sheet, see what was understood, keep it. `onKept` is called once it is kept. */
export function SheetImport({ workspace, onKept }: { workspace: string; onKept?: () => void }) {
  const { w } = useSpeech();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: (picked: File) => api.import(workspace, picked, true) });
  const keep = useMutation({
    mutationFn: (picked: File) => api.import(workspace, picked, false),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onKept?.();
    },
  });
  const failed = check.error ?? keep.error;
  if (failed !== null) {
    return (
      <div className="err" role="alert">
        <h2>{w.start.failed}</h2>
        <p>{detailOf(failed) ?? w.start.failedText}</p>
        <button
          type="button"
          className="btn"
          onClick={() => {
            check.reset();
            keep.reset();
          }}
        >
          {w.start.another}
        </button>
      </div>
    );
  }
  if (check.isPending && file) return <p role="status">{w.start.checking(file.name)}</p>;
  if (check.data && file) {
    return (
      <ImportPreview
        report={check.data}
        busy={keep.isPending}
        onConfirm={() => keep.mutate(file)}
        onAnother={() => check.reset()}
      />
    );
  }
  return (
    <ImportDrop
      onFile={(picked) => {
        setFile(picked);
        check.mutate(picked);
      }}
    />
  );
}
