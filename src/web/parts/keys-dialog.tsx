// The whole list of shortcuts, in a dialog. Loaded when first asked for.
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import type { Key } from '#web/parts/keys.tsx';
import { modifier } from '#web/parts/modifier.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

type Props = {
  open: boolean;
  onOpen: (open: boolean) => void;
  single: boolean;
  onSingle: (on: boolean) => void;
};

export function KeysDialog({ open, onOpen, single, onSingle }: Props) {
  const { w, d } = useDaySpeech();
  const all: readonly Key[] = [
    [[modifier, 'K'], w.keys.search],
    [['j'], w.keys.next],
    [['k'], w.keys.previous],
    [['Enter'], w.keys.open],
    [['/'], w.keys.filter],
    [['x'], w.keys.mark],
    [['⇧', '↓'], w.keys.markTo],
    [['r'], w.keys.write],
    [['p'], w.keys.person],
    [['q'], w.keys.pass],
    [['z'], w.keys.undo],
    [['e'], d.keys.finishTask],
    [['s'], d.keys.snoozeTask],
    [['a'], d.keys.delegateTask],
    [['n'], d.keys.createTask],
    [['t'], d.keys.nextTask],
    [['['], w.keys.dayBefore],
    [[']'], w.keys.dayAfter],
    [['n'], w.keys.ritualStep],
    [['f', 'x'], w.keys.ritualClose],
    [['Alt', '1–3'], w.keys.ritualPulse],
    [['g'], w.keys.ritualMinutes],
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
