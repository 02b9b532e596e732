// Two people in one week, and what goes wrong in the middle of it: each sees what the other does, nobody loses what they
// typed, and every failure says what happened, what was kept and what to do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { goodPassword } from '#server/testing-people.ts';
import { soon } from '../web/soon.ts';
import { type Browsing, startBrowsing } from './browsing.ts';

const slug = 'minha-empresa';
let browsing: Browsing;
let dona: BrowserContext;
let caio: BrowserContext;
let token = '';
const api = (path: string): string => `${browsing.url}/api/v1/${path}`;
const workspace = (path: string): string => api(`workspaces/${slug}/${path}`);

async function ask<T>(by: BrowserContext, url: string, data?: unknown): Promise<T> {
  const answer = await (data === undefined ? by.request.get(url) : by.request.post(url, { data }));
  assert.ok(answer.ok(), await answer.text());
  return (await answer.json()) as T;
}

before(async () => {
  browsing = await startBrowsing(Date.parse('2026-04-15T15:00:00Z'));
  const brought = await fetch(workspace('imports?name=clientes.csv&today=2026-04-15'), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(sheetBytes(sample(40, 'two').rows)),
  });
  assert.equal(brought.status, 200, await brought.text());
  const view = { locale: 'pt-BR', viewport: { width: 1440, height: 900 } };
  [dona, caio] = [await browsing.browser.newContext(view), await browsing.browser.newContext(view)];
  await ask(dona, api('owner'), { name: 'Dona', email: 'dona@firma.com.br', password: goodPassword });
  const person = { email: 'caio@firma.com.br', role: 'csm', memberKey: null, sees: 'all' };
  token = (await ask<{ token: string }>(dona, workspace('people'), person)).token;
  await ask(caio, api('link/accept'), { token, name: 'Caio', password: goodPassword });
});
after(async () => await browsing?.close());

