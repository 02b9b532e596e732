// Walks through the built screens as a person does, by role and label, over the fixture: exits 1 at the first that fails.
// Usage: TMPDIR=<private folder> node test/web/walks.ts [name filter]
import chromium from '@sparticuz/chromium';
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { chromium as browserType, type Page } from 'playwright-core';
import { baseWalks } from './base-walks.ts';
import { dayWalks } from './day-walks.ts';
import { importWalks } from './import-walks.ts';
import { contactWalks } from './contact-walks.ts';
import { moneyWalks } from './money-walks.ts';
import { peopleWalks } from './people-walks.ts';
import { methodWalks } from './method-walks.ts';
import { teamWalks } from './team-walks.ts';
import { ritualWalks } from './ritual-walks.ts';
import { keywordWalks } from './keyword-walks.ts';
import { soon } from './soon.ts';
import { serveFixture } from './fixture-api.ts';

const { server, url } = await serveFixture(resolve('dist/web'));
const browser = await browserType.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security'),
});

async function walk(name: string, path: string, steps: (page: Page) => Promise<void>): Promise<void> {
  if (!name.includes(process.argv[2] ?? '')) return;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The browser calls a refusal an error; here it is an answer that the page must put into words.
    const refusal = /status of (409|422) /.test(message.text());
    if (message.type() === 'error' && !refusal) errors.push(message.text());
  });
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('main').waitFor();
  await steps(page);
  assert.deepEqual(errors, [], name);
  await context.close();
  console.log(`ok ${name}`);
}

