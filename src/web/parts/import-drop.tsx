// A place to put files: drag them here or choose them. Sends nothing itself.
import { useState } from 'react';
import { SheetIcon } from '#web/parts/icons.tsx';
import { useSpeech } from '#web/words/context.tsx';

type Props = {
  onFiles: (files: readonly File[]) => void;
  busy?: boolean;
  /** False where another button of the screen is the main one. */
  main?: boolean;
};

/** What a chooser offers first; anything may be dropped, and is told by what it is. */
const kinds = '.csv,.tsv,.txt,.xlsx,.xlsm,.zip';

export function ImportDrop({ onFiles, busy = false, main = true }: Props) {
  const { w } = useSpeech();
  const [over, setOver] = useState(false);
  const give = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles([...files]);
  };
  return (
    <div
      className={['drop', over ? 'over' : '', main ? '' : 'less'].join(' ').trim()}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        give(event.dataTransfer.files);
      }}
    >
      <SheetIcon />
      <span className="strong">{w.start.drop}</span>
      <span className="small mute">{w.start.kinds}</span>
      <label className={main ? 'btn pri' : 'btn'}>
        {w.start.choose}
        <input
          className="sr"
          type="file"
          multiple
          accept={kinds}
          onChange={(event) => {
            give(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      <span className="small mute">{w.start.dropNote}</span>
    </div>
  );
}
