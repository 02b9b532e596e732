// From nothing to a customer's past, as a person goes: an empty base, a sheet, the list, words for filters, a page,
// another day, and back. By role and label, in Portuguese; axe looks at each stop.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { type Browsing, startBrowsing } from './browsing.ts';

const { rows } = sample(24, 'walk');
const customer = rows[0]!.Cliente;
let browsing: Browsing;

before(async () => {
  browsing = await startBrowsing(Date.parse('2026-04-15T15:00:00Z'));
});
after(async () => await browsing?.close());

/** What the first page may cost before anything is seen (bytes of gzipped script). */
const scriptLimit = 200 * 1024;

test('the first page needs little script', async () => {
  let bytes = 0;
  const page = await browsing.browser.newPage();
  const reads: Promise<void>[] = [];
  page.on('response', (answer) => {
    if (!(answer.headers()['content-type'] ?? '').includes('javascript')) return;
    reads.push(answer.body().then((body) => void (bytes += gzipSync(body).length)));
  });
  await page.goto(browsing.url, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await Promise.all(reads);
  await page.close();
  assert.ok(bytes > 0 && bytes <= scriptLimit, `${bytes} bytes`);
});

test('an empty base takes a sheet and becomes a list, a filter, a customer, a past day', async () => {
  await browsing.walk('/', async (page, look) => {
    await page.waitForURL('**/minha-empresa/base');
    await page.getByText('Escolher arquivo').waitFor();
    await look();

    await page.locator('input[type=file]').setInputFiles({
      name: 'clientes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheetBytes(rows)),
    });
    await page.waitForURL(/\/importar\//);
    await page.getByRole('heading', { name: 'Suas colunas' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Conferir 24 clientes' }).click();
    await page.getByRole('heading', { name: '24 clientes novos.' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Gravar 24 clientes' }).click();
    await page.getByRole('heading', { name: 'O que entrou' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Ver a base' }).click();

    await page.getByRole('link', { name: customer, exact: true }).waitFor();
    await page.getByText('24 de 24 clientes').waitFor();
    await look();

    await page.keyboard.press('/');
    await page.keyboard.type('renova em 365 dias');
    await page.keyboard.press('Enter');
    await page.waitForURL(/renews=365/);
    await page.getByRole('button', { name: /^Tirar filtro/ }).click();
    await page.waitForURL((address) => !address.search.includes('renews'));

    await page.getByRole('link', { name: customer, exact: true }).click();
    await page.waitForURL(/\/cliente\//);
    await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
    await page.getByRole('heading', { name: '1 contrato' }).waitFor();
    await look();

    await page.getByRole('button', { name: 'Falei hoje' }).click();
    await page.getByRole('status').getByText('Conversa: registro gravado.').waitFor();
    await page.locator('.tl').getByText('Ligação').first().waitFor();
    await page.keyboard.press('z');
    await page.getByText('Registro desfeito').waitFor();

    await page.keyboard.press('[');
    await page.waitForURL(/asOf=2026-04-14/);
    await page.getByText('Você está vendo 14/04/2026').waitFor();
    const day = page.getByRole('textbox', { name: 'Data, dia/mês/ano' });
    await day.fill('01/04/2026');
    await day.press('Enter');
    await page.getByText('Você está vendo 01/04/2026').waitFor();
    await look();
    await page.getByRole('button', { name: 'Voltar para hoje' }).click();
    await page.waitForURL((address) => !address.search.includes('asOf'));

    await page.goBack();
    await page.getByText('24 de 24 clientes').waitFor();
  });
});

test('a second sheet updates the base, is listed among the imports and can be taken back', async () => {
  const sheet = sheetBytes([{ ...rows[0]!, Cliente: 'Aurora Têxtil', CNPJ: '' }]);
  await browsing.walk('/minha-empresa/dados', async (page, look) => {
    await page.getByRole('link', { name: 'Importar planilha' }).click();
    await page.waitForURL('**/minha-empresa/importar');
    await look();
    await page.locator('input[type=file]').setInputFiles({
      name: 'segunda.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet),
    });
    await page.getByRole('button', { name: 'Conferir 1 cliente' }).click();
    await page.getByRole('heading', { name: '1 cliente novo; 24 sumiram da planilha.' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Gravar 1 cliente' }).click();
    await page.getByRole('heading', { name: 'O que entrou' }).waitFor();
    await page.goto(new URL('/minha-empresa/dados', page.url()).href);
    const undo = page.getByRole('button', { name: 'Desfazer segunda.csv' });
    await undo.waitFor();
    await look();
    await undo.click();
    await page.getByRole('button', { name: 'Retirar' }).click();
    await page.getByText('desfeita', { exact: true }).waitFor();
    await page.goto(new URL('/minha-empresa/base', page.url()).href);
    await page.getByText('24 de 24 clientes').waitFor();
  });
});

test('keys move, open, search and explain themselves', async () => {
  await browsing.walk('/minha-empresa/base', async (page) => {
    await page.getByText('24 de 24 clientes').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const chosen = await page.locator('tr[aria-current] td').first().innerText();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cliente\//);
    await page.getByRole('main').getByText(chosen.trim()).first().waitFor();
    const first = page.url();
    // The neighbours come with the list: until it is there the key has nowhere to go.
    for (let tries = 0; tries < 40 && page.url() === first; tries += 1) {
      await page.keyboard.press('j');
      await page.waitForTimeout(250);
    }
    assert.notEqual(page.url(), first);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Buscar cliente' }).fill(customer.slice(0, 6));
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cliente\//);
  });
});
