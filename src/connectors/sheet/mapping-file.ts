// The `--map` file: YAML, per file the table it is and header → field with format hints. Refuses what it does not
// understand, by name and line.
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { DateOrder } from './cell-date.ts';
import type { DecimalMark } from './cell-number.ts';
import { senderKey } from '#connectors/whatsapp/sender.ts';
import { fieldNamed } from './field-named.ts';
import { fieldsOf, tableNames, type TableName } from './fields.ts';
import { headerWords } from './header.ts';
import { fieldFault, keyFault, mapFaults } from './map-messages.ts';
import type { Both } from './messages.ts';
import { type Side, sides } from './senders.ts';
import type { UsageGrain } from './usage-grain.ts';
import type { HowAdded } from './usage-metric.ts';

export type EndHint = 'planned' | 'actual' | 'exclusive';
export type ColumnMap = {
  /** Null: hints only, the field is inferred. */
  readonly field: string | null;
  readonly date: DateOrder | null;
  readonly decimal: DecimalMark | null;
  readonly end: EndHint | null;
  readonly currency: string | null;
  /** `cents`: amounts are whole cents, as billing systems export them. */
  readonly amounts: 'cents' | 'units' | null;
  /** Of a measure: its name (`measure.logins`), and how it adds up over people and time. */
  readonly name: string | null;
  readonly how: HowAdded | null;
};
export type FileMap = Omit<ColumnMap, 'field' | 'name'> & {
  readonly table: TableName | null;
  /** The sheet is not to be read. */
  readonly leftOut: boolean;
  /** Length of the periods of a table of usage. */
  readonly grain: UsageGrain | null;
  /** Field → a value that holds for every row that does not tell it. */
  readonly constants: ReadonlyMap<string, string>;
  /** Key of a sender of messages → whose side it is on. */
  readonly senders?: ReadonlyMap<string, Side>;
  /** Days between what happened and when it could be known, for history. */
  readonly delayDays: number;
  /** Header (its words, joined) → what the column is. */
  readonly columns: ReadonlyMap<string, ColumnMap & { readonly header: string }>;
};
export type MapProblem = { readonly path: string; readonly line: number | null; readonly reason: Both };
export type MapFile = { readonly files: ReadonlyMap<string, FileMap> };

const dateHints: Readonly<Record<string, DateOrder>> = {
  'dd/mm/yyyy': 'dmy',
  'dd/mm/aaaa': 'dmy',
  'd/m/yyyy': 'dmy',
  'd/m/y': 'dmy',
  'dd/mm/yy': 'dmy',
  'dd/mm': 'dmy',
  dmy: 'dmy',
  'mm/dd/yyyy': 'mdy',
  'm/d/yyyy': 'mdy',
  'm/d/y': 'mdy',
  'mm/dd/yy': 'mdy',
  'mm/dd/aaaa': 'mdy',
  'mm/dd': 'mdy',
  mdy: 'mdy',
  // Year first leaves nothing open; the hint is accepted and changes nothing.
  'yyyy-mm-dd': 'dmy',
  iso: 'dmy',
};
const ends: readonly EndHint[] = ['planned', 'actual', 'exclusive'];

const date = z.string().transform((text, context) => {
  const order = dateHints[text.toLowerCase().replaceAll('-', text.toLowerCase().startsWith('y') ? '-' : '/')];
  if (order) return order;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});