async function at(by: BrowserContext, path: string): Promise<Page> {
  const page = await by.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${browsing.url}/${slug}/${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}
type Line = { readonly id: string; readonly account: string };
type Held = { readonly atRisk: { readonly lines: (Line & { decided: { what: string } | null })[] } };
const ritual = (by: BrowserContext) => ask<Held>(by, workspace('rituals/weekly'));
const line = async (n: number): Promise<Line> => (await ritual(dona)).atRisk.lines[n] as Line;
const decided = async (id: string) =>
  (await ritual(dona)).atRisk.lines.find((one) => one.id === id)?.decided?.what ?? null;
const decide = (by: BrowserContext, id: string, what: string) =>
  ask(by, workspace(`rituals/weekly/lines/${id}`), { what, owner: null, dueOn: null, over: null });

/** Takes the line of a customer in hand and writes on it. */
async function write(page: Page, { account }: Line, what: string) {
  const field = page.getByRole('textbox', { name: `O que decidimos sobre ${account}` });
  await page.locator('tr', { hasText: account }).locator('.take').first().click();
  await field.fill(what);
  return field;
}

test('what one decides the other sees within seconds, with what they type, focus and scroll as they were', async () => {
  const page = await at(caio, 'rituais');
  const [mine, theirs] = [await line(5), await line(1)];
  const field = await write(page, mine, 'Falar com o financeiro');
  const top = (await field.boundingBox())?.y;
  await decide(dona, theirs.id, 'Levar ao comitê');
  await page.locator('.rt .dec', { hasText: 'Levar ao comitê' }).waitFor();
  assert.equal(await field.inputValue(), 'Falar com o financeiro');
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  assert.equal((await field.boundingBox())?.y, top);
  await page.close();
});

test('the same line: who was faster is named, and Enter twice records over it', async () => {
  const page = await at(caio, 'rituais');
  const one = await line(2);
  const field = await write(page, one, 'Caio liga amanhã');
  await decide(dona, one.id, 'Dona liga hoje');
  await page.getByText('Dona mudou isto agora: “Dona liga hoje”.').waitFor();
  assert.equal(await field.inputValue(), 'Caio liga amanhã');
  await field.press('Enter');
  await page.getByRole('alert').getByText('Enter de novo grava por cima').waitFor();
  assert.equal(await decided(one.id), 'Dona liga hoje');
  await field.press('Enter');
  await page.locator('.rt .dec', { hasText: 'Caio liga amanhã' }).waitFor();
  assert.equal(await decided(one.id), 'Caio liga amanhã');
  await page.close();
});

test('a note is seen on the open page of its customer, and the list moves with it', async () => {
  const one = await line(3);
  const page = await at(caio, `cliente/${one.id}`);
  const list = await at(caio, 'base');
  await list.getByText('40 de 40 clientes').waitFor();
  await page.keyboard.press('r');
  const note = page.locator('.entry textarea').first();
  await note.fill('Escrevendo devagar');
  const entry = { entry: { kind: 'note', text: 'Pediram o relatório de abril' } };
  await ask(dona, workspace(`accounts/${one.id}/entries`), entry);
  await page.getByText('Pediram o relatório de abril').first().waitFor();
  await page.getByText('Algo deste cliente mudou agora.').waitFor();
  assert.equal(await note.inputValue(), 'Escrevendo devagar');
  assert.ok(await note.evaluate((element) => element === document.activeElement));
  const fact = (externalId: string) => ({
    type: 'account-described',
    source: 'crm',
    externalId,
    account: externalId,
    occurredAt: '2026-04-15',
    body: { name: 'Cliente Chegado Agora' },
  });
  await ask(dona, workspace('facts'), { facts: [fact('chegado')] });
  await list.getByText('41 de 41 clientes').waitFor();
  await Promise.all([page.close(), list.close()]);
});

test('no connection: said, kept across a reload, and one key sends it when it is back', async () => {
  const page = await at(caio, 'rituais');
  const one = await line(4);
  const field = await write(page, one, 'Mandar o plano por e-mail');
  await caio.setOffline(true);
  await field.press('Enter');
  await page.getByRole('alert').getByText('Sem conexão: não foi gravado.').waitFor();
  await page.getByText('Sem conexão com o Perene.').waitFor();
  await caio.setOffline(false);
  await page.reload();
  await field.waitFor();
  assert.equal(await field.inputValue(), 'Mandar o plano por e-mail');
  await soon(() => page.getByText('Sem conexão com o Perene.').count(), 0);
  await field.press('Enter');
  await page.locator('.rt .dec', { hasText: 'Mandar o plano por e-mail' }).waitFor();
  await page.close();
});

test('an answer that was lost on the way: sent again it has one effect', async () => {
  const page = await at(caio, 'rituais');
  const one = await line(6);
  const field = await write(page, one, 'Chamar para o café');
  await page.route('**/rituals/weekly/lines/*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await field.press('Enter');
  await page.getByRole('alert').getByText('Sem conexão: não foi gravado.').waitFor();
  assert.equal(await decided(one.id), 'Chamar para o café');
  await page.unroute('**/rituals/weekly/lines/*');
  await field.press('Enter');
  await soon(() => field.count(), 0);
  await soon(() => page.getByRole('alert').count(), 0);
  await page.close();
});

test('the session ends in the middle: signing in where one is goes on with what was typed', async () => {
  const page = await at(caio, 'rituais');
  const one = await line(7);
  const field = await write(page, one, 'Rever as metas juntos');
  await caio.clearCookies();
  await field.press('Enter');
  await page.getByRole('heading', { name: 'Entre no Perene' }).waitFor();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('caio@firma.com.br');
  await page.getByLabel('Senha', { exact: true }).fill(goodPassword);
  await page.keyboard.press('Enter');
  await field.waitFor();
  assert.equal(await field.inputValue(), 'Rever as metas juntos');
  await field.press('Enter');
  await page.locator('.rt .dec', { hasText: 'Rever as metas juntos' }).waitFor();
  await page.close();
});

test('a customer who ends while being decided stays in hand with what was typed; a past day is refused at once', async () => {
  const page = await at(caio, 'rituais');
  const one = await line(8);
  const field = await write(page, one, 'Entender por que saíram');
  const { contracts } = await ask<{ contracts: { key: string }[] }>(dona, workspace(`accounts/${one.id}`));
  const facts = contracts.map(({ key }) => ({
    type: 'contract-ended',
    source: 'crm',
    externalId: `fim-${key}`,
    account: one.id,
    occurredAt: '2026-04-14',
    body: { contract: key, reason: 'price_objection' },
  }));
  await ask(dona, workspace('facts'), { facts });
  await page.getByText(`${one.account} saiu da lista agora`).waitFor();
  assert.equal(await field.inputValue(), 'Entender por que saíram');
  await page.getByRole('textbox', { name: `Até quando, ${one.account}` }).fill('01/04/2026');
  await field.press('Enter');
  await page.getByRole('alert').getByText('Essa data já passou.').waitFor();
  await page.getByRole('textbox', { name: `Até quando, ${one.account}` }).fill('20/04/2026');
  await field.press('Enter');
  await page.locator('.carry, .rt, .orphan').first().waitFor();
  await soon(() => page.locator('.orphan').count(), 0);
  await page.close();
});

test('an invitation that was used says whom to ask', async () => {
  const context = await browsing.browser.newContext({ locale: 'pt-BR' });
  const page = await context.newPage();
  await page.goto(`${browsing.url}/convite#${token}`);
  await page.getByRole('alert').getByText('Peça um novo a quem convidou.').waitFor();
  await context.close();
});
