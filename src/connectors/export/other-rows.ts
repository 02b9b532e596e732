// The rows an account gives to the tables beside the sheet of customers, and to the history that no sheet of the import
// carries.
import type { Day } from '#base/day.ts';
import { keyCells, isDated, sheetAnswer, sheetContract } from './account-row.ts';
import { facts, type HeldFact, type OutAccount, type OutSetting, textIn } from './account.ts';
import { day, number, type OutCell, type OutRow, text } from './cells.ts';
import type { OutTable } from './columns.ts';
import { contractsOf, subscriptionCells } from './contract-cells.ts';

type Cells = [string, OutCell][];
const told = (key: string, value: string | null | undefined): Cells =>
  value === null || value === undefined || value === '' ? [] : [[key, text(value)]];
const row = (account: OutAccount, cells: Cells): OutRow => new Map([...keyCells(account), ...cells]);

const roleWords: Readonly<Record<string, string>> = {
  executive_sponsor: 'Sponsor',
  champion: 'Champion',
  decision_maker: 'Decisor',
  influencer: 'Influenciador',
  user: 'Usuário',
  detractor: 'Detrator',
  procurement: 'Compras',
  finance: 'Financeiro',
};

function contacts(account: OutAccount): OutRow[] {
  return facts(account, 'contact-joined').flatMap(({ body }) => {
    const key = String(body['contact']);
    if (key === 'main') return [];
    const person = account.people.find((one) => one.key === key);
    const { role, department, keyUser } = body;
    const named = person?.name === person?.email ? null : person?.name;
    const cells: Cells = [
      ...told('contactName', person ? named : key),
      ...told('email', person?.email),
      ...told('phone', person?.phone),
      ...told('role', roleWords[String(role)]),
      ...told('department', typeof department === 'string' ? department : null),
    ];
    if (typeof keyUser === 'boolean') cells.push(['keyUser', text(keyUser ? 'Sim' : 'Não')]);
    return [row(account, cells)];
  });
}

/** Every contract but the one in the sheet of customers. Two of one number are told apart by their order. */
function subscriptions(account: OutAccount, setting: OutSetting): OutRow[] {
  const first = sheetContract(account);
  const seen = new Set<string>(first ? [first.key] : []);
  return contractsOf(account).flatMap((contract) => {
    if (contract.signed === first?.signed) return [];
    const cells = new Map(subscriptionCells(contract, setting));
    let key = contract.key;
    for (let n = 2; seen.has(key); n += 1) key = `${contract.key}-${n}`;
    seen.add(key);
    return [row(account, [...cells, ['contractId', text(key)]])];
  });
}

const severities: Readonly<Record<string, string>> = {
  critical: 'Crítica',
  high: 'Alta',
  normal: 'Média',
  low: 'Baixa',
};

function tickets(account: OutAccount): OutRow[] {
  return facts(account, 'ticket-opened').map((opened) => {
    const id = String(opened.body['ticket']);
    const closed = account.facts.findLast(
      (fact) => fact.type === 'ticket-closed' && fact.shell === opened.shell && fact.body['ticket'] === id,
    );
    const cells: Cells = [
      ['ticketId', text(id)],
      ['openedOn', day(opened.on)],
    ];
    if (closed) cells.push(['closedOn', day(closed.on)]);
    return row(account, [
      ...cells,
      ...told('priority', severities[String(opened.body['severity'])]),
      ...told('subject', textIn(opened, 'subject')),
    ]);
  });
}

function answers(account: OutAccount, setting: OutSetting): OutRow[] {
  const inSheet = sheetAnswer(account);
  return facts(account, 'survey-answered').flatMap((answer) => {
    if (answer === inSheet) return [];
    const cells: Cells = [
      ['instrument', text(String(answer.body['instrument']))],
      ['score', number(Number(answer.body['score']))],
    ];
    if (isDated(answer, setting)) cells.push(['answeredOn', day(answer.on)]);
    return [row(account, [...cells, ...told('comment', textIn(answer, 'comment'))])];
  });
}

/** Whoever wrote is named as the import knows people: by address, else by name or number. */
function messages(account: OutAccount): OutRow[] {
  return facts(account, 'message-exchanged').map((fact) => {
    const { direction, channel, contact, replied } = fact.body;
    const person = account.people.find((one) => one.key === contact);
    const cells: Cells = [
      // A day of a conversation is named by what it tells; a single message by its own id.
      ...told(
        'messageId',
        fact.source === 'sheet:messages' && isDay.test(fact.externalId) ? null : fact.externalId,
      ),
      ['sentOn', day(fact.on)],
      ['direction', text(direction === 'in' ? 'Recebida' : 'Enviada')],
      ['messageChannel', text(String(channel))],
      ...told('contactName', person?.email ?? person?.name ?? (typeof contact === 'string' ? contact : null)),
    ];
    if (typeof replied === 'boolean') cells.push(['replied', text(replied ? 'Sim' : 'Não')]);
    return row(account, [...cells, ...told('messageText', textIn(fact, 'text'))]);
  });
}

/** Ids that an import makes of a day of messages. */
const isDay = /\|message:[a-z_]+:\d{4}-\d{2}-\d{2}:(?:in|out)/;

const origin = (fact: HeldFact): Cells => [
  ['on', day(fact.on)],
  ['knownOn', day(fact.knownOn)],
  ['source', text(fact.source)],
];

function observations(account: OutAccount): OutRow[] {
  return facts(account, 'state-observed').map((fact) => {
    const metric = String(fact.body['metric']);
    const value = Number(fact.body['value']);
    const currency = fact.body['currency'];
    const cell: OutCell = metric.endsWith('_day')
      ? day(value as Day)
      : metric.endsWith('_cents')
        ? { kind: 'money', cents: value, currency: null }
        : number(value);
    return row(account, [
      ['metric', text(metric)],
      ...origin(fact),
      ['value', cell],
      ...told('currency', typeof currency === 'string' ? currency : null),
    ]);
  });
}

/** Every standing fact as it was told: what other programs, or a person's own eyes, read. */
function wholeFacts(account: OutAccount): OutRow[] {
  return account.facts.map((fact) =>
    row(account, [
      ['type', text(fact.type)],
      ...origin(fact),
      ['externalId', text(fact.externalId)],
      ['body', text(JSON.stringify({ ...fact.body, ...fact.texts }))],
    ]),
  );
}

/** The rows of an account in a table. */
export const rowsOf: Readonly<
  Record<Exclude<OutTable, 'accounts'>, (account: OutAccount, setting: OutSetting) => readonly OutRow[]>
> = { contacts, subscriptions, tickets, answers, messages, observations, facts: wholeFacts };
