// Walks through the weekly ritual over the fixture: by keyboard alone, with what was left of last week, on a phone.
import type { Walk } from './import-walks.ts';
import { soon } from './soon.ts';

export async function ritualWalks(walk: Walk): Promise<void> {
  await walk(
    'the ritual is held by keyboard: steps, lines, decisions, the minutes',
    '/exemplo/rituais',
    async (page) => {
      await page.getByRole('heading', { name: /^3 de \d+ decididos/ }).waitFor();
      await page.keyboard.press(' ');
      await page.getByText('restam de 45 minutos').waitFor();
      await page.keyboard.press('n');
      const what = page.locator('.rform input').first();
      await what.waitFor();
      // Escape gives the keys back to the list; j goes on to the line that nobody decided yet.
      await page.keyboard.press('Escape');
      for (let line = 0; line < 3; line += 1) {
        await page.keyboard.press('j');
        await page.keyboard.press('Escape');
      }
      await what.focus();
      await what.fill('Levar o plano ao comitê');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^4 de \d+ decididos/ }).waitFor();
      await page.locator('.rt .dec', { hasText: 'Levar o plano ao comitê' }).waitFor();
      await soon(async () => (await what.inputValue()) === 'Levar o plano ao comitê', false);
      await page.getByText(/Levar o plano ao comitê\./).waitFor();
      await page.getByRole('button', { name: 'Guardar ata' }).click();
    },
  );
  await walk('what was left of last week is done or goes on', '/grande/rituais', async (page) => {
    await page.getByRole('heading', { name: 'Ficou da semana passada: 2 decisões' }).waitFor();
    await page.getByRole('button', { name: 'Feita' }).first().click();
    await page.getByRole('heading', { name: 'Ficou da semana passada: 1 decisão' }).waitFor();
  });
}
