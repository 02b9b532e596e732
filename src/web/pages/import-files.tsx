// First step of an import: files that came, files on their way, one more. Wires sending and removing to the parts.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft } from '#contract/drafts.ts';
import { api, detailOf, draftKey } from '#web/pages/api.ts';
import type { StepProps } from '#web/pages/import-step.ts';
import { retryUpload, sendFiles, stopUpload, useUploads, type Upload } from '#web/pages/uploads.ts';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { ImportDrop } from '#web/parts/import-drop.tsx';
import { FileLine, UploadLine } from '#web/parts/import-files.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { useImportSpeech } from '#web/words/import-context.ts';

export function FilesStep({ workspace, draft, go }: StepProps) {
  const { w, t, f } = useImportSpeech();
  const queries = useQueryClient();
  const lang = w.language;
  const uploads = useUploads().filter((upload) => upload.draft === draft.id);
  const remove = useMutation({
    mutationFn: (file: string) => api.removeDraftFile(workspace, draft.id, file, lang),
    onSuccess: (answer) => queries.setQueryData(draftKey(workspace, draft.id, lang), answer),
  });
  const faulty = draft.files.filter((file) => file.fault !== null).length;
  const some = draft.files.length + uploads.length > 0;
  const readable = draft.tables.length > 0;
  const rows = draft.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <>
      <Verdict
        {...useFilesVerdict(draft.files.length - faulty, faulty, uploads.length)}
        figure={<b>{f.number(readable ? rows : draft.files.length)}</b>}
        notes={[readable ? t.files.rowsRead : t.files.figure(draft.files.length)]}
      />
      {remove.isError && (
        <div className="err" role="alert">
          <h2>{t.columns.changeFailed}</h2>
          <p>{detailOf(remove.error) ?? t.columns.changeFailedText}</p>
        </div>
      )}
      <div className="narrow-page">
        {some && <Files draft={draft} uploads={uploads} onRemove={(file) => remove.mutate(file)} />}
        <section className="sec">
          <header>
            <h2>{some ? t.files.add : t.files.choose}</h2>
          </header>
          <ImportDrop
            main={!some}
            onFiles={(files) => sendFiles({ workspace, draft: draft.id, lang, queries }, files)}
          />
        </section>
      </div>
      {some && (
        <ImportDock
          tone={readable ? 'none' : 'warn'}
          text={readable ? (faulty > 0 ? t.files.faultsStay : t.nothingYet) : t.files.missing}
        >
          <button
            type="button"
            className="btn pri"
            onClick={() =>
              readable ? go('columns') : document.querySelector<HTMLElement>('.drop input')?.click()
            }
          >
            {readable ? t.files.next : t.files.choose}
          </button>
        </ImportDock>
      )}
    </>
  );
}

type FilesProps = { draft: Draft; uploads: readonly Upload[]; onRemove: (file: string) => void };

function Files({ draft, uploads, onRemove }: FilesProps) {
  const { t } = useImportSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{t.files.yours}</h2>
      </header>
      <ul className="files">
        {draft.files.map((file) => {
          const tables = draft.tables.filter((table) => table.file === file.id);
          return (
            <FileLine
              key={file.id}
              file={file}
              tables={tables.length}
              rows={tables.reduce((sum, table) => sum + table.rows, 0)}
              onRemove={() => onRemove(file.id)}
            />
          );
        })}
        {uploads.map((upload) => (
          <UploadLine
            key={upload.id}
            upload={upload}
            onStop={() => stopUpload(upload.id)}
            onRetry={() => retryUpload(upload.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function useFilesVerdict(read: number, faulty: number, sending: number) {
  const { t } = useImportSpeech();
  if (sending > 0) return { headline: t.files.sending(sending), why: t.files.sendingWhy };
  if (read + faulty === 0) return { headline: t.files.title, why: t.files.why };
  return {
    headline: read === 0 ? t.files.noneRead(faulty) : t.files.read(read, faulty),
    why: t.nothingYet,
  };
}
