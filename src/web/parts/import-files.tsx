// Files of an import: those read, those that could not be, and those still on their way. Draws; the caller sends.
import type { DraftFile } from '#contract/drafts.ts';
import { Progress } from '#web/parts/progress.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { CheckIcon } from '#web/parts/icons.tsx';
import { sizeText } from '#web/views/file-size.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export type OnItsWay = {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: 'waiting' | 'sending' | 'reading' | 'failed';
  readonly detail: string | null;
};

type FileProps = { file: DraftFile; tables: number; rows: number; onRemove: () => void };

/** One file that arrived: how it was read, or what is wrong with it and what to do. */
export function FileLine({ file, tables, rows, onRemove }: FileProps) {
  const { t, f } = useImportSpeech();
  const counted = [
    ...(tables > 1 ? [t.files.tables(tables)] : []),
    ...(tables > 0 ? [t.columns.rows(rows)] : []),
    sizeText(file.bytes, f.number),
  ].join(' · ');
  return (
    <li className="file">
      <span className={file.fault ? 'st yellow' : 'st acc'}>
        {file.fault ? <BandShape band="yellow" /> : <CheckIcon />}
      </span>
      <div>
        <b>{file.name}</b>
        {file.fault ? (
          <p className="faulty">
            <span className="st yellow">{t.files.unreadable}</span> {file.fault.message}
          </p>
        ) : (
          <p className="soft">{file.about}</p>
        )}
        <p className="small mute">{counted}</p>
      </div>
      <button type="button" className="btn quiet" aria-label={t.files.remove(file.name)} onClick={onRemove}>
        {t.files.removeShort}
      </button>
    </li>
  );
}

type WayProps = { upload: OnItsWay; onStop: () => void; onRetry: () => void };

/** One file on its way, with how much of it is out. */
export function UploadLine({ upload, onStop, onRetry }: WayProps) {
  const { t, f } = useImportSpeech();
  const share = upload.bytes === 0 ? null : Math.min(1, upload.sent / upload.bytes);
  const said = {
    waiting: t.files.waiting,
    sending: t.files.sent(f.share(share ?? 0)),
    reading: t.files.reading,
    failed: t.files.failed,
  }[upload.state];
  const failed = upload.state === 'failed';
  return (
    <li className="file">
      <span className={failed ? 'st red' : 'st acc'}>{failed && <BandShape band="red" />}</span>
      <div>
        <b>{upload.name}</b>
        {failed ? (
          <p role="alert">
            <span className="st red">{said}</span> {upload.detail ?? t.files.failedText}
          </p>
        ) : (
          <Progress
            label={`${upload.name}: ${said}`}
            share={upload.state === 'reading' ? null : upload.state === 'waiting' ? 0 : share}
          />
        )}
        <p className="small mute">
          {failed ? '' : `${said} · `}
          {sizeText(upload.bytes, f.number)}
        </p>
      </div>
      <span className="bar">
        {failed && (
          <button type="button" className="btn" onClick={onRetry}>
            {t.files.retry}
          </button>
        )}
        <button type="button" className="btn quiet" onClick={onStop}>
          {failed ? t.files.removeShort : t.files.stop}
        </button>
      </span>
    </li>
  );
}
