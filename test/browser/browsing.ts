// A browser over a real server on a home of its own: what walks share. Nothing may go wrong in the console (the content
// policy speaks there), and axe may find nothing.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { type Running, serve } from '#server/serve.ts';
import { openHome } from '#store/home.ts';
import { discardHome } from '#store/testing-home.ts';

/** Lets axe look at the page as it stands. */
export type Look = () => Promise<void>;
export type Browsing = {
  readonly home: string;
  readonly url: string;
  readonly browser: Browser;
  /** Moves the server's clock on (ms). */
  pass(ms: number): void;
  /** Goes to a path in a page of its own, takes the steps, and looks once more at the end. */
  walk(path: string, steps: (page: Page, look: Look) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** The whole page in sight, so that nothing is measured half behind what sticks to its foot. */
async function axe(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  await page.setViewportSize(size);
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes[0]?.target.join(' ')}`),
    [],
  );
}

/** A server at an instant (ms) over a fresh home, which `fill` may fill before it starts, and a browser. */
export async function startBrowsing(now: number, fill: (home: string) => void = () => {}): Promise<Browsing> {
  const parent = mkdtempSync(join(tmpdir(), 'perene-walk-'));
  const home = join(parent, 'home');
  fill(home);
  const log = (line: string): void => console.error(line);
  let ahead = 0;
  const clock = (): number => now + ahead;
  const running: Running = await serve({
    home,
    databaseUrl: undefined,
    port: 0,
    now: clock,
    random: Math.random,
    log,
  });
  const browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security'),
  });
  return {
    home,
    url: running.url,
    browser,
    pass: (ms) => void (ahead += ms),
    async walk(path, steps) {
      const context = await browser.newContext({ locale: 'pt-BR', viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      await page.goto(running.url + path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await steps(page, () => axe(page));
      await axe(page);
      assert.deepEqual(wrong, []);
      await context.close();
    },
    async close() {
      await browser.close();
      await running.close();
      await discardHome(openHome(home));
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
