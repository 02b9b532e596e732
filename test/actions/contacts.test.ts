// The people of a customer: read as of a day, told of by hand, one fact each, taken back; refused where it makes no sense.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addContact, changeContact, confirmContact, contactLeft } from '#actions/write-contact.ts';
import { contactReturned } from '#actions/write-contact.ts';
import { bring, record, session } from '#actions/testing.ts';
import { readContacts } from '#actions/read-contacts.ts';
import { rightsOf } from '#actions/session.ts';
import { takeBackEntry } from '#actions/take-back-entry.ts';
import { readWeek } from '#actions/week.ts';
import { contactNames } from '#store/people.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

const april = '2026-04-15';
let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

async function customer() {
  const workspace = await freshWorkspace(base.store);
  const told = session(base.store, workspace, '2026-04-10');
  await bring(told, Buffer.from('Cliente;Valor mensal;Início\nPadaria Ipê;100,00;20/03/2025\n'));
  const contacts = 'Cliente;Contato;E-mail;Cargo\nPadaria Ipê;Rita Prado;;Sponsor\n';
  await bring(told, Buffer.from(contacts), 'contatos.csv');
  const id = (await readWeek(told, undefined)).accounts[0]?.id ?? '';
  const at = (hours: number, day = april) => session(base.store, workspace, day, hours);
  const people = async (asOf?: string) => (await readContacts(at(23), id, asOf)).people;
  const find = async (name: string) => (await people()).find((one) => one.name === name);
  return { workspace, id, at, people, find };
}

test('a person is added with their addresses, changed, confirmed; each is one fact that can be taken back', async () => {
  const { id, at, people, find } = await customer();
  const ana = { name: 'Ana Reis', role: 'champion', influence: 'high', email: 'Ana@Ipe.com.br' } as const;
  const { contact, fact } = await addContact(at(10), id, { ...ana, phone: '(34) 99999-0000' }, null);
  const added = await find('Ana Reis');
  assert.deepEqual(
    [added?.id, added?.roles, added?.influence, added?.email, added?.phone],
    [contact, ['champion'], 0.9, 'ana@ipe.com.br', '(34) 99999-0000'],
  );
  const changed = await changeContact(at(11), id, contact, { role: 'user', influence: 'low' }, null);
  assert.deepEqual((await find('Ana Reis'))?.roles, ['user']);
  await takeBackEntry(at(12), id, changed.fact);
  assert.deepEqual((await find('Ana Reis'))?.roles, ['champion']);
  await takeBackEntry(at(13), id, fact);
  assert.deepEqual(
    (await people()).map(({ name }) => name),
    ['Rita Prado'],
  );
});

test('who was added by mistake and taken back is forgotten by name, and may be added again', async () => {
  const { workspace, id, at, find } = await customer();
  const ana = { name: 'Ana Reis', email: 'ana@ipe.com.br' };
  const { fact } = await addContact(at(10), id, ana, null);
  await takeBackEntry(at(11), id, fact);
  const names = await inWorkspace(base.store, workspace, (tx) => contactNames(tx, workspace, [id]));
  assert.deepEqual([...names.values()], ['Rita Prado']);
  await addContact(at(12), id, { ...ana, name: 'Ana Reis Lima' }, null);
  assert.ok(await find('Ana Reis Lima'));
});

test('somebody of a sheet leaves on a day, is missed as sponsor from then on, and comes back', async () => {
  const { id, at, find, people } = await customer();
  const rita = (await find('Rita Prado'))?.id ?? '';
  const { fact } = await contactLeft(at(10), id, rita, '2026-04-12', null);
  assert.equal((await find('Rita Prado'))?.left, true);
  assert.equal((await people('2026-04-11'))[0]?.left, false, 'not as of the day before');
  const { missing } = await readContacts(at(23), id, undefined);
  assert.deepEqual(missing[0], { place: 'sponsor', had: (await find('Rita Prado'))?.rank });
  await contactReturned(at(11), id, rita, null);
  const back = await find('Rita Prado');
  assert.deepEqual([back?.left, back?.roles], [false, ['executive_sponsor']]);
  assert.equal(await takeBackEntry(at(12), id, fact), fact);
});

