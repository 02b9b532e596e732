// Which question comes after an answer. Pure.

/** The next one without an answer after `at`, round the list; null when all others are answered. */
export function nextOpen(items: readonly { readonly answer: unknown }[], at: number): number | null {
  for (let step = 1; step < items.length; step += 1) {
    const index = (at + step) % items.length;
    if (items[index]?.answer === null) return index;
  }
  return null;
}
