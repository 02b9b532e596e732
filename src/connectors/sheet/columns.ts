// Proposals and the map → how each column is read: field, order of day and month, decimal mark, currency.
// What stays open comes out as asks.
import type { CustomType } from '#domain/facts/custom.ts';
import type { Day } from '#base/day.ts';
import { type DateOrder, dateOrderOf } from './cell-date.ts';
import type { Instrument } from './cell-instrument.ts';
import { type NumberStyle, openStyle } from './cell-number.ts';
import { noStages, type StageWords } from './cell-stage.ts';
import { profileColumn } from './column-profile.ts';
import { type CellKind, fieldsOf, type TableName } from './fields.ts';
import { headerHints } from './header.ts';
import { type Ask, askOrder, type Column, inferColumns, type Proposal } from './infer.ts';
import { headerKey, type ColumnMap, type FileMap } from './mapping-file.ts';
import type { SheetTable } from './sheet-table.ts';
import type { Constant } from './read-row.ts';
import { type KnownSenders, nobodyKnown, type SenderBook, sideAsks } from './senders.ts';
import { settleTable } from './settle-table.ts';
import { keyAsks, tableAsks } from './table-asks.ts';
import { habitsOf } from './table-habits.ts';
import { tableKindOf } from './table-kind.ts';
import { endsAreNextStarts, termEnds } from './term-chain.ts';
import type { UsagePeriods } from './usage-grain.ts';
import type { HowAdded } from './usage-metric.ts';

export type ReadColumn = {
  readonly index: number;
  readonly header: string;
  readonly field: string;
  /** Null for `custom` and `ignore`. */
  readonly kind: CellKind | null;
  readonly order: DateOrder | null;
  readonly style: NumberStyle;
  readonly currency: string | null;
  /** The day in the cell is the first that is no longer covered. */
  readonly exclusive: boolean;
  /** Whether amounts are whole cents; null: nobody said. */
  readonly amounts: 'cents' | 'units' | null;
  /** Of a measure: the name and the way of adding up that a person gave it. */
  readonly name: string | null;
  readonly how: HowAdded | null;
  /** Words that name a stage. */
  readonly stages: StageWords;
  /** Type of a column that is no field of ours. */
  readonly custom?: CustomType;
};
export type ColumnPlan = {
  readonly table: TableName;
  readonly columns: readonly ReadColumn[];
  readonly proposals: readonly Proposal[];
  readonly asks: readonly Ask[];
  /** Headers of the map that the file does not have. */
  readonly missing: readonly string[];
  /** What a person said of every row. */
  readonly constants: readonly Constant[];
  readonly periods: UsagePeriods | null;
  readonly instrument: Instrument | null;
  /** Whose side the senders of messages are on. */
  readonly senders: SenderBook;
};

/** Columns of a table with their cells, top to bottom. */
export function columnsOf(table: SheetTable, stages: StageWords = noStages): readonly Column[] {
  return table.headers.map((header, index) => {
    const cells = table.rows.map((row) => row.cells[index] ?? '');
    return {
      header,
      named: table.named[index] ?? false,
      cells,
      profile: profileColumn(index, cells, stages),
    };
  });
}

/** Decides how every column is read. `map` settles what it names; the rest is inferred. */
export function planColumns(
  table: SheetTable,
  map: FileMap | null,
  today: Day,
  stages: StageWords = noStages,
  knownSenders: KnownSenders = nobodyKnown,
): ColumnPlan {
  const columns = columnsOf(table, stages);
  const name = map?.table ?? tableKindOf(columns);
  const inferred = inferColumns(columns, name, today);
  const told = columns.map(
    (column) =>
      map?.columns.get(headerKey(column.header)) ?? map?.columns.get(column.header.toLowerCase()) ?? null,
  );
  const settled = settleTable(settle(inferred, told, map), columns, name);
  const proposals = name === 'subscriptions' ? termEnds(settled, columns) : settled;
  const next = name === 'subscriptions' && endsAreNextStarts(columns, proposals);
  const read = proposals.map((proposal, at) => {
    const one = readColumn(proposal, columns[at] as Column, told[at] ?? null, map, { table: name, stages });
    return next && one.field === 'plannedEnd' && !endTold(told[at] ?? null, map)
      ? { ...one, exclusive: true }
      : one;
  });
  const habits = habitsOf(columns, read, name, map);
  const asks = proposals.flatMap((proposal, at) => [
    ...proposal.asks,
    ...orderAsk(columns[at] as Column, read[at] as ReadColumn, told[at] ?? null, map),
  ]);
  const senders: SenderBook = { told: map?.senders ?? new Map(), known: knownSenders };
  const known = new Set(columns.map((column) => headerKey(column.header)));
  const missing = [...(map?.columns.values() ?? [])]
    .map((column) => column.header)
    .filter((header) => !known.has(headerKey(header)));
  return {
    table: name,
    columns: read,
    proposals,
    asks: [
      ...asks,
      ...habits.asks,
      ...sideAsks(columns, read, name, senders),
      ...keyAsks(read, columns),
      ...(map?.table ? [] : tableAsks(columns, read, name)),
    ],
    missing,
    constants: constantsOf(map, name, stages),
    periods: habits.periods,
    instrument: habits.instrument,
    senders,
  };
}