test('what makes no sense is refused by name, and nothing is recorded', async () => {
  const { id, at, find } = await customer();
  const rita = (await find('Rita Prado'))?.id ?? '';
  const refused = (work: Promise<unknown>, code: string) => assert.rejects(work, { code });
  await refused(addContact(at(9), id, { name: 'rita  prado' }, null), 'contact-known');
  await refused(addContact(at(9), id, { name: 'Ana', email: 'ana' }, null), 'email-invalid');
  await refused(addContact(at(9), id, { name: 'Ana', phone: '12345' }, null), 'phone-invalid');
  await refused(changeContact(at(9), id, rita, { role: 'executive_sponsor' }, null), 'contact-same');
  await refused(confirmContact(at(9), id, 'ninguem', null), 'contact-not-found');
  await refused(contactReturned(at(9), id, rita, null), 'contact-here');
  await refused(contactLeft(at(9), id, rita, '2026-04-16', null), 'day-in-future');
  await refused(contactLeft(at(9), id, rita, '2026-04-01', null), 'contact-left-early');
  await confirmContact(at(9), id, rita, null);
  await refused(confirmContact(at(10), id, rita, null), 'contact-told');
  await contactLeft(at(11), id, rita, undefined, null);
  await refused(contactLeft(at(12), id, rita, undefined, null), 'contact-gone');
  await refused(changeContact(at(12), id, rita, { role: 'user' }, null), 'contact-gone');
  await refused(addContact(at(12), id, { name: 'Rita Prado' }, null), 'contact-known-left');
});

test('the same request has one effect; another under its key is refused', async () => {
  const { id, at, people } = await customer();
  const once = { key: 'chave-da-ana', request: ['a'] };
  const ana = { name: 'Ana Reis' };
  const first = await addContact(at(10), id, ana, once);
  assert.deepEqual(await addContact(at(11), id, ana, once), first);
  assert.equal((await people()).length, 2);
  await assert.rejects(addContact(at(12), id, ana, { ...once, request: ['b'] }), { code: 'key-reused' });
});

test('who is known by an address alone may be given a name', async () => {
  const { id, at, people, find } = await customer();
  const answer = { instrument: 'nps', score: 9, contact: 'BIA@ipe.com.br' };
  const fact = { type: 'survey-answered', source: 'crm', externalId: 'n1', account: { id }, body: answer };
  await record(at(9), [{ ...fact, occurredAt: '2026-04-14T12:00:00Z' }]);
  assert.equal((await people()).find(({ email }) => email === 'bia@ipe.com.br')?.nps?.score, 9);
  await addContact(at(10), id, { name: 'Bia Souza', role: 'user', email: 'bia@ipe.com.br' }, null);
  assert.deepEqual((await find('Bia Souza'))?.nps?.score, 9);
  assert.equal((await people()).length, 2);
});

test('a viewer reads and changes nothing; who sees their own alone finds no customer of others', async () => {
  const { id, at, find } = await customer();
  const rita = (await find('Rita Prado'))?.id ?? '';
  const viewer = { ...at(10), ...rightsOf('viewer') };
  assert.equal((await readContacts(viewer, id, undefined)).people.length, 1);
  const limited = { ...at(10), ...rightsOf('csm', 'outra') };
  for (const [by, code] of [
    [viewer, 'not-allowed'],
    [limited, 'account-not-found'],
  ] as const) {
    await assert.rejects(addContact(by, id, { name: 'Ana' }, null), { code });
    await assert.rejects(changeContact(by, id, rita, { role: 'user' }, null), { code });
    await assert.rejects(confirmContact(by, id, rita, null), { code });
    await assert.rejects(contactLeft(by, id, rita, undefined, null), { code });
    await assert.rejects(contactReturned(by, id, rita, null), { code });
  }
  await assert.rejects(readContacts(limited, id, undefined), { code: 'account-not-found' });
});
