// Walks through the method over the fixture: a look before publishing, a file with mistakes, an old version back.
import type { Walk } from './import-walks.ts';

export async function methodWalks(walk: Walk): Promise<void> {
  await walk(
    'the method: another is looked at, left, published; a version comes back',
    '/exemplo/base',
    async (page) => {
      await page.getByRole('link', { name: 'Método' }).click();
      await page.waitForURL('**/exemplo/metodo');
      await page.getByRole('heading', { name: 'A base segue o método Serviços B2B (4 fases).' }).waitFor();
      await page.getByRole('button', { name: /^Ver o que mudaria com SaaS/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Mudam 43 clientes de 120.').waitFor();
      await page.getByText('Fase: Expansão → Adoção').waitFor();
      await page.getByRole('button', { name: 'Deixar como está' }).click();
      await page.getByText('Mudam 43 clientes').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /^Ver o que mudaria com SaaS/ }).click();
      await page.getByRole('button', { name: 'Publicar este método' }).click();
      await page.getByRole('status').getByText('Publicado: a versão 2 está em uso.').waitFor();
      await page.getByRole('heading', { name: 'A base segue o método SaaS (6 estágios).' }).waitFor();
      await page.getByRole('button', { name: 'Ver o que mudaria com a versão 1' }).click();
      await page.getByText('Mudam 43 clientes de 120.').waitFor();
    },
  );
  await walk(
    'a file with mistakes is refused line by line, a good one is looked at',
    '/grande/metodo',
    async (page) => {
      const file = (text: string) => ({
        name: 'meu-metodo.yaml',
        mimeType: 'text/yaml',
        buffer: Buffer.from(text),
      });
      const field = page.locator('input[type=file]');
      await field.setInputFiles(file('key: x'));
      await page.getByRole('alert').getByText('2 pontos precisam de correção.').waitFor();
      await page.getByRole('alert').getByText('Linha 40: signals.3.when').waitFor();
      await field.setInputFiles(file('schema: 1'));
      await page.getByRole('heading', { name: 'O que mudaria hoje com meu-metodo.yaml' }).waitFor();
      await page.getByText('Mudam 43 clientes dos 2.000 que mais pedem atenção').waitFor();
    },
  );
  await walk('who may only look sees the method and changes nothing', '/leitura/metodo', async (page) => {
    await page.getByRole('heading', { name: '5 fases da jornada' }).waitFor();
    await page.getByRole('button', { name: /Ver o que mudaria/ }).waitFor({ state: 'detached' });
  });
}
