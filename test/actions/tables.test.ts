// Every table of a firm's folder comes in, reads as what it says, and told again is nothing new.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAccount } from '#actions/open-account.ts';
import type { Session } from '#actions/session.ts';
import { bring, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const customers =
  'Código;Cliente;Produto;Mensalidade;Início;Vencimento\nC1;Aurora;CRM;1.000,00;20/02/2025;19/02/2027\nC2;Boreal;CRM;500,00;20/02/2025;19/02/2027\nC3;Celeste;ERP;300,00;20/02/2025;19/02/2027\n';
const sheets: Readonly<Record<string, string>> = {
  'uso.csv':
    'Código do cliente;Mês;Logins;Relatórios;Usuários ativos\nC1;jan/26;40;3;8\nC1;fev/26;50;4;9\nC1;mar/26;60;6;9\nC2;jan/26;10;0;2\nC2;fev/26;9;0;2\n',
  'faturas.csv':
    'Código do cliente;Nº da fatura;Emissão;Vencimento;Valor;Valor líquido;Pago em;Situação\nC1;F1;20/01/2026;13/02/2026;1.000,00;950,00;13/02/2026;Pago\nC1;F2;20/02/2026;13/03/2026;1.000,00;950,00;;Em aberto\nC2;F3;20/02/2026;13/03/2026;500,00;475,00;09/03/2026;Pago\n',
  'reunioes.csv':
    'Código do cliente;Data da reunião;Tipo de reunião;Participantes;Resultado\nC1;20/03/2026;QBR;4;Positivo\nC1;02/04/2026;Alinhamento;2;\nC2;02/04/2026;Alinhamento;2;Cancelada\n',
  'movimentos.csv':
    'Código do cliente;Data do movimento;Tipo de movimento;Valor do movimento;Produto\nC1;13/03/2026;Upgrade;200,00;Módulo BI\nC1;20/03/2026;Downgrade;50,00;CRM\nC2;13/03/2026;Expansão;100,00;Módulo BI\n',
  'saidas.csv': 'Código do cliente;Data de saída;Motivo da saída\nC3;31/03/2026;Preço\n',
};

async function leaves(by: Session, name: string, asOf = today): Promise<Readonly<Record<string, unknown>>> {
  const { accounts } = await readWeek(by, asOf);
  const id = accounts.find((each) => each.name === name)?.id;
  assert.ok(id, name);
  const groups = (await openAccount(by, id, asOf)).profile.leaves as Readonly<Record<string, object>>;
  return Object.fromEntries(
    Object.entries(groups).flatMap(([group, found]) =>
      Object.entries(found ?? {}).map(([leaf, value]) => [`${group}.${leaf}`, value]),
    ),
  );
}

test('usage, invoices, meetings, movements and leavers read as what they say, once', async () => {
  const by = session(base.store, await freshWorkspace(base.store), today);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  await bring(by, bytes(customers), 'clientes.csv');
  for (const [path, text] of Object.entries(sheets)) await bring(by, bytes(text), path);
  const aurora = await leaves(by, 'Aurora');
  assert.equal(aurora['contract.mrr'], 115_000);
  assert.equal(aurora['usage.activeSeats'], 9);
  assert.equal(aurora['usage.events30d'], 66);
  assert.ok(Number(aurora['finance.overdueDays']) > 15);
  assert.equal(aurora['finance.overdueAmount'], 95_000);
  assert.equal(aurora['relationship.qbrs12m'] ?? null, null, 'meetings are covered for less than a year');
  const boreal = await leaves(by, 'Boreal');
  assert.equal(boreal['contract.mrr'], 60_000);
  assert.equal(boreal['finance.overdueDays'], 0);
  // Covered, and no row for March: nothing was used, it is not unknown.
  assert.equal(boreal['usage.events30d'], 0);
  assert.equal((await leaves(by, 'Aurora', '2026-03-12'))['contract.mrr'], 100_000);
  assert.equal((await leaves(by, 'Celeste', '2026-03-20'))['account.status'], 'active');
  const left = (await readWeek(by, today)).accounts.find((each) => each.name === 'Celeste');
  assert.equal(left, undefined, 'who left is on no list');
  for (const [path, text] of Object.entries(sheets)) {
    const again = await bring(by, bytes(text), path);
    assert.equal(again.facts.recorded, 0, path);
    assert.ok(again.facts.duplicate > 0, path);
  }
});

test('single events become days of usage', async () => {
  const by = session(base.store, await freshWorkspace(base.store), today);
  const rows = Array.from({ length: 40 }, (_, day) => {
    const at = new Date(Date.UTC(2026, 2, 5 + day, 12)).toISOString().slice(0, 19).replace('T', ' ');
    return `C1,${at},abrir_relatorio,u${day % 3}`;
  });
  const text = ['account_id,event_time,event,user_id', ...rows, ''].join('\n');
  const report = await bring(by, new TextEncoder().encode(text), 'eventos.csv');
  assert.equal(report.files[0]?.table, 'events');
  assert.equal(report.facts.byKind.usage, 40);
  const again = await bring(by, new TextEncoder().encode(text), 'eventos.csv');
  assert.equal(again.facts.recorded, 0);
});
