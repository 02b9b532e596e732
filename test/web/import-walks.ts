// Walks through the import wizard as a person does, by role and label; axe looks at each step.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { soon } from './soon.ts';

export type Walk = (name: string, path: string, steps: (page: Page) => Promise<void>) => Promise<void>;
const file = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from('Cliente;MRR\nAurora;10\n'),
});

/** The whole page in sight, so that nothing is measured half behind the dock. */
async function look(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  await page.setViewportSize(size);
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes[0]?.target.join(' ')}`),
    [],
  );
}

/** A sheet from the first page to the Base. */
async function wholeWay(page: Page): Promise<void> {
  await look(page);
  await page.locator('input[type=file]').setInputFiles(file('clientes.csv'));
  await page.waitForURL(/\/vazia\/importar\/d\d+/);
  await page.getByRole('heading', { name: /Falta decidir uma coisa/ }).waitFor();
  await page.getByRole('heading', { name: 'Como vai ficar' }).waitFor();
  await look(page);

  // What is missing is where the main button leads, until nothing is.
  await page.getByRole('button', { name: 'Conferir 115 clientes' }).click();
  const first = page.getByRole('radio', { name: /Vale até o fim do dia 12/ });
  await first.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  await page.getByText('decidido', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Confirmar as duas' }).click();
  await page.getByRole('combobox', { name: 'Campo para cor' }).selectOption('notes');
  const day = page.getByRole('textbox', { name: /valor certo da linha 38/ });
  await day.fill('31/02/2026');
  await day.press('Enter');
  await page.getByRole('alert').getByText('Escreva a data').waitFor();
  await day.fill('28/02/2026');
  await day.press('Enter');
  await page.getByText('Fica 28/02/2026.').waitFor();
  await page.getByRole('button', { name: 'Importar sem valor mensal' }).click();
  await page.getByText('Entra sem este dado.').waitFor();
  await page.getByRole('heading', { name: '3 linhas para olhar' }).waitFor();
  await look(page);

  await page.getByRole('button', { name: 'Conferir 117 clientes' }).click();
  await page.waitForURL(/step=check/);
  await page.getByRole('heading', { name: '117 clientes novos.' }).waitFor();
  await look(page);
  await page.reload();
  await page.getByRole('heading', { name: '117 clientes novos.' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Suas colunas' }).waitFor();
  await page.goForward();

  await page.getByRole('button', { name: 'Gravar 117 clientes' }).click();
  await page.getByRole('progressbar').waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Cancelar a gravação' }).click();
  await page.getByRole('button', { name: 'Gravar 117 clientes' }).click();
  await page.getByRole('heading', { name: '117 clientes entraram ou foram atualizados.' }).waitFor();
  await look(page);

  const value = page.getByRole('textbox', { name: 'Primeiro Valor, nas suas palavras' });
  await value.fill('o primeiro relatório aprovado');
  await value.press('Enter');
  await page.getByText('Guardado. Primeiro Valor: o primeiro relatório aprovado.').waitFor();
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await page.getByRole('heading', { name: /Importação desfeita/ }).waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Ver a base' }).click();
  await page.waitForURL('**/vazia/base');
}

/** Customers that are gone and names that look alike, by keyboard alone. */
async function answering(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Quatro perguntas que só você sabe responder' }).waitFor();
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: /^Três perguntas/ }).waitFor();
  await page.keyboard.press('1');
  const day = page.getByRole('textbox', { name: /Terminou em/ });
  await day.fill('15/10/2026');
  await day.press('Enter');
  await page.getByText('Terminou em 15/10/2026').waitFor();
  await page.keyboard.press('3');
  const other = page.getByRole('combobox', { name: 'Qual cliente' });
  await other.fill('escrit');
  await page.locator('.finder [role=option]').first().waitFor();
  await look(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Uma pergunta/ }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('heading', { name: 'Perguntas respondidas' }).waitFor();
  await page.getByText('Tudo conferido.').waitFor();
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Mudar a resposta' }).first().click();
  await page
    .getByRole('button', { name: /Continua cliente/ })
    .first()
    .waitFor();
  await look(page);
}

/** A workbook: one table is left out, another is said to be what it is. */
async function sheets(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Colunas de Plan3' }).waitFor();
  await page.getByRole('link', { name: 'Contatos' }).click();
  await page.waitForURL(/table=/);
  await page.getByRole('heading', { name: 'Colunas de Contatos' }).waitFor();
  // The blocker is about another table: the main button opens it and goes to the place.
  await page.getByRole('button', { name: /^Conferir/ }).click();
  await page.getByRole('combobox', { name: 'Cada linha é' }).and(page.locator(':focus')).waitFor();
  await page.getByRole('checkbox', { name: 'Plan3 vai entrar' }).click();
  await page.getByRole('checkbox', { name: 'Plan3 vai entrar', checked: false }).waitFor();
  await page.getByRole('button', { name: 'Conferir 331 linhas' }).waitFor();
  await look(page);
  await page.goBack();
  await page.getByRole('heading', { name: 'Colunas de Contatos' }).waitFor();
}

/** Several files, one of them unreadable: it is said, and can be taken out. */
async function unreadable(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Continuar a importação de ontem, 1 arquivo' }).first().waitFor();
  await look(page);
  await page.locator('input[type=file]').setInputFiles([file('abril.csv'), file('antiga.xls')]);
  await page.getByRole('heading', { name: '1 arquivo lido, um não deu para ler.' }).waitFor();
  await page.getByText('salve como .xlsx').waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Tirar antiga.xls' }).click();
  await page.getByRole('heading', { name: 'Suas colunas' }).waitFor();
}

/** A lost connection: what happened is said, and the file can be sent again. */
async function lost(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Seus arquivos' }).waitFor();
  let failures = 1;
  await page.route('**/files?*', (route) => {
    failures -= 1;
    return failures >= 0
      ? route.fulfill({ status: 200, body: '{', contentType: 'application/json' })
      : route.fallback();
  });
  await page.locator('input[type=file]').setInputFiles(file('contatos.csv'));
  await page.getByText('O envio parou.').waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Enviar de novo' }).click();
  await page.getByRole('button', { name: 'Tirar contatos.csv' }).waitFor();
}

/** English has no Portuguese left in what the screens say themselves. */
async function english(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preferências' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Your columns' }).waitFor();
  await page.getByRole('heading', { name: 'How it will look' }).waitFor();
  await page.getByRole('combobox', { name: 'Field for CNPJ' }).waitFor();
  await soon(() => page.getByText(/linhas|Conferir|Suas|Falta/).count(), 0);
}

export async function importWalks(walk: Walk): Promise<void> {
  await walk('a sheet goes from the empty base through the wizard, is undone', '/vazia/base', wholeWay);
  await walk('questions are answered by keyboard', '/exemplo/importar/mes?step=check', answering);
  await walk('a workbook: one table out, one said', '/exemplo/importar/xlsx', sheets);
  await walk('files that cannot be read are said', '/exemplo/importar', unreadable);
  await walk('a file that did not arrive is sent again', '/exemplo/importar/csv?step=files', lost);
  await walk('the wizard in English', '/grande/importar/cem-mil', english);
  await walk('the Base leads to the wizard', '/exemplo/base', async (page) => {
    await page.getByRole('link', { name: 'Importar planilha' }).click();
    await page.waitForURL('**/exemplo/importar');
    await page.getByRole('heading', { level: 1, name: 'Traga suas planilhas do jeito que estão.' }).waitFor();
  });
}
