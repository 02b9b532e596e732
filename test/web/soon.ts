import assert from 'node:assert/strict';

/** What is read off a page is asked again until it holds, for five seconds: a slow machine draws late, not wrongly. */
export async function soon<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await read()) === wanted) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(await read(), wanted);
}
