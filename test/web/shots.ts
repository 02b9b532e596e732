// Looks at the built screens: PNGs of each state at 1440 and 390, light and dark, and axe on each.
// Usage: TMPDIR=<private folder> node test/web/shots.ts <out folder> [name filter]
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium as browserType, type Page } from 'playwright-core';
import { moneyShots } from './money-shots.ts';
import { serveFixture } from './fixture-api.ts';

type Shot = {
  name: string;
  path: string;
  full?: boolean;
  /** Addresses that never answer. */
  block?: string;
  before?: (page: Page) => Promise<unknown>;
};
const sheet = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from('Cliente;E-mail\n'.repeat(900)),
});
const columns = (page: Page) => page.getByRole('heading', { name: /Suas colunas|Colunas de/ }).waitFor();

const shots: readonly Shot[] = [
  { name: 'base', path: '/exemplo/base' },
  {
    name: 'base-renewal',
    path: '/exemplo/base?view=renewal&segment=smb&renews=90',
    before: (page) => page.keyboard.press('j'),
  },
  ...moneyShots,
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
  { name: 'customer', path: '/exemplo/cliente/c000004', full: true },
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
  { name: 'customer-past', path: '/exemplo/cliente/c000014?asOf=2026-09-01' },
];
const out = resolve(process.argv[2] ?? 'shots');
const only = process.argv[3] ?? '';
mkdirSync(out, { recursive: true });
const { server, url } = await serveFixture(resolve('dist/web'));
const browser = await browserType.launch({
  executablePath: await chromium.executablePath(),
  // One process for all pages dies with the first context that closes.
  args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security'),
  headless: true,
});
let violations = 0;
for (const shot of shots.filter((item) => item.name.includes(only))) {
  for (const width of [1440, 390]) {
    for (const scheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 1000 },
        colorScheme: scheme,
        locale: 'pt-BR',
      });
      const page = await context.newPage();
      page.on(
        'console',
        (message) => message.type() === 'error' && console.log(`  console: ${message.text()}`),
      );
      page.on('pageerror', (error) => console.log(`  page error: ${error.message}`));
      if (shot.block !== undefined) await page.route(shot.block, () => {});
      await page.goto(url + shot.path, { waitUntil: shot.block === undefined ? 'networkidle' : 'load' });
      await page.locator('h1').first().waitFor();
      await shot.before?.(page);
      await page.waitForTimeout(150);
      // The whole page in sight, so that what sticks to the foot is at the foot.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (shot.full === true) await page.setViewportSize({ width, height });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await page.screenshot({
        path: `${out}/${shot.name}-${width}-${scheme}.png`,
        fullPage: shot.full ?? false,
      });
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      violations += found.violations.length;
      console.log(
        `${shot.name} ${width} ${scheme}: axe ${found.violations.length}${wide > 0 ? `, page ${wide}px too wide` : ''}`,
      );
      for (const violation of found.violations)
        console.log(
          `  ${violation.id}: ${violation.nodes
            .map((node) => node.target.join(' '))
            .slice(0, 4)
            .join(' | ')} ${violation.nodes[0]?.failureSummary ?? ''}`,
        );
      await context.close();
    }
  }
}
await browser.close();
server.close();
process.exitCode = violations === 0 ? 0 : 1;
