// A draft as a whole: every file understood, what holds it back, and in which order its tables are recorded.
import type { Day } from '#base/day.ts';
import type { Ask } from '#connectors/sheet/infer.ts';
import type { SheetLocale } from '#connectors/sheet/messages.ts';
import { askId } from '#connectors/sheet/choices.ts';
import type { Method } from '#domain/method/schema.ts';
import { readingOf, understand, type Understood, type UnderstoodTable } from './draft-file.ts';
import { readDraft, type DraftFiles } from './drafts.ts';
import { must, type Session } from './session.ts';

export type WholeDraft = DraftFiles & {
  /** Day of the files. */
  readonly day: Day;
  readonly locale: SheetLocale;
  /** Events of the method, to name what notes suggest. */
  readonly events: Method['events'];
  readonly tables: readonly Understood[];
};
/** What holds a commit back: the table and why. */
export type Blocker = {
  readonly table: string | null;
  readonly code: 'nothing' | 'asks' | 'no_rows' | 'missing_header';
  readonly count: number;
  readonly text: string;
};

export const isIncluded = (one: Understood): one is UnderstoodTable =>
  one.fault === null && one.choice.included !== false;

/** What of a table is still to be settled, with the answers so far. */
export const openAsks = ({ sheet }: UnderstoodTable): readonly Ask[] => sheet.asks;

/** The name of an ask, and what was answered to it; null: nothing yet. */
export const askName = askId;
export const answerOf = ({ choice }: UnderstoodTable, ask: Ask): string | null =>
  choice.asks?.[askId(ask)] ?? null;

/** A draft with its tables as they are understood in a language; of a committed one the files alone. */
export async function wholeDraft(session: Session, id: string, locale: SheetLocale): Promise<WholeDraft> {
  must(session, 'data.import');
  const read = await readDraft(session, id);
  const { draft, files } = read;
  const reading = await readingOf(session, draft, locale);
  const tables: Understood[] = [];
  if (draft.state === 'open')
    for (const file of files) tables.push(...(await understand(session, draft, file, reading)));
  return { ...read, day: reading.day, locale, events: reading.events, tables };
}

/** Included tables in the order in which they are recorded: customers before what speaks of them. */
export function inOrder({ tables }: WholeDraft): readonly UnderstoodTable[] {
  const first = ({ sheet }: UnderstoodTable): number => (sheet.plan?.table === 'accounts' ? 0 : 1);
  return tables.filter(isIncluded).toSorted((a, b) => first(a) - first(b));
}

/** Everything that holds the commit back. */
export function blockersOf(whole: WholeDraft): readonly Blocker[] {
  const included = inOrder(whole);
  if (included.length === 0) return [{ table: null, code: 'nothing', count: 0, text: '' }];
  return included.flatMap((one): Blocker[] => {
    const table = one.id;
    const { sheet } = one;
    const whole = sheet.report.problems.filter((problem) => problem.row === null);
    const missing = whole.find((problem) => problem.code === 'map_unknown_header');
    if (missing) return [{ table, code: 'missing_header', count: 1, text: missing.message }];
    const asks = openAsks(one).length;
    if (asks > 0) return [{ table, code: 'asks', count: asks, text: '' }];
    return sheet.report.accepted > 0 ? [] : [{ table, code: 'no_rows', count: 0, text: '' }];
  });
}
