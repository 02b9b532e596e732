import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '#base/day.ts';
import { senderKey } from '#connectors/whatsapp/sender.ts';
import type { KnownSenders } from './senders.ts';
import { addsUp, bring, facts, sound } from './sheet-fixture.ts';

const mapped = (body: string): string => `"*": { ${body} }`;
const sides = 'senders: { Ana: ours, Carlos: theirs, Bia: theirs }';

async function chat(text: string, more: { yaml?: string; path?: string; senders?: KnownSenders } = {}) {
  const path = more.path ?? 'Conversa do WhatsApp com Padaria Sol.txt';
  const { senders, ...rest } = more;
  const known = senders ? { known: async () => senders } : {};
  const result = await bring(text, { path, ...known, ...rest });
  addsUp(result.report);
  sound(result);
  const said = facts(result).flatMap((fact) =>
    fact.type === 'message-exchanged'
      ? [{ on: formatDay(fact.occurredOn), account: fact.account?.key, ...fact.body }]
      : [],
  );
  return { ...result, said, codes: [...new Set(result.report.problems.map(({ code }) => code))] };
}

const group =
  '14/03/2026 09:00 - Ana criou o grupo "Sol"\n14/03/2026 09:01 - Ana: Oi\n14/03/2026 09:02 - Carlos: Oi\n' +
  '14/03/2026 09:03 - Carlos: Tudo?\n14/03/2026 09:04 - Bia: Olá\n15/03/2026 10:00 - Ana: Alguém?\n';

test('a group gives one fact a day and person, and none of its words', async () => {
  const { said, report, ready } = await chat(group, { yaml: mapped(sides) });
  assert.deepEqual([report.table, report.accepted, report.refused, ready], ['messages', 5, 1, true]);
  assert.deepEqual(
    said.map(({ on, direction, replied }) => [on, direction, replied]),
    [
      ['2026-03-14', 'out', true],
      ['2026-03-14', 'in', undefined],
      ['2026-03-14', 'in', undefined],
      ['2026-03-15', 'out', false],
    ],
  );
  assert.equal(new Set(said.map(({ contact }) => contact)).size, 3, 'two contacts, and the group written to');
  assert.ok(said.every(({ account, text }) => account === 'name:padaria sol' && text === undefined));
});

test('who is of ours and who is not is asked once for each sender, under no name', async () => {
  const { asks, ready, report } = await chat(group);
  assert.deepEqual(
    asks.map(({ code, column }) => [code, column]),
    [
      ['which_side', 'Ana'],
      ['which_side', 'Carlos'],
      ['which_side', 'Bia'],
    ],
  );
  assert.equal(ready, false);
  assert.match(report.problems[0]?.message ?? '', /"Ana" é do seu time ou do cliente\?/);
});

test('known people answer by themselves, and a known contact names the account', async () => {
  const known = (account: string) => ({
    keys: [{ source: 'sheet:accounts', key: account }],
    accountName: account,
    contact: 'carlos@sol.com.br',
  });
  const ours = new Set([senderKey('Ana')]);
  const one: KnownSenders = { ours, contacts: new Map([[senderKey('Carlos'), known('id:C1')]]) };
  const text = '14/03/2026 09:01 - Ana: Oi\n14/03/2026 09:02 - Carlos: Oi\n';
  const { said, asks, rows } = await chat(text, { senders: one });
  assert.deepEqual(asks, []);
  assert.ok(said.every(({ account, contact }) => account === 'id:C1' && contact === 'carlos@sol.com.br'));
  assert.deepEqual(
    rows.flatMap(({ people }) => people),
    [],
    'who is known is not told again',
  );
  // Contacts of two customers in one conversation: the name of the file decides, not one of them.
  const two: KnownSenders = {
    ours,
    contacts: new Map([
      [senderKey('Carlos'), known('id:C1')],
      [senderKey('Bia'), known('id:C2')],
    ]),
  };
  const mixed = await chat(group, { senders: two });
  assert.deepEqual([...new Set(mixed.said.map(({ account }) => account))], ['name:padaria sol']);
});

