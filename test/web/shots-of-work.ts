// Looks at the screens that customers are worked on: the Base, the day, a customer, the method.
import type { Shot } from './shot.ts';

export const workShots: readonly Shot[] = [
  { name: 'base', path: '/exemplo/base' },
  {
    name: 'base-renewal',
    path: '/exemplo/base?view=renewal&segment=smb&renews=90',
    before: (page) => page.keyboard.press('j'),
  },
  { name: 'base-past', path: '/exemplo/base?asOf=2026-09-01' },
  { name: 'base-none', path: '/exemplo/base?q=zzz' },
  { name: 'base-empty', path: '/vazia/base', full: true },
  { name: 'base-huge', path: '/grande/base' },
  { name: 'base-failed', path: '/falha/base', before: (page) => page.locator('.err').waitFor() },
  { name: 'method', path: '/exemplo/metodo', full: true },
  {
    name: 'method-look',
    path: '/grande/metodo',
    full: true,
    before: async (page) => {
      await page.getByRole('button', { name: /com SaaS/ }).click();
      await page.getByText('Mudam 43 clientes').waitFor();
    },
  },
  {
    name: 'method-wrong',
    path: '/exemplo/metodo',
    before: async (page) => {
      const wrong = { name: 'x.yaml', mimeType: 'text/yaml', buffer: Buffer.from('key: x') };
      await page.locator('input[type=file]').setInputFiles(wrong);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'method-failed', path: '/falha/metodo', before: (page) => page.locator('.err').waitFor() },
  { name: 'day', path: '/exemplo/hoje', full: true },
  { name: 'day-finish', path: '/exemplo/hoje', before: (page) => page.keyboard.press('e') },
  { name: 'day-new', path: '/exemplo/hoje', before: (page) => page.keyboard.press('n') },
  { name: 'day-empty', path: '/leitura/hoje' },
  { name: 'day-none', path: '/vazia/hoje' },
  { name: 'day-huge', path: '/grande/hoje' },
  { name: 'day-gaps', path: '/equipe/hoje' },
  { name: 'day-failed', path: '/falha/hoje', before: (page) => page.locator('.err').waitFor() },
  { name: 'day-loading', path: '/exemplo/hoje', block: '**/today**' },
  { name: 'customer', path: '/exemplo/cliente/c000004', full: true },
  {
    name: 'customer-passing',
    path: '/exemplo/cliente/c000004',
    full: true,
    before: async (page) => {
      await page.getByRole('heading', { name: 'Quem cuida' }).waitFor();
      await page.keyboard.press('q');
      await page.getByRole('combobox', { name: 'Para quem' }).waitFor();
    },
  },
  {
    name: 'customer-writing',
    path: '/exemplo/cliente/c000004',
    before: async (page) => {
      await page.keyboard.press('r');
      await page.locator('.entry').waitFor();
    },
  },
  {
    name: 'customer-offer',
    path: '/exemplo/cliente/c000004',
    before: async (page) => {
      await page.keyboard.press('r');
      await page.getByRole('button', { name: 'Oferta', exact: true }).click();
      await page.getByRole('button', { name: 'Recusou' }).click();
      await page.getByRole('button', { name: 'Gravar' }).click();
    },
  },
  {
    name: 'customer-said',
    path: '/exemplo/cliente/c000004',
    before: async (page) => {
      await page.getByRole('button', { name: 'Falei hoje' }).click();
      await page.locator('.toast').waitFor();
    },
  },
  {
    name: 'customer-red',
    path: '/exemplo/cliente/c000014',
    full: true,
    before: (page) => page.locator('.hl .more').first().click(),
  },
  {
    name: 'customer-answering',
    path: '/exemplo/cliente/c000014',
    full: true,
    before: async (page) => {
      // Answered without the fixture, which would remember it for the next look.
      await page.route('**/suggestions', (route) => route.fulfill({ json: { answer: 'x' } }));
      await page.getByRole('button', { name: 'Não aconteceu: Sponsor saiu' }).click();
      await page.getByText('Sponsor saiu: não aconteceu.').waitFor();
    },
  },
  { name: 'customer-past', path: '/exemplo/cliente/c000014?asOf=2026-09-01' },
];
