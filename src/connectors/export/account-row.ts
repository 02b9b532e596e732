// One account as a row of the sheet of customers: what the import reads into the same description, states, contract,
// answer and notes. States are the newest told; a sheet dates them to its own day.
import { type Day, parseDay } from '#base/day.ts';
import {
  customerSheet,
  facts,
  type HeldFact,
  type OutAccount,
  type OutSetting,
  partOf,
  textIn,
} from './account.ts';
import { day, money, number, type OutCell, type OutRow, text } from './cells.ts';
import { ownColumn } from './columns.ts';
import { contractCells, contractsOf, type OutContract } from './contract-cells.ts';

type Cells = [string, OutCell][];

const told = (key: string, value: unknown): Cells =>
  typeof value === 'string' && value !== '' ? [[key, text(value)]] : [];

/** Newest value of a field over all descriptions. */
function described(account: OutAccount, field: string): unknown {
  return facts(account, 'account-described').findLast(({ body }) => body[field] !== undefined)?.body[field];
}

const segmentWords: Readonly<Record<string, string>> = {
  smb: 'PME',
  mid_market: 'Mid-market',
  enterprise: 'Enterprise',
  product_led: 'Product-led',
};

/** Code, name and CNPJ: what every table names a customer by. */
export function keyCells(account: OutAccount): Cells {
  const taxId = described(account, 'taxId');
  return [...told('code', account.code), ['name', text(account.name)], ...told('taxId', taxId)];
}

function describedCells(account: OutAccount, setting: OutSetting): Cells {
  const tags = described(account, 'tags');
  const domains = described(account, 'domains');
  const segment = described(account, 'segment');
  const email = account.people.find(({ key }) => key === 'main')?.email ?? null;
  const domain = Array.isArray(domains) ? (domains[0] as unknown) : null;
  const custom = facts(account, 'account-described').reduce<Record<string, unknown>>(
    (all, { body }) => ({ ...all, ...(body['custom'] as Record<string, unknown> | undefined) }),
    {},
  );
  return [
    ...told('segment', segmentWords[String(segment)]),
    ...told('industry', described(account, 'industry')),
    ...told('size', described(account, 'size')),
    ...told('group', described(account, 'group')),
    ...told('channel', described(account, 'channel')),
    ...told('tags', Array.isArray(tags) ? tags.join(', ') : null),
    ...(typeof domain === 'string' && email?.endsWith(`@${domain}`) !== true ? told('domain', domain) : []),
    ...Object.entries(custom).flatMap(([key, value]): Cells =>
      customCell(setting.labels.get(key) ?? key, value),
    ),
  ];
}

function customCell(label: string, value: unknown): Cells {
  const key = ownColumn('custom', label);
  if (typeof value === 'number') return [[key, number(value)]];
  if (typeof value === 'boolean') return [[key, text(value ? 'Sim' : 'Não')]];
  return typeof value === 'string' ? [[key, text(value)]] : [];
}

function peopleCells(account: OutAccount, setting: OutSetting): Cells {
  const csm = facts(account, 'team-assigned').findLast(({ body }) => body['role'] === 'csm');
  const member = csm ? String(csm.body['member']) : null;
  const main = facts(account, 'contact-joined').some(({ body }) => body['contact'] === 'main');
  const person = main ? account.people.find(({ key }) => key === 'main') : undefined;
  // A person known by address or telephone alone is named by it.
  const named = person && person.name !== person.email && person.name !== person.phone;
  return [
    ...told('owner', member === null ? null : (setting.members[member] ?? member)),
    ...told('contactName', named ? person.name : null),
    ...told('email', person?.email),
    ...told('phone', person?.phone),
  ];
}

const colours: Readonly<Record<string, string>> = { green: 'Verde', yellow: 'Amarelo', red: 'Vermelho' };

