// A filtered list, or marked accounts of it, as a sheet to keep: one row an account, in the order of the screen. It goes out
// as it is read; nothing of it is held but a page.
import { parseDay } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { day, money, number, text, type OutCell, type Style } from '#connectors/export/cells.ts';
import { cellLines } from '#connectors/export/write.ts';
import type { Decision } from '#domain/decision.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { hideAmounts } from '#words/hidden-money.ts';
import { bandLabel } from '#words/labels.ts';
import { lineOf, type Line } from '#words/line.ts';
import { listColumnName, listColumns, type ListColumn } from '#words/list-columns.ts';
import { amountColumns } from '#domain/access/amounts.ts';
import { listAccounts, type AccountList, type ListedAccount } from './list-accounts.ts';
import type { AccountQuery } from './list-query.ts';
import { must, type Session } from './session.ts';

export { listColumns, type ListColumn } from '#words/list-columns.ts';

export type TableAsked = Omit<AccountQuery, 'limit' | 'cursor'> & {
  /** Columns in order; absent: all. */
  readonly columns?: readonly ListColumn[] | undefined;
  readonly style: Style;
  readonly lang: 'pt-BR' | 'en';
};

const pageRows = 500;
const dayCell = (iso: string | null): OutCell | undefined => {
  const told = iso === null ? null : parseDay(iso);
  return told === null ? undefined : day(told);
};
const some = (value: string | null): OutCell | undefined => (value === null ? undefined : text(value));

/** What is not known stays empty: it is never a zero. */
function cellOf(
  column: ListColumn,
  one: ListedAccount,
  line: Line,
  { list, lang }: { list: AccountList; lang: TableAsked['lang'] },
): OutCell | undefined {
  switch (column) {
    case 'name':
      return text(one.name);
    case 'taxId':
      return some(one.taxId);
    case 'score':
      return line.health.score === null ? undefined : number(line.health.score);
    case 'band':
      return text(bandLabel(line.health.band, lang));
    case 'trend':
      return line.health.trend === null ? undefined : number(line.health.trend);
    case 'stages':
      return text(line.stageChips.map(({ label }) => label).join(', '));
    case 'mrr':
      return line.mrrCents === null ? undefined : money(line.mrrCents, null);
    case 'atStake':
      return line.atStakeCents === null ? undefined : money(line.atStakeCents, null);
    case 'renewsOn':
      return dayCell(line.renewsOn);
    case 'action':
      return text(line.action.text);
    case 'actionDue':
      return dayCell(line.action.due);
    case 'offer':
      return line.offer === null ? undefined : text(line.offer.label);
    case 'segment':
      return some(line.segmentLabel);
    case 'owner':
      return one.owner === null ? undefined : text(list.members[one.owner] ?? one.owner);
    case 'status':
      return text(line.statusLabel);
    case 'quiet': {
      const talked = one.talkedOn === null ? null : parseDay(one.talkedOn);
      return talked === null ? undefined : number(list.day - talked);
    }
  }
}

/** A text may speak of an amount as well: who is not told amounts gets it without. */
const withoutAmounts = (cell: OutCell | undefined, lang: TableAsked['lang']): OutCell | undefined =>
  cell?.kind === 'text' ? text(hideAmounts(cell.text, lang)) : cell;

/**
 * Writes the sheet piece by piece to `sink`, which resolves when there is room for more; answers how many accounts it
 * holds. A list that changes while it is read may have an account on neither page: it is no copy for keeping.
 */
export async function writeListTable(
  session: Session,
  { columns: wanted = listColumns, style, lang, ...asked }: TableAsked,
  sink: (piece: string) => Promise<void>,
): Promise<number> {
  must(session, 'base.export');
  const { seesMoney } = session;
  const columns = seesMoney ? wanted : wanted.filter((column) => !amountColumns.has(column));
  let accounts = 0;
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const list = await listAccounts(session, { ...asked, limit: pageRows, cursor });
    const { currency } = list.workspace;
    if (first) {
      const headers = columns.map((column) => text(listColumnName(column, currency, lang)));
      await sink(cellLines([headers], style, true));
    }
    const rows = list.items.map((one) => {
      const { id, name, decision } = one;
      const head = { id, name, currency, rank: null, spark: [], people: list.members };
      const line = lineOf(decision as unknown as Decision, head, list.method.compiled.method, lang);
      return columns.map((column) => {
        const cell = cellOf(column, one, line, { list, lang });
        return seesMoney ? cell : withoutAmounts(cell, lang);
      });
    });
    if (rows.length > 0) await sink(cellLines(rows, style, false));
    accounts += rows.length;
    cursor = list.nextCursor ?? undefined;
  }
  const { store, workspaceId, now, random, actor, door } = session;
  await inWorkspace(store, workspaceId, (tx) =>
    insertAudit(tx, workspaceId, {
      auditId: uuidv7(now, random),
      at: now,
      actor,
      door,
      verb: 'export-list',
      detail: { accounts },
    }),
  );
  return accounts;
}
