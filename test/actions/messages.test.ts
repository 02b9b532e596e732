// An exported conversation becomes messages of its customer: by the contact, else by the name of the file; told again it is
// nothing new, and a longer export brings only what is new.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importFiles, readMapping } from '#actions/import-files.ts';
import { openAccount } from '#actions/open-account.ts';
import { readTimeline } from '#actions/read-timeline.ts';
import type { Session } from '#actions/session.ts';
import { refused } from '#actions/testing-drafts.ts';
import { bring, session } from '#actions/testing.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const customers =
  'Código;Cliente;CSM;Mensalidade;Início;Vencimento\nC1;Padaria Sol;Ana Souza;1.000,00;20/02/2025;19/02/2027\nC2;Oficina Lua;Ana Souza;500,00;20/02/2025;19/02/2027\n';
const contacts =
  'Código do cliente;Nome do contato;E-mail;Telefone;Cargo\nC1;Carlos Dias;carlos@sol.com.br;(11) 98765-4321;Diretor\n';
const first = `01/01/2026 09:00 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.
13/01/2026 09:00 - Ana Souza: Bom dia, Carlos
20/01/2026 10:00 - Carlos Dias: Pode me ligar?
20/01/2026 10:05 - Ana Souza: Claro
01/04/2026 10:00 - Ana Souza: Segue o resumo do mês
02/04/2026 18:00 - Carlos Dias: Recebi
10/04/2026 08:00 - Ana Souza: Conseguiu olhar?
`;
const longer = `${first}12/04/2026 11:00 - Carlos Dias: Olhei
13/04/2026 11:00 - Ana Souza: Obrigada
`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function firm(): Promise<Session> {
  const by = session(base.store, await freshWorkspace(base.store), today);
  await bring(by, bytes(customers), 'clientes.csv');
  await bring(by, bytes(contacts), 'contatos.csv');
  return by;
}

async function relationship(by: Session, name: string, asOf = today) {
  const { accounts } = await readWeek(by, asOf);
  const id = accounts.find((each) => each.name === name)?.id ?? '';
  const { leaves } = (await openAccount(by, id, asOf)).profile;
  const groups = leaves as unknown as Record<string, Record<string, unknown>>;
  return { id, leaves: groups['relationship'] ?? {} };
}

test('a conversation with a known contact is told of its customer, and its words are not kept', async () => {
  const by = await firm();
  const report = await bring(by, bytes(first), 'Conversa do WhatsApp com Carlos.txt');
  assert.deepEqual([report.files[0]?.accepted, report.facts.byKind.message], [6, 6]);
  const { id, leaves } = await relationship(by, 'Padaria Sol');
  assert.equal(leaves['daysSinceConversation'], 13);
  assert.equal(leaves['conversationSource'], 'conversation');
  // 13 January was answered on the 20th, 20 January by nobody within a week, 1 April the next day; the 10th is open.
  assert.ok(Math.abs(Number(leaves['replyRate90d']) - 1 / 2) < 1e-9, String(leaves['replyRate90d']));
  assert.equal(leaves['inboundShare90d'], 2 / 5);
  const story = JSON.stringify(await readTimeline(by, id, { group: 'people', limit: 50 }));
  assert.match(story, /message-exchanged/);
  assert.doesNotMatch(story, /Pode me ligar|resumo do mês/);
});

test('told again it is nothing new, a longer export is what is new, an undo takes it back', async () => {
  const by = await firm();
  const path = 'Conversa do WhatsApp com Carlos.txt';
  await bring(by, bytes(first), path);
  assert.equal((await bring(by, bytes(first), path)).facts.recorded, 0);
  const more = await bring(by, bytes(longer), path);
  // Two days are new; that 10 April was answered is told again of a day that was known.
  assert.equal(more.facts.byKind.message, 3);
  const { leaves } = await relationship(by, 'Padaria Sol');
  assert.equal(leaves['daysSinceConversation'], 3);
  await undoImport(by, more.imports[0] ?? '');
  assert.equal((await relationship(by, 'Padaria Sol')).leaves['daysSinceConversation'], 13);
});

test('who is not known is asked; a mapping answers, and the name of the file names the customer', async () => {
  const by = await firm();
  const chat = '[13/04/2026, 09:00:00] +55 21 91234-5678: Oi\n[14/04/2026, 09:00:00] Ana Souza: Olá\n';
  const path = 'Conversa do WhatsApp com Oficina Lua.txt';
  await assert.rejects(bring(by, bytes(chat), path), refused('mapping-ambiguous'));
  const told = readMapping('"*": { senders: { "+55 21 91234-5678": theirs } }', 'mapa.yaml', 'pt-BR');
  async function* once() {
    yield bytes(chat);
  }
  const source = { path, bytes: once(), today, map: (sheet: string | null) => told(path, sheet) };
  const report = await importFiles(by, [source], { dryRun: false });
  assert.equal(report.facts.byKind.message, 2);
  assert.equal((await relationship(by, 'Oficina Lua')).leaves['daysSinceConversation'], 2);
  // The number is now a contact of the customer: nothing is asked the next time.
  const next = `${chat}[15/04/2026, 08:00:00] +55 21 91234-5678: Ok\n`;
  assert.equal((await bring(by, bytes(next), path)).facts.byKind.message, 1 + 1);
  assert.equal((await relationship(by, 'Oficina Lua')).leaves['daysSinceConversation'], 0);
});
