// The bar over the list: filters, the switch between list and drawing, columns, the sheet, the day. Fetches nothing itself.
import type { RefObject } from 'react';
import type { AccountsSummary } from '#contract/accounts.ts';
import { useCan } from '#web/pages/access-api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import { useSheet } from '#web/pages/sheet-acts.ts';
import { AsOfField } from '#web/parts/as-of-field.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { ColumnChoice } from '#web/parts/column-choice.tsx';
import { FilterBar } from '#web/parts/filter-bar.tsx';
import type { ColumnKey } from '#web/views/base-columns.ts';
import { noFilters, numberFilters, type BaseSearch, type FilterChip } from '#web/views/base-search.ts';
import { readFilterWords } from '#web/views/filter-words.ts';
import { noMarks } from '#web/views/marks.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

export type Change = (change: { [K in keyof BaseSearch]?: BaseSearch[K] | undefined }) => void;
export type ToolProps = {
  workspace: string;
  search: BaseSearch;
  chips: readonly FilterChip[];
  summary: AccountsSummary | null;
  total: number;
  words: RefObject<HTMLInputElement | null>;
  asOf: string;
  today: string;
  columns: readonly ColumnKey[];
  ofView: boolean;
  onColumns: (columns: readonly ColumnKey[]) => void;
  say: Say;
  change: Change;
};

/** Today is the address without a date, so that tomorrow it is tomorrow. */
export const asOfOrToday = (day: string, today: string) => (day === today ? undefined : day);

const noFacets = { segments: [], stages: [], signals: [], owners: [] };

export function BaseTools({ search, chips, summary, words, asOf, today, change, ...rest }: ToolProps) {
  const { w, f, b } = useBaseSpeech();
  return (
    <FilterBar
      search={search}
      chips={chips}
      summary={summary}
      wordsRef={words}
      onWords={(typed) => change(readFilterWords(typed, summary ?? noFacets))}
      onSet={(key, value) =>
        change({ [key]: numberFilters.includes(key) && value !== undefined ? Number(value) : value })
      }
      onClear={() => change(noFilters)}
      end={
        <>
          {f.seesMoney && (
            <Choice
              label={b.draw.label}
              value={search.draw ?? 'list'}
              options={[
                { value: 'list', text: b.draw.list },
                { value: 'scatter', text: b.draw.scatter },
              ]}
              onChange={(draw) => change({ draw: draw === 'scatter' ? draw : undefined })}
            />
          )}
          {search.draw === undefined && (
            <ColumnChoice
              shown={rest.columns}
              symbol={f.symbol(summary?.currency ?? 'BRL')}
              ofView={rest.ofView}
              onChange={rest.onColumns}
            />
          )}
          <Sheet {...rest} search={search} />
          <span className="day">
            <span className="small mute">{w.asOf.label}</span>
            <AsOfField
              asOf={asOf}
              today={today}
              onChange={(day) => change({ asOf: asOfOrToday(day, today) })}
            />
          </span>
        </>
      }
    />
  );
}

type SheetProps = Pick<ToolProps, 'workspace' | 'search' | 'total' | 'columns' | 'say'>;

/** All that the filter holds, as a file. */
function Sheet({ workspace, search, total, columns, say }: SheetProps) {
  const { b } = useBaseSpeech();
  const can = useCan(workspace);
  const sheet = useSheet({ workspace, search, marks: noMarks, total }, say);
  if (!can('base.export') || total === 0) return null;
  return (
    <button
      type="button"
      className="btn sheet"
      aria-busy={sheet.exporting}
      onClick={() => !sheet.exporting && void sheet.keep(columns)}
    >
      {sheet.exporting ? b.bulk.exporting : b.bulk.csv}
    </button>
  );
}
