// A filtered list, or marked customers of it, kept as a file.
import { useState } from 'react';
import type { TableAsked, TableColumn } from '#contract/bulk.ts';
import { address, read } from '#contract/client.ts';
import { paths } from '#contract/paths.ts';
import { detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import type { Asked } from '#web/pages/bulk-pieces.ts';
import { keepFile } from '#web/pages/keep-file.ts';
import type { ColumnKey } from '#web/views/base-columns.ts';
import { filterOf, orderOf } from '#web/views/base-search.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

/** Columns of the sheet for those of the screen; the score goes with its band, the action with its day. */
const sheetColumns = (columns: readonly ColumnKey[]): TableColumn[] => [
  'name',
  'taxId',
  ...columns.flatMap((key): TableColumn[] => {
    if (key === 'score') return ['score', 'band'];
    if (key === 'action') return ['action', 'actionDue'];
    return [key === 'talkedOn' ? 'quiet' : key];
  }),
];

async function accountSheet(workspace: string, asked: TableAsked): Promise<Blob> {
  const answer = await window.fetch(address(paths.accountTable, { workspace }), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/csv' },
    body: JSON.stringify(asked),
  });
  return answer.ok ? answer.blob() : read<Blob>(answer);
}

export function useSheet(asked: Asked, say: Say) {
  const { f, w, b } = useBaseSpeech();
  const [exporting, setExporting] = useState(false);

  async function keep(columns: readonly ColumnKey[]): Promise<void> {
    const { workspace, search, marks, total } = asked;
    const some = !marks.all && marks.ids.size > 0;
    const { view = 'all', ...filter } = filterOf(search, f.seesMoney);
    setExporting(true);
    try {
      const file = await accountSheet(workspace, {
        filter: { view, ...filter },
        ...(search.asOf === undefined ? {} : { asOf: search.asOf }),
        ...orderOf(search, f.seesMoney),
        lang: w.language,
        style: w.language === 'en' ? 'iso' : 'br',
        columns: sheetColumns(columns),
        ...(some ? { accounts: [...marks.ids] } : {}),
      });
      keepFile(file, b.bulk.file);
      say(b.bulk.exported(b.customers(some ? marks.ids.size : total)));
    } catch (error) {
      say(detailOf(error) ?? b.bulk.exportFailed);
    }
    setExporting(false);
  }

  return { exporting, keep };
}