function stateCells(account: OutAccount, setting: OutSetting, withContract: boolean): Cells {
  const newest = new Map<string, HeldFact>();
  for (const fact of facts(account, 'state-observed')) newest.set(String(fact.body['metric']), fact);
  const cells: Cells = [];
  for (const [metric, { body }] of newest) {
    const value = Number(body['value']);
    const told = body['currency'];
    const own = typeof told !== 'string' || told === setting.currency ? null : told;
    if (metric.endsWith('_day')) cells.push([metric, day(value as Day)]);
    else if (metric === 'mrr_cents' && !withContract) cells.push(['monthly', money(value, own)]);
    else if (metric === 'overdue_cents') cells.push([metric, money(value, own)]);
    else if (metric !== 'mrr_cents') cells.push([metric, number(value)]);
  }
  const pulse = facts(account, 'pulse-taken').findLast(({ source }) => source === customerSheet);
  const placed = facts(account, 'stage-placed').findLast(
    ({ source, externalId }) => source === customerSheet && externalId.endsWith('|stage'),
  );
  const stage = placed ? setting.stages.get(String(placed.body['stage'])) : undefined;
  const verdict = pulse ? colours[String(pulse.body['verdict'])] : undefined;
  const used = facts(account, 'consumption-reported').findLast(({ source }) => source === customerSheet);
  return [...cells, ...told('pulse', verdict), ...told('stage', stage), ...consumedCells(used)];
}

function consumedCells(used: HeldFact | undefined): Cells {
  if (!used) return [];
  const cells: Cells = [['consumedIn', day(used.on)]];
  for (const field of ['contracted', 'used'] as const) {
    const value = used.body[field];
    if (typeof value === 'number') cells.push([field, number(value)]);
  }
  return cells;
}

/** The answer that stood in the sheet of customers last; the others go with the table of answers. */
export function sheetAnswer(account: OutAccount): HeldFact | undefined {
  return facts(account, 'survey-answered').findLast(({ source }) => source === customerSheet);
}

/** Whether the day of an answer stood in its sheet; without one it is of the file's day. */
export function isDated(answer: HeldFact, setting: OutSetting): boolean {
  return partOf(answer).includes(':') || answer.on !== setting.fileDay;
}

function voiceCells(account: OutAccount, setting: OutSetting): Cells {
  const cells: Cells = [];
  const answer = sheetAnswer(account);
  if (answer) {
    cells.push(['nps', number(Number(answer.body['score']))]);
    if (isDated(answer, setting)) cells.push(['npsDate', day(answer.on)]);
    cells.push(...told('npsComment', textIn(answer, 'comment')));
  }
  for (const note of facts(account, 'note-written').filter(({ source }) => source === customerSheet)) {
    const body = textIn(note, 'text');
    const part = partOf(note);
    if (body === null) continue;
    if (part === 'note') cells.push(['notes', text(body)]);
    else if (part === 'comment' && !answer) cells.push(['npsComment', text(body)]);
    else if (part.startsWith('remark:')) {
      const at = body.indexOf(': ');
      cells.push([ownColumn('note', body.slice(0, at)), text(body.slice(at + 2))]);
    }
  }
  return cells;
}

/** The contract that stands in the sheet of customers: the first that came by one. */
export function sheetContract(account: OutAccount): OutContract | undefined {
  return contractsOf(account).find(({ signed }) => signed.source === customerSheet);
}

/** An end told without a signing ("Cancelado", and no dates): its day and its reason. */
function endAlone(account: OutAccount): Cells {
  const ended = facts(account, 'contract-ended').findLast(({ source }) => source === customerSheet);
  if (!ended) return [];
  return [['actualEnd', day(ended.on)], ...told('endReason', ended.body['reason'])];
}

/** The row of an account, or null for one that nobody told of as a customer. */
export function accountRow(account: OutAccount, setting: OutSetting): OutRow | null {
  const contract = sheetContract(account);
  if (facts(account, 'account-described').length === 0 && contract === undefined) return null;
  const key = contract?.key ?? 'main';
  const planned = facts(account, 'delivery-planned').find(({ body }) => body['delivery'] === key);
  const done = facts(account, 'delivery-done').some(({ body }) => body['delivery'] === key);
  const dueOn = typeof planned?.body['dueOn'] === 'string' ? parseDay(planned.body['dueOn']) : null;
  const due: Cells = dueOn === null ? [] : [['deliveryDue', day(dueOn)]];
  return new Map<string, OutCell>([
    ...keyCells(account),
    ...describedCells(account, setting),
    ...peopleCells(account, setting),
    ...(contract ? contractCells(contract, setting, done) : endAlone(account)),
    ...due,
    ...stateCells(account, setting, contract !== undefined),
    ...voiceCells(account, setting),
  ]);
}
