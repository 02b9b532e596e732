import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '#base/day.ts';
import { contentOf, underKey } from './draft.ts';
import type { SheetImport } from './import-sheet.ts';
import { addsUp, bring, facts, sound, today } from './sheet-fixture.ts';

test('a monthly value is a contract beside a day, a state alone', async () => {
  const alone = await bring('Cliente;MRR\nAcme;10,00\n');
  assert.deepEqual(
    facts(alone).map((fact) => fact.type),
    ['account-described', 'state-observed', 'source-covered'],
  );
  const dated = await bring('Cliente;MRR;Início\nAcme;10,00;20/02/2025\n');
  const signed = facts(dated).find((fact) => fact.type === 'contract-signed');
  assert.ok(signed?.history && signed.dated && signed.occurredOn === parseDay('2025-02-20'));
});

test('a start to come is known on the day of the file; an end to come is a notice', async () => {
  const result = await bring(
    'Cliente;MRR;Início;Churn date\nAcme;10,00;20/05/2026;\nBeta;1,00;20/05/2025;30/06/2026\nGama;1,00;20/05/2025;30/03/2026\n',
  );
  const signed = facts(result).filter((fact) => fact.type === 'contract-signed');
  assert.deepEqual([signed[0]?.occurredOn, signed[0]?.history, signed[0]?.dated], [today(), false, false]);
  assert.deepEqual(
    facts(result).flatMap((fact) => (fact.type === 'notice-given' ? [fact.body.endsOn] : [])),
    ['2026-06-30'],
  );
  assert.equal(
    facts(result).find((fact) => fact.type === 'contract-ended')?.occurredOn,
    parseDay('2026-03-30'),
  );
});

test('exclusive ends, months as ends, delays and currencies of the map', async () => {
  const yaml =
    'files:\n  clientes.csv:\n    delayDays: 10\n    currency: USD\n    columns:\n      Fim: { field: plannedEnd, end: exclusive }\n';
  const result = await bring('Cliente;MRR;Início;Fim\nAcme;10,00;20/02/2025;20/02/2027\n', { yaml });
  const signed = facts(result).find((fact) => fact.type === 'contract-signed');
  assert.deepEqual(
    [signed?.body.plannedEnd, signed?.delayDays, signed?.body.lines[0]?.currency],
    ['2027-02-19', 10, 'USD'],
  );
  const month = await bring('Cliente;MRR;Início;Vencimento\nAcme;10,00;jan/25;jan/27\n');
  const body = facts(month).find((fact) => fact.type === 'contract-signed')?.body;
  assert.deepEqual([body?.start, body?.plannedEnd], ['2025-01-01', '2027-01-31']);
});

test('states carry the day of the file in no identity: the same row next month is the same content', async () => {
  const sheet = 'Cliente;MRR;Início;Licenças;NPS;Observações\nAcme;10,00;20/02/2025;5;9;sponsor saiu\n';
  const [april, may] = [await bring(sheet), await bring(sheet, { today: today('2026-05-15') })];
  const content = (result: SheetImport): readonly string[] =>
    result.rows.flatMap((row) => row.facts).map((fact) => `${fact.externalId} ${contentOf(fact)}`);
  assert.deepEqual(content(may), content(april));
  const changed = await bring(sheet.replace(';5;', ';6;'));
  assert.equal(content(changed).filter((line) => !content(april).includes(line)).length, 1);
});

test('a keyword in a note suggests, once', async () => {
  const result = await bring(
    'Cliente;Observações\nAcme;O SPONSOR  saiu; muito trabalho manual e trabalhos manuais\n'.replace(
      'saiu;',
      'saiu,',
    ),
  );
  const hits = facts(result).flatMap((fact) =>
    fact.type === 'event-suggested' ? [[fact.body.event, fact.body.family, fact.body.keyword]] : [],
  );
  assert.deepEqual(hits, [
    ['sponsor_left', undefined, 'sponsor saiu'],
    ['manual_work', 'automacao', 'trabalho manual'],
  ]);
});

