// Which columns the Base shows, and in which order: each can be shown, hidden and moved by the keyboard alone.
import { Popover } from '@base-ui/react/popover';
import { columnName } from '#web/parts/base-cells.tsx';
import {
  columnKeys,
  firstColumns,
  sameColumns,
  shifted,
  toggled,
  type ColumnKey,
} from '#web/views/base-columns.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

type Props = {
  shown: readonly ColumnKey[];
  symbol: string;
  /** They are those of a saved view. */
  ofView: boolean;
  onChange: (columns: readonly ColumnKey[]) => void;
};

export function ColumnChoice({ shown, symbol, ofView, onChange }: Props) {
  const { w, b } = useBaseSpeech();
  const hidden = columnKeys.filter((key) => !shown.includes(key));
  return (
    <Popover.Root>
      <Popover.Trigger className="btn">{b.columns.open}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" style={{ zIndex: 15 }}>
          <Popover.Popup className="pop cols-pop" aria-label={b.columns.open}>
            <ul>
              {[...shown, ...hidden].map((key) => {
                const name = columnName(key, w, symbol);
                const at = shown.indexOf(key);
                return (
                  <li key={key}>
                    <label className="check">
                      <input
                        type="checkbox"
                        checked={at >= 0}
                        aria-label={b.columns.show(name)}
                        onChange={() => onChange(toggled(shown, key))}
                      />
                      {name}
                    </label>
                    {at >= 0 && (
                      <span className="moves">
                        <Move
                          label={b.columns.up(name)}
                          sign="↑"
                          off={at === 0}
                          does={() => onChange(shifted(shown, key, -1))}
                        />
                        <Move
                          label={b.columns.down(name)}
                          sign="↓"
                          off={at === shown.length - 1}
                          does={() => onChange(shifted(shown, key, 1))}
                        />
                      </span>
                    )}
                  </li>
                );
              })}
            </ul>
            <p className="small mute">{ofView ? b.columns.noteView : b.columns.note}</p>
            {!sameColumns(shown, firstColumns) && (
              <button type="button" className="btn" onClick={() => onChange(firstColumns)}>
                {b.columns.reset}
              </button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type MoveProps = { label: string; sign: string; off: boolean; does: () => void };

const Move = ({ label, sign, off, does }: MoveProps) => (
  // Off without losing the focus, which a disabled button would.
  <button
    type="button"
    className="btn quiet"
    aria-label={label}
    aria-disabled={off}
    onClick={off ? undefined : does}
  >
    <span aria-hidden="true">{sign}</span>
  </button>
);
