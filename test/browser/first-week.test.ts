// The whole way, in a browser: a sheet becomes a base, the page shows it, a customer opens, the past can be asked for.
// Nothing may go wrong in the console (the content policy speaks there), and axe may find nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { type Running, serve } from '#server/serve.ts';
import { openHome } from '#store/home.ts';
import { discardHome } from '#store/testing-home.ts';

const root = resolve(import.meta.dirname, '../..');
const parent = mkdtempSync(join(tmpdir(), 'perene-walk-'));
const home = join(parent, 'home');
const { INIT_CWD: _, DATABASE_URL: __, ...rest } = process.env;
let running: Running;
let browser: Browser;

before(async () => {
  const args = ['import', 'docs/book/first-week.csv', '--today', '2025-11-17'];
  execFileSync(process.execPath, ['src/cli/main.ts', ...args], {
    cwd: root,
    env: { ...rest, PERENE_HOME: home },
    stdio: 'ignore',
  });
  const log = (line: string): void => console.error(line);
  const now = (): number => Date.parse('2025-11-17T15:00:00Z');
  running = await serve({ home, databaseUrl: undefined, port: 0, now, random: Math.random, log });
  browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security'),
  });
});
after(async () => {
  await browser?.close();
  await running?.close();
  await discardHome(openHome(home));
  rmSync(parent, { recursive: true, force: true });
});

/** A page that fails the walk when anything goes wrong on it. */
async function walk(path: string, steps: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'pt-BR', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(running.url + path, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await steps(page);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes[0]?.target.join(' ')}`),
    [],
  );
  assert.deepEqual(wrong, []);
  await context.close();
}

test('the first address leads to the base, and the base to a customer', async () => {
  await walk('/', async (page) => {
    await page.waitForURL('**/minha-empresa/base');
    await page.getByRole('link', { name: 'Clínica Boa Vida' }).click();
    await page.waitForURL(/\/cliente\//);
    await page.getByRole('main').getByText('Clínica Boa Vida').first().waitFor();
    await page.getByText('Você nos deu nota 3').first().waitFor();
  });
});

test('a past day shows the list as it stood', async () => {
  await walk('/minha-empresa/base?asOf=2025-11-14', async (page) => {
    await page.getByText('Você está vendo 14/11/2025').waitFor();
    await page.getByRole('link', { name: 'Metalúrgica Ferraz' }).waitFor();
    assert.equal(await page.locator('tbody tr').count(), 5);
  });
});

test('the server says no to another name and to a write from another site', async () => {
  const foreign = await fetch(`${running.url}/api/v1/workspaces/minha-empresa/facts`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'cross-site',
      origin: 'https://example.com',
    },
    body: '{"facts":[]}',
  });
  assert.equal(foreign.status, 403);
});
