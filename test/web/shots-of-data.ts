// Looks at the screens beside them: data, people, words, the ritual, the import.
import type { Page } from 'playwright-core';
import type { Shot } from './shot.ts';

const sheet = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from('Cliente;E-mail\n'.repeat(900)),
});
const columns = (page: Page) => page.getByRole('heading', { name: /Suas colunas|Colunas de/ }).waitFor();

export const dataShots: readonly Shot[] = [
  { name: 'data', path: '/exemplo/dados', full: true },
  {
    name: 'data-open',
    path: '/exemplo/dados',
    full: true,
    before: async (page) => {
      await page.locator('.cov summary').first().click();
      await page.getByRole('button', { name: 'Desfazer chamados-abril.csv' }).click();
      await page.getByRole('button', { name: 'Ver mais 1' }).click();
    },
  },
  { name: 'data-empty', path: '/vazia/dados' },
  { name: 'data-huge', path: '/grande/dados', full: true },
  { name: 'data-failed', path: '/falha/dados', before: (page) => page.locator('.err').waitFor() },
  { name: 'people', path: '/equipe/pessoas', full: true },
  {
    name: 'people-asked',
    path: '/equipe/pessoas',
    full: true,
    before: async (page) => {
      await page.getByRole('button', { name: 'Tirar Bruna Sato' }).click();
      await page.getByRole('textbox', { name: 'E-mail' }).fill('nova@prumo.com.br');
      await page.getByRole('button', { name: 'Gerar link' }).click();
      await page.locator('.link-shown').waitFor();
    },
  },
  { name: 'people-open', path: '/exemplo/pessoas', full: true },
  { name: 'sign-in', path: '/fechada/base' },
  {
    name: 'sign-in-wrong',
    path: '/fechada/base',
    before: async (page) => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill('helena@prumo.com.br');
      await page.getByLabel('Senha', { exact: true }).fill('errada errada');
      await page.getByRole('button', { name: 'Entrar' }).click();
      await page.locator('.wrong').waitFor();
    },
  },
  { name: 'invitation', path: `/convite#${'A'.repeat(75)}` },
  { name: 'invitation-gone', path: '/convite#x', before: (page) => page.locator('.err').waitFor() },
  { name: 'own', path: '/conta' },
  { name: 'identity', path: '/exemplo/dados/identidade', full: true },
  {
    name: 'identity-finding',
    path: '/exemplo/dados/identidade',
    full: true,
    before: async (page) => {
      await page.getByRole('button', { name: 'Juntar a…: Oficina Ponto Certo' }).click();
      await page.getByRole('textbox', { name: 'Juntar a…: Oficina Ponto Certo' }).fill('escrit');
      await page.locator('.find-in li').first().waitFor();
    },
  },
  { name: 'identity-empty', path: '/vazia/dados/identidade' },
  { name: 'identity-huge', path: '/grande/dados/identidade', full: true },
  { name: 'keywords', path: '/exemplo/dados/palavras', full: true },
  {
    name: 'keywords-looking',
    path: '/exemplo/dados/palavras',
    full: true,
    before: async (page) => {
      await page.getByRole('textbox', { name: 'Palavra ou expressão' }).fill('corte de orçamento');
      await page.getByText('Hoje isto aparece em').waitFor();
      await page.getByRole('button', { name: 'Salvar' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'keywords-huge', path: '/grande/dados/palavras' },
  { name: 'ritual', path: '/exemplo/rituais', full: true },
  {
    name: 'ritual-in-hand',
    path: '/exemplo/rituais',
    before: async (page) => {
      await page.locator('.rt').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.locator('.rform').waitFor();
    },
  },
  {
    name: 'committee',
    path: '/exemplo/rituais/comite',
    full: true,
    before: (page) => page.keyboard.press('j'),
  },
  { name: 'committee-empty', path: '/vazia/rituais/comite' },
  { name: 'ritual-empty', path: '/vazia/rituais', full: true },
  { name: 'ritual-huge', path: '/grande/rituais', full: true },
  { name: 'ritual-failed', path: '/falha/rituais', before: (page) => page.locator('.err').waitFor() },
  { name: 'import-start', path: '/exemplo/importar', full: true },
  {
    name: 'import-sending',
    path: '/exemplo/importar/csv?step=files',
    full: true,
    before: async (page) => {
      await page.route('**/files?*', () => {}); // An answer that never comes.
      await page.locator('input[type=file]').setInputFiles([sheet('contatos.csv'), sheet('chamados.csv')]);
      await page.getByRole('progressbar').first().waitFor();
    },
  },
  { name: 'import-unreadable', path: '/exemplo/importar/ilegivel', full: true },
  { name: 'import-only-unreadable', path: '/exemplo/importar/so-ilegivel', full: true },
  { name: 'import-columns', path: '/exemplo/importar/csv?step=columns', full: true, before: columns },
  {
    name: 'import-mending',
    path: '/exemplo/importar/csv?step=columns',
    full: true,
    before: async (page) => {
      await page.getByRole('textbox', { name: /linha 38/ }).fill('31/02/2026');
      await page.getByRole('button', { name: 'Usar' }).first().click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'import-sheets', path: '/exemplo/importar/xlsx?step=columns', full: true, before: columns },
  { name: 'import-chat', path: '/exemplo/importar/conversa?step=columns', full: true, before: columns },
  { name: 'import-huge', path: '/grande/importar/cem-mil?step=columns', full: true, before: columns },
  { name: 'import-check-first', path: '/grande/importar/cem-mil?step=check', full: true },
  { name: 'import-check', path: '/exemplo/importar/mes?step=check', full: true },
  {
    name: 'import-answering',
    path: '/exemplo/importar/mes?step=check',
    full: true,
    before: async (page) => {
      await page.keyboard.press('3');
      await page.getByRole('combobox', { name: 'Qual cliente' }).fill('escrit');
      await page.locator('.finder [role=option]').first().waitFor();
    },
  },
  { name: 'import-same', path: '/exemplo/importar/igual?step=check', full: true },
  { name: 'import-failed', path: '/exemplo/importar/falhou?step=check', full: true },
  { name: 'import-committing', path: '/exemplo/importar/gravando', full: true },
  { name: 'import-done', path: '/exemplo/importar/gravado', full: true },
  { name: 'import-loading', path: '/exemplo/importar/csv?step=columns', block: '**/tables/**' },
  { name: 'import-down', path: '/falha/importar/csv', before: (page) => page.locator('.err').waitFor() },
  {
    name: 'import-missing',
    path: '/exemplo/importar/nada',
    before: (page) => page.locator('.err').waitFor(),
  },
];
