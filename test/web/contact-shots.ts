// What to look at of a customer's people: forty, one, nobody, and a change being made.
import type { Page } from 'playwright-core';

export const contactShots = [
  { name: 'contacts-forty', path: '/exemplo/cliente/c000020', full: true },
  { name: 'contacts-one', path: '/exemplo/cliente/c000021', full: true },
  {
    name: 'contacts-none',
    path: '/exemplo/cliente/c000022',
    full: true,
    before: (page: Page) => page.getByRole('button', { name: 'Cadastrar sponsor' }).click(),
  },
  {
    name: 'contacts-changing',
    path: '/exemplo/cliente/c000004',
    full: true,
    before: async (page: Page) => {
      await page.getByRole('button', { name: /^Mudar papel .* Renato/ }).click();
      await page.getByRole('button', { name: 'Gravar' }).click();
      await page.getByText('Mude o papel').waitFor();
    },
  },
];
