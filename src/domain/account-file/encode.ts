// Facts → account file. The same set of facts gives the same bytes, whatever order, batches or repeats they came in.
import { offsetsWithin } from '#base/zone.ts';
import type { SlimCodec } from '#domain/facts/spec.ts';
import { encodeCell, encodeColumn, eachName, type Numbering, type SlimDatum } from './codecs.ts';
import { condense, levels, type Condensed, type Entries } from './condense.ts';
import { fieldsOf } from './fields.ts';
import { fileVersion, shorten, unitOf, type FileText, type TypeCells } from './format.ts';
import { compareText, inWinnerOrder, type Entry, type FoldFact } from './order.ts';

/** No file is longer, in bytes. */
export const hardBudget = 65_536;

export type Encoded = {
  readonly file: string;
  /** Fact ids in the order of the file's rows (types by name, rows in winner order), separated by commas. */
  readonly refs: string;
};

/** The account file of a set of facts; days are those of the workspace's zone. */
export function encodeFile(facts: readonly FoldFact[], zone: string): Encoded {
  const all = inWinnerOrder(facts, zone);
  const contacts = contactKeysOf(all);
  let condensed: Condensed | null = null;
  let file = '';
  for (const level of levels) {
    condensed = condense(all, level, zone);
    file = JSON.stringify(write(condensed, contacts, zone));
    if (bytesOf(file) <= hardBudget) break;
  }
  const kept = condensed ? [...condensed.entries.values()].flat() : [];
  return { file, refs: kept.map((entry) => entry.fact.id).join(',') };
}

/** The contact keys of a set of facts in the order of their numbers: `contactTable(facts)[n]` is contact n. */
export function contactTable(facts: readonly FoldFact[], zone: string): readonly string[] {
  return contactKeysOf(inWinnerOrder(facts, zone));
}

function contactKeysOf(all: Entries): readonly string[] {
  const keys = new Set<string>();
  eachOf(all, ignore, (key) => keys.add(key));
  return [...keys].sort();
}

function write(condensed: Condensed, contacts: readonly string[], zone: string): FileText {
  const { entries, since, monthly } = condensed;
  const strings = new Set<string>();
  eachOf(entries, (text) => strings.add(text), ignore);
  const sorted = [...strings].sort();
  const numbers = { code: numbering(sorted), contact: numbering(contacts) };
  const types = [...entries].map(([type, rows]) => [type, typeCells(rows, numbers)] as const);
  return {
    v: fileVersion,
    o: offsetsOf(entries, zone),
    s: sorted,
    c: contacts.length,
    t: Object.fromEntries(types),
    ...(since.size > 0 ? { f: Object.fromEntries([...since].sort(([a], [b]) => compareText(a, b))) } : {}),
    ...(monthly.size > 0
      ? { m: Object.fromEntries([...monthly].map(([type, months]) => [type, pairs(months)])) }
      : {}),
  };
}

function typeCells(rows: readonly Entry[], numbers: Numbering): TypeCells {
  const occurred = rows.map((row) => row.fact.occurredAt);
  const steps = occurred.slice(1).map((at, i) => at - (occurred[i] ?? 0));
  const delays = rows.map((row) => row.fact.knownAt - row.fact.occurredAt);
  const stepUnit = unitOf(steps);
  const delayUnit = unitOf(delays);
  const slim = fieldsOf(rows[0]?.fact.type ?? '');
  return [
    rows.length,
    occurred[0] ?? 0,
    stepUnit,
    shorten(steps.map((step) => step / stepUnit)),
    delayUnit,
    shorten(delays.map((delay) => delay / delayUnit)),
    shorten(recordSteps(rows)),
    shorten(rows.map((row) => row.fact.revision)),
    ...slim.map(([, codec], column) =>
      encodeColumn(rows.map((row) => encodeCell(codec, row.values[column] ?? null, row.day, numbers))),
    ),
  ];
}

function recordSteps(rows: readonly Entry[]): number[] {
  const first = new Map<string, number>();
  return rows.map((row, i) => {
    const known = first.get(row.record);
    if (known === undefined) first.set(row.record, i);
    return known === undefined ? 0 : i - known;
  });
}

function eachOf(all: Entries, code: (text: string) => void, contact: (key: string) => void): void {
  const each = (codec: SlimCodec, value: SlimDatum | undefined): void => {
    eachName(codec, value ?? null, code, contact);
  };
  for (const rows of all.values()) {
    fieldsOf(rows[0]?.fact.type ?? '').forEach(([, codec], column) => {
      if (codec === 'number' || codec === 'day' || codec === 'flag') return;
      for (const row of rows) each(codec, row.values[column]);
    });
  }
}

function offsetsOf(entries: Entries, zone: string): number[] {
  let from = Infinity;
  let to = -Infinity;
  for (const rows of entries.values()) {
    from = Math.min(from, rows[0]?.fact.occurredAt ?? Infinity);
    to = Math.max(to, rows.at(-1)?.fact.occurredAt ?? -Infinity);
  }
  if (from > to) return [0];
  return offsetsWithin(from, to, zone).flatMap(({ start, offset }, i) =>
    i === 0 ? [offset / 1000] : [start, offset / 1000],
  );
}

function pairs(months: ReadonlyMap<number, number>): number[] {
  return [...months].sort(([a], [b]) => a - b).flat();
}

function numbering(sorted: readonly string[]): (text: string) => number {
  const numbers = new Map(sorted.map((text, i) => [text, i + 1]));
  return (text) => numbers.get(text) ?? 0;
}

function bytesOf(text: string): number {
  return text.length * 3 <= hardBudget ? text.length : new TextEncoder().encode(text).length;
}

function ignore(): void {}
