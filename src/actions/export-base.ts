// Hands the base out as sheets, to who sees a part of it that part alone: one reading of one instant of it, account by account, in two passes. The first learns
// which columns have something to hold, the second writes. Nothing of it is held in memory but a batch.
import { formatDay, type Day } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import type { OutAccount, OutSetting } from '#connectors/export/account.ts';
import { accountRow } from '#connectors/export/account-row.ts';
import type { OutRow, Style } from '#connectors/export/cells.ts';
import { historyTables, type OutTable, readBack } from '#connectors/export/columns.ts';
import { rowsOf } from '#connectors/export/other-rows.ts';
import { csvHead, csvRows, planOf, type Plan, workbook } from '#connectors/export/write.ts';
import { factWithoutMoney, rowWithoutMoney } from '#connectors/export/without-money.ts';
import { said } from '#words/fill.ts';
import { hideAmounts } from '#words/hidden-money.ts';
import { insertAudit } from '#store/audit.ts';
import { countAccounts } from '#store/accounts.ts';
import { exportAccounts, exportFacts, exportPeople, newestImportDay } from '#store/export.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { memberNames } from '#store/people.ts';
import { heldFirmFacts, workspaceFacts } from '#store/workspace-facts.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** Accounts read at once. */
const batch = 250;
/** A workbook is made in memory: larger bases go out as CSV. */
export const mostInWorkbook = 20_000;

export type Exported = {
  /** Day of the sheets: what `--today` is when they are imported. */
  readonly today: string;
  readonly accounts: number;
  readonly tables: readonly { readonly table: OutTable; readonly rows: number }[];
};
/** Takes a piece of a table's text; resolves when there is room for more. */
export type CsvSink = (table: OutTable, piece: string) => Promise<void>;

/** Columns of the sheet of customers that say, even where empty, that a state is known of every customer. */
function coveredColumns(
  covers: readonly { readonly body: Readonly<Record<string, unknown>> }[],
  on: Day,
): string[] {
  const day = formatDay(on);
  return covers
    .filter(
      ({ body }) => body['covers'] === 'observation' && body['to'] === day && body['metric'] !== 'mrr_cents',
    )
    .map(({ body }) => String(body['metric']));
}

async function settingOf(
  tx: Tx,
  session: Session,
): Promise<OutSetting & { covered: string[]; zone: string }> {
  const { workspaceId, now } = session;
  const { workspace } = await readSetting(tx, workspaceId);
  const { method } = (await runningMethod(tx, workspaceId, now)).compiled;
  const told = heldFirmFacts(await workspaceFacts(tx, workspaceId, ['custom-field-declared']), now);
  const covers = (await workspaceFacts(tx, workspaceId, ['source-covered'])).filter(
    ({ source }) => source === 'sheet:accounts',
  );
  const newest = await newestImportDay(tx, workspaceId);
  const fileDay = dayAt(newest ?? now, workspace.zone);
  return {
    zone: workspace.zone,
    fileDay,
    currency: workspace.currency,
    members: await memberNames(tx, workspaceId),
    stages: new Map(method.stages.map(({ key, label }) => [key, said(label, 'pt-BR')])),
    labels: new Map(told.map(({ body }) => [String(body['key']), String(body['label'])])),
    hideText: session.seesMoney ? null : (text) => hideAmounts(text, 'pt-BR'),
    covered: coveredColumns(covers, fileDay),
  };
}

/** The accounts that who takes them sees, in batches, each with everything that is handed out of it. */
async function* accountsOf(
  tx: Tx,
  { workspaceId, sees }: Session,
  zone: string,
): AsyncGenerator<OutAccount[]> {
  for (let after: string | null = null; ;) {
    const found = await exportAccounts(tx, workspaceId, { after, owner: sees }, batch);
    const last = found.at(-1);
    if (!last) return;
    after = last.id;
    const roots = found.map(({ id }) => id);
    const facts = Map.groupBy(await exportFacts(tx, workspaceId, roots), ({ rootId }) => rootId);
    const people = Map.groupBy(await exportPeople(tx, workspaceId, roots), ({ rootId }) => rootId);
    yield found.map((account) => ({
      ...account,
      people: people.get(account.id) ?? [],
      facts: (facts.get(account.id) ?? []).map(({ occurredAt, knownAt, ...fact }) => ({
        ...fact,
        on: dayAt(occurredAt, zone),
        knownOn: dayAt(knownAt, zone),
      })),
    }));
  }
}

function tableRows(table: OutTable, account: OutAccount, setting: OutSetting): readonly OutRow[] {
  if (table !== 'accounts') return rowsOf[table](account, setting);
  const row = accountRow(account, setting);
  return row === null ? [] : [row];
}

/** The rows of an account in a table as who takes them may see them. */
function toldRows(table: OutTable, account: OutAccount, setting: OutSetting): readonly OutRow[] {
  const { hideText } = setting;
  if (hideText === null) return tableRows(table, account, setting);
  const told = table === 'facts' ? { ...account, facts: account.facts.map(factWithoutMoney) } : account;
  return tableRows(table, told, setting).map((row) => rowWithoutMoney(row, hideText));
}