const hints = {
  date: date.optional(),
  decimal: z.enum([',', '.']).optional(),
  end: z.enum(ends).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  amounts: z.enum(['cents', 'units']).optional(),
  how: z.enum(['sum', 'distinct', 'last']).optional(),
};
const columnSchema = z.union([
  z.string().max(100),
  z.null(),
  z.strictObject({ field: z.string().max(100).optional(), ...hints }),
]);
const columnsSchema = z.record(z.string().max(500), columnSchema);
const fileSchema = z.looseObject({
  table: z.enum([...tableNames, 'ignore']).optional(),
  delayDays: z.int().nonnegative().max(3650).optional(),
  grain: z.enum(['day', 'week', 'month']).optional(),
  constants: z.record(z.string().max(100), z.union([z.string().max(500), z.number()])).optional(),
  senders: z.record(z.string().min(1).max(200), z.enum(sides)).optional(),
  ignore: z.array(z.string().max(500)).max(1000).optional(),
  ...hints,
  columns: columnsSchema.optional(),
  fields: columnsSchema.optional(),
  map: columnsSchema.optional(),
  mapping: columnsSchema.optional(),
});
const reserved = new Set(Object.keys(fileSchema.shape));

/**
 * The key under which a header is looked up: case, accents, plural and small words do not count; the number that keeps
 * two columns of one title apart does.
 */
export function headerKey(header: string): string {
  const number = / \(\d+\)$/.exec(header)?.[0] ?? '';
  return (headerWords(header).join(' ') || header.trim().toLowerCase()) + number;
}

/** Text of a `--map` file → what it says, or every reason why it cannot be used. */
export function readMapFile(
  text: string,
): { readonly map: MapFile } | { readonly problems: readonly MapProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 0 } as never);
  const broken = document.errors.map((error) => ({
    path: '',
    line: lines.linePos(error.pos[0]).line,
    reason: mapFaults.yaml,
  }));
  if (broken.length > 0) return { problems: broken };
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    const node = document.getIn(path, true);
    const range =
      node !== null && typeof node === 'object' && 'range' in node
        ? (node.range as readonly number[] | null)
        : null;
    return range ? lines.linePos(range[0] ?? 0).line : null;
  };
  const plain = plainOf(() => document.toJS({ maxAliasCount: 0 }));
  return 'fault' in plain
    ? { problems: [{ path: '', line: null, reason: plain.fault }] }
    : build(plain.value, lineOf);
}

/** Aliases are refused: the library throws on them, and a map has no use for any. */
function plainOf(read: () => unknown): { readonly value: unknown } | { readonly fault: Both } {
  try {
    return { value: read() };
  } catch {
    return { fault: mapFaults.alias };
  }
}

type LineOf = (path: readonly PropertyKey[]) => number | null;

function build(root: unknown, lineOf: LineOf): ReturnType<typeof readMapFile> {
  const problems: MapProblem[] = [];
  const files = new Map<string, FileMap>();
  const outer = z.record(z.string(), z.unknown()).safeParse(root);
  if (!outer.success) return { problems: [{ path: '', line: 1, reason: mapFaults.root }] };
  const wrapped = z.record(z.string(), z.unknown()).safeParse(outer.data['files']);
  const base = wrapped.success ? ['files'] : [];
  for (const [name, body] of Object.entries(wrapped.success ? wrapped.data : outer.data)) {
    const read = fileSchema.safeParse(body);
    if (read.success) files.set(name, fileMap(read.data, [...base, name], problems, lineOf));
    else {
      for (const issue of read.error.issues) {
        const path = [...base, name, ...issue.path];
        problems.push({
          path: path.join('.'),
          line: lineOf(path),
          reason: faultAt(body, issue.path),
        });
      }
    }
  }
  return problems.length > 0 ? { problems } : { map: { files } };
}

