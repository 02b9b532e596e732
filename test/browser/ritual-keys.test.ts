// Every week by keyboard alone, in under five minutes: over the sample base, and over a sheet as a Brazilian firm keeps it. A
// week later what was not done comes first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test, type TestContext } from 'node:test';
import { type Browsing, startBrowsing } from './browsing.ts';
import { handsOn, holdRitual, personSeconds, secondWeek } from './by-keys.ts';

const data = '../shared/data/planilha_br/clientes.csv';
const week = 7 * 86_400_000;
const limit = 5 * 60;
let browsing: Browsing;

before(async () => {
  browsing = await startBrowsing(Date.parse('2026-04-15T15:00:00Z'));
});
after(async () => await browsing?.close());

async function twoWeeks(t: TestContext, slug: string): Promise<void> {
  await browsing.walk(`/${slug}/rituais`, async (page, look) => {
    const hands = handsOn(page);
    const held = await holdRitual(page, hands);
    t.diagnostic(
      `${slug}: ${held.lines} lines, ${held.keys} keys, machine ${held.seconds.toFixed(1)} s, person ${personSeconds(held).toFixed(0)} s`,
    );
    assert.ok(held.lines > 0);
    assert.ok(personSeconds(held) < limit);
    await look();
    browsing.pass(week);
    await page.reload({ waitUntil: 'networkidle' });
    await secondWeek(page, hands, held.lines);
  });
  browsing.pass(-week);
}

test('the sample base: a whole ritual, and the week after', async (t) => {
  const loaded = await fetch(`${browsing.url}/api/v1/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(loaded.status, 200, await loaded.clone().text());
  await twoWeeks(t, 'exemplo');
});

const skip = existsSync(data) ? false : `skipped: data in ${data} not present`;
test('a Brazilian sheet: a whole ritual, and the week after', { skip }, async (t) => {
  const brought = await fetch(
    `${browsing.url}/api/v1/workspaces/minha-empresa/imports?name=clientes.csv&today=2026-04-15`,
    { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: readFileSync(data) },
  );
  assert.equal(brought.status, 200, await brought.clone().text());
  await twoWeeks(t, 'minha-empresa');
});
