// Walks through Hoje over the fixture: by keyboard alone, by thumb, and what is said where there is nothing to do.
import type { Walk } from './import-walks.ts';

export async function dayWalks(walk: Walk): Promise<void> {
  await walk('the day by keyboard: done, put off, undone, opened', '/exemplo/hoje', async (page) => {
    await page.getByRole('heading', { name: /1 tarefa passou do prazo/ }).waitFor();
    await page.locator('li[aria-current]', { hasText: 'Cobrar a fatura 1043' }).waitFor();
    // One presses Enter on what the first outcome says: talked.
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Falei', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Falei hoje' }).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Não consegui falar' }).click();
    await page.getByRole('textbox', { name: 'Anotação, se quiser' }).fill('Caixa postal');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/tarefa concluída/)
      .waitFor();
    await page.getByText('Cobrar a fatura 1043').waitFor({ state: 'detached' });
    await page.getByText('1 concluída hoje').waitFor();
    await page.keyboard.press('z');
    await page.getByText('Cobrar a fatura 1043').waitFor();
    await page.getByText('0 concluídas hoje').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: /Hoje à tarde/ }).waitFor();
    await page.getByRole('button', { name: 'Outro dia' }).click();
    await page.getByRole('textbox', { name: 'Dia' }).fill('31/02/2027');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('28/02/2026').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: /, 9h/ }).first().click();
    await page
      .getByRole('status')
      .getByText(/tarefa adiada/)
      .waitFor();
    await page.keyboard.press('z');
    await page.getByText(/Desfeito/).waitFor();
    // While the list is read anew no row is in hand, and the key has nowhere to go.
    for (let tries = 0; tries < 20 && !page.url().includes('/cliente/'); tries += 1) {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(250);
    }
    await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
  });
  await walk(
    'a task is given to another, and a new one opened for a customer',
    '/exemplo/hoje',
    async (page) => {
      await page.locator('li[aria-current]').waitFor();
      await page.keyboard.press('a');
      await page.getByRole('button', { name: 'Delegar', exact: true }).click();
      await page.getByRole('alert').getByText('Escolha quem faz.').waitFor();
      await page.getByRole('combobox', { name: 'Quem faz' }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Delegar', exact: true }).click();
      await page
        .getByRole('status')
        .getByText(/tarefa delegada/)
        .waitFor();
      await page.keyboard.press('z');
      await page.getByText(/Desfeito/).waitFor();
      await page.keyboard.press('n');
      await page.getByRole('combobox', { name: 'Cliente' }).fill('mantiqueira');
      await page.locator('.finder [role="option"]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'O que fazer' }).fill('Mandar o resumo');
      await page.keyboard.press('Enter');
      await page
        .getByRole('status')
        .getByText(/tarefa criada/)
        .waitFor();
      await page.getByText('Mandar o resumo').waitFor();
      await page.getByRole('button', { name: 'Desfazer' }).click();
      await page.getByText('Mandar o resumo').waitFor({ state: 'detached' });
    },
  );
  await walk('by thumb: one tap says that one talked; the tabs lead on', '/exemplo/hoje', async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('li[data-task]', { hasText: '11h20' }).click();
    await page.locator('li[aria-current]', { hasText: '11h20' }).waitFor();
    await page.getByRole('button', { name: 'Falei hoje' }).click();
    await page
      .getByRole('status')
      .getByText(/tarefa concluída/)
      .waitFor();
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await page.getByText(/Desfeito/).waitFor();
    await page.locator('.tabs-m').getByRole('link', { name: 'Base' }).click();
    await page.waitForURL('**/exemplo/base');
  });
  await walk('a customer’s open task is done on its page', '/exemplo/hoje', async (page) => {
    await page.locator('li[aria-current] a').first().click();
    await page.waitForURL(/cliente/);
    const block = page.locator('.ctasks');
    await block.getByText('Cobrar a fatura 1043').waitFor();
    await page.keyboard.press('t');
    await block.getByRole('button', { name: 'Falei hoje' }).click();
    await page
      .getByRole('status')
      .getByText(/tarefa concluída/)
      .waitFor();
    await block.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await block.getByText('Cobrar a fatura 1043').waitFor();
  });
  await walk(
    'nothing to do, nobody there, more than is shown: each is said',
    '/leitura/hoje',
    async (page) => {
      await page.getByRole('heading', { name: 'Nada pendente para hoje.' }).waitFor();
      await page.getByText('Nada de novo desde o último dia útil.').waitFor();
      await page.getByRole('combobox', { name: 'Empresa' }).selectOption('grande');
      await page.waitForURL('**/grande/base');
      await page.getByRole('link', { name: /^Hoje/ }).first().click();
      await page.getByText(/primeiras de 3\.\d+ tarefas/).waitFor();
    },
  );
}
