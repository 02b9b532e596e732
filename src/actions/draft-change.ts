// What a person says of one table of a draft: what it is, what its columns hold, answers, mended cells. Checked against the
// table itself, then kept; the table is understood anew from all of it.
import { askId, type Choice, type Fix, optionsOf } from '#connectors/sheet/choices.ts';
import { fieldsOf, isTable } from '#connectors/sheet/fields.ts';
import type { Ask } from '#connectors/sheet/infer.ts';
import type { SheetLocale } from '#connectors/sheet/messages.ts';
import { changeDraft, lockDraft } from '#store/drafts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { fileIdOf, readingOf, understand, type UnderstoodTable } from './draft-file.ts';
import { readDraft, stillOpen } from './drafts.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

export type TableChange = {
  readonly included?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly asks?: Readonly<Record<string, string>> | undefined;
  readonly fixes?:
    | readonly { readonly row: number; readonly column: string; readonly value: string | null }[]
    | undefined;
};

/** What could name a customer: words and codes, no days and no money. */
const naming: ReadonlySet<string | null> = new Set([null, 'name', 'text', 'id', 'taxId', 'code']);

/** Keys of the options of an ask of a table. */
export function optionsIn(found: UnderstoodTable, ask: Ask): readonly string[] {
  const columns = found.sheet.plan?.columns ?? [];
  return optionsOf(
    ask,
    columns.filter(({ kind }) => naming.has(kind)).map(({ header }) => header),
  );
}

/** One table of a draft as it is understood now; refuses a table that is not there, or a file that holds none. */
export async function readTable(
  session: Session,
  draftId: string,
  tableId: string,
  locale: SheetLocale,
): Promise<UnderstoodTable> {
  must(session, 'data.import');
  const { draft, files } = await readDraft(session, draftId);
  const file = files.find((one) => one.fileId === fileIdOf(tableId));
  if (!file) throw new Refusal('draft-not-found', { draft: tableId });
  const read = await understand(session, draft, file, await readingOf(session, draft, locale), tableId);
  const found = read.find((one) => one.fault === null);
  if (found?.fault !== null) throw new Refusal('draft-not-found', { draft: tableId });
  return found;
}

function unknown(choice: string): never {
  throw new Refusal('draft-choice-unknown', { choice });
}

function checkColumns(columns: Readonly<Record<string, string>>, found: UnderstoodTable, kind: string): void {
  const fields = new Set([
    'custom',
    'ignore',
    'remark',
    ...Object.keys(fieldsOf(isTable(kind) ? kind : 'accounts')),
  ]);
  for (const [header, field] of Object.entries(columns)) {
    if (!found.table.headers.includes(header)) unknown(header);
    if (!fields.has(field)) unknown(field);
  }
}

function checkAsks(asks: Readonly<Record<string, string>>, found: UnderstoodTable): void {
  for (const [id, option] of Object.entries(asks)) {
    const ask = found.asks.find((one) => askId(one) === id);
    if (!ask) unknown(id);
    if (!optionsIn(found, ask).includes(option)) unknown(option);
  }
}

type FixChange = NonNullable<TableChange['fixes']>;

function mend(found: UnderstoodTable, before: readonly Fix[], changes: FixChange): readonly Fix[] {
  const fixes = [...before];
  for (const { row, column, value } of changes) {
    const at = fixes.findIndex((fix) => fix.row === row && fix.column === column);
    const [last] = at < 0 ? [] : fixes.splice(at, 1);
    if (value === null) continue;
    const problem = found.sheet.report.problems.find(
      (one) => one.row === row && (one.column === null || one.column === column),
    );
    const told = {
      code: problem?.code ?? '',
      value: problem?.value ?? null,
      refused: problem?.refused === true,
    };
    fixes.push({ row, column, value, was: last?.was ?? told });
  }
  return fixes.slice(-mostFixes);
}

/** Cells that one table may have mended. */
const mostFixes = 10_000;

function checkFixes(found: UnderstoodTable, changes: FixChange): void {
  const rows = new Set([...found.table.rows, ...found.sheet.report.problems].map(({ row }) => row));
  for (const { row, column } of changes) {
    if (!found.table.headers.includes(column)) unknown(column);
    if (!rows.has(row)) unknown(String(row));
  }
}

/** What stands of a table's choice after a change. */
function changed(found: UnderstoodTable, own: Choice, change: TableChange): Choice {
  // Another kind of table: what was said of its columns was said of something else.
  const before: Choice = change.kind === undefined ? own : {};
  return {
    ...before,
    ...(change.included === undefined ? {} : { included: change.included }),
    ...(change.kind === undefined ? {} : { kind: change.kind }),
    columns: { ...before.columns, ...change.columns },
    asks: { ...before.asks, ...change.asks },
    fixes: change.fixes === undefined ? (own.fixes ?? []) : mend(found, own.fixes ?? [], change.fixes),
  };
}

/**
 * Keeps what is said of a table; answers the table as it is understood then. Refuses with `draft-choice-unknown` a kind,
 * column, field, option or row that the table does not have, with `draft-not-open` a draft that is committed.
 */
export async function changeTable(
  session: Session,
  draftId: string,
  tableId: string,
  change: TableChange,
  locale: SheetLocale,
): Promise<UnderstoodTable> {
  must(session, 'data.import');
  stillOpen(session, await readDraft(session, draftId));
  const found = await readTable(session, draftId, tableId, locale);
  if (change.kind !== undefined && !isTable(change.kind)) unknown(change.kind);
  checkColumns(change.columns ?? {}, found, change.kind ?? found.sheet.plan?.table ?? 'accounts');
  checkAsks(change.asks ?? {}, found);
  checkFixes(found, change.fixes ?? []);
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const draft = await lockDraft(tx, session.workspaceId, draftId);
    if (draft?.state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
    const own = (draft.choices[tableId] ?? {}) as Choice;
    const choices = { ...draft.choices, [tableId]: changed(found, own, change) };
    await changeDraft(tx, session.workspaceId, draftId, { choices, failure: null }, session.now);
  });
  return await readTable(session, draftId, tableId, locale);
}
