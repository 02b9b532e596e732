// The dock of marked customers wired to what is done to them. Loads when the first one is marked.
import '#web/styles/dock.css';
import '#web/styles/bulk.css';
import { useCan } from '#web/pages/access-api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import { useBulkActs } from '#web/pages/bulk-acts.ts';
import type { Asked } from '#web/pages/bulk-pieces.ts';
import { useSheet } from '#web/pages/sheet-acts.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { BulkDock } from '#web/parts/bulk-dock.tsx';
import type { ColumnKey } from '#web/views/base-columns.ts';
import { countOf } from '#web/views/marks.ts';

type Props = Asked & {
  columns: readonly ColumnKey[];
  owners: readonly { readonly key: string; readonly label: string }[];
  say: Say;
  onAll: () => void;
  onClear: () => void;
};

export function BaseBulk({ columns, owners, say, onAll, onClear, ...asked }: Props) {
  const can = useCan(asked.workspace);
  const acts = useBulkActs(asked, say, onClear);
  const sheet = useSheet(asked, say);
  const { marks, total, search } = asked;
  useKeys({ Escape: onClear });
  // A past day is looked at, never written on.
  const writes = can('facts.write') && search.asOf === undefined;
  return (
    <BulkDock
      count={countOf(marks, total)}
      total={total}
      all={marks.all}
      progress={acts.progress}
      exporting={sheet.exporting}
      onTask={writes ? (told) => void acts.task(told) : null}
      onNote={writes ? (text) => void acts.note(text) : null}
      onPass={can('team.assign') && search.asOf === undefined ? (to) => void acts.pass(to) : null}
      owners={owners}
      onSheet={can('base.export') ? () => void sheet.keep(columns) : null}
      onAll={onAll}
      onClear={onClear}
      onStop={acts.stop}
    />
  );
}
