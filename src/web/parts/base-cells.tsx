// The columns of the Base: head, width and cell of each. Which are shown, and where, is for others to say.
import type { ReactNode } from 'react';
import { StageChips } from '#web/parts/stage-chips.tsx';
import { StateMark } from '#web/parts/state-mark.tsx';
import { TrendLine } from '#web/parts/trend-line.tsx';
import type { ColumnKey } from '#web/views/base-columns.ts';
import type { LineRow } from '#web/views/line-row.ts';
import type { Words } from '#web/words/pt.ts';

type Look = {
  /** Class of the cell and, with `w-` for `c-`, of its column. */
  readonly name: string;
  /** Pixels; `action` takes what is left, and needs these. */
  readonly width: number;
  readonly number?: true;
};
export const looks: Readonly<Record<ColumnKey, Look>> = {
  score: { name: 'saude', width: 62 },
  trend: { name: 'tend', width: 102 },
  stages: { name: 'fases', width: 228 },
  mrr: { name: 'mrr', width: 82, number: true },
  renewsOn: { name: 'ren', width: 134, number: true },
  action: { name: 'acao', width: 190 },
  offer: { name: 'oferta', width: 152 },
  segment: { name: 'seg', width: 104 },
  owner: { name: 'dono', width: 128 },
  status: { name: 'sit', width: 104 },
  atStake: { name: 'jogo', width: 100, number: true },
  talkedOn: { name: 'conv', width: 96, number: true },
};
/** Pixels of the name and of the mark before it. */
export const nameWidth = 184;
export const markWidth = 28;

/** The head of a column in words. */
export function columnName(key: ColumnKey, w: Words, symbol: string): string {
  if (key === 'mrr') return w.table.mrr(symbol);
  return key === 'atStake' ? w.table.atStake(symbol) : w.table[key];
}

const absent = (text: string): ReactNode => <span className="mute">{text}</span>;

function withSymbol(text: string | null, symbol: string, w: Words): ReactNode {
  if (text === null) return absent(w.noData);
  return (
    <>
      <span className="sym">{symbol}&nbsp;</span>
      {text}
    </>
  );
}

/** What a row says in a column. */
export function cellContent(key: ColumnKey, row: LineRow, symbol: string, w: Words): ReactNode {
  switch (key) {
    case 'score':
      return <StateMark band={row.band} text={row.score} word={row.bandWord} />;
    case 'trend':
      return <TrendLine scores={row.spark} band={row.band} change={row.trend} />;
    case 'stages':
      return <StageChips chips={row.chips} />;
    case 'mrr':
      return withSymbol(row.mrr, symbol, w);
    case 'atStake':
      return row.atStake ?? absent(w.noData);
    case 'renewsOn':
      return (
        <>
          {row.renewsOn ?? absent(w.noDate)}
          {row.renewsIn !== null && <span className="mute dias">{row.renewsIn}</span>}
        </>
      );
    case 'action':
      return <span className="two">{row.action}</span>;
    case 'offer':
      return (
        <span className={`${row.offer.length > 22 ? 'two' : ''}${row.hasOffer ? '' : ' mute'}`}>
          {row.offer}
        </span>
      );
    case 'segment':
      return row.segment ?? absent(w.noData);
    case 'owner':
      return row.owner ?? absent(w.filters.unowned);
    case 'status':
      return row.status;
    case 'talkedOn':
      return row.quiet ?? absent(w.noData);
  }
}
