// The name of a saved view, and who sees it: for a new one, and for one that is changed, moved or removed.
import { Popover } from '@base-ui/react/popover';
import { useState, type ReactNode } from 'react';
import { useBaseSpeech } from '#web/words/base-context.ts';

type Props = {
  trigger: ReactNode;
  /** Of the popup. */
  label: string;
  name: string;
  shared: boolean;
  /** False: it is not the reader's to decide who sees it. */
  mayShare: boolean;
  submit: string;
  note: string | null;
  onSubmit: (told: { name: string; shared: boolean }) => void;
  /** What else can be done to the view. */
  more?: (close: () => void) => ReactNode;
};

export function ViewForm(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      {props.trigger}
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" style={{ zIndex: 15 }}>
          <Popover.Popup className="pop" aria-label={props.label}>
            <Form {...props} close={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Form({ close, mayShare, submit, note, onSubmit, more, ...from }: Props & { close: () => void }) {
  const { b } = useBaseSpeech();
  const [name, setName] = useState(from.name);
  const [shared, setShared] = useState(from.shared);
  return (
    <>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          onSubmit({ name: name.trim(), shared });
          close();
        }}
      >
        <label>
          <span className="lb">{b.view.name}</span>
          <input
            className="field"
            maxLength={60}
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {mayShare && (
          <label className="check">
            <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
            {b.view.share}
          </label>
        )}
        {note !== null && <p className="small mute">{note}</p>}
        <span className="bar">
          <button type="submit" className="btn pri">
            {submit}
          </button>
          <button type="button" className="btn quiet" onClick={close}>
            {b.view.cancel}
          </button>
        </span>
      </form>
      {more?.(close)}
    </>
  );
}