/** What a person said of every row, as cells of their fields. */
function constantsOf(map: FileMap | null, table: TableName, stages: StageWords): readonly Constant[] {
  return [...(map?.constants ?? [])].map(([field, cell]) => ({
    cell,
    column: {
      index: -1,
      header: field,
      field,
      kind: fieldsOf(table)[field] ?? null,
      order: map?.date ?? null,
      style: map?.decimal ? { mark: map.decimal, strict: true, mixed: false } : openStyle,
      currency: map?.currency ?? null,
      exclusive: false,
      amounts: map?.amounts ?? null,
      name: null,
      how: null,
      stages,
    },
  }));
}

/** Fields that several columns may have. */
const shared: ReadonlySet<string> = new Set(['custom', 'ignore', 'remark', 'measure']);

/** What a person said wins; an inferred column loses a field that the map gave to another one. */
function settle(
  inferred: readonly Proposal[],
  told: readonly (ColumnMap | null)[],
  map: FileMap | null,
): readonly Proposal[] {
  const given = new Set(
    told.flatMap((column) => (column?.field && !shared.has(column.field) ? [column.field] : [])),
  );
  return inferred.map((proposal, at) => {
    const column = told[at];
    const end = endField(column?.end ?? map?.end ?? null, column?.field ?? proposal.field);
    if (column?.field)
      return { ...proposal, field: end ?? column.field, confidence: 1, reason: 'map', asks: [] };
    if (given.has(proposal.field)) return { ...proposal, field: 'custom', reason: 'unknown', asks: [] };
    return end
      ? { ...proposal, field: end, asks: proposal.asks.filter((ask) => ask.code !== 'which_end') }
      : proposal;
  });
}

function endField(hint: FileMap['end'], field: string): string | null {
  if (hint === null || !['end', 'plannedEnd', 'actualEnd'].includes(field)) return null;
  if (hint === 'actual') return 'actualEnd';
  return hint === 'planned' || field === 'end' ? 'plannedEnd' : field;
}

function endTold(told: ColumnMap | null, map: FileMap | null): boolean {
  return (told?.end ?? map?.end ?? null) !== null;
}

function readColumn(
  proposal: Proposal,
  column: Column,
  told: ColumnMap | null,
  map: FileMap | null,
  { table, stages }: { readonly table: TableName; readonly stages: StageWords },
): ReadColumn {
  const hints = headerHints(column.header);
  const mark = told?.decimal ?? map?.decimal ?? null;
  return {
    index: proposal.index,
    header: proposal.header,
    field: proposal.field,
    kind: fieldsOf(table)[proposal.field] ?? null,
    order: told?.date ?? map?.date ?? hints.date ?? dateOrderOf(column.cells).order,
    style: mark ? { mark, strict: true, mixed: false } : column.profile.style,
    currency: told?.currency ?? map?.currency ?? hints.currency,
    exclusive: (told?.end ?? map?.end) === 'exclusive',
    amounts: told?.amounts ?? map?.amounts ?? hints.amounts,
    name: told?.name ?? null,
    how: told?.how ?? null,
    stages,
  };
}

function orderAsk(
  column: Column,
  read: ReadColumn,
  told: ColumnMap | null,
  map: FileMap | null,
): readonly Ask[] {
  if (read.kind !== 'date') return [];
  const ask = askOrder(column, (told?.date ?? map?.date ?? null) !== null);
  return ask ? [ask] : [];
}