test('people go apart: no name, address or telephone of a person in a body', async () => {
  const result = await bring(
    'Cliente;Contato;E-mail;Telefone;Zap do dono\nAcme;Rita Prado;rita@acme.com.br;(11) 98888-7777;(11) 97777-6666\n',
  );
  assert.deepEqual(result.rows[0]?.people, [
    { kind: 'contact', key: 'main', name: 'Rita Prado', email: 'rita@acme.com.br', phone: '(11) 98888-7777' },
  ]);
  assert.doesNotMatch(JSON.stringify(facts(result).map((fact) => fact.body)), /Rita|rita|9888|9777/);
});

test('a later sheet that knows more keeps the records under the key that opened them', async () => {
  const result = await bring('Cliente;CNPJ;MRR\nAcme;01.815.908/0001-16;10,00\n');
  const row = result.rows[0];
  assert.ok(row);
  assert.deepEqual(
    row.keys.map((key) => key.key),
    ['cnpj:01815908000116', 'name:acme'],
  );
  const under = underKey(row, { source: 'sheet:accounts', key: 'name:acme' });
  assert.ok(
    under.facts.every(
      (fact) => fact.externalId.startsWith('name:acme|') && fact.account?.key === 'name:acme',
    ),
  );
});

test('two customers of one name are told apart by CNPJ; the name alone is then no key', async () => {
  const result = await bring(
    'Cliente;CNPJ;MRR\nAcme;01.815.908/0001-16;1,00\nAcme;86.091.390/0001-78;2,00\nAcme;;3,00\n',
    { yaml: '"*": { table: accounts }' },
  );
  assert.deepEqual(
    result.rows.map((row) => row.keys.length),
    [1, 1],
  );
  assert.deepEqual(
    result.report.problems.map((problem) => [problem.row, problem.code]),
    [[4, 'key_ambiguous']],
  );
});

test('other tables: contacts, answers, tickets, usage', async () => {
  const contacts = await bring(
    'account_id,full name,email,role\n1,Rita Prado,rita@acme.com,CEO\n1,Ivo Reis,ivo@acme.com,Analista\n',
  );
  assert.equal(contacts.report.table, 'contacts');
  assert.deepEqual(
    facts(contacts).map((fact) => fact.type === 'contact-joined' && fact.body.role),
    ['executive_sponsor', 'user'],
  );
  const answers = await bring(
    'account_id,score,date,comment\n1,9,2026-03-20,bom\n1,3,2026-03-20,ruim\n2,x,2026-03-20,\n',
  );
  assert.equal(answers.report.table, 'answers');
  assert.equal(new Set(facts(answers).map((fact) => fact.externalId)).size, 2);
  assert.equal(answers.report.refused, 1);
  const tickets = await bring(
    'account_id,ticket_id,created_date,priority,status,resolution_time_hours\n1,T1,2026-03-01,P1,Open,\n1,T2,2026-03-01,P3,Resolved,30\n',
  );
  assert.deepEqual(
    facts(tickets).map((fact) => fact.type),
    ['ticket-opened', 'source-covered', 'ticket-opened', 'ticket-closed'],
  );
  const usage = await bring('account_id,month,logins\n1,2026-01,4\n1,2026-02,5\n2,2026-01,6\n2,2026-04,9\n');
  assert.deepEqual([usage.report.table, usage.report.accepted, usage.ready], ['usage', 3, true]);
  assert.deepEqual(
    usage.report.problems.map((problem) => [problem.row, problem.code]),
    [[5, 'period_open']],
  );
  for (const result of [contacts, answers, tickets, usage]) {
    addsUp(result.report);
    sound(result);
  }
});

test('every problem is said in the language asked for, and says what was kept', async () => {
  const bytes = new TextEncoder().encode(
    'Cliente;Início;Valor mensal\nA;31/02/2026;doze mil\nB;31/02/2026;10\n',
  );
  const told = async (locale: 'pt-BR' | 'en') => {
    const { report } = await bring(bytes, { locale });
    return report.problems.map(({ code, message }) => `${code}: ${message}`);
  };
  assert.deepEqual(await told('pt-BR'), [
    'money_unreadable: Não é um valor em dinheiro. A linha fica fora.',
    'date_impossible: Esta data não existe. A célula fica vazia.',
  ]);
  assert.deepEqual(await told('en'), [
    'money_unreadable: This is not an amount of money. The row is left out.',
    'date_impossible: There is no such date. The cell is left empty.',
  ]);
});
