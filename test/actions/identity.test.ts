// Who is whom, from the store up: the inbox and its two ways out, suggestions and what people answered, groups.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readIdentity } from '#actions/identity.ts';
import { confirmGroup, openShell, rejectGroup, rejectPair } from '#actions/identity-answers.ts';
import { mergeAccounts, unmergeAccount } from '#actions/merge-accounts.ts';
import { checkFacts, recordFacts } from '#actions/record-facts.ts';
import { bring, session } from '#actions/testing.ts';
import { cnpjOf } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { accountOf, toldFacts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

const today = '2026-04-15';
let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const csv = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);
async function fresh() {
  const workspace = await freshWorkspace(base.store);
  return { workspace, by: () => session(base.store, workspace, today) };
}
const names = async (by: ReturnType<typeof session>): Promise<string[]> =>
  (await readWeek(by, undefined)).accounts.map(({ name }) => name).toSorted();

const customers = csv([
  'Cliente;Valor mensal;Vencimento',
  'Aurora;100,00;20/12/2026',
  'Bruma;200,00;21/12/2026',
]);
const tickets = csv([
  'Número do chamado;Cliente;Aberto em;Assunto',
  '1;Aurora;20/03/2026;Senha',
  '2;Cerâmica Nova;21/03/2026;Acesso',
]);

test('who is only spoken of waits in the inbox, on no list; the sheet of customers takes it out', async () => {
  const { by } = await fresh();
  await bring(by(), tickets, 'chamados.csv');
  assert.deepEqual(await names(by()), []);
  const { waiting, shells } = await readIdentity(by(), undefined);
  assert.deepEqual([waiting.shells, waiting.facts], [2, 2]);
  assert.deepEqual(shells.items.map(({ name }) => name).toSorted(), ['Aurora', 'Cerâmica Nova']);
  assert.equal(shells.items[0]?.source, 'sheet:tickets');
  await bring(by(), customers);
  assert.deepEqual(await names(by()), ['Aurora', 'Bruma']);
  assert.equal((await readIdentity(by(), undefined)).waiting.shells, 1);
});

test('a waiting record is opened as a customer, put back, joined to another, parted again', async () => {
  const { workspace, by } = await fresh();
  await bring(by(), customers);
  await bring(by(), tickets, 'chamados.csv');
  const shell = await accountOf(base.store, workspace, 'name:ceramica nova');
  await openShell(by(), shell, true);
  assert.deepEqual(await names(by()), ['Aurora', 'Bruma', 'Cerâmica Nova']);
  await openShell(by(), shell, false);
  assert.deepEqual(await names(by()), ['Aurora', 'Bruma']);
  await mergeAccounts(by(), shell, await accountOf(base.store, workspace, 'name:bruma'), 'mesma empresa');
  const joined = await readIdentity(by(), undefined);
  assert.equal(joined.waiting.shells, 0);
  assert.deepEqual(
    joined.joined.items.map(({ name, intoName, reason }) => [name, intoName, reason]),
    [['Cerâmica Nova', 'Bruma', 'mesma empresa']],
  );
  await unmergeAccount(by(), shell);
  const parted = await readIdentity(by(), undefined);
  assert.deepEqual([parted.waiting.shells, parted.joined.total], [1, 0]);
  await assert.rejects(openShell(by(), crypto.randomUUID(), true), { code: 'account-not-found' });
});

test('names alike and a shared domain are suggested; a free mail house and two CNPJs are not; a no is remembered', async () => {
  const { workspace, by } = await fresh();
  await bring(
    by(),
    csv([
      'Cliente;CNPJ;E-mail;Valor mensal',
      `Metalúrgica Itaúna;${cnpjOf(11)};ana@itauna.com.br;1,00`,
      'METALURGICA ITAUNA LTDA;;bia@gmail.com;2,00',
      'Rede Sol;;c@redesol.com.br;3,00',
      'Colégio Lua;;d@redesol.com.br;4,00',
      `Padaria Boa Vista;${cnpjOf(12)};e@gmail.com;5,00`,
      `Padaria Boa Vista Dois;${cnpjOf(13)};f@gmail.com;6,00`,
      'Usina Norte;;;7,00',
    ]),
  );
  const shown = async () =>
    (await readIdentity(by(), undefined)).suggestions.items.map(({ left, right, reason }) => [
      ...[left.name, right.name].toSorted(),
      reason.code,
    ]);
  assert.deepEqual(await shown(), [
    ['Colégio Lua', 'Rede Sol', 'domain'],
    ['METALURGICA ITAUNA LTDA', 'Metalúrgica Itaúna', 'name'],
  ]);
  const pair = [
    await accountOf(base.store, workspace, 'name:rede sol'),
    await accountOf(base.store, workspace, 'name:colegio lua'),
  ] as const;
  await rejectPair(by(), pair, { rejected: true, reason: 'person' });
  assert.equal((await shown()).length, 1);
  await rejectPair(by(), [pair[1], pair[0]], { rejected: false, reason: 'person' });
  assert.equal((await shown()).length, 2);
  await assert.rejects(rejectPair(by(), [pair[0], crypto.randomUUID()], { rejected: true, reason: 'x' }), {
    code: 'account-not-found',
  });
  // A domain told by a fact alone, no sheet and no name with it: the comparison is made again.
  const id = await accountOf(base.store, workspace, 'name:usina norte');
  const body = { domains: ['redesol.com.br'] };
  const told = { account: { id }, type: 'account-described', body, source: 'crm', externalId: 'usina' };
  await recordFacts(by(), checkFacts([told]), null);
  assert.equal((await shown()).length, 4);
});

test('a root of CNPJ suggests a group: confirmed it is a fact of each, rejected it is not shown again', async () => {
  const { workspace, by } = await fresh();
  const root = '11222333';
  const rest = (branch: string): string => {
    for (let digits = 0; digits < 100; digits++) {
      const id = `${root}${branch}${String(digits).padStart(2, '0')}`;
      if (valid(id)) return id;
    }
    throw new Error(branch);
  };
  await bring(
    by(),
    csv([
      'Cliente;CNPJ;Valor mensal',
      `Matriz;${rest('0001')};1,00`,
      `Filial Sul;${rest('0002')};2,00`,
      `Outra;${cnpjOf(5)};3,00`,
    ]),
  );
  const roots = async () =>
    (await readIdentity(by(), undefined)).groups.map(({ root: one, total }) => [one, total]);
  assert.deepEqual(await roots(), [[root, 2]]);
  await rejectGroup(by(), root, { rejected: true, reason: 'person' });
  assert.deepEqual(await roots(), []);
  await rejectGroup(by(), root, { rejected: false, reason: 'person' });
  assert.deepEqual(await roots(), [[root, 2]]);
  assert.deepEqual(await confirmGroup(by(), root, 'Grupo Sol & Mar'), {
    group: 'grupo_sol_mar',
    accounts: 2,
  });
  assert.deepEqual(await roots(), []);
  const facts = (await toldFacts(base.store, workspace)).filter((line) => line.includes('"grupo_sol_mar"'));
  assert.equal(facts.length, 2);
  await assert.rejects(confirmGroup(by(), '99999999', 'x'), { code: 'account-not-found' });
});

/** Check digits of a CNPJ, reckoned here anew. */
function valid(id: string): boolean {
  const digit = (text: string): number => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum += Number(text.at(-1 - i)) * ((i % 8) + 2);
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  const first = digit(id.slice(0, 12));
  return id.endsWith(`${first}${digit(id.slice(0, 12) + String(first))}`);
}
