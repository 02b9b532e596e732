// Walks through signing in, the invitation and Pessoas, over the fixture.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { soon } from './soon.ts';

type Walk = (name: string, path: string, steps: (page: Page) => Promise<void>) => Promise<void>;

export async function peopleWalks(walk: Walk): Promise<void> {
  await walk('who must sign in does so where they are, and leaves again', '/fechada/base', async (page) => {
    await page.getByRole('heading', { name: 'Entre no Perene' }).waitFor();
    await soon(() => page.getByRole('link', { name: 'Dados', exact: true }).count(), 0);
    await page.getByRole('textbox', { name: 'E-mail' }).fill('helena@prumo.com.br');
    await page.getByLabel('Senha', { exact: true }).fill('uma frase comprida');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.waitForURL('**/fechada/base');
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
    await page.getByRole('button', { name: 'Preferências' }).click();
    await page.getByText('Helena Prado').waitFor();
    await page.getByRole('button', { name: 'Sair' }).click();
    await page.getByRole('heading', { name: 'Entre no Perene' }).waitFor();
  });
  await walk(
    'people: roles are said, a link is made, one is removed after a question',
    '/equipe/base',
    async (page) => {
      await page.getByRole('link', { name: 'Pessoas' }).click();
      await page.waitForURL('**/equipe/pessoas');
      await page.getByRole('heading', { name: '3 pessoas entram nesta base' }).waitFor();
      await page.getByRole('table', { name: 'O que cada papel pode' }).waitFor();
      await page.getByRole('combobox', { name: 'Papel de Rafael Teles' }).selectOption('admin');
      await page.getByRole('status').getByText('Rafael Teles agora é Administrador.').waitFor();
      await page.getByRole('combobox', { name: 'O que Bruna Sato vê' }).selectOption('all');
      await page.getByRole('status').getByText('Gravado para Bruna Sato.').waitFor();
      await page.getByRole('button', { name: 'Tirar Bruna Sato' }).click();
      await page.getByRole('button', { name: 'Manter' }).click();
      await page.getByRole('button', { name: 'Tirar Bruna Sato' }).click();
      await page.getByText('Cuida de 12 clientes e tem 3 tarefas abertas.').waitFor();
      await page.getByRole('combobox', { name: 'Passar para' }).selectOption('tiago');
      await page.getByRole('button', { name: 'Tirar', exact: true }).click();
      await page.getByText('Bruna Sato não entra mais.').waitFor();
      await page.getByRole('textbox', { name: 'E-mail' }).fill('nova@prumo.com.br');
      await page.getByRole('button', { name: 'Gerar link' }).click();
      const link = page.getByRole('textbox', { name: 'Link para nova@prumo.com.br' });
      await soon(async () => /\/convite#A{75}$/.test(await link.inputValue()), true);
    },
  );
  await walk('who may only look finds no button for more', '/leitura/base', async (page) => {
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
    for (const name of ['Dados', 'Pessoas', 'Importar planilha'])
      await soon(() => page.getByRole('link', { name }).count(), 0);
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await soon(() => page.locator('.write').count(), 0);
  });
  await walk('a base without an owner may get one', '/exemplo/pessoas', async (page) => {
    await page.getByRole('heading', { name: 'Só você, nesta máquina' }).waitFor();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Helena');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('helena@prumo.com.br');
    await page.getByLabel('Senha').fill('curta');
    await page.getByRole('button', { name: 'Criar e entrar' }).click();
    assert.equal(
      await page.getByLabel('Senha').evaluate((field: HTMLInputElement) => field.validity.valid),
      false,
    );
    await page.getByLabel('Senha').fill('uma frase comprida');
    await page.getByRole('button', { name: 'Criar e entrar' }).click();
  });
  await walk('an invitation is accepted', `/convite#${'A'.repeat(75)}`, async (page) => {
    await page.getByRole('heading', { name: 'Bem-vindo à base Prumo Consultoria' }).waitFor();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Caio');
    await page.getByLabel('Senha').fill('uma frase comprida');
    await page.getByRole('button', { name: 'Criar minha conta' }).click();
    await page.waitForURL('**/base');
  });
}
