// The second way in, as a person goes: an empty base, the sample, its list and a customer, and away with it. Axe looks at
// each stop.
import { after, before, test } from 'node:test';
import { type Browsing, startBrowsing } from './browsing.ts';

let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing(Date.parse('2026-04-15T15:00:00Z'));
});
after(async () => await browsing?.close());

/** Longest that a machine under load may take to load it (ms). */
const patience = 180_000;

test('the sample is loaded, marked on its pages and taken away', async () => {
  await browsing.walk('/', async (page, look) => {
    await page.getByRole('button', { name: 'Ver com dados de exemplo' }).click();
    await page.getByText(/^\d+ de 120 clientes$/).waitFor({ timeout: patience });
    await page.waitForURL('**/exemplo/base', { timeout: patience });
    const mark = page.getByRole('complementary', { name: 'Dados de exemplo' });
    await mark.getByText('Tudo aqui é inventado.').waitFor();
    await page.locator('tbody a').first().waitFor({ timeout: patience });
    await look();
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/cliente\//);
    await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
    await mark.waitFor();
    await look();
    await mark.getByRole('button', { name: 'Remover' }).click();
    await mark.getByRole('button', { name: 'Remover tudo' }).click();
    await page.waitForURL('**/minha-empresa/base', { timeout: patience });
    await page.getByRole('button', { name: 'Ver com dados de exemplo' }).waitFor();
  });
});
