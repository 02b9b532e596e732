// Walks through who looks after a customer, over the fixture: handed over by keyboard, taken back.
import type { Walk } from './import-walks.ts';
import { soon } from './soon.ts';

export async function teamWalks(walk: Walk): Promise<void> {
  await walk(
    'a customer is handed over by keyboard and comes back',
    '/exemplo/cliente/c000005',
    async (page) => {
      const team = page.locator('.team');
      await team.getByText('desde 10/03/2025').waitFor();
      await page.keyboard.press('q');
      const whom = page.getByRole('combobox', { name: 'Para quem' });
      await whom.waitFor();
      await soon(() => whom.evaluate((field) => field === document.activeElement), true);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Passar o cliente' }).click();
      await page.getByRole('alert').getByText('Escolha para quem passar.').waitFor();
      await whom.selectOption({ index: 1 });
      const name = await whom.locator('option:checked').innerText();
      await page.getByRole('textbox', { name: 'O que quem chega precisa saber' }).waitFor();
      await page.getByRole('button', { name: 'Passar o cliente' }).click();
      await page.getByRole('status').getByText(`agora é de ${name}.`).waitFor();
      await team.getByText(name).first().waitFor();
      await page.keyboard.press('z');
      await page.getByRole('status').getByText('Voltou para quem estava.').waitFor();
      await team.getByText(name).waitFor({ state: 'detached' });
    },
  );
  await walk('who may only look hands nobody over', '/leitura/cliente/c000005', async (page) => {
    await page.locator('.team').getByText('desde 10/03/2025').waitFor();
    await page.keyboard.press('q');
    await soon(() => page.getByRole('combobox', { name: 'Para quem' }).count(), 0);
  });
  await walk('many are handed over from the Base, and come back', '/exemplo/base', async (page) => {
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
    for (const key of ['j', 'x', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await page.getByText('2 clientes marcados').waitFor();
    await page.getByRole('button', { name: 'Passar para' }).click();
    await page.getByRole('button', { name: 'Passar', exact: true }).click();
    await page.getByRole('alert').getByText('Escolha quem passa a cuidar.').waitFor();
    const whom = page.getByRole('combobox', { name: 'Quem passa a cuidar' });
    await whom.selectOption({ index: 1 });
    const name = await whom.locator('option:checked').innerText();
    await page.getByRole('button', { name: 'Passar', exact: true }).click();
    await page.getByRole('status').getByText(`2 clientes agora são de ${name}.`).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('status').getByText('de volta para quem estava').waitFor();
  });
}
