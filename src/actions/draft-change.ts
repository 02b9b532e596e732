// What a person says of one table of a draft: what it is, what its columns hold, answers, mended cells. Checked against the
// table itself, then kept; the table is understood anew from all of it.
import { askId, type Choice, type Fix } from '#connectors/sheet/choices.ts';
import { fieldsOf, isTable } from '#connectors/sheet/fields.ts';
import type { Ask } from '#connectors/sheet/infer.ts';
import type { SheetLocale } from '#connectors/sheet/messages.ts';
import { changeDraft, lockDraft } from '#store/drafts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { readingOf, understand, type UnderstoodTable } from './draft-file.ts';
import { readDraft, stillOpen } from './drafts.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

export type TableChange = {
  readonly included?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly asks?: Readonly<Record<string, string>> | undefined;
  readonly fixes?:
    | readonly { readonly row: number; readonly column: string; readonly value: string | null }[]
    | undefined;
};

/** Keys of the options of an ask; the missing key of a customer may be any column. */
export function optionsOf(ask: Ask, headers: readonly string[]): readonly string[] {
  if (ask.code === 'date_order') return ['dmy', 'mdy'];
  if (ask.code === 'decimal_mark') return [',', '.'];
  if (ask.code !== 'no_key') return ask.options;
  return headers.flatMap((header) => ask.options.map((field) => `${field}@${header}`));
}

/** One table of a draft as it is understood now; refuses a table that is not there, or a file that holds none. */
export async function readTable(
  session: Session,
  draftId: string,
  tableId: string,
  locale: SheetLocale,
): Promise<UnderstoodTable> {
  const { draft, files } = await readDraft(session, draftId);
  const file = files.find((one) => one.fileId === tableId);
  if (!file) throw new Refusal('draft-not-found', { draft: tableId });
  const found = await understand(session, draft, file, await readingOf(session, draft, locale));
  if (found.fault !== null) throw new Refusal('draft-not-found', { draft: tableId });
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
    if (!optionsOf(ask, found.table.headers).includes(option)) unknown(option);
  }
}

function mend(found: UnderstoodTable, changes: NonNullable<TableChange['fixes']>): readonly Fix[] {
  const fixes = [...(found.choice.fixes ?? [])];
  for (const { row, column, value } of changes) {
    if (!found.table.headers.includes(column)) unknown(column);
    if (!found.table.rows.some((one) => one.row === row)) unknown(String(row));
    const at = fixes.findIndex((fix) => fix.row === row && fix.column === column);
    const [before] = at < 0 ? [] : fixes.splice(at, 1);
    if (value === null) continue;
    const problem = found.sheet.report.problems.find(
      (one) => one.row === row && (one.column === null || one.column === column),
    );
    const told = {
      code: problem?.code ?? '',
      value: problem?.value ?? null,
      refused: problem?.refused === true,
    };
    fixes.push({ row, column, value, was: before?.was ?? told });
  }
  return fixes;
}

/** Keeps what is said of a table; answers the table as it is understood then. */
export async function changeTable(
  session: Session,
  draftId: string,
  tableId: string,
  change: TableChange,
  locale: SheetLocale,
): Promise<UnderstoodTable> {
  stillOpen(await readDraft(session, draftId));
  const found = await readTable(session, draftId, tableId, locale);
  if (change.kind !== undefined && !isTable(change.kind)) unknown(change.kind);
  const kind = change.kind ?? found.sheet.plan?.table ?? 'accounts';
  checkColumns(change.columns ?? {}, found, kind);
  checkAsks(change.asks ?? {}, found);
  // Another kind of table: what was said of its columns was said of something else.
  const before: Choice = change.kind === undefined ? found.choice : {};
  const choice: Choice = {
    ...before,
    ...(change.included === undefined ? {} : { included: change.included }),
    ...(change.kind === undefined ? {} : { kind: change.kind }),
    columns: { ...before.columns, ...change.columns },
    asks: { ...before.asks, ...change.asks },
    fixes: change.fixes === undefined ? (found.choice.fixes ?? []) : mend(found, change.fixes),
  };
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const draft = await lockDraft(tx, session.workspaceId, draftId);
    const choices = { ...draft?.choices, [tableId]: choice };
    await changeDraft(tx, session.workspaceId, draftId, { choices, failure: null }, session.now);
  });
  return await readTable(session, draftId, tableId, locale);
}
