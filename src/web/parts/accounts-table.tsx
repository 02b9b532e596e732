// The Base as a table of virtual rows: only what is on screen is drawn, the page scrolls. Rows come as they are shown.
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { Sort } from '#contract/accounts.ts';
import { cellContent, columnName, looks, markWidth, nameWidth } from '#web/parts/base-cells.tsx';
import { useNarrow } from '#web/parts/use-narrow.ts';
import { useWidth } from '#web/parts/use-width.ts';
import { useWindowRows } from '#web/parts/window-rows.ts';
import type { ColumnKey } from '#web/views/base-columns.ts';
import { fittingColumns } from '#web/views/fitting-columns.ts';
import type { LineRow } from '#web/views/line-row.ts';
import { wantsMore } from '#web/views/list-walk.ts';
import type { Marks } from '#web/views/marks.ts';
import { useSpeech } from '#web/words/context.tsx';

export type Order = { readonly sort: Sort; readonly dir: 'asc' | 'desc' };
type Shared = {
  columns: readonly ColumnKey[];
  order: Order;
  caption: string;
  symbol: string;
  onOrder: (sort: Sort) => void;
  /** Null: the reader can do nothing with marked rows. */
  marks: Marks | null;
};
type Props = Shared & {
  rows: readonly LineRow[];
  /** Rows of the whole list, loaded or not. */
  total: number;
  hasNext: boolean;
  selected: number;
  stale: boolean;
  onOpen: (row: LineRow, index: number) => void;
  /** `stretch`: all rows from the last mark to this one. */
  onMark: (index: number, stretch: boolean) => void;
  onMore: () => void;
  /** The name as a link to the customer. */
  link: (row: LineRow) => ReactNode;
};
const waiting = 20;
/** On a phone a row is two or three lines, and says what they hold. */
const narrowColumns: readonly ColumnKey[] = ['score', 'stages', 'mrr', 'action'];

/** The columns there is room for. */
function useFitting({ columns, marks }: Pick<Shared, 'columns' | 'marks'>) {
  const narrow = useNarrow();
  const [box, width] = useWidth<HTMLDivElement>(1188);
  const taken = nameWidth + (marks === null ? 0 : markWidth);
  const wide = fittingColumns(columns, width - taken, (key) => looks[key].width);
  return { box, narrow, ...(narrow ? { fit: narrowColumns, left: [] } : wide) };
}

export function AccountsTable(props: Props) {
  const { rows, total, hasNext, selected, onMore } = props;
  const { box, narrow, fit, left } = useFitting(props);
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (table.current) setOffset(table.current.getBoundingClientRect().top + window.scrollY);
  }, [narrow]);
  const length = rows.length + (hasNext ? Math.min(waiting, Math.max(total - rows.length, 0)) : 0);
  const virtual = useWindowRows({
    count: length,
    estimateSize: () => (narrow ? 90 : 36),
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 60,
  });
  useEffect(() => {
    virtual.measure();
  }, [narrow, virtual]);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected);
  }, [selected, virtual]);
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (wantsMore(lastShown, rows.length, hasNext)) onMore();
  }, [lastShown, rows.length, hasNext, onMore]);
  const before = (items[0]?.start ?? offset) - offset;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset);
  return (
    <div ref={box}>
      <table
        ref={table}
        className={`tbl base${props.stale ? ' dim' : ''}`}
        aria-rowcount={total + 1}
        aria-busy={props.stale}
      >
        <Head {...props} columns={fit} />
        <tbody>
          <Gap height={before} />
          {items.map((item) => {
            const row = rows[item.index];
            const measured = {
              'data-index': item.index,
              ref: narrow ? virtual.measureElement : undefined,
            };
            if (row === undefined)
              return <WaitingRow {...measured} key={item.key} columns={fit} mark={props.marks !== null} />;
            return (
              <Row
                {...props}
                {...measured}
                key={item.key}
                columns={fit}
                row={row}
                index={item.index}
                current={item.index === selected}
              />
            );
          })}
          <Gap height={after} />
        </tbody>
      </table>
      <NotFit columns={left} symbol={props.symbol} />
    </div>
  );
}