test('a file that does not say whom it is with is told of its one contact; a group of nobody known is refused', async () => {
  const text = '14/03/2026 09:01 - Ana: Oi\n14/03/2026 09:02 - Carlos: Oi\n';
  const single = await chat(text, { path: '_chat.txt', yaml: mapped(sides) });
  assert.deepEqual([...new Set(single.said.map(({ account }) => account))], ['name:carlos']);
  const crowd = await chat(group, { path: '_chat.txt', yaml: mapped(sides) });
  assert.deepEqual([crowd.ready, crowd.codes], [false, ['chat_notice', 'chat_customer_unknown']]);
  const told = mapped(`${sides}, constants: { name: Padaria Sol }`);
  assert.equal((await chat(group, { path: '_chat.txt', yaml: told })).said.length, 4);
});

test('day and month are settled by the file, or asked', async () => {
  const open = '03/04/2026 09:01 - Ana: Oi\n04/03/2026 09:02 - Carlos: Oi\n';
  const asked = await chat(open, { yaml: mapped(sides) });
  assert.deepEqual(
    asked.asks.map(({ code }) => code),
    ['date_order'],
  );
  const american = '3/14/26, 9:01 PM - Ana: Hi\n4/3/26, 9:02 AM - Carlos: Hi\n';
  const { said } = await chat(american, { yaml: mapped(sides) });
  assert.deepEqual(
    said.map(({ on }) => on),
    ['2026-03-14', '2026-04-03'],
  );
});

test('texts are kept only where a person says so; then a day is one text, and words of the customer may suggest', async () => {
  const text =
    '14/03/2026 09:01 - Carlos: muito trabalho manual\n14/03/2026 09:02 - Carlos: de novo\n14/03/2026 09:03 - Ana: sponsor saiu?\n';
  const yaml = mapped(`table: messages, ${sides}, columns: { Texto da mensagem: messageText }`);
  const kept = await chat(text, { yaml });
  assert.deepEqual(
    kept.said.map((one) => one.text),
    ['muito trabalho manual\nde novo', 'sponsor saiu?'],
  );
  const events = facts(kept).flatMap((fact) => (fact.type === 'event-suggested' ? [fact.body.event] : []));
  assert.deepEqual(events, ['manual_work']);
  const bare = await chat(text, { yaml: mapped(sides) });
  assert.equal(JSON.stringify(facts(bare)).includes('manual'), false);
});

test('a conversation of notices alone, of strangers left out, of days to come brings nothing and says why', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['14/03/2026 09:00 - Ana criou o grupo "Sol"\n14/03/2026 09:00 - Bia saiu\n', 'chat_notice'],
    ['14/03/2099 09:00 - Ana: Oi\n', 'date_future'],
    ['14/03/2026 09:00 - Robô: Oi\n', 'sender_left_out'],
  ];
  for (const [text, code] of cases) {
    const result = await chat(text, { yaml: mapped('senders: { Ana: ours, Robô: other }') });
    assert.deepEqual([result.ready, result.codes], [false, [code]], text);
  }
});

test('messages come as a table too, in any order of rows', async () => {
  const header = 'Código do cliente;Data da mensagem;Sentido;Canal da mensagem;Nome do contato;Respondida\n';
  const rows = [
    'C1;13/03/2026;Enviada;email;Carlos;Sim',
    'C1;14/03/2026;Recebida;email;Carlos;',
    'C2;14/03/2026;Enviada;sms;;Não',
  ];
  const read = async (lines: readonly string[]) => {
    const result = await bring(`${header}${lines.join('\n')}\n`, { path: 'mensagens.csv' });
    sound(result);
    assert.equal(result.report.table, 'messages');
    return facts(result)
      .map((fact) => JSON.stringify([fact.externalId, fact.body]))
      .toSorted();
  };
  const forth = await read(rows);
  assert.equal(forth.filter((fact) => fact.includes('"replied":true')).length, 1);
  assert.deepEqual(await read(rows.toReversed()), forth);
});
