// Shortcuts as they are told: the line under a screen, and the whole list in a dialog.
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { modifier } from '#web/parts/modifier.ts';
import { Choice } from '#web/parts/choice.tsx';
import { useSpeech } from '#web/words/context.tsx';

export type Key = readonly [keys: readonly string[], does: string];

export function KeysLine({ keys }: { keys: readonly Key[] }) {
  const { w } = useSpeech();
  return (
    <div className="keys" role="group" aria-label={w.keys.label}>
      {keys.map(([names, does]) => (
        <span key={does}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
          {does}
        </span>
      ))}
    </div>
  );
}

type Props = {
  open: boolean;
  onOpen: (open: boolean) => void;
  single: boolean;
  onSingle: (on: boolean) => void;
};

export function KeysDialog({ open, onOpen, single, onSingle }: Props) {
  const { w } = useSpeech();
  const all: readonly Key[] = [
    [[modifier, 'K'], w.keys.search],
    [['j'], w.keys.next],
    [['k'], w.keys.previous],
    [['Enter'], w.keys.open],
    [['/'], w.keys.filter],
    [['r'], w.keys.write],
    [['p'], w.keys.person],
    [['z'], w.keys.undo],
    [['['], w.keys.dayBefore],
    [[']'], w.keys.dayAfter],
    [['?'], w.keys.all],
  ];
  return (
    <Dialog.Root open={open} onOpenChange={onOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="pal keyslist">
          <Dialog.Title>{w.keys.title}</Dialog.Title>
          <dl>
            {all.map(([names, does]) => (
              <Pair
                key={does}
                term={names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              >
                {does}
              </Pair>
            ))}
          </dl>
          <p className="small mute">{w.keys.note}</p>
          <div className="bar" style={{ marginTop: 12 }}>
            <Choice
              label={w.shortcutsLabel}
              value={single ? 'on' : 'off'}
              options={[
                { value: 'on', text: w.on },
                { value: 'off', text: w.off },
              ]}
              onChange={(value) => onSingle(value === 'on')}
            />
            <Dialog.Close className="btn">{w.close}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const Pair = ({ term, children }: { term: ReactNode; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);
