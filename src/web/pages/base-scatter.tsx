// The base as points: loads what can be drawn, says the finding, walks the points by keyboard, tells the same as a table.
import '#web/styles/scatter.css';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { api, detailOf } from '#web/pages/api.ts';
import { keepFile } from '#web/pages/keep-file.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { ScatterPlot } from '#web/parts/scatter-plot.tsx';
import { StateMark } from '#web/parts/state-mark.tsx';
import { Failure } from '#web/parts/states.tsx';
import { useWidth } from '#web/parts/use-width.ts';
import { filterOf, withoutEmpty, type BaseSearch } from '#web/views/base-search.ts';
import { scoreText } from '#web/views/line-row.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { findingOf, pointsCsv, pointsOf, scatterOf, type Point, type Points } from '#web/views/scatter.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

type Props = { workspace: string; search: BaseSearch };

const pointsQuery = (workspace: string, search: BaseSearch) =>
  queryOptions({
    queryKey: ['points', workspace, filterOf(search, true), search.asOf],
    queryFn: ({ signal }) => api.points(workspace, { ...filterOf(search, true), asOf: search.asOf }, signal),
  });

export function BaseScatter({ workspace, search }: Props) {
  const { w, b } = useBaseSpeech();
  const points = useQuery({ ...pointsQuery(workspace, search), placeholderData: keepPreviousData });
  if (points.isError)
    return (
      <Failure title={b.scatter.failed} text={detailOf(points.error) ?? w.states.failedText}>
        <button type="button" className="btn" onClick={() => void points.refetch()}>
          {w.states.retry}
        </button>
      </Failure>
    );
  if (!points.data) return <div className="scatter-wait skel" aria-busy="true" />;
  return (
    <Drawn
      workspace={workspace}
      search={search}
      data={pointsOf(points.data)}
      stale={points.isPlaceholderData}
    />
  );
}

function Drawn({ workspace, search, data, stale }: Props & { data: Points; stale: boolean }) {
  const { w, b, f } = useBaseSpeech();
  const navigate = useNavigate();
  const [box, width] = useWidth<HTMLDivElement>(1188);
  const [chosen, setChosen] = useState<string | null>(null);
  const [table, setTable] = useState(false);
  const drawing = useMemo(() => scatterOf(data, Math.max(width, 280)), [data, width]);
  const at = data.points.findIndex(({ id }) => id === chosen);
  const step = (by: number) => setChosen(data.points[stepRow(at, by, data.points.length)]?.id ?? null);
  const asOf = withoutEmpty({ asOf: search.asOf });
  const open = (id: string) =>
    void navigate({ to: '/$workspace/cliente/$id', params: { workspace, id }, search: asOf });
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => chosen !== null && open(chosen),
  });
  const symbol = f.symbol(data.currency);
  const headers = [w.table.name, b.scatter.health, b.scatter.arr(symbol), b.scatter.stake(symbol)];
  if (data.drawn === 0)
    return (
      <div className="empty">
        <p>{b.scatter.none}</p>
        <Out data={data} />
      </div>
    );
  return (
    <section className={`sec${stale ? ' dim' : ''}`}>
      <Head data={data} root={drawing.root} />
      <div ref={box}>
        <ScatterPlot
          drawing={drawing}
          picture={pictureOf(data, b, f)}
          symbol={symbol}
          chosen={chosen}
          told={toldOf(data.points[at], data.currency, b, f)}
          onChoose={setChosen}
          onOpen={open}
          onStep={step}
        />
      </div>
      <div className="bar scatter-foot">
        <Out data={data} />
        <span className="end">
          <button type="button" className="link" aria-expanded={table} onClick={() => setTable(!table)}>
            {table ? b.scatter.noTable : b.scatter.table}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => keepFile(new Blob([pointsCsv(data.points, headers)]), b.scatter.file)}
          >
            {b.scatter.csv}
          </button>
        </span>
      </div>
      <PointsTable
        data={data}
        shown={table}
        link={(point) => (
          <Link to="/$workspace/cliente/$id" params={{ workspace, id: point.id }} search={asOf}>
            {point.name}
          </Link>
        )}
      />
    </section>
  );
}

