// Walks of somebody who sees their own customers alone and no amounts of money, over the fixture.
import type { Walk } from './import-walks.ts';
import { soon } from './soon.ts';

export async function moneyWalks(walk: Walk): Promise<void> {
  await walk(
    'who is not told amounts sees why, and no column or order of them',
    '/semvalor/base',
    async (page) => {
      await page.getByText('valores ocultos para você').first().waitFor();
      await page.getByRole('columnheader', { name: 'Renova' }).waitFor();
      await soon(() => page.getByRole('columnheader', { name: /MRR/ }).count(), 0);
      await page.getByRole('link', { name: /^Prontos/ }).click();
      await page.waitForURL('**view=ready**');
      await page.getByRole('columnheader', { name: 'Renova' }).waitFor();
      await soon(async () => /R\$/.test(await page.locator('main').innerText()), false);
      await soon(
        () => page.getByRole('link', { name: 'Excel' }).getAttribute('href'),
        '/api/v1/workspaces/semvalor/export?format=xlsx&style=br',
      );
      await page.locator('td.name a').first().click();
      await page.getByText('Valores ocultos para você').first().waitFor();
      await soon(async () => /R\$/.test(await page.locator('main').innerText()), false);
    },
  );
  await walk('amounts are taken from a person and given back', '/equipe/pessoas', async (page) => {
    await page.getByRole('combobox', { name: 'Se Bruna Sato vê valores' }).selectOption('no');
    await page.getByRole('status').getByText('Gravado para Bruna Sato.').waitFor();
    await soon(() => page.getByRole('combobox', { name: /^Se Helena/ }).count(), 0);
  });
}
