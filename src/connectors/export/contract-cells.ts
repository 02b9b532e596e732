// One contract as the cells of a row: what the import reads into the same signing, end, notice or pause.
import { type Day, parseDay } from '#base/day.ts';
import { concluded } from '#domain/contract/state.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { facts, type HeldFact, type OutAccount, type OutSetting, textIn } from './account.ts';
import { day, money, number, type OutCell, text } from './cells.ts';

export type OutContract = {
  readonly key: string;
  readonly signed: HeldFact;
  /** Everything told of it, oldest first. */
  readonly told: readonly HeldFact[];
};

/** The contracts of an account by key, in the order of their signing. */
export function contractsOf(account: OutAccount): readonly OutContract[] {
  return facts(account, 'contract-signed').map((signed) => {
    const key = String(signed.body['contract']);
    const told = account.facts.filter((fact) => fact.shell === signed.shell && fact.body['contract'] === key);
    return { key, signed, told };
  });
}

const dayIn = (value: unknown): Day | null => (typeof value === 'string' ? parseDay(value) : null);

/** The lines in force: of the newest amendment or renewal that tells any, else as signed. */
function linesOf(contract: OutContract): readonly ContractLine[] {
  const later = contract.told.findLast(
    ({ type, body }) =>
      (type === 'contract-amended' || type === 'contract-renewed') &&
      Array.isArray(body['lines']) &&
      body['lines'].length > 0,
  );
  return ((later ?? contract.signed).body['lines'] ?? []) as ContractLine[];
}

function plannedEndOf({ signed, told }: OutContract): Day | null {
  const moved = told.findLast(
    ({ type, body }) =>
      (type === 'contract-amended' || type === 'contract-renewed') && typeof body['plannedEnd'] === 'string',
  );
  return dayIn((moved ?? signed).body['plannedEnd']);
}

const stops = new Set([
  'contract-ended',
  'notice-given',
  'contract-paused',
  'contract-resumed',
  'contract-renewed',
]);

/** Cells that say how the contract stands: its end, the notice, a pause. */
function courseCells(contract: OutContract, setting: OutSetting, done: boolean): [string, OutCell][] {
  const last = contract.told.findLast((fact) => stops.has(fact.type));
  const reason = last ? textIn(last, 'reason') : null;
  const told: [string, OutCell][] =
    reason === null || reason === concluded ? [] : [['endReason', text(reason)]];
  // A delivery that is done ends its contract by itself when it is read again.
  if (done) return [['status', text('Concluído')], ...told];
  if (last?.type === 'contract-ended') return [['actualEnd', day(last.on)], ...told];
  if (last?.type === 'notice-given') {
    const ends = dayIn(last.body['endsOn']);
    if (ends !== null && ends > setting.fileDay) return [['actualEnd', day(ends)], ...told];
  }
  if (last?.type === 'contract-paused') return [['status', text('Pausado')]];
  return contract.signed.body['renewal'] === 'tacit' ? [['status', text('Ativo')]] : [];
}

function termCells(signed: HeldFact): [string, OutCell][] {
  const { renewal, termMonths, index } = signed.body;
  const cells: [string, OutCell][] = [];
  if (typeof termMonths === 'number') cells.push(['termMonths', text(`${termMonths} meses`)]);
  if (renewal === 'auto' || renewal === 'manual')
    cells.push(['autoRenew', text(renewal === 'auto' ? 'Sim' : 'Não')]);
  if (renewal === 'open_ended') cells.push(['openEnded', text('Sim')]);
  if (typeof index === 'string') cells.push(['index', text(index)]);
  return cells;
}

/** Amounts of the lines; several recurring ones of one period and currency are added up, as a sheet has one cell. */
export function amountCells(lines: readonly ContractLine[], setting: OutSetting): [string, OutCell][] {
  const cells: [string, OutCell][] = [];
  const amount = (list: readonly ContractLine[]): OutCell | null => {
    const [first] = list;
    if (!first || list.some((line) => line.cents === null || line.currency !== first.currency)) return null;
    const cents = list.reduce((sum, line) => sum + (line.cents ?? 0), 0);
    return money(cents, first.currency === setting.currency ? null : first.currency);
  };
  const recurring = lines.filter((line) => line.recurring);
  const months = recurring[0]?.months;
  const period = amount(recurring.filter((line) => line.months === months));
  if (period && months === 12) cells.push(['annual', period]);
  else if (period && period.kind === 'money' && months !== undefined)
    cells.push(['monthly', months === 1 ? period : { ...period, cents: Math.round(period.cents / months) }]);
  const once = amount(lines.filter((line) => !line.recurring));
  if (once) cells.push(['oneOff', once]);
  return cells;
}

/** All cells of a contract. `done`: its delivery is done. */
export function contractCells(
  contract: OutContract,
  setting: OutSetting,
  done: boolean,
): [string, OutCell][] {
  const lines = linesOf(contract);
  const product = lines.find((line) => line.product !== null)?.product ?? null;
  const start = dayIn(contract.signed.body['start']);
  const end = plannedEndOf(contract);
  const named = contract.key === 'main' || contract.key === product;
  const cells: [string, OutCell][] = [];
  if (!named) cells.push(['contractId', text(contract.key)]);
  if (product !== null) cells.push(['product', text(product)]);
  if (start !== null) cells.push(['start', day(start)]);
  if (end !== null) cells.push(['plannedEnd', day(end)]);
  return [
    ...cells,
    ...courseCells(contract, setting, done),
    ...termCells(contract.signed),
    ...amountCells(lines, setting),
  ];
}

/** A row of the table of contracts: the number always stands, seats are those of the line. */
export function subscriptionCells(contract: OutContract, setting: OutSetting): [string, OutCell][] {
  const seats = linesOf(contract).find((line) => line.seats !== null)?.seats ?? null;
  return [
    ...contractCells(contract, setting, false).filter(([key]) => subscriptionKeys.has(key)),
    ['contractId', text(contract.key)],
    ...(seats === null ? [] : [['seats', number(seats)] as [string, OutCell]]),
  ];
}

const subscriptionKeys = new Set([
  'product',
  'start',
  'plannedEnd',
  'actualEnd',
  'status',
  'monthly',
  'annual',
  'oneOff',
]);