type Speech = ReturnType<typeof useBaseSpeech>;

/** Counts by band of the points that are drawn one by one. */
function pictureOf(data: Points, b: Speech['b'], f: Speech['f']): string {
  const of = (band: string) => f.number(data.points.filter((point) => point.band === band).length);
  return b.scatter.picture(f.number(data.points.length), of('red'), of('yellow'), of('green'));
}

function toldOf(point: Point | undefined, currency: string, b: Speech['b'], f: Speech['f']): string {
  if (point === undefined) return '';
  const { name, score, mrrCents, atStakeCents } = point;
  const stake = atStakeCents === null ? null : f.moneyShort(atStakeCents, currency);
  return b.scatter.told(name, scoreText(score, f), f.moneyShort(mrrCents * 12, currency), stake);
}

function Head({ data, root }: { data: Points; root: boolean }) {
  const { f, b } = useBaseSpeech();
  const finding = findingOf(data);
  const money = (cents: number) => f.moneyShort(cents, data.currency);
  const said = b.scatter.finding;
  const title =
    finding.kind === 'both'
      ? said.both(finding.red.name, finding.near.name, finding.points, money(finding.arrCents))
      : finding.kind === 'red'
        ? said.red(finding.accounts, money(finding.arrCents))
        : said.neutral(f.number(data.drawn), data.drawn === 1);
  const drawn = b.customers(data.drawn);
  const rest = data.drawn - data.points.length;
  return (
    <header className="scatter-head">
      <h2>{title}</h2>
      <p className="small mute">
        {data.isToday ? b.scatter.sub(drawn) : b.scatter.subThen(drawn, f.day(data.asOf))}
        {rest > 0 && ` · ${b.scatter.rest(f.number(data.points.length), f.number(rest))}`}
        {root && ` · ${b.scatter.root}`}
      </p>
    </header>
  );
}

/** Who has no place in the drawing, by name where they are few. */
function Out({ data }: { data: Points }) {
  const { f, b } = useBaseSpeech();
  const all = data.withoutHealth + data.withoutMrr;
  if (all === 0) return null;
  const counts = [
    ...(data.withoutHealth > 0 ? [b.scatter.withoutHealth(f.number(data.withoutHealth))] : []),
    ...(data.withoutMrr > 0 ? [b.scatter.withoutMrr(f.number(data.withoutMrr))] : []),
  ];
  const names = data.out.map(({ name, withoutHealth }) => b.scatter.outOne(name, withoutHealth));
  return (
    <p className="small mute">
      {b.scatter.out}: {all <= 3 ? names.join('; ') : counts.join(', ')}.
    </p>
  );
}

type TableProps = {
  data: Points;
  /** Hidden from the eye, the table stays for those who hear the page. */
  shown: boolean;
  link: (point: Point) => ReactNode;
};

function PointsTable({ data, shown, link }: TableProps) {
  const { w, f, b } = useBaseSpeech();
  const symbol = f.symbol(data.currency);
  const rest = data.drawn - data.points.length;
  return (
    <div
      className={shown ? 'scroll' : 'sr'}
      {...(shown ? { tabIndex: 0, role: 'region', 'aria-label': b.scatter.caption } : {})}
    >
      <table className="tbl points">
        <caption className="sr">{b.scatter.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.table.name}</th>
            <th scope="col">{b.scatter.health}</th>
            <th scope="col" className="num">
              {b.scatter.arr(symbol)}
            </th>
            <th scope="col" className="num">
              {b.scatter.stake(symbol)}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.points.map((point) => (
            <tr key={point.id}>
              <td className="name">{shown ? link(point) : point.name}</td>
              <td>
                <StateMark band={point.band} text={scoreText(point.score, f)} word={w.band[point.band]} />
              </td>
              <td className="num">{f.units(point.mrrCents * 12)}</td>
              <td className="num">{point.atStakeCents === null ? w.noData : f.units(point.atStakeCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="small mute">{b.scatter.cells(f.number(rest))}</p>}
    </div>
  );
}
