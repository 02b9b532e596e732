// How lists of synonyms are written: one text a field, synonyms between commas.

/** Splits the texts at their commas. */
export function synonymTable(
  lists: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(lists).map(([field, list]) => [field, list.split(',').map((word) => word.trim())]),
  );
}