/** Chosen columns that this width has no room for, by name. */
function NotFit({ columns, symbol }: Pick<Shared, 'columns' | 'symbol'>) {
  const { w } = useSpeech();
  if (columns.length === 0) return null;
  const names = columns.map((key) => columnName(key, w, symbol));
  return <p className="mute small not-fit">{w.table.notFit(names)}</p>;
}

const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr className="gap" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );

function Head({ columns, order, caption, symbol, onOrder, marks }: Shared) {
  const { w } = useSpeech();
  const sorted = (sort: Sort) =>
    order.sort === sort
      ? { 'aria-sort': order.dir === 'asc' ? ('ascending' as const) : ('descending' as const) }
      : {};
  const sortable = (sort: Sort, text: string) => (
    <button type="button" className="sort" onClick={() => onOrder(sort)}>
      {text}
      {order.sort === sort && <span aria-hidden="true">{order.dir === 'asc' ? '↑' : '↓'}</span>}
    </button>
  );
  return (
    <>
      <caption className="sr">{caption}</caption>
      <colgroup>
        {marks !== null && <col className="w-mark" />}
        <col className="w-name" />
        {columns.map((key) => (
          <col key={key} className={`w-${looks[key].name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {marks !== null && (
            <th className="c-mark">
              <span className="sr">{w.keys.mark}</span>
            </th>
          )}
          <th {...sorted('name')}>{sortable('name', w.table.name)}</th>
          {columns.map((key) => (
            <th
              key={key}
              className={`c-${looks[key].name}${looks[key].number ? ' num' : ''}`}
              {...sorted(key)}
            >
              {sortable(key, columnName(key, w, symbol))}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

type Measured = { 'data-index': number; ref: ((node: Element | null) => void) | undefined };
type RowProps = Measured &
  Pick<Props, 'columns' | 'marks' | 'symbol' | 'onOpen' | 'onMark' | 'link'> & {
    row: LineRow;
    index: number;
    current: boolean;
  };

function Row({ row, index, current, columns, symbol, marks, onOpen, onMark, link, ref, ...rest }: RowProps) {
  const { w } = useSpeech();
  const marked = marks?.ids.has(row.id) === true || marks?.all === true;
  const press = (event: MouseEvent) => {
    const { target } = event;
    if (target instanceof Element && target.closest('a, label') !== null) return;
    if (event.shiftKey && marks !== null) onMark(index, true);
    else onOpen(row, index);
  };
  return (
    <tr
      ref={ref}
      data-index={rest['data-index']}
      data-marked={marked ? '' : undefined}
      aria-rowindex={index + 2}
      aria-current={current ? 'true' : undefined}
      onClick={press}
      // A stretch is marked by shift and click: no text with it.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {marks !== null && (
        <td className="c-mark">
          <label>
            <input
              type="checkbox"
              checked={marked}
              tabIndex={-1}
              aria-label={w.table.mark(row.name)}
              onChange={() => undefined}
              onClick={(event) => onMark(index, event.shiftKey)}
            />
          </label>
        </td>
      )}
      <td className="c-nome name">{link(row)}</td>
      {columns.map((key) => (
        <td
          key={key}
          className={`c-${looks[key].name}${looks[key].number ? ' num' : ''}`}
          title={key === 'action' ? row.actionWhole : undefined}
        >
          {cellContent(key, row, symbol, w)}
        </td>
      ))}
    </tr>
  );
}

function WaitingRow({
  ref,
  columns,
  mark,
  ...rest
}: Measured & { columns: readonly ColumnKey[]; mark: boolean }) {
  return (
    <tr ref={ref} data-index={rest['data-index']} aria-hidden="true">
      {mark && <td className="c-mark" />}
      <td className="c-nome">
        <span className="skel" />
      </td>
      {columns.map((key) => (
        <td key={key} className={`c-${looks[key].name}`}>
          <span className="skel" />
        </td>
      ))}
    </tr>
  );
}

/** The same table while the first page is on its way. */
export function AccountsTableSkeleton(props: Shared) {
  const { box, fit } = useFitting(props);
  return (
    <div ref={box}>
      <table className="tbl base" aria-busy="true">
        <Head {...props} columns={fit} />
        <tbody>
          {Array.from({ length: 20 }, (_, index) => (
            <WaitingRow
              key={index}
              data-index={index}
              ref={undefined}
              columns={fit}
              mark={props.marks !== null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
