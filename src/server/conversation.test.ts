// An exported conversation through the drafts, as a screen asks: who is of ours is asked and answered once, the customer is
// written once, and messages stand in the customer's story.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bring, session } from '#actions/testing.ts';
import type { AccountsPage } from '#contract/accounts.ts';
import type { Draft, DraftTable } from '#contract/drafts.ts';
import type { TimelinePage } from '#contract/facts.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { asking, type Asking } from './testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const day = '2026-04-15';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const customers =
  'Código;Cliente;Mensalidade;Início;Vencimento\nC1;Padaria Sol;1.000,00;20/02/2025;19/02/2027\n';
const chat =
  '13/03/2026 09:00 - Ana criou o grupo "Sol"\n13/03/2026 09:00 - Ana: Bom dia\n13/03/2026 09:30 - Carlos: Bom dia\n' +
  '11/04/2026 18:00 - Bia: Chegou o boleto?\n12/04/2026 08:00 - Ana: Chegou\n';

async function firm(): Promise<Asking> {
  const workspaceId = await freshWorkspace(base.store);
  await bring(session(base.store, workspaceId, day), bytes(customers), 'clientes.csv');
  return asking({ store: base.store, workspaceId }, day);
}

async function begun(http: Asking, name: string, text: string): Promise<{ id: string; path: string }> {
  const { id } = await http.read<Draft>('drafts', { body: {} });
  const { tables } = await http.read<Draft>(`drafts/${id}/files?name=${encodeURIComponent(name)}`, {
    bytes: bytes(text),
  });
  return { id, path: `drafts/${id}/tables/${tables[0]?.id}` };
}

async function committed(http: Asking, id: string): Promise<Draft> {
  await http.read(`drafts/${id}/commit`, { method: 'POST' });
  for (let turn = 0; turn < 400; turn += 1) {
    const now = await http.read<Draft>(`drafts/${id}`);
    if (now.state !== 'committing') return now;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the commit never ended');
}

test('a conversation is asked about, told, recorded, and read in the story of its customer', async () => {
  const http = await firm();
  const { id, path } = await begun(http, '_chat.txt', chat);
  const asked = await http.read<DraftTable>(path);
  assert.deepEqual([asked.kind, asked.kindLabel], ['messages', 'Mensagens']);
  assert.deepEqual(
    asked.asks.map(({ title }) => title),
    ['Ana', 'Carlos', 'Bia'].map((name) => `“${name}” é do seu time ou do cliente?`),
  );
  assert.equal(asked.columnList.find(({ header }) => header === 'Texto da mensagem')?.state, 'left_out');
  const [ana, ...others] = asked.asks.map((ask) => ask.id);
  assert.doesNotMatch(JSON.stringify([ana, others]), /Ana|Carlos|Bia/);
  const asks = { [ana ?? '']: 'ours', ...Object.fromEntries(others.map((one) => [one, 'theirs'])) };
  const nameless = await http.read<DraftTable>(path, { method: 'PATCH', body: { asks } });
  const open = nameless.problemList.filter(({ code }) => code === 'chat_customer_unknown');
  assert.deepEqual(
    open.map(({ fix }) => fix),
    ['text', 'text', 'text', 'text'],
  );
  const [row] = open;
  const fixes = [{ row: row?.row ?? 0, column: row?.column ?? '', value: 'Padaria Sol' }];
  const ready = await http.read<DraftTable>(path, { method: 'PATCH', body: { fixes } });
  assert.equal(ready.accepted, 4);
  const done = await committed(http, id);
  assert.equal(done.state, 'committed', JSON.stringify(done.failure));
  assert.equal(done.result?.report.facts.byKind['message'], 4);
  const { items } = await http.read<{ items: AccountsPage['items'] }>('accounts');
  const account = items.find((one) => one.account === 'Padaria Sol')?.id;
  const story = await http.read<TimelinePage>(`accounts/${account}/facts?group=people`);
  assert.equal(story.items.filter(({ kind }) => kind === 'message').length, 4, JSON.stringify(story.items));
  assert.doesNotMatch(JSON.stringify(story), /boleto/);
  assert.deepEqual(http.log, []);
  // The next conversation with the same people asks nothing again.
  const next = await begun(http, '_chat.txt', chat);
  const again = await http.read<DraftTable>(next.path);
  assert.deepEqual(
    again.asks.filter(({ answer }) => answer === null),
    [],
  );
  assert.equal(again.accepted, 4);
});