try {
  await walk('"/" goes to the first base; j, Enter, j and Back keep the place', '/', async (page) => {
    await page.waitForURL('**/vazia/base');
    await page.getByRole('combobox', { name: 'Empresa' }).selectOption('exemplo');
    await page.waitForURL('**/exemplo/base');
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('tr[aria-current] td').first().innerText();
    await page.keyboard.press('Enter');
    await page.getByText(second).first().waitFor();
    await page.getByText('2 de 120').waitFor();
    await page.keyboard.press('j');
    await page.getByText('3 de 120').waitFor();
    await page.goBack();
    await page.goBack();
    await page.waitForURL('**/exemplo/base');
  });
  await walk(
    'an empty base offers the sample, shows how far it is, marks it, and lets it go',
    '/vazia/base',
    async (page) => {
      await page.getByRole('button', { name: 'Ver com dados de exemplo' }).click();
      await page.getByText('40 de 120 clientes').waitFor();
      await page.waitForURL('**/exemplo/base');
      const mark = page.getByRole('complementary', { name: 'Dados de exemplo' });
      await mark.getByText('Tudo aqui é inventado.').waitFor();
      await page.getByRole('link', { name: 'Escritório Mantiqueira' }).click();
      await page.waitForURL(/cliente/);
      await mark.getByRole('button', { name: 'Remover' }).click();
      await mark.getByRole('button', { name: 'Manter' }).click();
      await mark.getByRole('button', { name: 'Remover' }).click();
      await mark.getByRole('button', { name: 'Remover tudo' }).click();
      await page.waitForURL('**/vazia/base');
      await page.getByRole('button', { name: 'Ver com dados de exemplo' }).waitFor();
    },
  );
  await walk(
    'words become filters that can be taken away, and live in the address',
    '/exemplo/base',
    async (page) => {
      await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('vermelho, renova em 120 dias');
      await page.keyboard.press('Enter');
      await page.waitForURL(/band=red/);
      assert.match(page.url(), /renews=120/);
      await page.getByRole('button', { name: 'Tirar filtro: Saúde vermelho' }).click();
      await page.waitForURL((address) => !address.search.includes('band'));
      await page.getByRole('button', { name: /^MRR/ }).click();
      await page.waitForURL(/sort=mrr/);
      await page.locator('th[aria-sort="descending"]').waitFor();
      await page.reload();
      await page.locator('th[aria-sort="descending"]').waitFor();
    },
  );
  await walk('another day is said in amber until one goes back', '/exemplo/base', async (page) => {
    const day = page.getByRole('textbox', { name: 'Data, dia/mês/ano' });
    await day.fill('31/02/2026');
    await day.press('Enter');
    await page.getByRole('alert').waitFor();
    await day.fill('01/03/2026');
    await day.press('Enter');
    await page.getByText('Você está vendo 01/03/2026').waitFor();
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).click();
    await page.waitForURL(/cliente.*asOf=2026-03-01/);
    await page.getByRole('button', { name: 'Voltar para hoje' }).click();
    await page.waitForURL((address) => !address.search.includes('asOf'));
  });
  await walk('search finds a customer by part of the name and opens it', '/exemplo/base', async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Buscar cliente' }).fill('tres marias');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cliente/);
  });
  await walk('a hundred thousand: rows come as one scrolls, few are drawn', '/grande/base', async (page) => {
    await page.locator('tbody tr[aria-rowindex]').first().waitFor();
    for (let screen = 0; screen < 12; screen += 1) {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForTimeout(250);
    }
    const last = await page.locator('tbody tr[aria-rowindex]').last().getAttribute('aria-rowindex');
    assert.ok(Number(last) > 600, `row ${last}`);
    assert.ok((await page.locator('tbody tr').count()) < 90);
  });
  await walk(
    'a pillar opens to its measures; facts filter and page',
    '/exemplo/cliente/c000004',
    async (page) => {
      await page.getByRole('button', { name: 'Realização de valor' }).click();
      await page.getByRole('table', { name: 'Medidas de Realização de valor' }).waitFor();
      await page.getByRole('button', { name: 'Dinheiro', exact: true }).click();
      await page.getByText('11 de 11 fatos').waitFor();
      await page.getByRole('button', { name: 'Tudo', exact: true }).click();
      await page.getByRole('button', { name: 'Ver mais fatos' }).click();
      await page.getByText('24 de 63 fatos').waitFor();
    },
  );
  await walk(
    'a customer is written on by keyboard, and what is typed is not lost',
    '/exemplo/cliente/c000004',
    async (page) => {
      await page.getByRole('button', { name: 'Registrar' }).waitFor();
      await page.keyboard.press('r');
      await page.getByRole('textbox', { name: 'O que anotar' }).fill('Pediram relatório por filial');
      await page.reload();
      await page.getByRole('button', { name: 'Registrar' }).waitFor();
      await page.keyboard.press('r');
      const note = page.getByRole('textbox', { name: 'O que anotar' });
      await soon(() => note.inputValue(), 'Pediram relatório por filial');
      await page.getByRole('textbox', { name: 'Quando foi' }).fill('31/02/2026');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Escreva a data como').waitFor();
      await page.getByRole('textbox', { name: 'Quando foi' }).fill('');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('Nota: registro gravado.').waitFor();
      await soon(() => page.locator('.entry').count(), 0);
      await page.keyboard.press('z');
      await page.getByRole('status').getByText('Registro desfeito').waitFor();
    },
  );
  await walk('theme, language and shortcuts are kept', '/exemplo/base', async (page) => {
    await page.getByRole('button', { name: 'Preferências' }).click();
    await page.getByRole('button', { name: 'Escuro' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'At risk' }).waitFor();
    await soon(() => page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
    await soon(() => page.evaluate(() => document.documentElement.lang), 'en');
  });
  await walk(
    'the menu leads to the data: a pillar opens, an import is taken back after a question',
    '/exemplo/base',
    async (page) => {
      await page.getByRole('link', { name: 'Dados', exact: true }).click();
      await page.waitForURL('**/exemplo/dados');
      await page.getByRole('heading', { name: /34 de 120 clientes estão sem dados suficientes/ }).waitFor();
      await page.locator('.cov summary').filter({ hasText: 'Satisfação' }).click();
      await page.getByText('De 0 a 10, qual a chance de você nos recomendar a um colega?').waitFor();
      await page.getByRole('button', { name: 'Desfazer chamados-abril.csv' }).click();
      await page.getByText('Retirar 310 fatos?').waitFor();
      await page.getByRole('button', { name: 'Manter' }).click();
      await page.getByRole('button', { name: 'Desfazer chamados-abril.csv' }).click();
      await page.getByRole('button', { name: 'Retirar', exact: true }).click();
      await page.getByRole('status').getByText('37 fatos retirados de 31 clientes').waitFor();
      const download = page.getByRole('link', { name: 'Baixar' });
      assert.match((await download.getAttribute('href')) ?? '', /\/export\?format=xlsx&style=br$/);
      await page.getByRole('combobox', { name: 'Formato' }).selectOption('csv');
      await page.getByRole('combobox', { name: 'Tabela' }).selectOption('tickets');
      assert.match((await download.getAttribute('href')) ?? '', /format=csv&style=br&table=tickets$/);
    },
  );
  await walk(
    'identities: join and take back, say that two differ, assign, open, confirm a group',
    '/exemplo/dados/identidade',
    async (page) => {
      await page.getByRole('heading', { name: /^3 pares podem ser o mesmo cliente/ }).waitFor();
      await page
        .getByRole('button', { name: 'Juntar METALURGICA ITAUNA SUL LTDA em Metalúrgica Itaúna Sul' })
        .click();
      await page.getByText('METALURGICA ITAUNA SUL LTDA agora é lido como Metalúrgica Itaúna Sul.').waitFor();
      await page.getByRole('heading', { name: /^2 pares/ }).waitFor();
      await page.getByRole('button', { name: 'Desfazer' }).click();
      await page.getByRole('heading', { name: /^3 pares/ }).waitFor();
      await page
        .getByRole('button', { name: /são diferentes/i })
        .last()
        .click();
      await page.getByText('Não vamos sugerir de novo.').waitFor();
      await page.getByRole('button', { name: 'Juntar a…: Oficina Ponto Certo' }).click();
      await page.keyboard.type('escrit');
      await page.getByRole('button', { name: 'Escritório Mantiqueira' }).click();
      await page.getByText('Oficina Ponto Certo agora é lido como Escritório Mantiqueira.').waitFor();
      await page.getByRole('button', { name: 'Abrir como cliente: Gráfica Três Rios' }).click();
      await page.getByText('Gráfica Três Rios agora é cliente.').waitFor();
      await page.getByRole('textbox', { name: /Nome do grupo/ }).fill('Grupo Paineira S.A.');
      await page.getByRole('button', { name: 'É um grupo', exact: true }).click();
      await page.getByText('Grupo gravado em 3 clientes.').waitFor();
      await page.getByRole('link', { name: 'Dados' }).first().click();
      await page.waitForURL('**/exemplo/dados');
    },
  );
  await walk(
    'older imports come on demand; a phone reaches the data through the preferences',
    '/grande/dados',
    async (page) => {
      await page.getByRole('button', { name: 'Ver mais importações' }).click();
      await page.getByText('clientes-dezembro.csv').waitFor();
      await page.getByText('Em Excel cabem até 20 mil clientes').waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${url}/exemplo/base`);
      await page.getByRole('button', { name: 'Preferências' }).click();
      await page.getByRole('link', { name: 'Dados' }).click();
      await page.waitForURL('**/exemplo/dados');
    },
  );
  await keywordWalks(walk, url);
  await contactWalks(walk, url);
  await importWalks(walk);
  await peopleWalks(walk);
  await dayWalks(walk);
  await moneyWalks(walk);
  await ritualWalks(walk);
  await methodWalks(walk);
  await teamWalks(walk);
  await baseWalks(walk);
} finally {
  await browser.close();
  server.close();
}
