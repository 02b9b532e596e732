// Walks through the people of a customer over the fixture: by keyboard, on a phone, and for who only looks.
import type { Walk } from './import-walks.ts';
import { soon } from './soon.ts';

export async function contactWalks(walk: Walk, url: string): Promise<void> {
  await walk(
    'people: added by keyboard, refused in words, changed, confirmed, gone, taken back',
    '/exemplo/cliente/c000004',
    async (page) => {
      await page
        .getByRole('heading', { name: 'Ivone Barreto decide e não fala conosco há 71 dias' })
        .waitFor();
      await page.getByText('Marta Figueiredo (sponsor) saiu em 07/11/2026 e ninguém assumiu.').waitFor();
      await page.keyboard.press('p');
      const form = page.getByRole('form', { name: 'Quem é' });
      const name = form.getByRole('textbox', { name: 'Nome' });
      await soon(() => name.evaluate((field) => field === document.activeElement), true);
      await page.keyboard.press('Enter');
      await form.getByText('Escreva o nome.').waitFor();
      await page.keyboard.type('Renato Alvim');
      await page.keyboard.press('Enter');
      await form.getByText('Renato Alvim já está entre as pessoas deste cliente.').waitFor();
      await soon(() => name.inputValue(), 'Renato Alvim');
      await name.fill('Carla Dias');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Sponsor');
      await form.getByRole('textbox', { name: 'E-mail' }).fill('carla');
      await page.keyboard.press('Enter');
      await form.getByText('Escreva o e-mail inteiro').waitFor();
      await form.getByRole('textbox', { name: 'E-mail' }).fill('carla@riopardo.com.br');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('Carla Dias está na lista.').waitFor();
      await page.getByRole('link', { name: 'carla@riopardo.com.br' }).waitFor();
      await soon(() => page.getByText('e ninguém assumiu.').count(), 0);
      await page.keyboard.press('z');
      await page.getByText('Marta Figueiredo (sponsor) saiu em 07/11/2026 e ninguém assumiu.').waitFor();
      const change = page.getByRole('button', { name: 'Mudar papel ou influência de Renato Alvim' });
      await change.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('form', { name: 'O que mudou com Renato Alvim' }).waitFor();
      await page.keyboard.press('Escape');
      await soon(() => change.evaluate((button) => button === document.activeElement), true);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Alta', exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Gravar' }).press('Enter');
      await page.getByRole('status').getByText('Renato Alvim: mudança gravada.').waitFor();
      await page.getByRole('button', { name: 'Paula Siqueira continua no cargo' }).press('Enter');
      await page.getByRole('status').getByText('Paula Siqueira continua no cargo: gravado.').waitFor();
      // The button is gone, the place in the list is not.
      await soon(
        () => page.evaluate(() => document.activeElement?.textContent?.includes('Paula') ?? false),
        true,
      );
      await page.getByRole('button', { name: 'Ivone Barreto saiu' }).press('Enter');
      await page.getByRole('textbox', { name: 'Último dia' }).fill('31/02/2026');
      await page.keyboard.press('Enter');
      await page.getByText('Escreva a data como').waitFor();
      await page.getByRole('textbox', { name: 'Último dia' }).fill('18/11/2026');
      await page.keyboard.press('Enter');
      await page.getByText('saiu em 18/11').first().waitFor();
      await page.getByRole('button', { name: 'Ivone Barreto voltou' }).press('Enter');
      await page.getByRole('status').getByText('Ivone Barreto voltou: gravado.').waitFor();
    },
  );
  await walk(
    'people: nobody is known yet, and the page says whom to add first',
    '/exemplo/cliente/c000022',
    async (page) => {
      await page.getByRole('heading', { name: 'Ninguém deste cliente está cadastrado' }).waitFor();
      await page.getByText('Comece por quem responde pelo resultado, o sponsor.').waitFor();
      await page.getByRole('button', { name: 'Cadastrar sponsor' }).click();
      const role = page.getByRole('combobox', { name: 'Papel' });
      await soon(() => role.inputValue(), 'executive_sponsor');
    },
  );
  await walk(
    'people: forty, six at first, all on demand, on a phone too',
    '/exemplo/cliente/c000020',
    async (page) => {
      const rows = page.getByRole('list', { name: 'Pessoas deste cliente' }).getByRole('listitem');
      await soon(() => rows.count(), 6);
      await page.getByRole('img', { name: '40 pessoas por influência e dias sem conversa' }).waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      await soon(() => page.locator('.pm').isVisible(), false);
      await page.getByRole('button', { name: 'Ver mais 34 pessoas' }).click();
      await soon(() => rows.count(), 40);
    },
  );
  await walk(
    'people: who only looks, and a past day, change nothing',
    '/leitura/cliente/c000004',
    async (page) => {
      await page.getByRole('list', { name: 'Pessoas deste cliente' }).waitFor();
      await soon(() => page.getByRole('button', { name: 'Adicionar pessoa' }).count(), 0);
      await soon(() => page.getByRole('button', { name: /saiu$/ }).count(), 0);
      await page.goto(`${url}/exemplo/cliente/c000004?asOf=2026-11-01`);
      await page.getByRole('list', { name: 'Pessoas deste cliente' }).waitFor();
      await soon(() => page.getByRole('button', { name: 'Adicionar pessoa' }).count(), 0);
    },
  );
}