/** A state that is known of every customer stands there even where no row fills it: an amount of money as hidden. */
function hideOrKeep(used: Map<string, boolean>, metric: string, { hideText }: OutSetting): void {
  used.set(metric, used.get(metric) ?? (hideText !== null && metric.endsWith('_cents')));
}

type Reading = { readonly setting: OutSetting; readonly plans: readonly Plan[]; readonly zone: string };

/** The first pass: which columns of which tables have something to hold. */
async function plansOf(tx: Tx, session: Session, tables: readonly OutTable[]): Promise<Reading> {
  const { covered, zone, ...setting } = await settingOf(tx, session);
  const used = new Map<OutTable, Map<string, boolean>>(tables.map((table) => [table, new Map()]));
  for await (const accounts of accountsOf(tx, session, zone))
    for (const account of accounts)
      for (const [table, keys] of used)
        for (const row of toldRows(table, account, setting))
          for (const [key, cell] of row) keys.set(key, keys.get(key) === true || cell.kind === 'hidden');
  const customers = used.get('accounts');
  if (customers && customers.size > 0) for (const metric of covered) hideOrKeep(customers, metric, setting);
  return { setting, zone, plans: [...used].map(([table, keys]) => planOf(table, keys)) };
}

/** One reading of one instant. Begun again in the middle (a lost server), it refuses: pieces have left already. */
async function reading<T>(session: Session, work: (tx: Tx) => Promise<T>): Promise<T> {
  // A base without a method gets one here: the reading itself writes nothing.
  await inWorkspace(session.store, session.workspaceId, (tx) =>
    runningMethod(tx, session.workspaceId, session.now),
  );
  let begun = false;
  return inWorkspace(
    session.store,
    session.workspaceId,
    async (tx) => {
      if (begun) throw new Refusal('export-interrupted');
      begun = true;
      return work(tx);
    },
    { isolation: 'snapshot', readOnly: true },
  );
}

async function audited(session: Session, exported: Exported, how: Record<string, unknown>): Promise<void> {
  const { actor, door, now } = session;
  await inWorkspace(session.store, session.workspaceId, (tx) =>
    insertAudit(tx, session.workspaceId, {
      auditId: uuidv7(now, session.random),
      at: now,
      actor,
      door,
      verb: 'export',
      detail: { ...how, accounts: exported.accounts },
    }),
  );
}

/** Writes tables as CSV, piece by piece. Tables without a row are left out. Refuses with `export-interrupted`. */
export async function exportCsv(
  session: Session,
  tables: readonly OutTable[],
  style: Style,
  sink: CsvSink,
): Promise<Exported> {
  must(session, 'base.export');
  const exported = await reading(session, async (tx) => {
    const { setting, plans, zone } = await plansOf(tx, session, tables);
    const written = plans.filter(({ keys }) => keys.length > 0);
    const rows = new Map<OutTable, number>();
    let accounts = 0;
    for (const plan of written) await sink(plan.table, csvHead(plan, style));
    for await (const some of accountsOf(tx, session, zone)) {
      accounts += some.length;
      for (const plan of written) {
        const made = some.flatMap((account) => toldRows(plan.table, account, setting));
        rows.set(plan.table, (rows.get(plan.table) ?? 0) + made.length);
        if (made.length > 0) await sink(plan.table, csvRows(plan, made, style));
      }
    }
    const counted = written.map(({ table }) => ({ table, rows: rows.get(table) ?? 0 }));
    return { today: formatDay(setting.fileDay), accounts, tables: counted };
  });
  await audited(session, exported, { format: 'csv', style, tables });
  return exported;
}

/** The tables that the import reads back, as one workbook. Refuses bases too large for memory. */
export async function exportWorkbook(
  session: Session,
  style: Style,
): Promise<Exported & { readonly bytes: Uint8Array }> {
  must(session, 'base.export');
  const made = await reading(session, async (tx) => {
    const count = await countAccounts(tx, session.workspaceId, session.sees);
    if (count > mostInWorkbook)
      throw new Refusal('export-too-large', { accounts: count, most: mostInWorkbook });
    const { setting, plans, zone } = await plansOf(tx, session, readBack);
    const rows = new Map<OutTable, OutRow[]>(plans.map(({ table }) => [table, []]));
    let accounts = 0;
    for await (const some of accountsOf(tx, session, zone)) {
      accounts += some.length;
      for (const account of some)
        for (const [table, list] of rows) list.push(...toldRows(table, account, setting));
    }
    const tables = plans.map((plan) => ({ plan, rows: rows.get(plan.table) ?? [] }));
    return { today: formatDay(setting.fileDay), accounts, tables };
  });
  const counted = made.tables.map(({ plan, rows }) => ({ table: plan.table, rows: rows.length }));
  const exported = { today: made.today, accounts: made.accounts, tables: counted };
  await audited(session, exported, { format: 'xlsx', style });
  return { ...exported, bytes: await workbook(made.tables, style) };
}

export { historyTables, readBack, type OutTable, type Style };
export { tableName } from '#connectors/export/columns.ts';