function fileMap(
  body: z.output<typeof fileSchema>,
  path: readonly string[],
  problems: MapProblem[],
  lineOf: LineOf,
): FileMap {
  const columns = new Map<string, ColumnMap & { header: string }>();
  const table = tableTold(body) ?? 'accounts';
  const groups: [readonly string[], Record<string, unknown>][] = [[path, loose(body)]];
  for (const key of ['columns', 'fields', 'map', 'mapping'] as const)
    if (body[key]) groups.push([[...path, key], body[key]]);
  for (const [at, group] of groups) {
    for (const [header, raw] of Object.entries(group)) {
      const fault = (reason: Both): void =>
        void problems.push({ path: [...at, header].join('.'), line: lineOf([...at, header]), reason });
      const read = columnSchema.safeParse(raw);
      if (!read.success) {
        fault(faultAt({ [header]: raw }, [header]));
        continue;
      }
      const column = columnMap(read.data, table);
      if ('unknown' in column) fault(fieldFault(column.unknown, table, Object.keys(fieldsOf(table))));
      else columns.set(headerKey(header), { ...column, header });
    }
  }
  for (const header of body.ignore ?? [])
    columns.set(headerKey(header), { field: 'ignore', name: null, ...hintsOf({}), header });
  return {
    ...hintsOf(body),
    table: tableTold(body),
    leftOut: body.table === 'ignore',
    delayDays: body.delayDays ?? 0,
    grain: body.grain ?? null,
    senders: new Map(Object.entries(body.senders ?? {}).map(([name, side]) => [senderKey(name), side])),
    constants: constantsOf(body, path, problems, lineOf),
    columns,
  };
}

const tableTold = ({ table }: z.output<typeof fileSchema>): TableName | null =>
  table === undefined || table === 'ignore' ? null : table;

/** Constants by field; a field that the table does not have is named. */
function constantsOf(
  body: z.output<typeof fileSchema>,
  path: readonly string[],
  problems: MapProblem[],
  lineOf: LineOf,
): ReadonlyMap<string, string> {
  const table = tableTold(body) ?? 'accounts';
  const constants = new Map<string, string>();
  for (const [told, value] of Object.entries(body.constants ?? {})) {
    const field = fieldNamed(told, table);
    if (field === null || !(field in fieldsOf(table))) {
      const at = [...path, 'constants', told];
      problems.push({
        path: at.join('.'),
        line: lineOf(at),
        reason: fieldFault(told, table, Object.keys(fieldsOf(table))),
      });
    } else constants.set(field, String(value));
  }
  return constants;
}

/** The sentence for what stands at `path`: of the hint that is wrong inside it, or of the key itself. */
function faultAt(body: unknown, path: readonly PropertyKey[]): Both {
  const value = path.reduce<unknown>(
    (from, key) => (from !== null && typeof from === 'object' ? Reflect.get(from, key) : undefined),
    body,
  );
  const read = z.looseObject(hints).safeParse(value);
  const hint = read.success ? undefined : read.error.issues[0]?.path.at(-1);
  return keyFault(String(hint ?? path.at(-1)));
}

/** Headers may stand directly beside `table`. */
function loose(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !reserved.has(key)));
}

function columnMap(
  raw: z.output<typeof columnSchema>,
  table: TableName,
): ColumnMap | { readonly unknown: string } {
  const told = typeof raw === 'string' ? raw : raw === null ? 'ignore' : raw.field;
  const rest = raw !== null && typeof raw === 'object' ? hintsOf(raw) : hintsOf({});
  if (told === undefined) return { field: null, name: null, ...rest };
  const measure = table === 'usage' ? /^(?:measure|medida)(?:\.(.{1,100}))?$/.exec(told.trim()) : null;
  if (measure) return { field: 'measure', name: measure[1] ?? null, ...rest };
  const field = fieldNamed(told, table);
  return field === null ? { unknown: told } : { field, name: null, ...rest };
}

type Hints = {
  date?: DateOrder | undefined;
  decimal?: DecimalMark | undefined;
  end?: EndHint | undefined;
  currency?: string | undefined;
  amounts?: 'cents' | 'units' | undefined;
  how?: HowAdded | undefined;
};
function hintsOf(hint: Hints): Omit<ColumnMap, 'field' | 'name'> {
  return {
    date: hint.date ?? null,
    decimal: hint.decimal ?? null,
    end: hint.end ?? null,
    currency: hint.currency ?? null,
    amounts: hint.amounts ?? null,
    how: hint.how ?? null,
  };
}
