// The whole way, in a browser: a sheet becomes a base, the page shows it, a customer opens, the past can be asked for.
// Nothing may go wrong in the console (the content policy speaks there), and axe may find nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { soon } from '../web/soon.ts';
import { type Browsing, startBrowsing } from './browsing.ts';

const root = resolve(import.meta.dirname, '../..');
const { INIT_CWD: _, DATABASE_URL: __, ...rest } = process.env;
let browsing: Browsing;

before(async () => {
  const args = ['import', 'docs/book/first-week.csv', '--today', '2025-11-17'];
  browsing = await startBrowsing(Date.parse('2025-11-17T15:00:00Z'), (home) => {
    execFileSync(process.execPath, ['src/cli/main.ts', ...args], {
      cwd: root,
      env: { ...rest, PERENE_HOME: home },
      stdio: 'ignore',
    });
  });
});
after(async () => await browsing?.close());

test('the first address leads to the day, the day to the base, and the base to a customer', async () => {
  await browsing.walk('/', async (page) => {
    await page.waitForURL('**/minha-empresa/hoje');
    await page.locator('a[href$="/minha-empresa/base"]').first().click();
    await page.waitForURL('**/minha-empresa/base');
    await page.getByRole('link', { name: 'Clínica Boa Vida' }).click();
    await page.waitForURL(/\/cliente\//);
    await page.getByRole('main').getByText('Clínica Boa Vida').first().waitFor();
    await page.getByText('Você nos deu nota 3').first().waitFor();
  });
});

test('a past day shows the list as it stood', async () => {
  await browsing.walk('/minha-empresa/base?asOf=2025-11-14', async (page) => {
    await page.getByText('Você está vendo 14/11/2025').waitFor();
    await page.getByRole('link', { name: 'Metalúrgica Ferraz' }).waitFor();
    await soon(() => page.locator('tbody tr').count(), 5);
  });
});

test('the server says no to another name and to a write from another site', async () => {
  const foreign = await fetch(`${browsing.url}/api/v1/workspaces/minha-empresa/facts`, {
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
