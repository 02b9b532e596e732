// What a reader chose for this browser: theme, language, single-key shortcuts. Reading and writing text only.
import { firstColumns, readColumns, type ColumnKey } from './base-columns.ts';
import type { LanguageTag } from './format.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Chosen = {
  readonly theme: Theme;
  readonly language: LanguageTag;
  readonly singleKeys: boolean;
  /** Columns of the Base, where no view has its own. */
  readonly columns: readonly ColumnKey[];
};
const defaults: Chosen = {
  theme: 'system',
  language: 'pt-BR',
  singleKeys: true,
  columns: firstColumns,
};

/** Reads what was kept; anything not understood falls back to the default. */
export function readChosen(kept: string | null): Chosen {
  if (kept === null) return defaults;
  try {
    const found = JSON.parse(kept) as Partial<Record<keyof Chosen, unknown>>;
    return {
      theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
      language: found.language === 'en' ? 'en' : 'pt-BR',
      singleKeys: found.singleKeys !== false,
      columns: readColumns(Array.isArray(found.columns) ? found.columns.map(String) : undefined),
    };
  } catch {
    return defaults;
  }
}

/** Writes what `readChosen` reads. */
export const writeChosen = (chosen: Chosen): string => JSON.stringify(chosen);
