// The Base as a table of virtual rows: only what is on screen is drawn, the page scrolls. Rows come as they are shown.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Sort } from '#contract/accounts.ts';
import { StageChips } from '#web/parts/stage-chips.tsx';
import { StateMark } from '#web/parts/state-mark.tsx';
import { TrendLine } from '#web/parts/trend-line.tsx';
import type { LineRow } from '#web/views/line-row.ts';
import { useWindowRows } from '#web/parts/window-rows.ts';
import { wantsMore } from '#web/views/list-walk.ts';
import { useSpeech } from '#web/words/context.tsx';

export type Order = { readonly sort: Sort; readonly dir: 'asc' | 'desc' };
type Props = {
  rows: readonly LineRow[];
  /** Rows of the whole list, loaded or not. */
  total: number;
  hasNext: boolean;
  selected: number;
  order: Order;
  caption: string;
  symbol: string;
  stale: boolean;
  onOrder: (sort: Sort) => void;
  onOpen: (row: LineRow, index: number) => void;
  onMore: () => void;
  /** The name as a link to the customer. */
  link: (row: LineRow) => ReactNode;
};
const waiting = 20;

export function AccountsTable(props: Props) {
  const { rows, total, hasNext, selected, onMore } = props;
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  const narrow = useNarrow();
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
    <table
      ref={table}
      className={`tbl base${props.stale ? ' dim' : ''}`}
      aria-rowcount={total + 1}
      aria-busy={props.stale}
    >
      <Head {...props} />
      <tbody>
        <Gap height={before} />
        {items.map((item) => {
          const row = rows[item.index];
          const common = {
            key: item.key,
            'data-index': item.index,
            ref: narrow ? virtual.measureElement : undefined,
          };
          if (row === undefined) return <WaitingRow {...common} key={item.key} />;
          return (
            <Row
              {...common}
              key={item.key}
              row={row}
              index={item.index}
              selected={item.index === selected}
              symbol={props.symbol}
              onOpen={props.onOpen}
              link={props.link}
            />
          );
        })}
        <Gap height={after} />
      </tbody>
    </table>
  );
}

const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr className="gap" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );

function Head({ order, caption, symbol, onOrder }: Props) {
  const { w, f } = useSpeech();
  const sortable = (sort: Sort, text: string) => (
    <button type="button" className="sort" onClick={() => onOrder(sort)}>
      {text}
      {order.sort === sort && <span aria-hidden="true">{order.dir === 'asc' ? '↑' : '↓'}</span>}
    </button>
  );
  const sorted = (sort: Sort) =>
    order.sort === sort
      ? { 'aria-sort': order.dir === 'asc' ? ('ascending' as const) : ('descending' as const) }
      : {};
  return (
    <>
      <caption className="sr">{caption}</caption>
      <colgroup>
        <col className="w-name" />
        <col className="w-score" />
        <col className="w-trend" />
        <col className="w-stages" />
        {f.seesMoney && <col className="w-mrr" />}
        <col className="w-ren" />
        <col />
        <col className="w-offer" />
      </colgroup>
      <thead>
        <tr>
          <th {...sorted('name')}>{sortable('name', w.table.name)}</th>
          <th {...sorted('score')}>{sortable('score', w.table.score)}</th>
          <th className="c-tend">{w.table.trend}</th>
          <th className="c-fases">{w.table.stages}</th>
          {f.seesMoney && (
            <th className="num" {...sorted('mrr')}>
              {sortable('mrr', w.table.mrr(symbol))}
            </th>
          )}
          <th className="num" {...sorted('renewsOn')}>
            {sortable('renewsOn', w.table.renewsOn)}
          </th>
          <th>{w.table.action}</th>
          <th className="c-oferta">{w.table.offer}</th>
        </tr>
      </thead>
    </>
  );
}

type Measured = { 'data-index': number; ref: ((node: Element | null) => void) | undefined };
type RowProps = Measured & { row: LineRow; index: number; selected: boolean } & Pick<
    Props,
    'onOpen' | 'link' | 'symbol'
  >;

function Money({ mrr, symbol }: { mrr: string | null; symbol: string }) {
  const { w } = useSpeech();
  return (
    <td className="c-mrr num">
      {mrr === null ? (
        <span className="mute">{w.noData}</span>
      ) : (
        <>
          <span className="sym">{symbol}&nbsp;</span>
          {mrr}
        </>
      )}
    </td>
  );
}

function Row({ row, index, selected, symbol, onOpen, link, ref, ...data }: RowProps) {
  const { w, f } = useSpeech();
  return (
    <tr
      ref={ref}
      {...data}
      aria-rowindex={index + 2}
      aria-current={selected ? 'true' : undefined}
      onClick={(event) => {
        if (!(event.target instanceof Element) || event.target.closest('a') === null) onOpen(row, index);
      }}
    >
      <td className="c-nome name">{link(row)}</td>
      <td className="c-saude">
        <StateMark band={row.band} text={row.score} word={row.bandWord} />
      </td>
      <td className="c-tend">
        <TrendLine scores={row.spark} band={row.band} change={row.trend} />
      </td>
      <td className="c-fases">
        <StageChips chips={row.chips} />
      </td>
      {f.seesMoney && <Money mrr={row.mrr} symbol={symbol} />}
      <td className="c-ren num">
        {row.renewsOn ?? <span className="mute">{w.noDate}</span>}
        {row.renewsIn !== null && <span className="mute dias">{row.renewsIn}</span>}
      </td>
      <td className="c-acao" title={row.actionWhole}>
        <span className="two">{row.action}</span>
      </td>
      <td className="c-oferta">
        <span className={`${row.offer.length > 22 ? 'two' : ''}${row.hasOffer ? '' : ' mute'}`}>
          {row.offer}
        </span>
      </td>
    </tr>
  );
}

const cells = ['c-nome', 'c-saude', 'c-tend', 'c-fases', 'c-mrr', 'c-ren', 'c-acao', 'c-oferta'];

function WaitingRow({ ref, ...data }: Measured) {
  const { f } = useSpeech();
  const shown = cells.filter((name) => f.seesMoney || name !== 'c-mrr');
  return (
    <tr ref={ref} {...data} aria-hidden="true">
      {shown.map((name) => (
        <td key={name} className={name}>
          <span className="skel" />
        </td>
      ))}
    </tr>
  );
}

/** The same table while the first page is on its way. */
export function AccountsTableSkeleton(props: Pick<Props, 'order' | 'caption' | 'symbol' | 'onOrder'>) {
  const idle = {
    ...props,
    rows: [],
    total: 0,
    hasNext: false,
    selected: -1,
    stale: true,
    onOpen: () => {},
    onMore: () => {},
    link: () => null,
  };
  return (
    <table className="tbl base" aria-busy="true">
      <Head {...idle} />
      <tbody>
        {Array.from({ length: 20 }, (_, index) => (
          <WaitingRow key={index} data-index={index} ref={undefined} />
        ))}
      </tbody>
    </table>
  );
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia('(max-width: 760px)').matches);
  useEffect(() => {
    const query = window.matchMedia('(max-width: 760px)');
    const change = () => setNarrow(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return narrow;
}
