// Looks at the Base as a tool: the drawing, marks, saved views, columns, filters; and what a look is.
import type { Shot } from './shot.ts';

export const baseShots: readonly Shot[] = [
  {
    name: 'base-scatter',
    path: '/exemplo/base?draw=scatter',
    full: true,
    before: (page) => page.locator('.scatter svg').waitFor(),
  },
  {
    name: 'base-scatter-table',
    path: '/exemplo/base?draw=scatter&renews=180',
    full: true,
    before: async (page) => {
      await page.locator('.scatter svg').waitFor();
      await page.keyboard.press('j');
      await page.getByRole('button', { name: 'Ver tabela' }).click();
    },
  },
  {
    name: 'base-scatter-huge',
    path: '/grande/base?draw=scatter',
    full: true,
    before: (page) => page.locator('.scatter svg').waitFor(),
  },
  {
    name: 'base-marked',
    path: '/exemplo/base',
    before: async (page) => {
      await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
      for (const key of ['j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
      await page.locator('.dock').waitFor();
    },
  },
  {
    name: 'base-noting',
    path: '/exemplo/base',
    before: async (page) => {
      await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
      for (const key of ['j', 'x']) await page.keyboard.press(key);
      await page.getByRole('button', { name: 'Anotar em todos' }).click();
      await page.getByRole('button', { name: 'Anotar', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'base-view-gone',
    path: '/exemplo/base?saved=v-antiga',
    before: (page) => page.locator('.view-note').first().waitFor(),
  },
  {
    name: 'base-view-menu',
    path: '/exemplo/base?saved=v-renovam',
    before: async (page) => {
      await page.getByRole('button', { name: 'Mudar a visão Renovam em 180 dias' }).click();
      await page.getByRole('button', { name: 'Remover visão' }).waitFor();
    },
  },
  {
    name: 'base-columns',
    path: '/exemplo/base?quiet=30',
    before: async (page) => {
      await page.getByRole('button', { name: 'Colunas' }).click();
      await page.getByRole('checkbox', { name: 'Mostrar Quem cuida' }).check();
      await page.getByRole('checkbox', { name: 'Mostrar Sem conversa' }).check();
    },
  },
  {
    name: 'base-filters',
    path: '/exemplo/base?owner=_me&stake=5000',
    before: (page) => page.getByRole('button', { name: 'Filtros', exact: true }).click(),
  },
];
