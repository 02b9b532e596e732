// The weekly ritual held with keys alone, counted: from the first page to the minutes. No mouse and no click of a script.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export type Held = { readonly keys: number; readonly seconds: number; readonly lines: number };
export type Hands = {
  press(key: string): Promise<void>;
  write(text: string): Promise<void>;
  readonly keys: number;
};

/** Hands that count what they press; a letter is a key. */
export function handsOn(page: Page): Hands {
  let keys = 0;
  return {
    get keys() {
      return keys;
    },
    async press(key) {
      keys += 1;
      await page.keyboard.press(key);
    },
    async write(text) {
      keys += text.length;
      await page.keyboard.type(text);
    },
  };
}

const heading = (page: Page, text: string | RegExp) =>
  page.getByRole('heading', { name: text }).first().waitFor();

/** How many rows ask for a decision, by the page itself. */
export async function rowsLeft(page: Page): Promise<number> {
  const text = await page.locator('.dock [role=status]').innerText();
  if (/Tudo decidido/.test(text)) return 0;
  return /uma decisão/.test(text) ? 1 : Number(/\d+/.exec(text)?.[0]);
}

async function until(page: Page, left: number): Promise<void> {
  const text = left === 0 ? 'Tudo decidido.' : left === 1 ? 'Falta uma decisão.' : `Faltam ${left} decisões.`;
  await page.locator('.dock [role=status]', { hasText: text }).waitFor();
}

/** Takes the decision of every row as it is suggested, writing a word of one's own now and then, and keeps the minutes. */
export async function holdRitual(page: Page, hands: Hands): Promise<Held> {
  const begun = performance.now();
  await hands.press(' ');
  await page.getByText('restam de 45 minutos').waitFor();
  const lines = await rowsLeft(page);
  await hands.press('n');
  for (let left = lines; left > 0; left -= 1) {
    await page.locator('[aria-current] .rform, .orphan .rform').waitFor();
    if (left % 6 === 0) {
      await hands.press('End');
      await hands.write(' com o diretor');
    }
    await hands.press('Enter');
    await until(page, left - 1);
  }
  await heading(page, 'Tudo decidido. Falta ler a ata em voz alta e guardar.');
  await hands.press('Escape');
  await hands.press('g');
  await page.getByText(/^Ata guardada em/).waitFor();
  assert.match(
    await page.locator('#step-minutes .wa').innerText(),
    new RegExp(`\\(${lines} de ${lines} decididos\\)`),
  );
  return { keys: hands.keys, seconds: (performance.now() - begun) / 1000, lines };
}

/** What five minutes leave for a person: half a second a key, and what the machine took. */
export const personSeconds = ({ keys, seconds }: Held): number => keys * 0.5 + seconds;

/** The week after: what was left is named first; the first is done with one key, the second goes on with two. */
export async function secondWeek(page: Page, hands: Hands, left: number): Promise<void> {
  const carried = Math.min(left, 50);
  await heading(page, `Ficou da semana passada: ${carried} decisões`);
  // A line to decide takes the keyboard as it opens; Escape gives it back. What was left of last week takes none by itself.
  for (const step of ['risk', 'ready', 'rest']) {
    await hands.press('n');
    const lines = page.locator(`#step-${step} .rform`);
    if (step === 'rest' || (await page.locator(`#step-${step} tbody tr`).count()) === 0) continue;
    await lines.waitFor();
    await hands.press('Escape');
  }
  await page.locator('.carry li[aria-current]').waitFor();
  const first = await page.locator('.carry li[aria-current] .name').innerText();
  await hands.press('f');
  await heading(page, `Ficou da semana passada: ${carried - 1} decisões`);
  await page.locator('.carry li[aria-current]').waitFor();
  const second = await page.locator('.carry li[aria-current] .name').innerText();
  assert.notEqual(second, first);
  await hands.press('Enter');
  await page.locator('#ritual-what:focus').waitFor();
  await hands.press('Enter');
  await page.locator('.wa', { hasText: `*${second}* ↻` }).waitFor();
}
