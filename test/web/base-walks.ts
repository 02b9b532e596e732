// Walks through the Base as a tool over the fixture, by keyboard: marks, saved views, columns, the drawing.
import assert from 'node:assert/strict';
import type { Walk } from './import-walks.ts';
import { soon } from './soon.ts';

export async function baseWalks(walk: Walk): Promise<void> {
  await walk(
    'rows are marked by x and by a stretch; a note goes to all and is taken back',
    '/exemplo/base',
    async (page) => {
      await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
      for (const key of ['j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
      await page.getByText('3 clientes marcados').waitFor();
      await page.keyboard.press('x');
      await page.getByText('2 clientes marcados').waitFor();
      await page.getByRole('button', { name: 'Anotar em todos' }).click();
      await page.keyboard.type('Aviso de reajuste enviado');
      await page.keyboard.press('Enter');
      await page.getByText('Anotado em 2 clientes.').waitFor();
      await page.keyboard.press('z');
      await page.getByText('Anotação tirada de 2 clientes.').waitFor();
      await soon(() => page.locator('.dock').count(), 0);
    },
  );
  await walk(
    'all of a filter are marked, and a task opens on each',
    '/exemplo/base?band=red',
    async (page) => {
      await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('button', { name: 'Marcar todos os 16 do filtro' }).click();
      await page.getByText('Todos os 16 do filtro estão marcados').waitFor();
      await page.getByRole('button', { name: 'Abrir tarefa' }).click();
      await page.keyboard.type('ok');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await page.keyboard.type(', ligar nesta semana');
      await page.keyboard.press('Enter');
      await page.getByText('Tarefa aberta em 16 clientes.').waitFor();
      await page.keyboard.press('z');
      await page.getByText('Tarefa tirada de 16 clientes.').waitFor();
    },
  );
  await walk('a hundred thousand are not changed at once, and nothing is', '/grande/base', async (page) => {
    await page.locator('tbody tr[aria-rowindex]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Marcar todos os 100.000 do filtro' }).click();
    await page.getByRole('button', { name: 'Anotar em todos' }).click();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByText('São mais de 5.000').waitFor();
  });
  await walk('a view is made, renamed, removed and put back', '/exemplo/base?band=red', async (page) => {
    const tab = (name: string) =>
      page.getByRole('navigation', { name: 'Visões da base' }).getByRole('link', { name });
    await page.getByRole('button', { name: 'Salvar visão' }).press('Enter');
    await page.getByRole('textbox', { name: 'Nome da visão' }).fill('Vermelhos do mês');
    await page.keyboard.press('Enter');
    await page.waitForURL(/saved=/);
    await tab('Vermelhos do mês').waitFor();
    await soon(async () => (await tab('Vermelhos do mês').getAttribute('aria-current')) !== null, true);
    await page.getByRole('button', { name: 'Mudar a visão Vermelhos do mês' }).press('Enter');
    await page.getByRole('textbox', { name: 'Nome da visão' }).fill('Vermelhos');
    await page.keyboard.press('Enter');
    await tab('Vermelhos 16').waitFor();
    await page.getByRole('button', { name: 'Tirar filtro: Saúde vermelho' }).click();
    await page.getByText('Os filtros mudaram desde que a visão foi salva.').waitFor();
    await page.getByRole('button', { name: 'Voltar à visão' }).click();
    await page.waitForURL(/band=red/);
    await page.getByRole('button', { name: 'Mudar a visão Vermelhos' }).press('Enter');
    await page.getByRole('button', { name: 'Remover visão' }).press('Enter');
    await page.getByText('Visão Vermelhos removida.').waitFor();
    await soon(() => tab('Vermelhos 16').count(), 0);
    await page.keyboard.press('z');
    await tab('Vermelhos 16').waitFor();
    await page.waitForURL(/band=red/);
  });
  await walk(
    'an address that names a view alone opens it whole',
    '/exemplo/base?saved=v-renovam',
    async (page) => {
      await page.waitForURL(/renews=180/);
      await page.getByRole('button', { name: 'Tirar filtro: Renova em até 180 dias' }).waitFor();
    },
  );
  await walk('a view whose stage is gone says so and opens', '/exemplo/base?saved=v-antiga', async (page) => {
    await page.getByText('A fase “piloto” desta visão não existe mais no método').waitFor();
    await page.getByText('Os filtros juntos não deixam ninguém.').waitFor();
  });
  await walk('columns are shown, moved and kept for the browser', '/exemplo/base', async (page) => {
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
    await page.getByRole('button', { name: 'Colunas' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Mostrar Próxima oferta' }).uncheck();
    await page.getByRole('checkbox', { name: 'Mostrar Quem cuida' }).check();
    await page.getByRole('button', { name: 'Quem cuida antes' }).press('Enter');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('link', { name: 'Escritório Mantiqueira' }).waitFor();
    const heads = await page.locator('thead th').allInnerTexts();
    assert.deepEqual(heads.slice(-2), ['Quem cuida', 'Próxima ação']);
  });
  await walk(
    'the drawing is walked by keyboard and opens a customer',
    '/exemplo/base?draw=scatter',
    async (page) => {
      await page.getByRole('img', { name: /^Dispersão de 111 clientes/ }).waitFor();
      await page.getByRole('heading', { name: '16 clientes em vermelho somam R$ 4,1 mi de ARR' }).waitFor();
      await page.keyboard.press('j');
      const told = page.locator('.scatter .told');
      await soon(async () => (await told.innerText()).includes('saúde'), true);
      const [name = ''] = (await told.innerText()).split(':');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForURL(/cliente/);
      await page.getByText(name).first().waitFor();
    },
  );
  await walk('a hundred thousand scroll without blank rows', '/grande/base?sort=name', async (page) => {
    const rows = page.locator('tbody tr[aria-rowindex]');
    await rows.first().waitFor();
    for (const top of [900, 2400, 3600, 1200, 5200]) {
      await page.evaluate((y) => window.scrollTo(0, y), top);
      // Every row in sight holds its text within the time that `soon` gives.
      await soon(
        () =>
          page.evaluate(() => {
            const inSight = [...document.querySelectorAll('table.base tbody tr:not(.gap)')].filter((row) => {
              const { top: from, bottom: to } = row.getBoundingClientRect();
              return to > 40 && from < window.innerHeight;
            });
            return inSight.length > 15 && inSight.every((row) => (row.textContent ?? '').length > 10);
          }),
        true,
      );
      assert.ok((await page.locator('tbody tr').count()) < 90);
    }
  });
}
