// Looks at the built screens: PNGs of each state at 1440 and 390, light and dark, and axe on each.
// Usage: TMPDIR=<private folder> node test/web/shots.ts <out folder> [name filter]
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium as browserType } from 'playwright-core';
import { baseShots } from './base-shots.ts';
import { moneyShots } from './money-shots.ts';
import { contactShots } from './contact-shots.ts';
import { serveFixture } from './fixture-api.ts';
import type { Shot } from './shot.ts';
import { dataShots } from './shots-of-data.ts';
import { workShots } from './shots-of-work.ts';

const shots: readonly Shot[] = [...baseShots, ...workShots, ...contactShots, ...moneyShots, ...dataShots];
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
